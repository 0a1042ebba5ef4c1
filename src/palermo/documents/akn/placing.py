"""Where each part stands: XML has no pages, so a document read from it stands on one page made of its own text.

The page is a function of the tree: the same document always gives the same page and the same places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from palermo.documents.source import Page, Source, Span
from palermo.documents.tree import Annex, Document, Item, Masthead, Paragraph


def placed(document: Document) -> Document:
    """The document with every part's place on `page(document)`."""
    return _Setter().document(document)


def page(document: Document) -> Source:
    """The one page on which a document read from XML stands."""
    setter = _Setter()
    setter.document(document)
    return Source(document.name, "akn", (Page(1, "\n".join(setter.lines)),))


@dataclass(slots=True)
class _Setter:
    """Writes line after line and remembers where each begins and ends."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def line(self, *words: str) -> tuple[Span, ...]:
        text = " ".join(word for word in words if word)
        if not text:
            return ()
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return (Span(1, start, start + len(text)),)

    def document(self, whole: Document) -> Document:
        for text in (*_facts(whole.masthead), whole.enacting):
            self.line(text)
        preamble = tuple(map(self.paragraph, whole.preamble))
        operative = tuple(map(self.paragraph, whole.operative))
        self.line(whole.conclusion)
        annexes = tuple(map(self.annex, whole.annexes))
        footnotes = tuple(replace(note, spans=self.line(note.marker, note.text)) for note in whole.footnotes)
        for text in whole.leftover:
            self.line(text)
        return replace(whole, preamble=preamble, operative=operative, annexes=annexes, footnotes=footnotes)

    def annex(self, annex: Annex) -> Annex:
        spans = self.line(annex.title)
        return replace(annex, spans=spans, paragraphs=tuple(map(self.paragraph, annex.paragraphs)))

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        self.line(paragraph.heading)
        spans = self.line(paragraph.num, paragraph.text)
        return replace(paragraph, spans=spans, items=tuple(map(self.item, paragraph.items)))

    def item(self, item: Item) -> Item:
        spans = self.line(item.num, item.text)
        return replace(item, spans=spans, items=tuple(map(self.item, item.items)))


def _facts(masthead: Masthead) -> Iterator[str]:
    yield from (masthead.organ, masthead.symbol, masthead.issued.isoformat() if masthead.issued else "")
    yield from (masthead.session, masthead.agenda_item, masthead.origin)
    yield from (masthead.adopted.isoformat() if masthead.adopted else "", masthead.number, masthead.title)
