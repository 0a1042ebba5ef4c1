"""The chain's arithmetic: what is hashed, and what a broken link looks like. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as the chain sees it; `detail` is canonical JSON text."""

    sequence: int
    at: datetime
    actor: str
    actor_label: str
    verb: str
    room: str
    subject: str
    detail: str
    previous: str
    hash: str = ""

    def digest(self) -> str:
        """SHA-256, in hex, over the canonical JSON of every field but the hash itself."""
        held = {name: getattr(self, name) for name in self.__slots__ if name not in ("at", "hash")}
        held["at"] = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return hashlib.sha256(canonical(held).encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold, and why; the reasons are those of `queries.Verdict`."""

    sequence: int
    reason: str


def canonical(value: Mapping[str, Any]) -> str:
    """One text for one value: sorted keys, no spaces, ASCII; raise `TypeError` or `ValueError` for no JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def follow(links: Iterable[Link], after: Link | None = None) -> Iterator[Link | Break]:
    """Each link that holds, in order, and then, where one does not, a `Break`; nothing after it."""
    sequence, previous = (after.sequence, after.hash) if after else (0, GENESIS)
    for link in links:
        if link.sequence != sequence + 1:
            yield Break(sequence + 1, "missing")
            return
        if link.previous != previous:
            yield Break(link.sequence, "unlinked")
            return
        if link.digest() != link.hash:
            yield Break(link.sequence, "edited")
            return
        yield link
        sequence, previous = link.sequence, link.hash


def flaw_at_end(last: Link | None, head: tuple[int, str]) -> Break | None:
    """What is wrong where the links end, given the number and hash that the head keeps; None if they agree."""
    sequence, digest = (last.sequence, last.hash) if last else (0, GENESIS)
    if head[0] > sequence:
        return Break(sequence + 1, "cut")
    if head[0] < sequence:
        return Break(head[0] + 1, "surplus")
    return None if head[1] == digest else Break(sequence, "edited")


def first_break(links: Iterable[Link], head: tuple[int, str]) -> Break | None:
    """The first place where this whole chain does not hold; None if it does."""
    last: Link | None = None
    for step in follow(links):
        if isinstance(step, Break):
            return step
        last = step
    return flaw_at_end(last, head)
