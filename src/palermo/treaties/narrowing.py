"""The acts that narrow what binds: reservations, declarations and objections, and how long each stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from palermo.reference import RESERVING, Act, ActKind


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A reservation, declaration or objection, and the day on which it fell; None while it stands."""

    act: Act
    fell: date | None

    def stands(self, on: date) -> bool:
        """Whether it may stand on a day: from the first on which it can have been made until it certainly fell.

        Both ends are wide on purpose. Who looks for a legal basis must not overlook what may take it away.
        """
        return self.act.earliest <= on and (self.fell is None or on < self.fell)


def narrowing(acts: Iterable[Act]) -> dict[tuple[str, str], tuple[Narrowing, ...]]:
    """The narrowing acts by instrument and State, in order of identifier.

    An act falls on the day its withdrawal is certain. An objection that says to which reservation (`subject`) falls
    with it (Vienna Convention on the Law of Treaties, articles 20 to 22).
    """
    counted = [act for act in acts if act.counted]
    fell: dict[str, date] = {}
    for act in counted:
        if act.kind is ActKind.WITHDRAWAL:
            day = act.effect.latest if act.effect else act.day
            fell[act.subject] = min(day, fell.get(act.subject, day))
    held: dict[tuple[str, str], list[Narrowing]] = defaultdict(list)
    for act in sorted(counted, key=lambda act: act.id):
        if act.kind in RESERVING:
            days = [fell[key] for key in (act.id, act.subject) if key in fell]
            held[act.instrument, act.state].append(Narrowing(act, min(days, default=None)))
    return {pair: tuple(found) for pair, found in held.items()}
