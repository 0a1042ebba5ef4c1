"""Reads of the log: its entries for people, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from palermo.web.audit.chain import GENESIS, Break, Link, flaw_at_end, follow
from palermo.web.audit.models import ChainHead, Entry

CHUNK = 2000
FIELDS = Link.__slots__


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the chain holds. `length` entries were found good; `head` is the hash of the last of them.

    Where it does not: `broken_at` is the first bad number and `reason` one of `edited` (content and hash disagree),
    `unlinked` (not the successor of the one before), `missing` (a number is gone), `cut` (the end is gone),
    `surplus` (entries beyond the head), `no_head`, or `anchor` (another chain than the one noted elsewhere).
    """

    ok: bool
    length: int
    head: str
    broken_at: int | None = None
    reason: str = ""


def entries(
    *,
    actor: str = "",
    verb: str = "",
    room: str = "",
    subject: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Entry]:
    """Entries, newest first; each filter narrows, an empty one does not."""
    exact = {"actor": actor, "verb": verb, "room": room, "subject": subject}
    found = Entry.objects.filter(**{name: value for name, value in exact.items() if value})
    if since:
        found = found.filter(at__date__gte=since)
    if until:
        found = found.filter(at__date__lte=until)
    return found.order_by("-sequence")


def verify(*, anchor: tuple[int, str] | None = None) -> Verdict:
    """Follow the whole chain, in constant memory, with what is written meanwhile.

    `anchor` is a number and hash noted outside this database on an earlier day: who can rewrite every row and every
    hash here cannot rewrite that.
    """
    last: Link | None = None
    while True:
        head = ChainHead.objects.filter(pk=1).first()
        if head is None:
            return _broken(last, Break(last.sequence + 1 if last else 1, "no_head"))
        for step in follow(_links(after=last, until=head.sequence), after=last):
            if isinstance(step, Break):
                return _broken(last, step)
            last = step
            if anchor and step.sequence == anchor[0] and step.hash != anchor[1]:
                return _broken(last, Break(step.sequence, "anchor"))
        if (flaw := flaw_at_end(last, (head.sequence, head.hash))) is not None:
            return _broken(last, flaw)
        if not Entry.objects.filter(sequence__gt=head.sequence).exists():
            return _whole(last, anchor)
        if ChainHead.objects.filter(pk=1, sequence=head.sequence).exists():
            return _broken(last, Break(head.sequence + 1, "surplus"))


def _links(*, after: Link | None, until: int) -> Iterator[Link]:
    found = Entry.objects.filter(sequence__gt=after.sequence if after else -1, sequence__lte=until)
    for row in found.order_by("sequence").values_list(*FIELDS).iterator(chunk_size=CHUNK):
        yield Link(*row)


def _whole(last: Link | None, anchor: tuple[int, str] | None) -> Verdict:
    length = last.sequence if last else 0
    if anchor and anchor[0] > length:
        return _broken(last, Break(length + 1, "cut"))
    return Verdict(True, length, last.hash if last else GENESIS)


def _broken(last: Link | None, flaw: Break) -> Verdict:
    good = min(last.sequence if last else 0, max(flaw.sequence - 1, 0))
    return Verdict(False, good, last.hash if last else GENESIS, flaw.sequence, flaw.reason)
