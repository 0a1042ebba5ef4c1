"""The difference of two texts as frozen values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from palermo.documents.tree import Document, Paragraph

KINDS = ("kept", "changed", "moved", "split", "merged", "new", "dropped")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words one after another: `kept`, `added` (only the new text has them) or `removed` (only the old)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """The paragraphs of two texts that answer to each other, and what became of them: one of KINDS.

    `old` is empty for a new paragraph, `new` for a dropped one; a split has several in `new`, a merger several in
    `old`. The kept and added runs, joined, are the new wording. A moved paragraph may have changed words as well.
    """

    kind: str
    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Every paragraph of both texts in exactly one pairing, in the order of the new text.

    `old` and `new` are the names of the documents.
    """

    old: str
    new: str
    pairings: tuple[Pairing, ...]

    def counts(self) -> dict[str, int]:
        """How many pairings there are of each kind, zero where there are none."""
        counted = Counter(pairing.kind for pairing in self.pairings)
        return {kind: counted[kind] for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Link:
    """Two neighbours in a chain: what the newer one took over (`carried`, 0 to 1), and how it differs."""

    old: Document
    new: Document
    carried: float
    difference: Difference
