"""Two texts side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from palermo.documents.lineage.aligning import Pair, Side, pairs
from palermo.documents.lineage.runs import runs
from palermo.documents.lineage.values import Difference, Pairing
from palermo.documents.lineage.words import words_of
from palermo.documents.tree import Document, Paragraph

Group = tuple[tuple[int, ...], tuple[int, ...]]


def compare(old: Document, new: Document) -> Difference:
    """What became of each paragraph of the old text, and what is new in the new one.

    Swapping the texts swaps new and dropped, split and merged. Raises ValueError for texts in two languages.
    """
    if old.language != new.language:
        raise ValueError(f"expected two texts in one language, got {old.language} ({old.name}) and {new.language}")
    sides = _side(old), _side(new)
    # Always aligned in the same direction, so that the answer to the swapped question is the mirror image.
    turned = (sides[0].keys, sides[0].parts) > (sides[1].keys, sides[1].parts)
    one, extra = pairs(sides[1], sides[0]) if turned else pairs(*sides)
    moved = _moved(one, sides[1] if turned else sides[0], sides[0] if turned else sides[1])
    if turned:
        one, extra, moved = _mirrored(one), _mirrored(extra), set(_mirrored(list(moved)))
    groups = _groups(one, extra)
    texts = tuple(old.paragraphs()), tuple(new.paragraphs())
    found = []
    for rows, columns in _ordered(groups, len(texts[0]), len(texts[1])):
        paragraphs = tuple(texts[0][i] for i in rows), tuple(texts[1][j] for j in columns)
        crossed = bool(rows and columns) and (rows[0], columns[0]) in moved
        found.append(_pairing(old, new, *paragraphs, crossed=crossed))
    return Difference(old.name, new.name, tuple(found))


def _side(document: Document) -> Side:
    parts = ["preamble"] * len(document.preamble) + ["operative"] * len(document.operative)
    paragraphs = tuple(document.paragraphs())
    parts += ["annex"] * (len(paragraphs) - len(parts))
    return Side(tuple(parts), tuple(words_of((paragraph,), document).keys for paragraph in paragraphs))


def _mirrored(found: list[Pair]) -> list[Pair]:
    return [(j, i) for i, j in found]


def _moved(one: list[Pair], old: Side, new: Side) -> set[Pair]:
    """Pairs outside the longest run that has the same order in both texts, or in another part of the new text."""
    ordered = sorted(one)
    ends: list[int] = []
    ranks: list[int] = []
    for _, j in ordered:
        rank = bisect_left(ends, j)
        ends[rank : rank + 1] = [j]
        ranks.append(rank)
    wanted, steady = len(ends) - 1, set()
    for pair, rank in zip(reversed(ordered), reversed(ranks), strict=True):
        if rank == wanted:
            steady.add(pair)
            wanted -= 1
    return {(i, j) for i, j in one if (i, j) not in steady or old.parts[i] != new.parts[j]}


def _groups(one: list[Pair], extra: list[Pair]) -> list[Group]:
    """The pairs, with the pieces that belong to each."""
    more_new: dict[int, list[int]] = defaultdict(list)
    more_old: dict[int, list[int]] = defaultdict(list)
    rows = {i for i, _ in one}
    for i, j in extra:
        if i in rows:
            more_new[i].append(j)
        else:
            more_old[j].append(i)
    return [(tuple(sorted([i, *more_old[j]])), tuple(sorted([j, *more_new[i]]))) for i, j in one]


def _ordered(groups: list[Group], old: int, new: int) -> list[Group]:
    """All groups and what stands alone, in the order of the new text; the dropped after what they stood after."""
    home = {i: columns[0] for rows, columns in groups for i in rows}
    taken = {j for _, columns in groups for j in columns}
    keyed = [((columns[0], -1), (rows, columns)) for rows, columns in groups]
    keyed += [((j, -1), ((), (j,))) for j in range(new) if j not in taken]
    after = -1
    for i in range(old):
        if i in home:
            after = home[i]
        else:
            keyed.append(((after, i), ((i,), ())))
    return [group for _, group in sorted(keyed)]


def _pairing(
    old: Document, new: Document, before: tuple[Paragraph, ...], after: tuple[Paragraph, ...], *, crossed: bool
) -> Pairing:
    first, second = words_of(before, old), words_of(after, new)
    if not before or not after:
        kind = "dropped" if before else "new"
    elif len(before) + len(after) > 2:
        kind = "split" if len(after) > 1 else "merged"
    elif crossed:
        kind = "moved"
    else:
        kind = "kept" if first.keys == second.keys else "changed"
    return Pairing(kind, before, after, runs(first, second))
