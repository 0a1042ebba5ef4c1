"""The paragraphs of a body: numbered or not, with their items, under their headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from palermo.documents.akn.drafts import Draft
from palermo.documents.akn.inline import Inline, gather
from palermo.documents.akn.loading import local
from palermo.documents.akn.names import PHRASE
from palermo.documents.marks import letter_of

_HEADINGS = ("heading", "subheading", "crossHeading")
_TEXTS = ("content", "intro", "p", "listIntroduction", "alinea", "wrapUp", "listWrapUp", "block")
_LISTS = ("list", "sublist", "blockList", "ul", "ol")
_ITEMS = ("point", "item", "indent", "subparagraph", "subclause", "li", "tblock")
_GROUPS = ("recitals", "citations")
_PLACES = (
    "section",
    "chapter",
    "part",
    "title",
    "book",
    "division",
    "hcontainer",
    "tome",
    "subchapter",
    "subsection",
)
_FIRST = ("i", "a", "1", "а", "أ", "一")


@dataclass(slots=True)
class Body:
    """Reads one body. `style` is how its opening phrases are set; `rest` holds what no paragraph took."""

    style: str
    drafts: list[Draft] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    headings: list[Inline] = field(default_factory=list)

    def take(self, place: Iterable[etree._Element]) -> None:
        """Takes every paragraph in `place`, in order."""
        for child in place:
            name = local(child)
            if name in _HEADINGS:
                self.headings.append(gather(child))
            elif name in _GROUPS:
                self.take(child)
            elif name in _PLACES and any(local(below) not in (*_HEADINGS, *_TEXTS, "num") for below in child):
                self._place(child)
            elif name and name != "meta":
                self._paragraph(child)

    def finished(self) -> list[Draft]:
        """The paragraphs. Headings with nothing below them become paragraphs of their own: nothing is lost."""
        if self.headings:
            self.drafts.append(Draft(inlines=self.headings))
            self.headings = []
        return self.drafts

    def _place(self, element: etree._Element) -> None:
        """A chapter: its number and heading stand above the first paragraph in it."""
        title = [gather(child) for child in element if local(child) in ("num", *_HEADINGS)]
        self.headings += title
        self.take(child for child in element if local(child) not in ("num", *_HEADINGS))

    def _paragraph(self, element: etree._Element) -> None:
        draft = Draft(id=element.get("eId", ""), classes=tuple((element.get("class") or "").split()))
        if local(element) in _TEXTS:
            draft.inlines.append(gather(element))
        else:
            self._fill(draft, element)
        if not (draft.num or draft.inlines or draft.items):
            self.headings += draft.headings
            return
        if local(element) in _LISTS and not draft.inlines and self.drafts:
            self.drafts[-1].items += draft.items
            return
        draft.headings = [*self.headings, *draft.headings]
        draft.phrase = phrase(element, draft, self.style)
        self.headings = []
        self.drafts.append(draft)

    def _fill(self, draft: Draft, element: etree._Element) -> None:
        for child in element:
            name = local(child)
            if name == "num":
                draft.number = gather(child)
            elif name in _HEADINGS:
                draft.headings.append(gather(child))
            elif name == "table":
                self.rest += rows(child)
            elif name in _ITEMS:
                self._item(draft.items, child)
            elif name in _LISTS or (name in _TEXTS and _holds_lists(child)):
                self._list(draft, child)
            elif name and draft.items:
                draft.items.append(Draft(id=child.get("eId", ""), inlines=[gather(child)]))
            elif name:
                draft.inlines.append(gather(child))

    def _item(self, items: list[Draft], element: etree._Element) -> None:
        item = Draft(id=element.get("eId", ""))
        self._fill(item, element)
        items.append(item)

    def _list(self, draft: Draft, element: etree._Element) -> None:
        """A `sublist` stands beside its point. It belongs below it, unless it continues a count from elsewhere."""
        if local(element) == "sublist" and draft.items and _begins(element):
            draft = draft.items[-1]
        self._fill(draft, element)


def phrase(element: etree._Element, draft: Draft, style: str) -> str:
    """The opening phrase: as the file names it, or as it is set."""
    for inline in element.iter("{*}inline"):
        if inline.get("name") == PHRASE:
            return gather(inline).text
    return draft.inlines[0].phrase(style) if draft.inlines else ""


def rows(table: etree._Element) -> list[str]:
    """The lines of a table, its cells joined by a tab."""
    lines = ("\t".join(gather(cell).bare for cell in row) for row in table.iter("{*}tr"))
    return [line for line in lines if line.strip()]


def _holds_lists(element: etree._Element) -> bool:
    return any(local(child) in (*_LISTS, "table") for child in element)


def _begins(element: etree._Element) -> bool:
    number = next((gather(below).text for below in element.iter("{*}num")), "")
    return letter_of(number) in _FIRST
