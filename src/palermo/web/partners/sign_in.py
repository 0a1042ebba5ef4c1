"""Records in the log what people change about their own sign-in, which allauth does for them.

Second factors are watched at their table, because allauth tells of them only after the transaction; the row must be
in it. `sign_in_urls` opens that transaction around each change.
"""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from palermo.web.partners.actions.asking import log
from palermo.web.partners.models import Person

CHANGES = (
    (account.password_changed, "change_password"),
    (account.password_set, "set_password"),
    (account.password_reset, "reset_password"),
    (account.email_changed, "change_email"),
    (account.email_added, "add_email"),
    (account.email_removed, "remove_email"),
)


def connect() -> None:
    """Listen to allauth and to the table of second factors."""
    for signal, verb in CHANGES:
        signal.connect(_Recorder(verb), weak=False, dispatch_uid=f"palermo.{verb}")
    post_save.connect(added, sender=Authenticator, dispatch_uid="palermo.added")
    post_delete.connect(removed, sender=Authenticator, dispatch_uid="palermo.removed")


def added(*, instance: Authenticator, created: bool, **_: Any) -> None:
    """Record a new passkey, app or set of recovery codes; being used changes the row too, and is no news."""
    if created:
        _record(instance.user, "add_second_factor", type=str(instance.type))


def removed(*, instance: Authenticator, **_: Any) -> None:
    """Record that one is gone."""
    _record(instance.user, "remove_second_factor", type=str(instance.type))


class _Recorder:
    def __init__(self, verb: str) -> None:
        self._verb = verb

    def __call__(self, *, user: Person, **_: Any) -> None:
        _record(user, self._verb)


def _record(person: Person, verb: str, **detail: str) -> None:
    with transaction.atomic():  # joins the one that is open
        log(person, verb, person.identifier, **detail)
