"""allauth's own addresses, without a namespace because it looks for them so; its writes run in one transaction each.

Sign-in and sign-out stay outside: they change no credentials, and hashing a password would hold SQLite's only lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any

from allauth.urls import build_provider_urlpatterns
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

CHANGES = (
    "account_change_password",
    "account_confirm_email",
    "account_email",
    "account_reset_password_from_key",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_remove_webauthn",
    "socialaccount_connections",
)


def in_transaction(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, with its write and the log's row in one transaction."""

    @wraps(view)
    def whole(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return whole


def patterns(found: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """Every pattern below `found`."""
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns)
        else:
            yield pattern


# Not among them: allauth's page of sessions, whose ending ours records in the log.
urlpatterns = [
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("3rdparty/", include("allauth.socialaccount.urls")),
    *build_provider_urlpatterns(),
]

for pattern in patterns(urlpatterns):
    if pattern.name in CHANGES:
        pattern.callback = in_transaction(pattern.callback)
