"""Accepting an invitation. The key comes in an address, moves into the session at once, and works once."""

from __future__ import annotations

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from palermo.web.audit import clock
from palermo.web.partners import actions, rules
from palermo.web.partners.forms import NewAccount
from palermo.web.partners.models import Invitation, Person
from palermo.web.partners.queries import invitation_of_key, is_withdrawn, person_of_address
from palermo.web.partners.rules import Refused
from palermo.web.partners.views.asking import say

HELD = "invitation_key"


@never_cache
@require_safe
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Take the key out of the address, so that it is in no history, no referrer and no screenshot that follows.

    404 for a key that opens nothing: strangers' guesses are not worth a session each.
    """
    if invitation_of_key(key) is None:
        raise Http404
    request.session[HELD] = key
    response = redirect("partners:invitation_accept")
    response["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponseBase:
    """Show what is offered and to whom, and take it; 404 where no key was brought."""
    key = request.session.get(HELD, "")
    held = invitation_of_key(key) if key else None
    if held is None:
        raise Http404
    person = request.user if isinstance(request.user, Person) else None
    form = NewAccount(request.POST or None, email=held.email)
    if request.method == "POST" and (person or form.is_valid()):
        try:
            return _accepted(request, person, key, form)
        except Refused as refused:
            return _page(request, held, form, str(refused.reason), 403)
    return _page(request, held, form, _obstacle(held, person), 422 if form.errors and not person else 200)


def _accepted(request: HttpRequest, person: Person | None, key: str, form: NewAccount) -> HttpResponseBase:
    given = form.cleaned_data if person is None else {}
    taken = actions.accept_invitation(
        by=person, key=key, name=given.get("name", ""), password=given.get("password", "")
    )
    request.session.pop(HELD, None)
    say(request, _("Welcome. Set up a second factor now: you need one before you can write."))
    if person is None:
        answer: HttpResponseBase = perform_login(request, taken)
        if request.user == taken:  # the password was given this moment: a second factor must not ask for it again
            reauthenticate_by_password(request)
        return answer
    return redirect("partners:account")


def _obstacle(held: Invitation, person: Person | None) -> str:
    """Why it cannot be accepted now; empty if it can."""
    try:
        rules.check_may_accept(
            accepted=bool(held.accepted), withdrawn=is_withdrawn(held), expires=held.expires, now=clock.now()
        )
        if person is not None and person != person_of_address(held.email):
            rules.check_is_for(held.email, person.email)
    except Refused as refused:
        return str(refused.reason)
    return ""


def _page(request: HttpRequest, held: Invitation, form: NewAccount, obstacle: str, status: int) -> HttpResponse:
    known = person_of_address(held.email) is not None
    shown = {"invitation": held, "form": form, "obstacle": obstacle, "known": known}
    return render(request, "partners/invitation.html", shown, status=status)
