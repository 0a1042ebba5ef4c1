"""What happened between two days: acts of States, and what took effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from palermo.reference import Act
from palermo.treaties.holdings import Holdings
from palermo.treaties.status import Code

ENTERED, ENDED = "entry into force", "end"


@dataclass(frozen=True, slots=True)
class Change:
    """One event: `what` is the kind of the act, or `entry into force` or `end` for the State. `day` is certain."""

    day: date
    what: str
    act: Act


def changes(ledger: Holdings, since: date, until: date) -> tuple[Change, ...]:
    """The changes from `since` to `until`, both included, in order of day, instrument and State.

    Acts that no source dates are left out: nobody knows that they belong here.
    """
    if until < since:
        raise ValueError(f"expected a span that ends after it begins, got {since} to {until}")
    found = [
        Change(act.day, act.kind.value, act)
        for act in ledger.current
        if act.date is not None and since <= act.day <= until
    ]
    found += [
        Change(spell.start, ENTERED if spell.code is Code.BOUND else ENDED, spell.act)
        for states in ledger.folded.values()
        for spells in states.values()
        for spell in spells
        if spell.code in (Code.BOUND, Code.WITHDRAWN) and since <= spell.start <= until
    ]
    return tuple(sorted(found, key=_order))


def _order(change: Change) -> tuple[date, str, str, str, str]:
    return change.day, change.act.instrument, change.act.state, change.what, change.act.id
