"""Corrections: propose one for one's State, see what became of it, decide. By token only; never by cookie."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from palermo.treaties import Ledger
from palermo.web.partners.api import read_token, write_token
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Refused
from palermo.web.treaties import actions, queries
from palermo.web.treaties.api import asking
from palermo.web.treaties.api.answering import Facts, about, closed, listed, one, respond
from palermo.web.treaties.api.describing import READ_CLOSED, WRITE, WRITE_ONE, answers, closed_details
from palermo.web.treaties.api.refusals import Unreadable
from palermo.web.treaties.api.schemas import CorrectionFacts, Decision, Listed, One, Proposal
from palermo.web.treaties.forms import Decision as DecisionForm
from palermo.web.treaties.forms import ProposedCorrection
from palermo.web.treaties.models import Correction

router = Router(tags=["Corrections"])
router.add_decorator(closed, mode="view")

Number = Annotated[int, Path(..., ge=1, le=2**63 - 1, description="The number of a correction.", examples=[1])]
PROPOSED, SEEN, DECIDED, LISTED = WRITE, READ_CLOSED, WRITE_ONE, (401, 403, 405, 422)


@router.post(
    "",
    auth=write_token,
    response=answers(One[CorrectionFacts], PROPOSED, status=201, open_to_all=False),
    summary="Propose a correction",
    openapi_extra=closed_details(
        PROPOSED, "Proposed: a moderator will decide. Header Location has its address.", 201
    ),
)
def propose(request: HttpRequest, body: Proposal, ask: Query[asking.Asked]) -> HttpResponse:
    """For the focal point of a State: have an act added, replaced or struck out, on the word of a source."""
    person, catalogue = _person(request), queries.catalogue()
    state = catalogue.state(body.state)
    ledger = queries.of_state(state.code)
    _check_stands(ledger, body.act)
    form = ProposedCorrection(
        _fields(body, ledger), catalogue=catalogue, state=state, acts=ledger.current, language=ask.language
    )
    if not form.is_valid():
        raise Unreadable(_faults(form))
    try:
        held = actions.propose_correction(by=person, correction=form.correction())
    except ValueError as error:  # what no act can ever be
        raise Unreadable([{"where": "body", "message": str(error)}]) from error
    where = reverse("api:correction", args=[held.pk])
    return respond({"about": about(ask), "item": _facts(held)}, status=201, headers={"Location": where})


@router.get(
    "",
    auth=read_token,
    response=answers(Listed[CorrectionFacts], LISTED, open_to_all=False),
    summary="Corrections that you may see",
    openapi_extra=closed_details(LISTED, "Your own, or all for a moderator; the latest first."),
)
def corrections(request: HttpRequest, ask: Query[asking.Paged]) -> HttpResponse:
    """Your own corrections; every one if you are a moderator."""
    return listed(request, ask, queries.corrections_for(_person(request)), _facts)


@router.get(
    "/{number}",
    auth=read_token,
    response=answers(One[CorrectionFacts], SEEN, open_to_all=False),
    summary="One correction",
    openapi_extra=closed_details(SEEN, "The correction, and what became of it."),
)
def correction(request: HttpRequest, number: Number, ask: Query[asking.Asked]) -> HttpResponse:
    """One correction. Whoever may not see it is told that there is none."""
    return one(ask, _facts(_seen(request, number)))


@router.post(
    "/{number}/decision",
    auth=write_token,
    response=answers(One[CorrectionFacts], DECIDED, open_to_all=False),
    summary="Decide on a correction",
    openapi_extra=closed_details(DECIDED, "Decided. Accepted, it is part of the register from today on."),
)
def decide(request: HttpRequest, number: Number, body: Decision, ask: Query[asking.Asked]) -> HttpResponse:
    """For moderators: accept or refuse, with a reason. Nobody decides on their own proposal, and nothing twice."""
    held = _seen(request, number)
    verdict = {"accepted": "accept", "refused": "refuse"}[body.decision]
    form = DecisionForm({"verdict": verdict, "reason": body.reason})
    if not form.is_valid():
        raise Unreadable(_faults(form))
    action = actions.accept_correction if verdict == "accept" else actions.refuse_correction
    return one(ask, _facts(action(by=_person(request), correction=held.pk, reason=form.cleaned_data["reason"])))


def _person(request: HttpRequest) -> Person:
    """Whose token it is; the key has put them there."""
    person: Person = request.auth  # type: ignore[attr-defined]
    return person


def _seen(request: HttpRequest, number: int) -> Correction:
    held = queries.corrections_for(_person(request)).filter(pk=number).first()
    if held is None:
        raise Http404
    return held


def _check_stands(ledger: Ledger, ref: str) -> None:
    """An entry that has been replaced meanwhile is a conflict, not a mistake of whoever names it."""
    if ref and ref not in {act.id for act in ledger.current} and ref in {act.id for act in ledger.acts}:
        raise Refused("no_such_entry", _("The entry to be corrected has been replaced meanwhile. Look at it again."))


def _fields(body: Proposal, ledger: Ledger) -> dict[str, str]:
    """The proposal as the page's form takes it, so that both are read by the same rules."""
    replaced = next((act for act in ledger.current if act.id == body.act), None)
    instrument = body.instrument or (replaced.instrument if replaced else "")
    return {
        "change": body.change,
        "act": body.act,
        "instrument": ledger.catalogue.instrument(instrument).code if instrument else "",
        "kind": body.kind,
        "date": body.date,
        "effect": body.effect,
        "articles": ";".join(body.articles),
        "note": body.note,
        "source_title": body.source.title,
        "source_address": body.source.address,
        "source_as_of": body.source.as_of.isoformat(),
        "explanation": body.explanation,
    }


def _faults(form: ProposedCorrection | DecisionForm) -> list[dict[str, str]]:
    return [
        {"where": f"body.{name.replace('source_', 'source.', 1)}", "message": str(message)}
        for name, messages in form.errors.items()
        for message in messages
    ]


def _facts(held: Correction) -> Facts:
    facts: dict[str, Any] = {
        name: getattr(held, name) for name in ("status", "change", "state", "instrument", "note")
    }
    maybe = {name: getattr(held, name) or None for name in ("act", "kind", "date", "effect", "reason", "result")}
    return {
        "id": held.pk,
        **facts,
        **maybe,
        "articles": [part.strip() for part in held.articles.split(";") if part.strip()],
        "source": {
            "title": held.source_title,
            "address": held.source_address or None,
            "as_of": held.source_as_of.isoformat(),
        },
        "explanation": held.explanation,
        "proposed_by": held.proposed_by.name,
        "proposed_at": held.proposed_at.isoformat(),
        "decided_at": held.decided_at.isoformat() if held.decided_at else None,
    }
