"""What a file would change in the register: found by comparing facts, whatever their order and identifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from palermo.reference import RESERVING, Act, ActKind
from palermo.sources.checks import family
from palermo.sources.facts import conflict, facts, identical, improved, same_dated, same_fact

Group = tuple[str, str, str, str]
REPEATED = frozenset(kind.value for kind in RESERVING)
# A second consent needs a denunciation before it, a second denunciation a consent.
TURNED_BY = {"consent": "denunciation", "denunciation": "consent"}
BY_IDENTIFIER = frozenset({ActKind.STRUCK, ActKind.WITHDRAWAL})


@dataclass(frozen=True, slots=True)
class Difference:
    """Five lists, each in order of identifier.

    `new`: acts that the register does not know. `changed`: pairs of the act held and the one proposed in its place,
    which says the same with better or other detail. `contradicting`: pairs of the act held and the one in the file
    that cannot both be true; for a person to decide. `unchanged`: acts held that the file confirms. `missing`: acts
    held of the kinds that the file lists for that instrument, but which it does not list; information, never an act.
    """

    new: tuple[Act, ...]
    changed: tuple[tuple[Act, Act], ...]
    contradicting: tuple[tuple[Act, Act], ...]
    unchanged: tuple[Act, ...]
    missing: tuple[Act, ...]


def compare(existing: Iterable[Act], incoming: Iterable[Act]) -> Difference:
    """Compare the acts that the register holds with those of a file; pure, and the same for any order of either."""
    held = Held(tuple(existing))
    found = Found()
    groups: dict[Group, list[Act]] = defaultdict(list)
    offered = list({_order(act): act for act in sorted(incoming, key=_order)}.values())
    replaced = {act.replaces for act in offered if act.replaces}
    held.mark(offered)
    for act in offered:
        if act.kind in BY_IDENTIFIER or act.replaces or act.id in replaced:
            _by_identifier(held, act, found)
        else:
            groups[_group(act)].append(act)
    for group in sorted(groups):
        _by_fact(held, group, groups[group], found)
    return found.settled(held, {(act.instrument, family(act.kind)) for act in offered})


class Held:
    """The acts of the register: all by identifier, and those that still stand by what they are about."""

    def __init__(self, acts: tuple[Act, ...]) -> None:
        self.all = {act.id: act for act in acts}
        # Identifiers given while comparing, so that two proposals never get the same one.
        self.taken = set(self.all)
        self.turns: dict[tuple[str, str, str], set[date]] = defaultdict(set)
        replaced = {act.replaces for act in acts if act.replaces}
        self.standing: dict[Group, list[Act]] = defaultdict(list)
        self.struck: dict[Group, list[tuple[Act, Act]]] = defaultdict(list)
        for act in sorted(acts, key=_order):
            if act.kind is ActKind.STRUCK:
                if act.replaces in self.all:
                    self.struck[_group(self.all[act.replaces])].append((act, self.all[act.replaces]))
            elif act.id not in replaced:
                self.standing[_group(act)].append(act)

    def mark(self, incoming: Iterable[Act]) -> None:
        """Learn when States consented and left, from the register and the file together."""
        standing = (act for acts in self.standing.values() for act in acts)
        for act in (*standing, *incoming):
            self.turns[act.instrument, act.state, family(act.kind)].add(_when(act))

    def parted(self, group: Group, one: Act, other: Act) -> bool:
        """Whether a State left, or came back, between two acts of one family, so that both can be true."""
        between = TURNED_BY.get(group[2])
        first, last = sorted((_when(one), _when(other)))
        return any(first <= day <= last for day in self.turns.get((group[0], group[1], between or ""), ()))

    def free(self, identifier: str) -> str:
        """`identifier`, or with the smallest number that makes it a new one."""
        number, free = 1, identifier
        while free in self.taken:
            number += 1
            free = f"{identifier}.{number}"
        self.taken.add(free)
        return free


@dataclass
class Found:
    """What has been found so far."""

    new: list[Act] = field(default_factory=list)
    changed: list[tuple[Act, Act]] = field(default_factory=list)
    contradicting: list[tuple[Act, Act]] = field(default_factory=list)
    unchanged: dict[str, Act] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def settled(self, held: Held, listed: set[tuple[str, str]]) -> Difference:
        """The lists in order, and what of the kinds in `listed` the file did not mention."""
        missing = (
            act
            for group, acts in held.standing.items()
            for act in acts
            if (group[0], group[2]) in listed and act.id not in self.met
        )
        return Difference(
            tuple(sorted(self.new, key=_order)),
            tuple(sorted(self.changed, key=lambda pair: pair[0].id)),
            tuple(sorted(self.contradicting, key=lambda pair: (pair[0].id, pair[1].id))),
            tuple(self.unchanged[key] for key in sorted(self.unchanged)),
            tuple(sorted(missing, key=_order)),
        )


def _by_identifier(held: Held, act: Act, found: Found) -> None:
    """Entries about other entries (corrections, strikes, withdrawals) are known by their identifier alone."""
    known = held.all.get(act.id)
    if known is None:
        found.new.append(act)
        return
    found.met.add(known.id)
    if identical(known, act):
        found.unchanged[known.id] = known
    else:
        found.contradicting.append((known, act))


def _by_fact(held: Held, group: Group, acts: list[Act], found: Found) -> None:
    left, offered = list(held.standing.get(group, ())), list(acts)
    for fits in (identical, same_dated, same_fact):
        for act in tuple(offered):
            match = next((known for known in left if fits(known, act)), None)
            if match is not None:
                offered.remove(act)
                left.remove(match)
                _matched(held, match, act, found)
    for act in offered:
        _unmatched(held, group, act, found)


def _matched(held: Held, known: Act, act: Act, found: Found) -> None:
    found.met.add(known.id)
    if conflict(known, act):
        found.contradicting.append((known, act))
        return
    proposed = improved(known, act)
    if proposed is None:
        found.unchanged[known.id] = known
    else:
        found.changed.append((known, _identified(proposed, held.free(act.id))))


def _unmatched(held: Held, group: Group, act: Act, found: Found) -> None:
    """An act that no standing entry tells: contradicts one, was struck before, or is new."""
    struck = next((strike for strike, target in held.struck.get(group, ()) if same_fact(target, act)), None)
    if struck is not None:
        found.contradicting.append((struck, act))
        return
    rival = None if group[2] in REPEATED else _rival(held, group, act)
    if rival is None:
        found.new.append(_identified(act, held.free(act.id)))
    else:
        found.met.add(rival.id)
        found.contradicting.append((rival, act))


def _rival(held: Held, group: Group, act: Act) -> Act | None:
    """The standing entry that cannot be true beside `act`: the nearest in time, where no turn parts the two."""
    rivals = [known for known in held.standing.get(group, ()) if not held.parted(group, known, act)]
    return min(rivals, key=lambda known: (abs((_when(known) - _when(act)).days), known.id), default=None)


def _identified(act: Act, identifier: str) -> Act:
    return replace(act, id=identifier)


def _when(act: Act) -> date:
    held = act.date or act.effect
    return held.latest if held else act.recorded


def _group(act: Act) -> Group:
    return (act.instrument, act.state, family(act.kind), act.towards)


def _order(act: Act) -> tuple[str, str]:
    return (act.id, repr(facts(act)))
