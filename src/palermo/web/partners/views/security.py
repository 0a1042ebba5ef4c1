"""One's own security: second factors, sessions, tokens."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palermo.web.partners import actions
from palermo.web.partners.forms import NewToken
from palermo.web.partners.queries import for_person
from palermo.web.partners.rules import may_issue_token
from palermo.web.partners.views.asking import say, signed_in


@login_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """What keeps the account safe, and everything that is signed in with it."""
    return _page(request, NewToken())


@login_required
@require_POST
def issue_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show it, this once: the answer itself holds it, no address, no session."""
    form = NewToken(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    token, text = actions.issue_token(by=signed_in(request), **form.cleaned_data)
    return render(request, "partners/token.html", {"token": token, "text": text})


@login_required
@require_POST
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """Make one's own token useless."""
    person = signed_in(request)
    actions.revoke_token(by=person, token=get_object_or_404(for_person(person).tokens, pk=number))
    say(request, _("The token no longer works."))
    return redirect("partners:security")


@login_required
@require_POST
def revoke_session(request: HttpRequest, number: int) -> HttpResponse:
    """Sign one's own browser out somewhere else, or here."""
    person = signed_in(request)
    actions.revoke_session(by=person, session=get_object_or_404(for_person(person).sessions, pk=number))
    say(request, _("The session has ended."))
    return redirect("partners:security")


def _page(request: HttpRequest, form: NewToken, status: int = 200) -> HttpResponse:
    person = signed_in(request)
    scope = for_person(person)
    factors = list(scope.authenticators)
    held = {
        "form": form,
        "totp": [factor for factor in factors if factor.type == Authenticator.Type.TOTP],
        "passkeys": [factor.wrap() for factor in factors if factor.type == Authenticator.Type.WEBAUTHN],
        "codes": [factor.wrap() for factor in factors if factor.type == Authenticator.Type.RECOVERY_CODES],
        "sessions": scope.sessions,
        "this_session": request.session.session_key,
        "tokens": scope.tokens,
        "may_issue_token": may_issue_token(person.standing),
    }
    return render(request, "partners/security.html", held, status=status)
