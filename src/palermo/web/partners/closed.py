"""Closed unless open: whoever may write and has no second factor writes nothing but what sets one up. One place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from palermo.web.partners.permissions import standing
from palermo.web.partners.rules import Refused

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_authenticate",
        "mfa_generate_recovery_codes",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_view_recovery_codes",
        "set_language",
        "invitation_accept",
    }
)


class ClosedUnlessOpen:
    """Sends a write by somebody with a role and without a second factor to the page where one is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Let it pass (None), or lead to the set-up page; the API answers 403 with a code."""
        matched = request.resolver_match
        if request.method in SAFE or (matched and matched.url_name in OPEN):
            return None
        if not request.user.is_authenticated or not _lacks_second_factor(request):
            return None
        missing = _("Set up a second factor first: a passkey or an authenticator app.")
        if request.path_info.startswith("/api/"):
            return JsonResponse({"code": "second_factor_missing", "message": str(missing)}, status=403)
        messages.warning(request, missing)
        return redirect("partners:security")

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A rule's refusal that no view dealt with: its reason on a page with status 403, or JSON for the API."""
        if not isinstance(exception, Refused):
            return None
        if request.path_info.startswith("/api/"):
            return JsonResponse({"code": exception.code, "message": str(exception.reason)}, status=403)
        if exception.code == "signed_out":
            return redirect_to_login(request.get_full_path())
        return render(request, "partners/refused.html", {"refused": exception}, status=403)


def _lacks_second_factor(request: HttpRequest) -> bool:
    who = standing(request.user)
    return bool(who.posts) and not who.mfa
