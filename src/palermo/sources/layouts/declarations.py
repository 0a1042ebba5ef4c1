"""Our own list of reservations and declarations: who made which, to which articles."""

from __future__ import annotations

from collections.abc import Callable

from palermo.reference import RESERVING, ActKind
from palermo.sources.intake import Intake
from palermo.sources.layouts.layout import Asked, Layout, Recognised
from palermo.sources.layouts.status import Row
from palermo.sources.problems import shown
from palermo.sources.tables import Header, Line, Table

NEEDED = frozenset({"instrument id", "iso3", "kind", "articles"})
KINDS = {kind.value: kind for kind in ActKind if kind in RESERVING}


def recognise(table: Table, asked: Asked) -> Recognised | None:
    """Sure where the columns of a list of declarations are all there."""
    header = table.header(NEEDED)
    return Recognised(1.0, header) if header and not asked.mapping else None


def rows(intake: Intake, header: Header, _asked: Asked) -> Callable[[Line], None]:
    """Takes in one row at a time."""
    return lambda line: _row(intake, Row(intake, header, line))


def _row(intake: Intake, row: Row) -> None:
    text = row.text("kind").replace("_", " ")
    if text not in KINDS:
        raise intake.refuse("kind", row.number, "kind", "a kind", shown(text), f"One of: {', '.join(KINDS)}.")
    intake.act(
        row.number, "kind",
        instrument=intake.instrument(row.text("instrument_id"), row.number, "instrument_id"),
        state=intake.state(row.text("iso3"), row.number, "iso3"),
        kind=KINDS[text],
        articles=tuple(part for part in row.text("articles").split(";") if part),
        source=row.told(),
    )  # fmt: skip


LAYOUT = Layout("declarations", "our list of reservations and declarations", recognise, rows)
