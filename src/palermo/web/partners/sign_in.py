"""Records in the log what people change about their own sign-in, which allauth does for them.

Second factors are watched at their table, because allauth tells of them only after the transaction; the row must be
in it. `sign_in_urls` opens that transaction around each change. An account of an identity provider is connected while
that provider is asked, so its row follows in a transaction of its own.
"""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from palermo.web.partners.actions.asking import log
from palermo.web.partners.models import SECOND_FACTORS, Person

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
    post_save.connect(connected, sender=SocialAccount, dispatch_uid="palermo.connected")
    post_delete.connect(disconnected, sender=SocialAccount, dispatch_uid="palermo.disconnected")


def added(*, instance: Authenticator, created: bool, **_: Any) -> None:
    """Record a new passkey, app or set of recovery codes; being used changes the row too, and is no news."""
    if created:
        ended = _end_other_sessions(instance.user) if _is_first(instance) else 0
        _record(instance.user, "add_second_factor", type=str(instance.type), sessions_ended=ended)


def removed(*, instance: Authenticator, **_: Any) -> None:
    """Record that one is gone."""
    _record(instance.user, "remove_second_factor", type=str(instance.type))


def connected(*, instance: SocialAccount, created: bool, **_: Any) -> None:
    """Record that an identity provider may vouch for this person; each later sign-in saves the row too."""
    if created:
        _record(instance.user, "connect_provider", provider=str(instance.provider))


def disconnected(*, instance: SocialAccount, **_: Any) -> None:
    """Record that it may no longer."""
    _record(instance.user, "disconnect_provider", provider=str(instance.provider))


def _is_first(factor: Authenticator) -> bool:
    others = Authenticator.objects.filter(user=factor.user, type__in=SECOND_FACTORS).exclude(pk=factor.pk)
    return factor.type in SECOND_FACTORS and not others.exists()


def _end_other_sessions(person: Person) -> int:
    """Sessions from before there was a second factor came in by password alone, and could from now on write."""
    here = context.request.session.session_key if context.request else ""
    ended = 0
    for session in UserSession.objects.filter(user=person).exclude(session_key=here):
        session.end()
        ended += 1
    return ended


class _Recorder:
    def __init__(self, verb: str) -> None:
        self._verb = verb

    def __call__(self, *, user: Person, **_: Any) -> None:
        _record(user, self._verb)


def _record(person: Person, verb: str, **detail: str | int) -> None:
    with transaction.atomic():  # joins the one that is open
        log(person, verb, person.identifier, **detail)
