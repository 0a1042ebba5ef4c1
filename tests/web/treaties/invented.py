"""Acts and an import that tests of this room invent. No fact here is about a real State's conduct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from palermo.reference import Act, ActKind, PartialDate, Source, identify
from palermo.web.audit.actions import SYSTEM, Actor
from palermo.web.treaties import actions, models, records
from palermo.web.treaties.models import Correction

SOURCE = Source("invented-2026", "treaties.example.org", "", "", date(2026, 2, 1), "A table invented for tests", "")


def act(text: str, **more: Any) -> Act:
    """An act from one line, `instrument State kind date`, with `-` in a kind for a blank and `?` for no date."""
    instrument, state, kind, when = text.split()
    for key in ("date", "effect"):
        if isinstance(more.get(key), str):
            more[key] = PartialDate.parse(more[key])
    values: dict[str, Any] = {
        "id": identify(instrument, state, kind, "" if when == "?" else when),
        "instrument": instrument,
        "state": state,
        "kind": ActKind(kind.replace("-", " ")),
        "date": None if when == "?" else PartialDate.parse(when),
        "source": SOURCE.code,
        "recorded": SOURCE.as_of,
    }
    return Act(**{**values, **more})


def accept(
    *new: Act,
    replacing: Iterable[Act] = (),
    reaches: Mapping[str, str] | None = None,
    source: Source = SOURCE,
    file_name: str = "table.csv",
    by: Actor = SYSTEM,
) -> models.Import:
    """Accept an import of these acts."""
    return actions.accept_import(
        by=by,
        file_name=file_name,
        sha256="0" * 64,
        layout="status",
        source=source,
        new=new,
        replacing=replacing,
        unchanged=0,
        reaches=reaches or {},
    )


def missing_declaration(day: str = "2025-01-01") -> Correction:
    """A correction that adds a declaration of France of this day; to be proposed."""
    return Correction(
        change="add",
        instrument="TIP",
        state="FRA",
        kind="declaration",
        date=day,
        source_title="A notification",
        source_as_of=date(2026, 3, 1),
        explanation="It is missing.",
    )


def enter(*held: Act) -> None:
    """Put acts into the table behind everybody's back, and let nobody know: no edition, no log."""
    row, _ = models.Source.objects.get_or_create(
        code=SOURCE.code, defaults={"as_of": SOURCE.as_of, "description": SOURCE.description}
    )
    models.Act.objects.bulk_create(records.rows(held, {SOURCE.code: row}))
