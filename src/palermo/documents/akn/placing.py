"""Where each part stands: XML has no pages, so a document read from it stands on one page made of its own text.

The page is a function of the tree: the same document always gives the same page and the same places. The marks of
notes stand in the texts on their way into XML and out of it; in the tree a note itself says where its mark stands. Of
notes that share a marker the first mark is taken for the first.
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


def marked(document: Document, *, title: bool = False) -> Document:
    """The document with a mark in its text for each note that says where its mark stands; in its title if asked.

    Left out are marks that would not come back to the same place: of a part that is not there, of a text that is
    empty, of two notes with one marker whose marks stand in the wrong order.
    """
    own: dict[str, list[tuple[int, int]]] = {}
    for at, note in enumerate(document.footnotes):
        if note.within and note.at is not None and (title or note.within != "masthead"):
            own.setdefault(note.within, []).append((at, note.at))
    return _Marker(dict(enumerate(document.footnotes)), own=own).document(document) if own else document


@dataclass(slots=True)
class _Setter:
    """Writes line after line and remembers where each begins and ends. `waiting` are notes that had no mark yet."""

    waiting: dict[int, Footnote]
    marks: dict[int, tuple[str, int]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def document(self, whole: Document) -> Document:
        masthead = self._masthead(whole.masthead)
        enacting, _ = self._text("enacting", "", whole.enacting)
        preamble = tuple(map(self._paragraph, whole.preamble))
        operative = tuple(map(self._paragraph, whole.operative))
        conclusion, _ = self._text("conclusion", "", whole.conclusion)
        annexes = tuple(map(self._annex, whole.annexes))
        footnotes = self._footnotes(whole.footnotes)
        for text in whole.leftover:
            self._line(text)
        return replace(
            whole,
            masthead=masthead,
            enacting=enacting,
            preamble=preamble,
            operative=operative,
            conclusion=conclusion,
            annexes=annexes,
            footnotes=footnotes,
        )

    def _masthead(self, facts: Masthead) -> Masthead:
        for text in _facts(facts):
            self._line(text)
        title, _ = self._text("masthead", "", facts.title)
        return replace(facts, title=title)

    def _annex(self, annex: Annex) -> Annex:
        title, spans = self._text(annex.id, "", annex.title)
        return replace(annex, title=title, spans=spans, paragraphs=tuple(map(self._paragraph, annex.paragraphs)))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        heading, _ = self._text(f"{paragraph.id}__heading", "", paragraph.heading)
        text, spans = self._text(paragraph.id, paragraph.num, paragraph.text)
        items = tuple(map(self._item, paragraph.items))
        return replace(paragraph, heading=heading, text=text, spans=spans, items=items)

    def _item(self, item: Item) -> Item:
        text, spans = self._text(item.id, item.num, item.text)
        return replace(item, text=text, spans=spans, items=tuple(map(self._item, item.items)))

    def _footnotes(self, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        """The notes below the text, each with the place of its mark, if that was in the text."""
        made = []
        for at, note in enumerate(notes):
            within, place = self.marks.get(at, (note.within, note.at))
            made.append(replace(note, spans=self._line(note.marker, note.text), within=within, at=place))
        return tuple(made)

    def _text(self, within: str, num: str, given: str) -> tuple[str, tuple[Span, ...]]:
        """A text without marks, and the place of its line."""
        text, found = strip(given, self.waiting)
        self.marks |= {note: (within, at) for note, at in found}
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
    """Goes over the same texts and puts the marks back. `own` are the notes of each part, and their places in it."""

    own: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def _text(self, within: str, num: str, given: str) -> tuple[str, tuple[Span, ...]]:
        wanted = sorted(self.own.get(within, ()), key=lambda place: (place[1], place[0]))
        places: list[tuple[int, int]] = []
        for place in wanted:
            places += [place] if self._comes_back(given, [*places, place]) else []
        text = self._with(given, places)
        self.waiting = {note: held for note, held in self.waiting.items() if note not in dict(places)}
        return text, self._line(num, given)

    def _comes_back(self, given: str, places: list[tuple[int, int]]) -> bool:
        """Whether reading finds these notes at these places again."""
        return strip(self._with(given, places), dict(self.waiting)) == (given, places)

    def _with(self, given: str, places: list[tuple[int, int]]) -> str:
        return insert(given, [(at, self.waiting[note].marker) for note, at in places])


def _facts(masthead: Masthead) -> Iterator[str]:
    yield from (masthead.organ, masthead.symbol, masthead.issued.isoformat() if masthead.issued else "")
    yield from (masthead.session, masthead.agenda_item, masthead.origin)
    yield from (masthead.adopted.isoformat() if masthead.adopted else "", masthead.number)
