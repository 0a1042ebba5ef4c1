"""Where each part stands: XML has no pages, so a document read from it stands on one page made of its own text.

The page is a function of the tree: the same document always gives the same page and the same places. A footnote whose
mark is known has two places: an empty one where the mark stands, and that of its text. Of notes that share a marker
the first mark is taken for the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from palermo.documents.akn.marks import insert, strip
from palermo.documents.source import Page, Source, Span
from palermo.documents.tree import Annex, Document, Footnote, Item, Masthead, Paragraph


def placed(document: Document) -> Document:
    """The document with every part's place on `page(document)`, and the marks of its notes taken out of the text."""
    return _Setter(dict(enumerate(document.footnotes))).document(document)


def page(document: Document) -> Source:
    """The one page on which a document read from XML stands."""
    setter = _Setter(dict(enumerate(document.footnotes)))
    setter.document(document)
    return Source(document.name, "akn", (Page(1, "\n".join(setter.lines)),))


def marked(document: Document) -> Document:
    """The document with a mark in its text for each note that tells where its mark stands on `page(document)`."""
    setter = _Setter(dict(enumerate(document.footnotes)))
    below = setter.document(document).footnotes
    own = {
        at: note.spans[0].start
        for at, (note, again) in enumerate(zip(document.footnotes, below, strict=True))
        if len(note.spans) == 2 and note.spans[0].start == note.spans[0].end and note.spans[1:] == again.spans[-1:]
    }
    return _Marker({}, own=own, notes=document.footnotes).document(document) if own else document


@dataclass(slots=True)
class _Setter:
    """Writes line after line and remembers where each begins and ends. `waiting` are notes that had no mark yet."""

    waiting: dict[int, Footnote]
    marks: dict[int, Span] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def document(self, whole: Document) -> Document:
        for text in _facts(whole.masthead):
            self._line(text)
        enacting, _ = self._text("", whole.enacting)
        preamble = tuple(map(self._paragraph, whole.preamble))
        operative = tuple(map(self._paragraph, whole.operative))
        conclusion, _ = self._text("", whole.conclusion)
        annexes = tuple(map(self._annex, whole.annexes))
        footnotes = self._footnotes(whole.footnotes)
        for text in whole.leftover:
            self._line(text)
        return replace(
            whole,
            enacting=enacting,
            preamble=preamble,
            operative=operative,
            conclusion=conclusion,
            annexes=annexes,
            footnotes=footnotes,
        )

    def _annex(self, annex: Annex) -> Annex:
        title, spans = self._text("", annex.title)
        return replace(annex, title=title, spans=spans, paragraphs=tuple(map(self._paragraph, annex.paragraphs)))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        heading, _ = self._text("", paragraph.heading)
        text, spans = self._text(paragraph.num, paragraph.text)
        items = tuple(map(self._item, paragraph.items))
        return replace(paragraph, heading=heading, text=text, spans=spans, items=items)

    def _item(self, item: Item) -> Item:
        text, spans = self._text(item.num, item.text)
        return replace(item, text=text, spans=spans, items=tuple(map(self._item, item.items)))

    def _footnotes(self, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        """The notes below the text, each with the place of its mark, if it has one, before that of its text."""
        made = []
        for at, note in enumerate(notes):
            mark = (self.marks[at],) if at in self.marks else ()
            made.append(replace(note, spans=(*mark, *self._line(note.marker, note.text))))
        return tuple(made)

    def _text(self, num: str, given: str) -> tuple[str, tuple[Span, ...]]:
        """A line of the body: its text without marks, and its place."""
        text, found = strip(given, self.waiting)
        start = self.length + (len(num) + 1 if num and text else 0)
        for note, offset in found:
            self.marks[note] = Span(1, start + offset, start + offset)
        return text, self._line(num, text)

    def _line(self, *words: str) -> tuple[Span, ...]:
        text = " ".join(word for word in words if word)
        if not text:
            return ()
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return (Span(1, start, start + len(text)),)


@dataclass(slots=True)
class _Marker(_Setter):
    """Goes over the same lines and puts the marks back. `own` is where each note's mark stands on the page."""

    own: dict[int, int] = field(default_factory=dict)
    notes: tuple[Footnote, ...] = ()

    def _text(self, num: str, given: str) -> tuple[str, tuple[Span, ...]]:
        start = self.length + (len(num) + 1 if num and given else 0)
        inside = range(start, start + len(given) + 1) if given else ()
        places = [(where - start, self.notes[at].marker) for at, where in self.own.items() if where in inside]
        return insert(given, sorted(places, key=lambda place: place[0])), self._line(num, given)


def _facts(masthead: Masthead) -> Iterator[str]:
    yield from (masthead.organ, masthead.symbol, masthead.issued.isoformat() if masthead.issued else "")
    yield from (masthead.session, masthead.agenda_item, masthead.origin)
    yield from (masthead.adopted.isoformat() if masthead.adopted else "", masthead.number, masthead.title)
