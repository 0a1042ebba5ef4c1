"""The characters of a paragraph: its text, its opening phrase, the notes that hang in it, the links it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from palermo.documents.akn import characters
from palermo.documents.akn.loading import local
from palermo.documents.akn.marks import mark, unmarked

_EMPTY_BRACKETS = frozenset({"(", ")", "()", ")(", "（", "）"})
_BEFORE = re.compile(r"[\s“”«»„‟\"'‘’\u200b-\u200f\u2060\ufeff]*")
"""What may stand before an opening phrase without being set as it is: space, quotes, marks of direction."""
_AFTER = re.compile(r"[\s,;:،؛；，：]+$")


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters set in one way: `style` is `italic`, `bold` or empty."""

    text: str
    style: str = ""


@dataclass(slots=True)
class Inline:
    """What was found inside one or several elements, in reading order."""

    runs: list[Run] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters, white space folded, each note as its mark."""
        return self._settle("".join(run.text for run in self.runs))

    @property
    def bare(self) -> str:
        """The characters without the marks, for places where no mark can stand: numbers, cells, facts of the head."""
        return self._settle(unmarked("".join(run.text for run in self.runs)))

    def phrase(self, style: str) -> str:
        """The opening phrase: the emphasised characters at the beginning, whole words, or empty.

        Emphasis is often cut inside a word or split over several runs; where it covers the whole text it marks a
        heading, not a phrase.
        """
        marked, rest = self._opening(style)
        if _BEFORE.fullmatch(marked) or not rest.strip():
            return ""
        whole = self._settle(marked + _rest_of_word(marked, rest))
        return _AFTER.sub("", _BEFORE.sub("", unmarked(whole), count=1))

    def wholly(self, style: str) -> bool:
        """Whether every printed character is set in this style."""
        return any(run.text.strip() for run in self.runs) and all(
            run.style == style for run in self.runs if run.text.strip()
        )

    def _opening(self, style: str) -> tuple[str, str]:
        marked = ""
        for at, run in enumerate(self.runs):
            if run.style != style and not _BEFORE.fullmatch(run.text):
                return marked, "".join(later.text for later in self.runs[at:])
            marked += run.text
        return marked, ""

    def _settle(self, raw: str) -> str:
        return characters.fill(characters.fold(raw), self.kept)


def gather(*elements: etree._Element, into: Inline | None = None, style: str = "") -> Inline:
    """Everything inside these elements. The text of different elements is kept apart by a space."""
    found = Inline() if into is None else into
    for element in elements:
        _walk(element, found, style)
        found.runs.append(Run(" "))
    return found


def _walk(element: etree._Element, found: Inline, style: str) -> None:
    own = _style(element) or style
    _add(found, element.text, own)
    for child in element:
        name = local(child)
        if name in ("authorialNote", "noteRef"):
            found.notes.append(child)
            _add(found, mark(child.get("marker", "").strip()), own)
        elif name == "inline" and child.get("name") == characters.NAME:
            _keep(found, child, own)
        elif not (name == "sup" and _brackets_of_a_note(child)):
            _enter(child, name, found, own)
        _add(found, child.tail, own)


def _enter(child: etree._Element, name: str, found: Inline, style: str) -> None:
    before = len(found.runs)
    if name in ("eol", "p", "br"):
        _add(found, " ", style)
    _walk(child, found, style)
    if name in ("p", "td", "th", "li"):
        _add(found, " ", style)
    if name in ("a", "ref") and child.get("href"):
        text = characters.fold("".join(run.text for run in found.runs[before:]))
        found.links.append((child.get("href", ""), unmarked(text)))


def _keep(found: Inline, element: etree._Element, style: str) -> None:
    character = characters.named(element.get("title", ""))
    if character:
        found.kept.append(character)
        found.runs.append(Run(characters.HOLE, style))


def _add(found: Inline, text: str | None, style: str) -> None:
    if text:
        found.runs.append(Run(text, style))


def _style(element: etree._Element) -> str:
    """Italic wins over bold: Arabic opening phrases are both."""
    words = [*(element.get("class") or "").split(), local(element)]
    if "italic" in words or "i" in words:
        return "italic"
    return "bold" if "bold" in words or "b" in words else ""


def _brackets_of_a_note(element: etree._Element) -> bool:
    """Arabic print puts a note's number in raised brackets; without the number they are no text."""
    if "".join(map(str, element.itertext())).strip() not in _EMPTY_BRACKETS:
        return False
    previous, following = element.getprevious(), element.getnext()
    before = previous is not None and local(previous) == "authorialNote" and not (previous.tail or "").strip()
    after = following is not None and local(following) == "authorialNote" and not (element.tail or "").strip()
    return before or after


def _rest_of_word(marked: str, rest: str) -> str:
    """The letters that finish a word; Chinese has no spaces, so there the mark itself is the end."""
    if not marked[-1:].isalpha() or not rest[:1].isalpha() or marked[-1] >= "\u2e80":
        return ""
    end = next((at for at, character in enumerate(rest) if not character.isalpha()), len(rest))
    return rest[:end]
