"""A document as Markdown (CommonMark, with the usual footnotes): what looks like mark-up in the text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from palermo.documents.tree import Annex, Document, Item, Masthead, Paragraph
from palermo.documents.writing.noting import Notes, noted
from palermo.documents.writing.vocabulary import words

NOTHING = "<!-- -->"
"""A comment: fills an item that would be empty, and parts two lists that would be one."""
SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$^]|&(?=[#\w])")
AT_START = re.compile(r"^(?=[-+=])|^(\d{1,9})(?=[.)](?:\s|$))")
LINK_LIKE = re.compile(r"\S+(?:\s+[\"'(].*)?")
COUNTED = re.compile(r"([1-9]\d{0,8}|0)\.", re.ASCII)
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def as_markdown(document: Document) -> str:
    """The text with its headings, numbers, items and notes; without what recurs on each page (`leftover`).

    A paragraph keeps the number that is printed. Notes whose mark has no known place are referred to at the end.
    """
    return "\n\n".join(block for block in _Writer(*noted(document)).blocks() if block) + "\n"


def escaped(text: str) -> str:
    """A text on one line, in which nothing marks anything up, at the beginning of a line or within it."""
    return AT_START.sub(r"\1\\", _inline(_one_line(text)))


def _inline(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


def _one_line(text: str) -> str:
    return " ".join(UNSEEN.sub("\ufffd", text).split())


class _Writer:
    def __init__(self, document: Document, notes: Notes) -> None:
        self.document = document
        self.notes = notes
        self.words = words(document.language)
        self.labels = _labels([note.marker for note in notes.all])

    def blocks(self) -> Iterator[str]:
        """The blocks of the file in order; the notes last, when it is known which have a mark."""
        document = self.document
        yield from self._head(document.masthead)
        yield self._text(document.enacting)
        yield from self._paragraphs(document.preamble)
        yield from self._paragraphs(document.operative)
        yield self._text(document.conclusion)
        for annex in document.annexes:
            yield from self._annex(annex)
        yield from self._notes()

    def _head(self, head: Masthead) -> Iterator[str]:
        title = " ".join(part for part in (head.number, head.title) if part) or head.symbol or self.document.name
        yield f"# {self._text(title)}"
        facts = {"symbol": head.symbol, "organ": head.organ, "session": head.session}
        facts |= {"adopted": str(head.adopted or ""), "issued": str(head.issued or "")}
        yield "\n".join(f"- {self.words[f'facts.{key}']}: {_inline(_one_line(v))}" for key, v in facts.items() if v)
        yield escaped(head.agenda_item)
        yield escaped(head.origin)

    def _annex(self, annex: Annex) -> Iterator[str]:
        title = self._text(annex.title)
        yield f"## {self.words['annex']}" + (f": {title}" if title else "")
        yield from self._paragraphs(annex.paragraphs)

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
        last = -1
        for paragraph in paragraphs:
            for line in paragraph.heading.split("\n"):
                if heading := self._text(line):
                    yield f"### {heading}"
                    last = -1
            number = COUNTED.fullmatch(paragraph.num)
            if last >= 0 and (number is None or int(number[1]) != last + 1):
                yield NOTHING
            last = int(number[1]) if number else -1
            yield self._paragraph(paragraph, f"{paragraph.num} " if number else "")

    def _paragraph(self, paragraph: Paragraph, counted: str) -> str:
        lead = self._text(paragraph.text, paragraph.phrase, "" if counted else paragraph.num)
        if counted:
            return "\n\n".join([f"{counted}{lead or NOTHING}", *self._items(paragraph.items, " " * len(counted))])
        return "\n\n".join(block for block in (lead, *self._items(paragraph.items, "")) if block)

    def _items(self, items: Sequence[Item], indent: str) -> Iterator[str]:
        for item in items:
            yield f"{indent}- {self._text(item.text, num=item.num) or NOTHING}"
            yield from self._items(item.items, f"{indent}  ")

    def _text(self, text: str, phrase: str = "", num: str = "") -> str:
        """A text on one line, its number before it, its opening phrase emphasised, with the marks of its notes."""
        bare, marks = self.notes.taken(text)
        first = marks[0][1] if marks else len(bare)
        bold = len(phrase) if _can_open(phrase, bare) and len(phrase) <= first else 0
        ends = [place for _, place in marks]
        pieces = [bare[start:end] for start, end in zip([bold, *ends], [*ends, len(bare)], strict=True)]
        made = _inline(pieces[0])
        for (note, _), piece in zip(marks, pieces[1:], strict=True):
            made += f"[^{self.labels[note]}]" + re.sub(r"^[(:]", r"\\\g<0>", _inline(piece))
        made = f"*{_inline(bare[:bold])}*{made}" if bold else made
        whole = _one_line(f"{_inline(num)} {made}")
        return whole if bold and not num.strip() else AT_START.sub(r"\1\\", whole)

    def _notes(self) -> Iterator[str]:
        unplaced = [f"[^{self.labels[at]}]" for at in self.notes.waiting]
        if unplaced:
            yield f"{self.words['notes']}: {' '.join(unplaced)}"
        for at, note in enumerate(self.notes.all):
            shown = escaped(note.text)
            yield f"[^{self.labels[at]}]: {shown}" + (f" {NOTHING}" if LINK_LIKE.fullmatch(shown) else "")


def _can_open(phrase: str, text: str) -> bool:
    """Whether the phrase can be emphasised: between a letter or digit at either end, stars always do that."""
    return bool(phrase) and text.startswith(phrase) and phrase[0].isalnum() and phrase[-1].isalnum()


def _labels(markers: Sequence[str]) -> list[str]:
    """The marker where it is letters and digits and stands once; else the place of the note."""
    plain = [bool(re.fullmatch(r"[0-9A-Za-z]+", marker)) and markers.count(marker) == 1 for marker in markers]
    return [marker if good else f"note-{at}" for at, (marker, good) in enumerate(zip(markers, plain, strict=True), 1)]
