"""Reads: the ledger behind a page. What the whole world needs is kept until the next edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.db.models import QuerySet

from palermo.reference import Act, Catalogue, load
from palermo.treaties import Ledger
from palermo.web.partners.models import Person
from palermo.web.partners.rules import may_moderate
from palermo.web.treaties import models, records

_reading = Lock()


def edition() -> str:
    """The mark of the present edition; empty before anything was loaded."""
    return models.Edition.objects.values_list("mark", flat=True).first() or ""


def catalogue() -> Catalogue:
    """States and instruments, with the sources and reaches of the present edition."""
    return _catalogue(edition())


def whole(known_on: date | None = None) -> Ledger:
    """Every act of every State: for matrix, map and home page. After a new edition one thread reads them.

    With `known_on`, as the register knew them on that day; raise `BeforeTheData` where it knew nothing yet.
    """
    mark = edition()
    with _reading:
        held = _whole(mark)
    return held.as_known(known_on)


def of_state(*codes: str, known_on: date | None = None) -> Ledger:
    """The acts of some States only, so that a State's page costs the same however large the register grows."""
    if known_on:
        return _part(known_on, lambda act: act.state in codes)
    return _ledger(models.Act.objects.filter(state__in=codes))


def of_instrument(code: str, known_on: date | None = None) -> Ledger:
    """The acts under one instrument only."""
    if known_on:
        return _part(known_on, lambda act: act.instrument == code)
    return _ledger(models.Act.objects.filter(instrument=code))


def of_pair(instrument: str, state: str) -> Ledger:
    """The acts of one State under one instrument."""
    return _ledger(models.Act.objects.filter(instrument=instrument, state=state))


def demonstration() -> bool:
    """Whether this service is a demonstration, where invented bodies may speak for a State."""
    return bool(settings.PALERMO_DEMO)


def corrections_for(person: Person) -> QuerySet[models.Correction]:
    """The corrections that a person may see: moderators all, others what they proposed."""
    rows = models.Correction.objects.select_related("proposed_by", "decided_by")
    return rows if may_moderate(person.standing) else rows.filter(proposed_by=person)


def same_as(held: models.Correction) -> QuerySet[models.Correction]:
    """The other open corrections that ask for the very same as this one, the first first."""
    asked = ("change", "act", "instrument", "state", "kind", "date", "effect", "articles", "note")
    rows = models.Correction.objects.filter(
        status=models.Correction.State.PROPOSED, **{name: getattr(held, name) for name in asked}
    )
    return rows.exclude(pk=held.pk).order_by("pk")


def _part(known_on: date, wanted: Callable[[Act], bool]) -> Ledger:
    """Since when the register knows anything, only the whole of it can tell; so a part is cut out of that."""
    held = whole(known_on)
    return Ledger(held.catalogue, filter(wanted, held.acts))


def _ledger(rows: QuerySet[models.Act]) -> Ledger:
    return Ledger(catalogue(), records.acts(rows))


@lru_cache(maxsize=1)
def _reference(folder: Path) -> Catalogue:
    """The files are read once in the life of a process: they change with a release, not with an edition."""
    return load(folder)


@lru_cache(maxsize=2)
def _catalogue(_mark: str) -> Catalogue:
    shipped = _reference(Path(settings.PALERMO_REFERENCE))
    return replace(shipped.with_reaches(records.reaches()), sources=records.sources())


@lru_cache(maxsize=2)
def _whole(mark: str) -> Ledger:
    return Ledger(_catalogue(mark), records.acts(models.Act.objects.all()))
