"""What a State's acts make of it towards an instrument on a day, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from palermo.reference import Act


class Code(StrEnum):
    """Where a State stands. A party, as the depositary counts, is `bound` or `consented`."""

    BOUND = "bound"
    CONSENTED = "consented"
    SIGNATORY = "signatory"
    WITHDRAWN = "withdrawn"
    NO_ACT = "no-act"
    UNKNOWN = "unknown"


PARTY = frozenset({Code.BOUND, Code.CONSENTED})


@dataclass(frozen=True, slots=True)
class Spell:
    """A time during which one code holds.

    `start` is the first day on which it certainly holds, `earliest` the first on which it can; `act` is what it
    rests upon, and `basis` says how `start` was found (`source`, `rule`, `assumed`).
    """

    code: Code
    start: date
    earliest: date
    act: Act
    basis: str


def place(spells: tuple[Spell, ...], on: date) -> tuple[Spell | None, Spell | None]:
    """The spell that certainly holds on a day, and the last later one that may already have begun.

    One that would make a party of who is none, or the reverse, goes before one that would not.
    """
    holds: Spell | None = None
    possibly: Spell | None = None
    inside = turns = False
    for spell in spells:
        if spell.start <= on:
            holds, inside = spell, spell.code in PARTY
        elif spell.earliest <= on and ((spell.code in PARTY) != inside or not turns):
            possibly, turns = spell, (spell.code in PARTY) != inside
    return holds, possibly


def absent(spells: tuple[Spell, ...], within: bool) -> Code:
    """The code before the first spell: `no-act` if the data reach the day and the first thing known is not an end.

    Who left had joined before, on a day that nobody knows.
    """
    return Code.NO_ACT if within and not (spells and spells[0].code is Code.WITHDRAWN) else Code.UNKNOWN


@dataclass(frozen=True, slots=True)
class Status:
    """The status of one State towards one instrument on one day.

    `as_of` is the day up to which the data speak of this State; None where they never do. `possibly` is a later
    spell that may already have begun, because its date is known only to the month or the year.
    """

    state: str
    instrument: str
    on: date
    code: Code
    as_of: date | None
    spell: Spell | None = None
    possibly: Spell | None = None

    @property
    def since(self) -> date | None:
        """The first day on which the code certainly holds; None where no act stands behind it."""
        return self.spell.start if self.spell else None

    @property
    def act(self) -> Act | None:
        """The act on which the code rests."""
        return self.spell.act if self.spell else None

    @property
    def party(self) -> bool | None:
        """Whether the State is a party; None where that is not known.

        `Ledger.parties` counts by `code`, which waits until a change is certain; this does not: in the year in which
        a State left, on a day that nobody knows, it is None.
        """
        if self.code in PARTY:
            return None if self.possibly and self.possibly.code not in PARTY else True
        return None if self.code is Code.UNKNOWN or self.beyond or self.possibly else False

    @property
    def beyond(self) -> bool:
        """Whether the day asked for lies after the last day that the data reach."""
        return self.as_of is None or self.on > self.as_of
