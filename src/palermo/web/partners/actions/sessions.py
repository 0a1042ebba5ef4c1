"""Ending a session somewhere else."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import transaction

from palermo.web.audit.actions import Actor
from palermo.web.partners import rules
from palermo.web.partners.actions.asking import ask, log


@transaction.atomic
def revoke_session(*, by: Actor, session: UserSession) -> None:
    """Sign a browser out, at once. Raise `Refused` where it is somebody else's. The log keeps no session key."""
    ask(by, rules.check_may_revoke, session.user_id)
    number = session.pk
    session.end()
    log(by, "revoke_session", f"session:{number}", owner=f"person:{session.user_id}")
