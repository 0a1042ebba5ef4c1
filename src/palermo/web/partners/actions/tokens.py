"""Issuing and revoking tokens for the API."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from palermo.web.audit import clock
from palermo.web.audit.actions import Actor
from palermo.web.partners import keys, rules
from palermo.web.partners.actions.asking import ask, log
from palermo.web.partners.models import Person, Token
from palermo.web.partners.rules import Refused

SCOPES = ("read", "write")
LONGEST_DAYS = 365


@transaction.atomic
def issue_token(*, by: Person, label: str, scopes: Collection[str], days: int) -> tuple[Token, str]:
    """A token for the person themselves, and its text, which is nowhere else and is shown once. Raise `Refused`."""
    ask(by, rules.check_may_issue_token)
    if not scopes or not set(scopes) <= set(SCOPES):
        raise Refused("unknown_scope", _("Choose what the token may do: read, write, or both."))
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused("token_too_long", _("A token lives for 1 to 365 days."))
    now, text = clock.now(), keys.new_token()
    made = Token.objects.create(
        person=by,
        label=label.strip(),
        prefix=text[: keys.PREFIX_LENGTH],
        hash=keys.hashed(text),
        scopes=sorted(scopes),
        issued=now,
        expires=now + timedelta(days=days),
    )
    log(by, "issue_token", made.identifier, scopes=made.scopes, expires=made.expires.isoformat())
    return made, text


@transaction.atomic
def revoke_token(*, by: Actor, token: Token) -> None:
    """Make a token useless, at once and for good. Raise `Refused` where it is somebody else's."""
    held = Token.objects.select_for_update().get(pk=token.pk)
    ask(by, rules.check_may_revoke, held.person_id)
    held.revoked = held.revoked or clock.now()
    held.save(update_fields=["revoked"])
    log(by, "revoke_token", held.identifier, owner=f"person:{held.person_id}")
