"""A document as one page for a check by eye: the text on one side, the units of each paragraph on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from palermo.documents.source import Span
from palermo.documents.tree import Annex, Document, Item, Masthead, Paragraph
from palermo.documents.units import Unit
from palermo.documents.writing.cards import Cards
from palermo.documents.writing.found import Found
from palermo.documents.writing.markup import Markup, element, joined, text
from palermo.documents.writing.noting import noted
from palermo.documents.writing.sheet import sheet
from palermo.documents.writing.vocabulary import words


def as_html(document: Document, found: Found) -> str:
    """A page that stands alone, in the language of the text: accessible, printable, without script.

    Each part says the page and the characters of its source. A unit shows beside the paragraph that carries it, and
    its number where it begins in the text.
    """
    head = document.masthead
    title = ": ".join(part for part in (head.symbol, head.title) if part) or document.name
    return sheet(title, document.language, _Page(document, found).body())


class _Page:
    """One document on its way into a page."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document, self.notes = noted(document)
        self.words = words(document.language)
        self.cards = Cards(document, found)

    def body(self) -> Markup:
        document = self.document
        main = joined(
            (
                *self._part("preamble", document.preamble, document.enacting),
                *self._part("operative", document.operative),
                *([element("p", self._plain(document.conclusion), class_="said")] if document.conclusion else []),
                *(piece for annex in document.annexes for piece in self._annex(annex)),
                *self._elsewhere(),
                *self._notes(),
                *self._leftover(),
            ),
            "\n",
        )
        return joined((self._header(document.masthead), element("main", main, id="text"), self._footer()), "\n")

    def _header(self, head: Masthead) -> Markup:
        title = " ".join(part for part in (head.number, head.title) if part) or head.symbol or self.document.name
        facts = {"organ": head.organ, "session": head.session}
        facts |= {"adopted": str(head.adopted or ""), "issued": str(head.issued or "")}
        shown = [
            element("div", element("dt", self.words[f"facts.{key}"]), " ", element("dd", element("bdi", value)))
            for key, value in facts.items()
            if value
        ]
        said = [element("p", line, class_="said") for line in (head.agenda_item, head.origin) if line]
        symbol = [element("p", element("bdi", head.symbol), class_="symbol")] if head.symbol else []
        facts_shown = [element("dl", *shown, class_="facts")] if shown else []
        return element("header", *symbol, element("h1", self._plain(title)), *facts_shown, *said)

    def _part(self, name: str, paragraphs: Sequence[Paragraph], formula: str = "") -> Iterator[Markup]:
        if paragraphs or formula:
            yield element("h2", self.words[name])
        if formula:
            yield element("p", self._plain(formula), class_="formula")
        yield from self._rows(paragraphs, recital=name == "preamble")

    def _annex(self, annex: Annex) -> Iterator[Markup]:
        title = [": ", self._plain(annex.title)] if annex.title else []
        yield element("h2", self.words["annex"], *title)
        yield from self._rows(annex.paragraphs)

    def _rows(self, paragraphs: Sequence[Paragraph], *, recital: bool = False) -> Iterator[Markup]:
        for paragraph in paragraphs:
            yield from (element("h3", self._plain(line)) for line in paragraph.heading.split("\n") if line.strip())
            lead = self._running(paragraph.id, paragraph.num, paragraph.text, paragraph.phrase)
            column = element("div", lead, self._items(paragraph.items), self._place(paragraph), class_="text")
            yield element("section", column, self.cards.beside(paragraph, recital=recital), class_="row")

    def _items(self, items: Sequence[Item]) -> Markup:
        entries = [
            element("li", self._running(item.id, item.num, item.text), self._items(item.items)) for item in items
        ]
        return element("ul", *entries, class_="items", role="list") if entries else Markup("")

    def _running(self, part: str, num: str, given: str, phrase: str = "") -> Markup:
        """A text with its number, its verbs set apart, the numbers of its units and the marks of its notes."""
        bare, marks = self.notes.taken(given)
        points = [(place, 1, self._mark(note)) for note, place in marks]
        units = self.cards.within(part)
        points += [(min(unit.start, len(bare)), 2, self.cards.chip(unit)) for unit in units]
        for start, end in _verbs(bare, phrase, units):
            points += [(start, 3, Markup("<em>")), (end, 0, Markup("</em>"))]
        points.sort(key=lambda point: point[:2])
        pieces = _cut(bare, [place for place, _, _ in points])
        marked = [piece for at, (_, _, mark) in enumerate(points) for piece in (mark, text(pieces[at + 1]))]
        number = [element("span", num, class_="num"), " "] if num else []
        return element("p", *number, pieces[0], *marked)

    def _plain(self, given: str) -> Markup:
        """A text that carries no units."""
        bare, marks = self.notes.taken(given)
        pieces = _cut(bare, [place for _, place in marks])
        return joined((pieces[0], *(p for at, (n, _) in enumerate(marks) for p in (self._mark(n), pieces[at + 1]))))

    def _mark(self, note: int) -> Markup:
        link = element("a", self.notes.all[note].marker, href=f"#note-{note + 1}", id=f"mark-{note + 1}")
        return element("sup", link)

    def _place(self, paragraph: Paragraph) -> Markup:
        shown = [self._span(span) for span in paragraph.spans]
        shown += [element("bdi", paragraph.id, dir="ltr")] if paragraph.id else []
        return element("p", joined(shown, " · "), class_="place")

    def _span(self, span: Span) -> Markup:
        """A range of numbers runs from left to right in every language."""
        said = (self.words["page"], " ", str(span.page), " · ", self.words["characters"], " ")
        return joined((*said, element("bdi", f"{span.start}–{span.end}", dir="ltr")))

    def _elsewhere(self) -> Iterator[Markup]:
        """Units whose part is not in the document: shown all the same."""
        if stray := self.cards.stray():
            yield element("h2", self.words["units"])
            yield stray

    def _notes(self) -> Iterator[Markup]:
        if not self.notes.all:
            return
        yield element("h2", self.words["notes"])
        entries = []
        for at, note in enumerate(self.notes.all):
            back = "" if at in self.notes.waiting else f"#mark-{at + 1}"
            marker = element("a", note.marker, href=back) if back else text(note.marker)
            entries.append(element("li", element("span", marker, class_="num"), " ", note.text, id=f"note-{at + 1}"))
        yield element("ul", *entries, class_="notes", role="list")

    def _leftover(self) -> Iterator[Markup]:
        if self.document.leftover:
            entries = [element("li", line) for line in self.document.leftover]
            shown = element("ul", *entries, class_="left", role="list")
            yield element("details", element("summary", self.words["leftover"]), shown)

    def _footer(self) -> Markup:
        lines = [f"{self.words['source']} {self.words['checked']}", element("bdi", self.document.name)]
        return element("footer", *(element("p", line) for line in lines))


def _cut(bare: str, places: Sequence[int]) -> list[str]:
    """The pieces of a text between these places, which ascend."""
    return [bare[start:end] for start, end in pairwise((0, *places, len(bare)))]


def _verbs(bare: str, phrase: str, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Where the verbs stand: each unit's phrase in its own words, and the opening phrase. None crosses another."""
    found = [(0, len(phrase))] if phrase and bare.startswith(phrase) else []
    for unit in units:
        start = bare.find(unit.phrase, unit.start, max(unit.end, unit.start)) if unit.phrase else -1
        if start >= 0 and all(start >= end or start + len(unit.phrase) <= begin for begin, end in found):
            found.append((start, start + len(unit.phrase)))
    return found
