"""Text becomes XML content: opening phrase set apart, notes in their places, links, characters XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from palermo.documents.akn import characters
from palermo.documents.akn.marks import MARK, is_usable
from palermo.documents.akn.names import AKN, PHRASE
from palermo.documents.tree import Footnote, Reference

_SYMBOL = re.compile(r"[A-Z][\w./ ()-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cut:
    """Some characters of a text that become an element of their own."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


class Composer:
    """Writes the texts of one document. Guarantees that each footnote is written once at most, where its mark stands.

    `waiting` are the footnotes, by their place among all, whose mark has not come.
    """

    def __init__(self, footnotes: Sequence[Footnote], references: Iterable[Reference], language: str) -> None:
        self.waiting = dict(enumerate(footnotes, 1))
        self._language = language
        self._links: dict[str, list[Reference]] = {}
        for reference in references:
            if reference.within and reference.text and _SYMBOL.fullmatch(reference.symbol):
                self._links.setdefault(reference.within, []).append(reference)

    def text(
        self, parent: etree._Element, text: str, *, within: str = "", phrase: str = "", notes: bool = True
    ) -> None:
        """Appends a text to an element. `within` names the part whose references are links in it.

        `notes` says whether marks in it become notes: they do in the body, not in the head or in another note.
        """
        _Writer(self if notes else None, text, characters.kept(text)).cut(parent, self._cuts(text, within, phrase))

    def holds(self, marker: str) -> bool:
        """Whether a footnote with this marker is still waiting."""
        return is_usable(marker) and any(note.marker == marker for note in self.waiting.values())

    def note(self, parent: etree._Element, marker: str) -> None:
        """Appends the first waiting footnote with this marker."""
        at = next(at for at, note in self.waiting.items() if note.marker == marker)
        note = self.waiting.pop(at)
        place = {"marker": marker, "placement": "bottom", "eId": f"note_{at}"}
        block = etree.SubElement(etree.SubElement(parent, f"{{{AKN}}}authorialNote", place), f"{{{AKN}}}p")
        self.text(block, note.text, within=f"note_{marker}", notes=False)

    def _cuts(self, text: str, within: str, phrase: str) -> Iterator[Cut]:
        at = 0
        if phrase and (start := text.find(phrase)) >= 0:
            at = start + len(phrase)
            yield Cut(start, at, "inline", {"name": PHRASE, "class": "italic"})
        for reference in self._links.get(within, ()):
            start = text.find(reference.text, at)
            if start >= 0:
                at = start + len(reference.text)
                yield Cut(start, at, "a", {"href": self._address(reference.symbol)})

    def _address(self, symbol: str) -> str:
        return f"https://undocs.org/{self._language}/{quote(symbol, safe='/()')}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes pieces of one text. `kept` is where its characters must be named; `notes` gives the notes, if any."""

    notes: Composer | None
    text: str
    kept: frozenset[int]

    def cut(self, parent: etree._Element, cuts: Iterable[Cut]) -> None:
        """The whole text, with these cuts as elements."""
        at = 0
        for cut in cuts:
            self.write(parent, at, cut.start)
            self.write(etree.SubElement(parent, f"{{{AKN}}}{cut.tag}", cut.attributes), cut.start, cut.end)
            at = cut.end
        self.write(parent, at, len(self.text))

    def write(self, parent: etree._Element, start: int, end: int) -> None:
        """The characters from one place to another; marks become notes."""
        for match in MARK.finditer(self.text, start, end):
            if self.notes is not None and self.notes.holds(match[1]):
                self._plain(parent, start, match.start())
                self.notes.note(parent, match[1])
                start = match.end()
        self._plain(parent, start, end)

    def _plain(self, parent: etree._Element, start: int, end: int) -> None:
        for at in sorted(place for place in self.kept if start <= place < end):
            _add(parent, self.text[start:at])
            label = characters.label(self.text[at])
            etree.SubElement(parent, f"{{{AKN}}}inline", name=characters.NAME, title=label)
            start = at + 1
        _add(parent, self.text[start:end])


def plain(parent: etree._Element, text: str) -> None:
    """Appends characters to an element as they are; those that XML cannot hold, by their name."""
    _Writer(None, text, characters.kept(text)).cut(parent, ())


def _add(parent: etree._Element, text: str) -> None:
    if text and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    elif text:
        parent.text = (parent.text or "") + text
