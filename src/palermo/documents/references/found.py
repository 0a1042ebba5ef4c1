"""What a rule found, and where in the text of its place: rules that come later need to know what is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palermo.documents.tree import Reference

BLOT = "\x00"


@dataclass(frozen=True, slots=True)
class Found:
    """A reference with the characters it takes, from `start` up to and without `end`, in the folded text."""

    start: int
    end: int
    reference: Reference


def mask(text: str, found: Iterable[Found]) -> str:
    """`text` where what was found is blotted out, character by character, so that nobody finds it twice."""
    parts, at = [], 0
    for hit in sorted(found, key=lambda hit: hit.start):
        if hit.end > at:
            start = max(at, hit.start)
            parts += [text[at:start], BLOT * (hit.end - start)]
            at = hit.end
    return "".join([*parts, text[at:]])
