"""States: all of them, one, where it stands, and what it has not joined."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from palermo.web.treaties import queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import listed, one, open_read
from palermo.web.treaties.api.describing import DATED, READ, answers, details
from palermo.web.treaties.api.facts import Telling
from palermo.web.treaties.api.narrowing import as_known
from palermo.web.treaties.api.schemas import Listed, One, StateFacts, StatusFacts, WholeState

router = Router(tags=["States"])
router.add_decorator(open_read, mode="view")


@router.get(
    "",
    response=answers(Listed[StateFacts], READ),
    summary="All States",
    openapi_extra=details(READ, "States in order of code.", paged=True),
)
def states(request: HttpRequest, ask: Query[asking.Paged]) -> HttpResponse:
    """Members of the United Nations, observers, and the others that occur in the data."""
    catalogue = queries.catalogue()
    found = sorted(catalogue.states.values(), key=lambda held: held.code)
    return listed(request, ask, found, Telling(catalogue, ask.language).state)


@router.get(
    "/{code}",
    response=answers(One[WholeState], READ),
    summary="One State",
    openapi_extra=details(READ, "The State."),
)
def state(request: HttpRequest, code: asking.StateParam, ask: Query[asking.Asked]) -> HttpResponse:  # noqa: ARG001
    """One State, with its name in every language."""
    catalogue = queries.catalogue()
    held = catalogue.state(code)
    return one(ask, {**Telling(catalogue, ask.language).state(held), "names": dict(held.names)})


@router.get(
    "/{code}/statuses",
    response=answers(Listed[StatusFacts], DATED),
    summary="Where one State stands",
    openapi_extra=details(
        DATED, "Its status under each instrument: those of the Plan first, then by adoption.", paged=True
    ),
)
def state_statuses(request: HttpRequest, code: asking.StateParam, ask: Query[asking.Statuses]) -> HttpResponse:
    """The status of one State under every instrument, or those of one family, on a day and as known on a day."""
    on, known_on = ask.day("on"), ask.day_or_none("known_on")
    whole = queries.whole()
    held = whole.catalogue.state(code).code
    ledger = as_known(whole, known_on, state=held)
    found = ledger.statuses(held, on, ask.family if "family" in ask.model_fields_set else None)
    return listed(request, ask, found, Telling(whole.catalogue, ask.language).status, on, known_on)


@router.get(
    "/{code}/gaps",
    response=answers(Listed[StatusFacts], DATED),
    summary="What one State has not joined",
    openapi_extra=details(
        DATED, "Its status under each instrument to which it is no party, or not known to be.", paged=True
    ),
)
def gaps(request: HttpRequest, code: asking.StateParam, ask: Query[asking.Gaps]) -> HttpResponse:
    """Instruments of a family to which the State is not a party, and those of which that is not known (null)."""
    on, ledger = ask.day("on"), queries.whole()
    return listed(request, ask, ledger.gaps(code, on, ask.family), Telling(ledger.catalogue, ask.language).status, on)
