"""Asks the rules on behalf of whoever acts, and writes the room's rows in the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from palermo.web.audit.actions import Actor, By, record
from palermo.web.partners.permissions import standing
from palermo.web.partners.rules import Standing

P = ParamSpec("P")


def ask(by: Actor, check: Callable[Concatenate[Standing, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Raise `Refused` where the rule says no.

    Rules are for people with accounts. Who works at the machine's command line owns the database already, so that a
    refusal would only move them to a cruder tool that leaves no row in the log.
    """
    if not isinstance(by, By):
        check(standing(by), *args, **kwargs)


def log(by: Actor, verb: str, subject: str, **detail: Any) -> None:
    """One row for this room."""
    record(by=by, verb=verb, room="partners", subject=subject, detail=detail)
