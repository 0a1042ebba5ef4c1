"""The one way into the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from palermo.web.audit import clock
from palermo.web.audit.chain import Link, canonical
from palermo.web.audit.models import ChainHead, Entry


class Actor(Protocol):
    """Whoever acts: an identifier that stays (`person:12`) and a label for people to read."""

    @property
    def identifier(self) -> str:
        """What the log keeps."""

    @property
    def label(self) -> str:
        """What the log shows."""


@dataclass(frozen=True, slots=True)
class By:
    """An actor without an account: the service itself, or whoever sits at the machine's command line."""

    identifier: str
    label: str


SYSTEM = By("system", "Palermo")
OPERATOR = By("operator", "Operator at the command line")


class OutsideTransaction(RuntimeError):  # noqa: N818 -- named for what happened
    """An entry was to be recorded apart from the write that it speaks of."""


class NoHead(RuntimeError):  # noqa: N818 -- named for what is wrong
    """The chain's head is gone, so nobody can say where the log ends; nothing is written until that is cleared up."""


def record(
    *,
    by: Actor,
    verb: str,
    room: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Append one entry in the transaction of its write. Call it last: it holds the chain's lock.

    `verb` is what was done (`invite`), `room` where, `subject` to what (`organisation:4`), `detail` JSON without
    secrets. Raise `OutsideTransaction` where there is no transaction and `NoHead` where the chain has lost its head.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(
            f"{verb} {subject}: expected an open transaction; write and record inside one transaction.atomic()"
        )
    moment = at or clock.now()
    if moment.tzinfo is None:
        raise ValueError(f"{verb} {subject}: expected a moment with a time zone, got {moment.isoformat()}")
    # PostgreSQL locks the row. SQLite took its only write lock when the transaction began (IMMEDIATE).
    head = ChainHead.objects.select_for_update().filter(pk=1).first()
    if head is None:
        raise NoHead("the audit log has no head; run `palermo audit verify` and restore from a backup")
    link = Link(
        head.sequence + 1, moment, by.identifier, by.label, verb, room, subject, canonical(detail or {}), head.hash
    )
    return _append(replace(link, hash=link.digest()))


def _append(link: Link) -> Entry:
    entry = Entry.objects.create(**{field.name: getattr(link, field.name) for field in fields(link)})
    ChainHead.objects.filter(pk=1).update(sequence=link.sequence, hash=link.hash)
    return entry
