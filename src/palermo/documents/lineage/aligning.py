"""Which paragraph answers to which: equal ones first, then those that share sequences of words, the likest first.

An index of sequences finds the candidates, so that the time grows with the length of the texts and not with its
square; a sequence that stands in many paragraphs of both says nothing and is passed over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from palermo.documents.lineage.words import SEQUENCE, sequences

Keys = tuple[str, ...]
Pair = tuple[int, int]
SHORT = 3  # finds what changed in every sixth word
COMMON = 64  # pairs of paragraphs that one sequence may propose
LIKE = 0.5  # share of common words that makes two paragraphs versions of one
WITHIN = 0.7  # share of the shorter that stands in the longer
FEW = 6  # fewer words than this may stand anywhere


@dataclass(frozen=True, slots=True)
class Side:
    """One text: the part each paragraph belongs to, and its words."""

    parts: tuple[str, ...]
    keys: tuple[Keys, ...]


def pairs(old: Side, new: Side) -> tuple[list[Pair], list[Pair]]:
    """Pairs of places, each place once; and further pairs that join what is left over to a pair already made."""
    equal = _equal(old, new)
    taken_old, taken_new = {i for i, _ in equal}, {j for _, j in equal}
    candidates = _candidates(
        [i for i in range(len(old.keys)) if i not in taken_old],
        [j for j in range(len(new.keys)) if j not in taken_new],
        old,
        new,
    )
    alike = _alike(candidates, old, new)
    return equal + alike, _joined(candidates, alike, old, new)


def _equal(old: Side, new: Side) -> list[Pair]:
    """Paragraphs with the same words: in the same part of both texts first, then anywhere."""
    found: list[Pair] = []
    for with_part in (True, False):
        taken_old, taken_new = {i for i, _ in found}, {j for _, j in found}
        places: dict[tuple[str, Keys], list[int]] = defaultdict(list)
        for i in reversed(range(len(old.keys))):
            if i not in taken_old:
                places[old.parts[i] if with_part else "", old.keys[i]].append(i)
        for j, keys in enumerate(new.keys):
            left = places.get((new.parts[j] if with_part else "", keys))
            if left and j not in taken_new:
                found.append((left.pop(), j))
    return found


def _candidates(old_places: list[int], new_places: list[int], old: Side, new: Side) -> set[Pair]:
    """Pairs that share a sequence of six words, or of three, that is rare in both texts."""
    index_old, index_new = _index(old_places, old), _index(new_places, new)
    found: set[Pair] = set()
    for sequence, places in index_old.items():
        others = index_new.get(sequence, [])
        if len(places) * len(others) <= COMMON:
            found.update((i, j) for i in places for j in others)
    return found


def _index(places: list[int], side: Side) -> dict[Keys, list[int]]:
    index: dict[Keys, list[int]] = defaultdict(list)
    for place in places:
        for sequence in sequences(side.keys[place]) | sequences(side.keys[place], SHORT):
            index[sequence].append(place)
    return index


def _alike(candidates: set[Pair], old: Side, new: Side) -> list[Pair]:
    """The likest pairs that exclude each other; the nearer in place where two are as like."""
    counted_old = {i: Counter(old.keys[i]) for i, _ in candidates}
    counted_new = {j: Counter(new.keys[j]) for _, j in candidates}
    scored: list[tuple[float, int, int, int, int]] = []
    for i, j in candidates:
        common = (counted_old[i] & counted_new[j]).total()
        sizes = len(old.keys[i]), len(new.keys[j])
        likeness = 2 * common / sum(sizes)
        within = min(sizes) >= FEW and _shared(old.keys[i], new.keys[j]) >= WITHIN
        if likeness >= LIKE or within:
            scored.append((-likeness, abs(i - j), i + j, i, j))
    return _exclusive((i, j) for *_, i, j in sorted(scored))


def _exclusive(ordered: Iterable[Pair]) -> list[Pair]:
    rows: set[int] = set()
    columns: set[int] = set()
    found: list[Pair] = []
    for i, j in ordered:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return found


def _shared(one: Keys, other: Keys) -> float:
    """How much of the shorter stands in the longer, in sequences of three words."""
    first, second = sequences(one, SHORT), sequences(other, SHORT)
    return len(first & second) / (min(len(first), len(second)) or 1)


def _joined(candidates: set[Pair], alike: list[Pair], old: Side, new: Side) -> list[Pair]:
    """What is left over and stands in a paragraph that has a partner, in words that the partner has not."""
    partner_old, partner_new = dict(alike), {j: i for i, j in alike}
    best: dict[tuple[str, int], tuple[float, Pair]] = {}
    for i, j in sorted(candidates):
        if i in partner_old and j not in partner_new:
            share, place = _adds(new.keys[j], old.keys[i], new.keys[partner_old[i]]), ("split", j)
        elif j in partner_new and i not in partner_old:
            share, place = _adds(old.keys[i], new.keys[j], old.keys[partner_new[j]]), ("merged", i)
        else:
            continue
        if share >= LIKE and share > best.get(place, (0.0, (0, 0)))[0]:
            best[place] = (share, (i, j))
    # A paragraph cannot be split and merged at once: the greater number of pieces wins, and a split where they tie.
    splits = Counter(i for (kind, _), (_, (i, _)) in best.items() if kind == "split")
    mergers = Counter(partner_new[j] for (kind, _), (_, (_, j)) in best.items() if kind == "merged")
    return [
        pair
        for (kind, _), (_, pair) in best.items()
        if (kind == "split") == (splits[_root(kind, pair, partner_new)] >= mergers[_root(kind, pair, partner_new)])
    ]


def _root(kind: str, pair: Pair, partner_new: dict[int, int]) -> int:
    return pair[0] if kind == "split" else partner_new[pair[1]]


def _adds(piece: Keys, whole: Keys, partner: Keys) -> float:
    """The share of a piece that stands in the whole and not in the partner of the whole."""
    if len(piece) < SEQUENCE:
        return 0.0
    own = sequences(piece, SHORT)
    return len((own & sequences(whole, SHORT)) - sequences(partner, SHORT)) / len(own)
