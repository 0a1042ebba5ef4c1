"""Acts of States: searched, or one by its reference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from palermo.reference import Act, UnknownName
from palermo.treaties import Ledger
from palermo.web.treaties import queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import listed, one, open_read
from palermo.web.treaties.api.describing import DATED, READ, answers, details
from palermo.web.treaties.api.facts import Telling
from palermo.web.treaties.api.narrowing import by_ref, in_order, of_instrument, of_state, replacing
from palermo.web.treaties.api.schemas import ActFacts, Listed, One, WholeAct

router = Router(tags=["Acts"])
router.add_decorator(open_read, mode="view")

NEAREST = 3
Ref = Annotated[
    str,
    Path(..., description="The reference of an act.", examples=["TIP.FRA.ratification.2002-10-29"], max_length=120),
]


@router.get(
    "",
    response=answers(Listed[ActFacts], DATED),
    summary="Acts of States",
    openapi_extra=details(DATED, "Acts in order of reference.", paged=True),
)
def acts(request: HttpRequest, ask: Query[asking.Acts]) -> HttpResponse:
    """Signatures, ratifications, reservations and all the rest, without entries that were replaced or struck out."""
    ledger = queries.whole()
    found = _narrowed(ledger, ask)
    return listed(request, ask, found, Telling(ledger.catalogue, ask.language).act)


def _narrowed(ledger: Ledger, ask: asking.Acts) -> Sequence[Act]:
    given, (since, until) = ask.model_fields_set, ask.span()
    state = ledger.catalogue.state(ask.state).code if "state" in given else None
    instrument = ledger.catalogue.instrument(ask.instrument).code if "instrument" in given else None
    found = in_order(ledger)
    if instrument:
        found = of_instrument(ledger).get(instrument, ())
    if state:
        own = of_state(ledger).get(state, ())
        found = tuple(act for act in own if act.instrument == instrument) if instrument else own
    if "kind" in given:
        found = tuple(act for act in found if act.kind == ask.kind)
    if since or until:
        first, last = since or date.min, until or date.max
        found = tuple(act for act in found if act.date and first <= act.date.latest <= last)
    return found


@router.get(
    "/{path:ref}",
    response=answers(One[WholeAct], READ),
    summary="One act",
    openapi_extra=details(READ, "The act."),
)
def act(request: HttpRequest, ref: Ref, ask: Query[asking.Asked]) -> HttpResponse:  # noqa: ARG001
    """One act, also where a correction has replaced it since."""
    ledger = queries.whole()
    held = by_ref(ledger).get(ref)
    if held is None:
        raise UnknownName("act", ref, _nearest(ledger, ref))
    successor = replacing(ledger).get(ref)
    stands = successor is None and held.kind.value != "struck"
    facts = Telling(ledger.catalogue, ask.language).act(held)
    return one(ask, {**facts, "stands": stands, "replaced_by": successor})


def _nearest(ledger: Ledger, ref: str) -> tuple[tuple[str, str], ...]:
    """Acts of the same State under the same instrument: their references begin alike."""
    pair = ".".join(ref.split(".")[:2]) + "."
    near = [act for act in in_order(ledger) if act.id.startswith(pair)]
    return tuple((act.id, f"{act.kind.value} {act.date or ''}".strip()) for act in near[:NEAREST])
