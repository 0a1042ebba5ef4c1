"""Between rows and values: an act in the table and the frozen act of the method are one fact in two forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from palermo.reference import Act, ActKind, PartialDate, Reach, Source
from palermo.web.treaties import models

FIELDS = (
    "ref",
    "instrument",
    "state",
    "kind",
    "date",
    "source__code",
    "recorded",
    "effect",
    "articles",
    "towards",
    "precludes",
    "subject",
    "replaces",
    "flags",
    "note",
)
KINDS = {kind.value: kind for kind in ActKind}


def acts(rows: QuerySet[models.Act]) -> Iterator[Act]:
    """The values behind some rows. Plain tuples, because a page that shows the world reads thousands."""
    for ref, instrument, state, kind, day, source, recorded, effect, articles, *rest in rows.order_by().values_list(
        *FIELDS
    ):
        towards, precludes, subject, replaces, flags, note = rest
        yield Act(
            id=ref,
            instrument=instrument,
            state=state,
            kind=KINDS[kind],
            date=PartialDate.parse(day) if day else None,
            source=source,
            recorded=recorded,
            effect=PartialDate.parse(effect) if effect else None,
            articles=tuple(articles.split(";")) if articles else (),
            towards=towards,
            precludes=precludes,
            subject=subject,
            replaces=replaces,
            flags=tuple(flags.split(";")) if flags else (),
            note=note,
        )


def rows(held: Iterable[Act], sources: dict[str, models.Source]) -> Iterator[models.Act]:
    """Unsaved rows for some values; `sources` gives the row of each source by its code."""
    for act in held:
        yield models.Act(
            ref=act.id,
            instrument=act.instrument,
            state=act.state,
            kind=act.kind.value,
            date=str(act.date or ""),
            effect=str(act.effect or ""),
            source=sources[act.source],
            recorded=act.recorded,
            articles=";".join(act.articles),
            towards=act.towards,
            precludes=act.precludes,
            subject=act.subject,
            replaces=act.replaces,
            flags=";".join(act.flags),
            note=act.note,
        )


def source_row(held: Source) -> models.Source:
    """An unsaved row for a source."""
    return models.Source(
        code=held.code,
        address=held.address,
        path=held.path,
        revision=held.revision,
        as_of=held.as_of,
        description=held.description,
        licence=held.licence,
    )


def sources() -> dict[str, Source]:
    """Every source as a value, by code."""
    return {
        row.code: Source(row.code, row.address, row.path, row.revision, row.as_of, row.description, row.licence)
        for row in models.Source.objects.all()
    }


def reaches() -> dict[str, tuple[Reach, ...]]:
    """What is known of each instrument, and until when."""
    held: dict[str, tuple[Reach, ...]] = {}
    for row in models.Reach.objects.all():
        held[row.instrument] = (*held.get(row.instrument, ()), Reach(row.scope, row.as_of, row.note))
    return held
