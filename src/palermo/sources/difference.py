"""What a file would change in the register: found by comparing facts, whatever their order and identifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from palermo.reference import RESERVING, Act, ActKind
from palermo.sources.checks import family
from palermo.sources.facts import absorbs, conflict, facts, identical, improved, same_dated, same_fact

Group = tuple[str, str, str, str]
Turns = dict[tuple[str, str, str], set[date]]
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
    offered = list({_order(act): act for act in sorted(incoming, key=_order)}.values())
    replaced = {act.replaces for act in offered if act.replaces}
    found = Found()
    known = {act.id: act for act in existing}
    groups: dict[Group, list[Act]] = defaultdict(list)
    for act in offered:
        if act.kind in BY_IDENTIFIER or act.replaces or act.id in replaced:
            _by_identifier(known.get(act.id), act, found)
        else:
            groups[_group(act)].append(act)
    # From here on the register stands as it will once these entries about other entries are accepted.
    held = Held((*known.values(), *found.new))
    left = {group: _match(held, group, groups[group], found) for group in sorted(groups)}
    turns = _turns(held, left)
    for acts in left.values():
        for act in acts:
            _unmatched(held, act, turns, found)
    return found.settled(held, set(known), {(act.instrument, family(act.kind)) for act in offered})


class Held:
    """The acts of the register: all by identifier, and those that still stand by what they are about."""

    def __init__(self, acts: tuple[Act, ...]) -> None:
        known = {act.id: act for act in acts}
        # Identifiers given while comparing, so that two proposals never get the same one.
        self.taken = set(known)
        self.origin: dict[str, Act] = {}
        replaced = {act.replaces for act in acts if act.replaces}
        self.standing: dict[Group, list[Act]] = defaultdict(list)
        self.struck: dict[Group, list[tuple[Act, Act]]] = defaultdict(list)
        for act in sorted(acts, key=_order):
            if act.kind is ActKind.STRUCK:
                if act.replaces in known:
                    self.struck[_group(known[act.replaces])].append((act, known[act.replaces]))
            elif act.id not in replaced:
                self.standing[_group(act)].append(act)

    def free(self, identifier: str) -> str:
        """`identifier`, or with the smallest number that makes it a new one."""
        number, free = 1, identifier
        while free in self.taken:
            number += 1
            free = f"{identifier}.{number}"
        self.taken.add(free)
        return free

    def correct(self, known: Act, proposed: Act) -> None:
        """Let `proposed` stand in the place of `known` for the rest of the comparison."""
        group = self.standing[_group(known)]
        group[group.index(known)] = proposed
        self.origin[proposed.id] = known


@dataclass
class Found:
    """What has been found so far."""

    new: list[Act] = field(default_factory=list)
    changed: list[tuple[Act, Act]] = field(default_factory=list)
    contradicting: list[tuple[Act, Act]] = field(default_factory=list)
    unchanged: dict[str, Act] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def settled(self, held: Held, known: set[str], listed: set[tuple[str, str]]) -> Difference:
        """The lists in order, and what of the kinds in `listed` the file did not mention."""
        missing = (
            act
            for group, acts in held.standing.items()
            for act in acts
            if act.id in known and (group[0], group[2]) in listed and act.id not in self.met
        )
        return Difference(
            tuple(sorted(self.new, key=_order)),
            tuple(sorted(self.changed, key=lambda pair: pair[0].id)),
            tuple(sorted(self.contradicting, key=lambda pair: (pair[0].id, _order(pair[1])))),
            tuple(self.unchanged[key] for key in sorted(self.unchanged)),
            tuple(sorted(missing, key=_order)),
        )


def _by_identifier(known: Act | None, act: Act, found: Found) -> None:
    """Entries about other entries (corrections, strikes, withdrawals) are known by their identifier alone."""
    if known is None:
        found.new.append(act)
        return
    found.met.add(known.id)
    if identical(known, act):
        found.unchanged[known.id] = known
    else:
        found.contradicting.append((known, act))


def _match(held: Held, group: Group, acts: list[Act], found: Found) -> list[Act]:
    """Pair each act with the standing entry that tells the same fact; give back those that have none.

    The surest pairs come first: the same in every word; the entry that an earlier import of this act made; an entry
    that already says as much; dates that can be one day; anything that can be one fact.
    """
    left, offered = list(held.standing.get(group, ())), list(acts)
    for fits in (identical, _made_from, absorbs, same_dated, same_fact):
        for act in tuple(offered):
            match = next((known for known in left if fits(known, act)), None)
            if match is not None:
                offered.remove(act)
                left.remove(match)
                _matched(held, match, act, found)
    return offered


def _made_from(known: Act, act: Act) -> bool:
    stem, _, number = known.id.rpartition(".")
    return (known.id == act.id or (stem == act.id and number.isdecimal())) and absorbs(known, act)


def _matched(held: Held, known: Act, act: Act, found: Found) -> None:
    found.met.add(known.id)
    proposed = improved(known, act)
    if conflict(known, act):
        found.contradicting.append((known, act))
    elif proposed is None:
        found.unchanged[known.id] = known
    else:
        named = replace(proposed, id=held.free(act.id))
        held.correct(known, named)
        found.changed.append((known, named))


def _turns(held: Held, left: dict[Group, list[Act]]) -> Turns:
    """When States consented and left, from the register and the file together."""
    turns: Turns = defaultdict(set)
    for acts in (*held.standing.values(), *left.values()):
        for act in acts:
            turns[act.instrument, act.state, family(act.kind)].add(_when(act))
    return turns


def _unmatched(held: Held, act: Act, turns: Turns, found: Found) -> None:
    """An act that no standing entry tells: contradicts one, was struck before, or is new."""
    group = _group(act)
    struck = next((strike for strike, target in held.struck.get(group, ()) if same_fact(target, act)), None)
    rival = None if group[2] in REPEATED else _rival(held, group, act, turns)
    if struck is not None:
        found.contradicting.append((struck, act))
    elif rival is not None:
        shown = held.origin.get(rival.id, rival)
        found.met.add(shown.id)
        found.contradicting.append((shown, act))
    else:
        found.new.append(replace(act, id=held.free(act.id)))


def _rival(held: Held, group: Group, act: Act, turns: Turns) -> Act | None:
    """The standing entry that cannot be true beside `act`: the nearest in time, where no turn parts the two."""
    days = turns.get((group[0], group[1], TURNED_BY.get(group[2], "")), set())
    rivals = [known for known in held.standing.get(group, ()) if not _parted(known, act, days)]
    return min(rivals, key=lambda known: (abs((_when(known) - _when(act)).days), known.id), default=None)


def _parted(one: Act, other: Act, days: set[date]) -> bool:
    """Whether a State left, or came back, between two acts of one family, so that both can be true."""
    first, last = sorted((_when(one), _when(other)))
    return any(first <= day <= last for day in days)


def _when(act: Act) -> date:
    held = act.date or act.effect
    return held.latest if held else act.recorded


def _group(act: Act) -> Group:
    return (act.instrument, act.state, family(act.kind), act.towards)


def _order(act: Act) -> tuple[str, str]:
    return (act.id, repr(facts(act)))
