"""Where the marks of notes stand, for those who write a text with its notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from palermo.documents.akn.marks import strip
from palermo.documents.akn.placing import marked
from palermo.documents.tree import Document, Footnote


@dataclass(slots=True)
class Notes:
    """The notes of a document that is being written. `waiting` are those whose mark has not come.

    A note says itself where its mark stands; one that does not say stays waiting.
    """

    all: tuple[Footnote, ...]
    waiting: dict[int, Footnote] = field(default_factory=dict)

    def taken(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """A text without marks, and each mark: its note, counted from 0, and its place in that text."""
        return strip(text, self.waiting)


def noted(document: Document) -> tuple[Document, Notes]:
    """The document with the known marks in its texts, and its notes."""
    return marked(document, title=True), Notes(document.footnotes, dict(enumerate(document.footnotes)))
