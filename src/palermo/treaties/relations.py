"""Which instruments bind two States to one another, and what reservations and objections take out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    bound, touched, states = _masks(ledger, codes, on)
    precluded = _precluded(ledger, codes, on)
    unpack = _Unpack(codes)
    links = {}
    for a, b in combinations(sorted(states), 2):
        shared = bound[a] & bound[b] & ~precluded.get((a, b), 0)
        links[a, b] = Link(unpack[shared], unpack[shared & (touched[a] | touched[b])])
    return links


class _Unpack(dict[int, tuple[str, ...]]):
    """From a set of bits to the codes they stand for; the same set is unpacked once."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, mask: int) -> tuple[str, ...]:
        self[mask] = tuple(code for place, code in enumerate(self._codes) if mask >> place & 1)
        return self[mask]


def _masks(ledger: Holdings, codes: list[str], on: date) -> tuple[dict[str, int], dict[str, int], Iterable[str]]:
    bound: dict[str, int] = defaultdict(int)
    touched: dict[str, int] = defaultdict(int)
    grid = ledger.grid(on)
    for place, code in enumerate(codes):
        for state, cell in grid.rows[code].items():
            bound[state] |= (cell.code is Code.BOUND) << place
    place_of = {code: place for place, code in enumerate(codes)}
    for (instrument, state), acts in ledger.narrowing.items():
        if instrument in place_of and any(act.earliest <= on for act in acts):
            touched[state] |= 1 << place_of[instrument]
    return bound, touched, ledger.catalogue.states


def _precluded(ledger: Holdings, codes: list[str], on: date) -> dict[tuple[str, str], int]:
    held: dict[tuple[str, str], int] = defaultdict(int)
    for acts in ledger.narrowing.values():
        for act in acts:
            if act.precludes and act.towards and act.earliest <= on:
                first, second = sorted((act.state, act.towards))
                held[first, second] |= 1 << codes.index(act.instrument)
    return held


def _relation(ledger: Holdings, statuses: tuple[Status, Status], on: date) -> Relation:
    instrument = statuses[0].instrument
    pair = {held.state for held in statuses}
    acts = [
        act
        for held in statuses
        for act in ledger.narrowing.get((instrument, held.state), ())
        if act.earliest <= on and (not act.towards or act.towards in pair)
    ]
    reservations = tuple(act for act in acts if act.kind is ActKind.RESERVATION and act.articles)
    return Relation(
        instrument=instrument,
        statuses=statuses,
        since=max(held.since for held in statuses if held.since is not None),
        taken_out=tuple(sorted({article for act in reservations for article in act.articles}, key=_by_number)),
        reservations=reservations,
        to_read=tuple(act for act in acts if act not in reservations and not act.precludes),
        precluded_by=next((act for act in acts if act.precludes and act.towards), None),
    )


def _by_number(article: str) -> tuple[int, str]:
    digits = "".join(char for char in article if char.isdigit())
    return (int(digits) if digits else 0, article)
