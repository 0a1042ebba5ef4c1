"""One status, what binds two States, and what happened between two days."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from palermo.web.presentation.days import FIRST
from palermo.web.treaties import queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import listed, one, open_read
from palermo.web.treaties.api.describing import DATED, answers, details
from palermo.web.treaties.api.facts import Telling
from palermo.web.treaties.api.narrowing import as_known, changes
from palermo.web.treaties.api.refusals import Unanswerable
from palermo.web.treaties.api.schemas import ChangeFacts, Listed, One, RelationFacts, StatusFacts

router = Router(tags=["Status"])
router.add_decorator(open_read, mode="view")

SPAN = timedelta(days=2 * 365)


@router.get(
    "/status",
    response=answers(One[StatusFacts], DATED),
    summary="One State under one instrument",
    openapi_extra=details(DATED, "The status."),
)
def status(request: HttpRequest, ask: Query[asking.OneStatus]) -> HttpResponse:  # noqa: ARG001
    """Where a State stands towards an instrument on a day, and as the register knew it on a day."""
    on, known_on = ask.day("on"), ask.day_or_none("known_on")
    whole = queries.whole()
    state = whole.catalogue.state(ask.state).code
    held = as_known(whole, known_on, state).status(ask.instrument, state, on)
    return one(ask, Telling(whole.catalogue, ask.language).status(held), on, known_on)


@router.get(
    "/relations",
    response=answers(Listed[RelationFacts], DATED),
    summary="What binds two States",
    openapi_extra=details(DATED, "The instruments in force for both, those of the Plan first.", paged=True),
)
def relations(request: HttpRequest, ask: Query[asking.Relations]) -> HttpResponse:
    """The instruments in force for both States, and what reservations and objections take out between them."""
    on, ledger = ask.day("on"), queries.whole()
    a, b = (ledger.catalogue.state(text).code for text in (ask.a, ask.b))
    if a == b:
        raise Unanswerable("same_state", _("Choose two different States."))
    return listed(request, ask, ledger.relations(a, b, on), Telling(ledger.catalogue, ask.language).relation, on)


@router.get(
    "/changes",
    response=answers(Listed[ChangeFacts], DATED),
    summary="What happened",
    openapi_extra=details(DATED, "Acts, entries into force for a State, and ends; the latest first.", paged=True),
)
def changed(request: HttpRequest, ask: Query[asking.Changes]) -> HttpResponse:
    """What happened between two days, both included. Acts without a day are left out: they could be anywhere."""
    until = ask.day("until")
    since, _until = ask.span(otherwise=_two_years_before(until))
    ledger = queries.whole()
    found = changes(ledger, since or FIRST, until)
    return listed(request, ask, found, Telling(ledger.catalogue, ask.language).change, until, since=str(since))


def _two_years_before(day: date) -> date:
    return max(day - SPAN, FIRST)
