"""The word-level difference of two wordings."""

from __future__ import annotations

from difflib import SequenceMatcher

from palermo.documents.lineage.values import Run
from palermo.documents.lineage.words import Words

# Above this many word pairs, frequent words no longer anchor a match: the time stays near-linear.
LARGE = 1_000_000


def runs(old: Words, new: Words) -> tuple[Run, ...]:
    """Kept, removed and added runs in reading order; the kept and the added ones, joined, are the new text."""
    found: list[Run] = []
    for begin_old, end_old, begin_new, end_new, kept in _pieces(old.keys, new.keys):
        if kept:
            found.append(Run("kept", new.printed(begin_new, end_new)))
            continue
        if end_old > begin_old:
            found.append(Run("removed", old.printed(begin_old, end_old)))
        if end_new > begin_new:
            found.append(Run("added", new.printed(begin_new, end_new)))
    return tuple(run for run in found if run.text)


def _pieces(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, int, int, bool]]:
    """Matched and unmatched pieces; the same ones, mirrored, when the sides are swapped."""
    if old == new:
        return [(0, len(old), 0, len(new), True)]
    if old > new:
        return [(c, d, a, b, kept) for a, b, c, d, kept in _pieces(new, old)]
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > LARGE)
    return [(a, b, c, d, tag == "equal") for tag, a, b, c, d in matcher.get_opcodes()]
