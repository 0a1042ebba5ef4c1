"""Each note tied to its mark: the marks leave the text, and the notes say where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from palermo.documents.flow import ANY_MARK, MARK, folded, without_marks
from palermo.documents.marking import marks_in
from palermo.documents.source import Span
from palermo.documents.tree import Annex, Document, Footnote, Item, Paragraph

TITLE = "masthead"


def tied(document: Document, head: str = "") -> Document:
    """The document without marks in its texts, its notes with `within` and `at`. A note without a mark keeps neither.

    `head` is the text of the masthead as printed, in which the mark of the title still stands.
    """
    knots = _Knots(dict(enumerate(document.footnotes)))
    enacting = knots.text("enacting", document.enacting)
    preamble = knots.paragraphs(document.preamble)
    operative = knots.paragraphs(document.operative)
    conclusion = knots.text("conclusion", document.conclusion)
    annexes = tuple(map(knots.annex, document.annexes))
    knots.title(document.masthead.title, folded(head))
    return replace(
        document,
        enacting=enacting,
        preamble=preamble,
        operative=operative,
        conclusion=conclusion,
        annexes=annexes,
        footnotes=tuple(knots.done.get(at, note) for at, note in enumerate(document.footnotes)),
        leftover=tuple(map(without_marks, document.leftover)),
    )


@dataclass(slots=True)
class _Knots:
    """Goes over the texts in reading order. `waiting` are the notes whose mark has not come."""

    waiting: dict[int, Footnote]
    done: dict[int, Footnote] = field(default_factory=dict)

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(map(self._paragraph, paragraphs))

    def annex(self, annex: Annex) -> Annex:
        title = self.text(annex.id, annex.title)
        return replace(annex, title=title, paragraphs=self.paragraphs(annex.paragraphs))

    def text(self, within: str, text: str, spans: Sequence[Span] = ()) -> str:
        """The text without marks; each mark ties the first note with its marker on one of these pages."""
        if not ANY_MARK.search(text):
            return text
        pages = {span.page for span in spans}
        for match in MARK.finditer(text):
            at = len(without_marks(text[: match.start()]).rstrip())
            self._tie("".join(marks_in(match[0])), within, at, pages)
        return without_marks(text)

    def title(self, title: str, head: str) -> None:
        """Ties the first note whose marker stands in the masthead right after the title."""
        for note in tuple(self.waiting.values()):
            if note.marker and title and re.search(rf"{re.escape(title)}\s?{re.escape(note.marker)}(?!\w)", head):
                self._tie(note.marker, TITLE, len(title), {1})
                return

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        if not any(map(ANY_MARK.search, _texts(paragraph))):  # as of most paragraphs: nothing to copy
            return paragraph
        heading = "\n".join(self._heading(paragraph))
        text = self.text(paragraph.id, paragraph.text, paragraph.spans)
        return replace(paragraph, heading=heading, text=text, items=tuple(map(self._item, paragraph.items)))

    def _heading(self, paragraph: Paragraph) -> list[str]:
        """The lines of a heading. Places count from the beginning of the first."""
        made: list[str] = []
        for line in paragraph.heading.split("\n"):
            before = set(self.done)
            made.append(self.text(f"{paragraph.id}__heading", line))
            above = sum(len(each) + 1 for each in made[:-1])
            for at in set(self.done) - before:
                note = self.done[at]
                self.done[at] = replace(note, at=above + (note.at or 0))
        return made

    def _item(self, item: Item) -> Item:
        text = self.text(item.id, item.text, item.spans)
        return replace(item, text=text, items=tuple(map(self._item, item.items)))

    def _tie(self, marker: str, within: str, at: int, pages: set[int]) -> None:
        for place, note in self.waiting.items():
            if note.marker == marker and (not pages or not note.spans or note.spans[0].page in pages):
                self.done[place] = replace(self.waiting.pop(place), within=within, at=at)
                return


def _texts(part: Paragraph | Item) -> Iterator[str]:
    yield part.text
    if isinstance(part, Paragraph) and part.heading:
        yield part.heading
    for item in part.items:
        yield from _texts(item)
