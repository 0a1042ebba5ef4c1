"""Records in the log what people change about their own sign-in, which allauth does for them."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.db import transaction

from palermo.web.audit.actions import record
from palermo.web.partners.models import Person

ROOM = "partners"


def connect() -> None:
    """Listen to allauth."""
    for signal, verb in (
        (account.password_changed, "change_password"),
        (account.password_set, "set_password"),
        (account.password_reset, "reset_password"),
        (account.email_changed, "change_email"),
        (account.email_added, "add_email"),
        (account.email_removed, "remove_email"),
        (mfa.authenticator_added, "add_second_factor"),
        (mfa.authenticator_removed, "remove_second_factor"),
        (mfa.authenticator_reset, "renew_second_factor"),
    ):
        signal.connect(_Recorder(verb), weak=False, dispatch_uid=f"palermo.{verb}")


class _Recorder:
    def __init__(self, verb: str) -> None:
        self._verb = verb

    def __call__(self, *, user: Person, authenticator: Any = None, **_: Any) -> None:
        detail = {"type": str(authenticator.type)} if authenticator is not None else {}
        with transaction.atomic():  # joins the transaction that `sign_in_urls` opens around the change
            record(by=user, verb=self._verb, room=ROOM, subject=user.identifier, detail=detail)
