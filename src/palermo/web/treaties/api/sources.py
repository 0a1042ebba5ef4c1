"""Where the facts come from, and what contradicts itself in them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from palermo.web.treaties import queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import listed, open_read
from palermo.web.treaties.api.describing import READ, answers, details
from palermo.web.treaties.api.facts import Telling, source
from palermo.web.treaties.api.narrowing import acts_by_source, contradictions
from palermo.web.treaties.api.schemas import FindingFacts, Listed, SourceFacts

router = Router(tags=["Sources"])
router.add_decorator(open_read, mode="view")


@router.get(
    "/sources",
    response=answers(Listed[SourceFacts], READ),
    summary="Where the facts come from",
    openapi_extra=details(READ, "Sources in order of code.", paged=True),
)
def sources(request: HttpRequest, ask: Query[asking.Paged]) -> HttpResponse:
    """Published tables and documents, each with the day up to which it speaks and how many acts rest on it."""
    ledger = queries.whole()
    counted = acts_by_source(ledger)
    found = sorted(ledger.catalogue.sources.values(), key=lambda held: held.code)
    return listed(request, ask, found, lambda held: source(held, counted[held.code]))


@router.get(
    "/findings",
    response=answers(Listed[FindingFacts], READ),
    summary="What contradicts itself",
    openapi_extra=details(READ, "Contradictions in order of act.", paged=True),
)
def findings(request: HttpRequest, ask: Query[asking.Paged]) -> HttpResponse:
    """Contradictions in the acts. They are shown, and never mended in silence."""
    ledger = queries.whole()
    return listed(request, ask, contradictions(ledger), Telling(ledger.catalogue, ask.language).finding)
