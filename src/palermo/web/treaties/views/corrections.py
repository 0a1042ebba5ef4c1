"""One correction: propose it for one's State, see what became of it, decide."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from palermo.web.partners.models import Person
from palermo.web.partners.rules import may_moderate
from palermo.web.partners.views.asking import signed_in
from palermo.web.treaties import actions, labels, queries, rules
from palermo.web.treaties.forms import CHANGES, Decision, ProposedCorrection
from palermo.web.treaties.models import Correction
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, form_page

STATUS = {
    Correction.State.PROPOSED: "consented",
    Correction.State.ACCEPTED: "bound",
    Correction.State.REFUSED: "withdrawn",
    Correction.State.WITHDRAWN: "no-act",
}
STATUS_LABELS = {
    Correction.State.PROPOSED: gettext_lazy("Proposed"),
    Correction.State.ACCEPTED: gettext_lazy("Accepted"),
    Correction.State.REFUSED: gettext_lazy("Refused"),
    Correction.State.WITHDRAWN: gettext_lazy("Withdrawn by its proposer"),
}


@login_required
@form_page
def propose(request: HttpRequest, ask: Ask, code: str) -> HttpResponse:
    """The form for a correction to the acts of one State; only for whoever speaks for it."""
    person = signed_in(request)
    state = queries.catalogue().state(code)
    rules.check_may_propose(person.standing, state.code, demo=queries.demonstration())
    ledger = queries.of_state(state.code)
    form = ProposedCorrection(
        request.POST or None, catalogue=ledger.catalogue, state=state, acts=ledger.current, language=ask.language
    )
    if request.method == "POST" and form.is_valid():
        number = _propose(person, form)
        if number:
            messages.success(request, _("Proposed. A moderator will decide, and you will find the decision here."))
            return redirect("treaties:correction", number)
    context = {"ask": ask, "form": form, "state": state, "name": state.name(ask.language)}
    return render(request, "treaties/propose.html", context, status=422 if form.errors else 200)


def _propose(person: Person, form: ProposedCorrection) -> int:
    """The number of the correction; 0 where the same is open already, which the form then says."""
    try:
        return int(actions.propose_correction(by=person, correction=form.correction()).pk)
    except rules.AlreadyProposed as refused:
        first = reverse("treaties:correction", args=[refused.number])
        form.add_error(None, format_html('{} <a href="{}">{}</a>', refused.reason, first, _("Look at it")))
        return 0


@login_required
@form_page
def correction(request: HttpRequest, ask: Ask, number: int) -> HttpResponse:
    """One correction beside the entry it would change; a POST decides or withdraws it."""
    person = signed_in(request)
    held = get_object_or_404(queries.corrections_for(person), pk=number)
    form = Decision(request.POST if "verdict" in request.POST else None)
    if request.method == "POST":
        if "withdraw" in request.POST:
            actions.withdraw_correction(by=person, correction=held.pk)
            return redirect("treaties:correction", held.pk)
        if form.is_valid():
            decide = (
                actions.accept_correction if form.cleaned_data["verdict"] == "accept" else actions.refuse_correction
            )
            decide(by=person, correction=held.pk, reason=form.cleaned_data["reason"])
            return redirect("treaties:correction", held.pk)
    return render(request, "treaties/correction.html", _context(ask, person, held, form))


def _context(ask: Ask, person: Person, held: Correction, form: Decision) -> dict[str, object]:
    ledger = queries.of_pair(held.instrument, held.state)
    catalogue = ledger.catalogue
    if held.state not in catalogue.states or held.instrument not in catalogue.instruments:
        raise Http404
    open_still = rules.can_move(held.status, Correction.State.ACCEPTED)
    return {
        "ask": ask,
        "held": held,
        "state": cells.state(ask, catalogue.states[held.state]),
        "instrument": cells.instrument(ask, catalogue.instruments[held.instrument]),
        "change": CHANGES[Correction.Change(held.change)],
        "kind": labels.WHAT.get(held.kind, ""),
        "before": next((act for act in ledger.acts if act.id == held.act), None),
        "before_kind": next((labels.KIND[act.kind] for act in ledger.acts if act.id == held.act), ""),
        "status_class": STATUS[Correction.State(held.status)],
        "status_label": STATUS_LABELS[Correction.State(held.status)],
        "form": form if open_still and rules.may_decide(person.standing, held.proposed_by_id) else None,
        "same": queries.same_as(held) if open_still and may_moderate(person.standing) else (),
        "may_withdraw": open_still and rules.may_withdraw(person.standing, held.proposed_by_id),
    }
