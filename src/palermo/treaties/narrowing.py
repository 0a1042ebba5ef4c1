"""The acts that narrow what binds: reservations, declarations and objections that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from palermo.reference import RESERVING, Act, ActKind


def narrowing(acts: Iterable[Act]) -> dict[tuple[str, str], tuple[Act, ...]]:
    """Reservations, declarations and objections that stand, by instrument and State: those withdrawn are gone.

    An undated one is taken to stand from the beginning: who looks for a legal basis must not overlook it.
    """
    acts = list(acts)
    withdrawn = {act.subject for act in acts if act.kind is ActKind.WITHDRAWAL}
    held: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in acts:
        if act.kind in RESERVING and act.counted and act.id not in withdrawn:
            held[act.instrument, act.state].append(act)
    return {pair: tuple(sorted(found, key=lambda act: act.id)) for pair, found in held.items()}
