"""How the number of parties to an instrument grew and fell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from palermo.treaties.holdings import Holdings
from palermo.treaties.status import PARTY


@dataclass(frozen=True, slots=True)
class Point:
    """A day on which the number of parties changed: who joined, who left, and how many were parties after it."""

    day: date
    joined: tuple[str, ...]
    left: tuple[str, ...]
    parties: int


def timeline(ledger: Holdings, instrument: str) -> tuple[Point, ...]:
    """The points of an instrument in order of day. Consents known to a year only count at its end."""
    joined: dict[date, list[str]] = {}
    left: dict[date, list[str]] = {}
    for state, spells in ledger.folded.get(instrument, {}).items():
        inside = False
        for spell in spells:
            if (spell.code in PARTY) != inside:
                inside = not inside
                (joined if inside else left).setdefault(spell.start, []).append(state)
    points, parties = [], 0
    for day in sorted({*joined, *left}):
        parties += len(joined.get(day, ())) - len(left.get(day, ()))
        points.append(Point(day, tuple(sorted(joined.get(day, ()))), tuple(sorted(left.get(day, ()))), parties))
    return tuple(points)
