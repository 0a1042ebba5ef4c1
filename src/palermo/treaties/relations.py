"""Which instruments bind two States to one another, and what reservations and objections take out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from palermo.reference import Act, ActKind
from palermo.treaties.holdings import Holdings
from palermo.treaties.status import Code, Status


@dataclass(frozen=True, slots=True)
class Relation:
    """One instrument in force for both of two States.

    `statuses` are theirs, in order of code, and so is everything else: the relation is the same seen from either
    side. `since` is the day from which both are bound. `taken_out` are the articles that a reservation of either
    takes out between them (Vienna Convention on the Law of Treaties, article 21). `to_read` are acts of either that
    may narrow the relation, but of which the source gives no articles, no kind or no addressee. `precluded_by` is
    the objection that keeps the instrument from being in force between the two, else None.
    """

    instrument: str
    statuses: tuple[Status, Status]
    since: date
    taken_out: tuple[str, ...]
    reservations: tuple[Act, ...]
    to_read: tuple[Act, ...]
    precluded_by: Act | None

    @property
    def in_force(self) -> bool:
        """Whether the instrument is a legal basis between the two."""
        return self.precluded_by is None

    @property
    def as_of(self) -> date | None:
        """The day up to which both are known; None where that is not known of either."""
        days = [held.as_of for held in self.statuses if held.as_of is not None]
        return min(days) if len(days) == 2 else None


@dataclass(frozen=True, slots=True)
class Link:
    """The instruments in force between two States, and those among them that a reservation or objection touches."""

    instruments: tuple[str, ...]
    touched: tuple[str, ...]


def relations(ledger: Holdings, a: str, b: str, on: date) -> tuple[Relation, ...]:
    """The relations of two different States on a day, in the catalogue's order of instruments."""
    if a == b:
        raise ValueError(f"expected two different States, got {a} twice")
    first, second = sorted((a, b))
    theirs = {held.instrument: held for held in ledger.bound(second, on)}
    return tuple(
        _relation(ledger, (held, theirs[held.instrument]), on)
        for held in ledger.bound(first, on)
        if held.instrument in theirs
    )


def network(ledger: Holdings, on: date) -> Mapping[tuple[str, str], Link]:
    """The links of all pairs of States. An instrument is one bit of a number, so that a pair costs one operation."""
    codes = [held.code for held in ledger.catalogue.ordered]
    bound = _bound(ledger, codes, on)
    touched, towards, precluded = _touched(ledger, codes, on)
    unpack = _Unpack(codes)
    links = {}
    for pair in combinations(sorted(ledger.catalogue.states), 2):
        a, b = pair
        shared = bound[a] & bound[b] & ~precluded[pair]
        links[pair] = Link(unpack[shared], unpack[shared & (touched[a] | touched[b] | towards[pair])])
    return links


class _Unpack(dict[int, tuple[str, ...]]):
    """From a set of bits to the codes they stand for; the same set is unpacked once."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, mask: int) -> tuple[str, ...]:
        codes, rest = [], mask
        while rest:
            lowest = rest & -rest
            codes.append(self._codes[lowest.bit_length() - 1])
            rest ^= lowest
        self[mask] = tuple(codes)
        return self[mask]


def _bound(ledger: Holdings, codes: list[str], on: date) -> dict[str, int]:
    bound = dict.fromkeys(ledger.catalogue.states, 0)
    grid = ledger.grid(on)
    for place, code in enumerate(codes):
        for state, cell in grid.rows[code].items():
            bound[state] |= (cell.code is Code.BOUND) << place
    return bound


Pairs = defaultdict[tuple[str, str], int]


def _touched(ledger: Holdings, codes: list[str], on: date) -> tuple[defaultdict[str, int], Pairs, Pairs]:
    """The instruments touched for one State towards all, for two States only, and precluded between two."""
    bits = {code: 1 << place for place, code in enumerate(codes)}
    touched: defaultdict[str, int] = defaultdict(int)
    towards, precluded = Pairs(int), Pairs(int)
    for instrument, state in ledger.narrowing:
        bit = bits.get(instrument, 0)
        for act in ledger.standing(instrument, state, on):
            if act.towards:
                held = precluded if act.precludes else towards
                held[min(state, act.towards), max(state, act.towards)] |= bit
            else:
                touched[state] |= bit
    return touched, towards, precluded


def _relation(ledger: Holdings, statuses: tuple[Status, Status], on: date) -> Relation:
    instrument = statuses[0].instrument
    pair = {held.state for held in statuses}
    acts = [
        act
        for held in statuses
        for act in ledger.standing(instrument, held.state, on)
        if not act.towards or act.towards in pair
    ]
    precluding = [act for act in acts if act.precludes and act.towards]
    reservations = tuple(act for act in acts if act.kind is ActKind.RESERVATION and act.articles)
    return Relation(
        instrument=instrument,
        statuses=statuses,
        since=max(held.since for held in statuses if held.since is not None),
        taken_out=tuple(sorted({article for act in reservations for article in act.articles}, key=_by_number)),
        reservations=reservations,
        to_read=tuple(act for act in acts if act not in reservations and act not in precluding),
        precluded_by=next(iter(precluding), None),
    )


def _by_number(article: str) -> tuple[int, str]:
    digits = "".join(char for char in article if char.isdigit())
    return (int(digits) if digits else 0, article)
