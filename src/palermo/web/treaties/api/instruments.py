"""Instruments: all of them, one, where every State stands, how it grew, and who is left."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from palermo.reference import Instrument
from palermo.web.treaties import labels, queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import Facts, listed, one, open_read
from palermo.web.treaties.api.describing import DATED, READ, answers, details
from palermo.web.treaties.api.facts import Telling
from palermo.web.treaties.api.schemas import (
    CoverageFacts,
    InstrumentFacts,
    Listed,
    One,
    PointFacts,
    StatusFacts,
    WholeInstrument,
)

router = Router(tags=["Instruments"])
router.add_decorator(open_read, mode="view")


@router.get(
    "",
    response=answers(Listed[InstrumentFacts], READ),
    summary="All instruments",
    openapi_extra=details(READ, "Those that the Plan names first, then by day of adoption.", paged=True),
)
def instruments(request: HttpRequest, ask: Query[asking.Paged]) -> HttpResponse:
    """Treaties and protocols, each with the day that its data reach."""
    catalogue = queries.catalogue()
    return listed(request, ask, catalogue.ordered, Telling(catalogue, ask.language).instrument)


@router.get(
    "/{code}",
    response=answers(One[WholeInstrument], READ),
    summary="One instrument",
    openapi_extra=details(READ, "The instrument."),
)
def instrument(request: HttpRequest, code: asking.InstrumentParam, ask: Query[asking.Asked]) -> HttpResponse:  # noqa: ARG001
    """One instrument, with its titles in every language and its rules of entry into force in words."""
    catalogue = queries.catalogue()
    held = catalogue.instrument(code)
    return one(ask, {**Telling(catalogue, ask.language).instrument(held), **_more(held)})


def _more(held: Instrument) -> Facts:
    return {
        "names": dict(held.short),
        "titles": dict(held.titles),
        "place": _(held.place) if held.place else None,
        "unts_volume": held.unts_volume or None,
        "unts_registration": held.unts_registration or None,
        "depositary_ref": held.depositary_ref or None,
        "rules": labels.rules(held.clause),
    }


@router.get(
    "/{code}/statuses",
    response=answers(Listed[StatusFacts], DATED),
    summary="Where every State stands",
    openapi_extra=details(DATED, "The status of each State, in order of code.", paged=True),
)
def instrument_statuses(request: HttpRequest, code: asking.InstrumentParam, ask: Query[asking.OnDay]) -> HttpResponse:
    """The status of every State under one instrument on a day."""
    on, ledger = ask.day("on"), queries.whole()
    return listed(request, ask, ledger.standings(code, on), Telling(ledger.catalogue, ask.language).status, on)


@router.get(
    "/{code}/timeline",
    response=answers(Listed[PointFacts], READ),
    summary="How an instrument grew",
    openapi_extra=details(
        READ, "A point for each day on which the number of parties changed, the first day first.", paged=True
    ),
)
def timeline(request: HttpRequest, code: asking.InstrumentParam, ask: Query[asking.Paged]) -> HttpResponse:
    """How the number of parties grew and fell. A consent known to a year only counts at the end of that year."""
    ledger = queries.whole()
    return listed(request, ask, ledger.timeline(code), Telling(ledger.catalogue, ask.language).point)


@router.get(
    "/{code}/coverage",
    response=answers(Listed[CoverageFacts], DATED),
    summary="How far an instrument has come",
    openapi_extra=details(DATED, "A row for each region, sub-region or regional group.", paged=True),
)
def coverage(request: HttpRequest, code: asking.InstrumentParam, ask: Query[asking.Coverage]) -> HttpResponse:
    """Parties in each region or group, and the States that are left, of Members and observers; known or not."""
    on, ledger = ask.day("on"), queries.whole()
    telling = Telling(ledger.catalogue, ask.language)
    rows = ledger.coverage(code, on, ask.by)
    return listed(request, ask, rows, lambda row: telling.coverage(row, ask.by), on)
