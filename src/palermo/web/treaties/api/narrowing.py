"""Parts of the ledger, so that a narrow question does no more than its own work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from palermo.reference import Act
from palermo.treaties import Change, Finding, Ledger, findings

# Kept for the ledger in use and the one before it: requests that began before a new edition still end on theirs.
KEPT = 2


def as_known(ledger: Ledger, known_on: date | None, state: str) -> Ledger:
    """The ledger as it stood on a day, of one State only: folding everybody's acts again would cost a second.

    Raise `BeforeTheData` for a day before anything at all was recorded.
    """
    if known_on is None:
        return ledger
    held = ledger.as_known(known_on)
    return Ledger(held.catalogue, [act for act in held.acts if act.state == state])


@lru_cache(maxsize=KEPT)
def in_order(ledger: Ledger) -> tuple[Act, ...]:
    """The acts that stand, in order of identifier, so that pages of a list never overlap."""
    return tuple(sorted(ledger.current, key=lambda act: act.id))


@lru_cache(maxsize=KEPT)
def of_state(ledger: Ledger) -> Mapping[str, tuple[Act, ...]]:
    """The acts that stand by State, each in order of identifier."""
    return _grouped(ledger, "state")


@lru_cache(maxsize=KEPT)
def of_instrument(ledger: Ledger) -> Mapping[str, tuple[Act, ...]]:
    """The acts that stand by instrument, each in order of identifier."""
    return _grouped(ledger, "instrument")


def _grouped(ledger: Ledger, by: str) -> Mapping[str, tuple[Act, ...]]:
    found: dict[str, list[Act]] = defaultdict(list)
    for act in in_order(ledger):
        found[getattr(act, by)].append(act)
    return {code: tuple(acts) for code, acts in found.items()}


@lru_cache(maxsize=KEPT)
def by_ref(ledger: Ledger) -> Mapping[str, Act]:
    """Every act by its identifier, with those that were replaced."""
    return {act.id: act for act in ledger.acts}


@lru_cache(maxsize=KEPT)
def replacing(ledger: Ledger) -> Mapping[str, str]:
    """From an entry to the one that replaced or struck it."""
    return {act.replaces: act.id for act in ledger.acts if act.replaces}


@lru_cache(maxsize=KEPT)
def _changes(ledger: Ledger) -> tuple[tuple[date, ...], tuple[Change, ...]]:
    found = ledger.changes(date.min, date.max)
    return tuple(held.day for held in found), found


def changes(ledger: Ledger, since: date, until: date) -> tuple[Change, ...]:
    """The changes of a span, the latest first."""
    days, found = _changes(ledger)
    return found[bisect_left(days, since) : bisect_right(days, until)][::-1]


@lru_cache(maxsize=KEPT)
def contradictions(ledger: Ledger) -> tuple[Finding, ...]:
    """Every contradiction in the acts."""
    return findings(ledger)


@lru_cache(maxsize=KEPT)
def acts_by_source(ledger: Ledger) -> Counter[str]:
    """How many acts rest on each source."""
    return Counter(act.source for act in ledger.current)
