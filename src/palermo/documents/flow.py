"""The text of a source as lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.documents.source import Page, Source, Span

CHINESE = re.compile(r"[\u3400-\u9fff]")
# What ends a line, as a space: a flattened page has none.
ENDS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")
# Chinese has no spaces; one between two of its signs was the end of a line.
SIGNS = re.compile(r" (?<=[\u3000-\u9fff\uff00-\uffef] )(?=[\u3000-\u9fff\uff00-\uffef])")
# The mark of a note in characters of its own (see `marking`), and the space before it.
ANY_MARK = re.compile("[\ufdd0-\ufdda]")
MARK = re.compile("\\s?\\(\\s?[\ufdd0-\ufdda]+\\s?\\)|\\s?[\ufdd0-\ufdda]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it. `gap` says that an empty line, or a new page, is above it."""

    page: int
    start: int
    end: int
    text: str
    gap: bool = False
    indent: int = 0
    turned: bool = False

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.page, self.start, self.end)

    def cut(self, start: int, end: int | None = None, *, gap: bool | None = None) -> Line:
        """The part of the line from one character to another, without the white space around it."""
        part = self.text[start:end]
        text = part.strip()
        at = self.start + start + (len(part) - len(part.lstrip()) if text != part else 0)
        turned = self.turned and start == 0
        return Line(self.page, at, at + len(text), text, self.gap if gap is None else gap, self.indent, turned)


def lines_of(page: Page) -> Iterator[Line]:
    """The lines of a page that hold something, in order."""
    at, first, gap = 0, True, True
    for raw in page.text.split("\n"):
        text = raw.strip()
        if text:
            left = raw.find(text[0])
            start = at + left
            yield Line(page.number, start, start + len(text), text, gap, left, first)
            first = gap = False
        else:
            gap = True
        at += len(raw) + 1


def lines(source: Source) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page. A flattened page is one line."""
    if source.form == "pages":
        return tuple(tuple(_whole(page)) for page in source.pages)
    return tuple(tuple(lines_of(page)) for page in source.pages)


def _whole(page: Page) -> Iterator[Line]:
    text = page.text.strip().translate(ENDS)
    if text:
        start = len(page.text) - len(page.text.lstrip())
        yield Line(page.number, start, start + len(text), text, gap=True, turned=True)


def folded(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def joined(parts: Sequence[Line]) -> str:
    """The lines as one string; a word that was broken at a soft hyphen is whole again."""
    return without_marks(with_marks(parts))


def with_marks(parts: Sequence[Line]) -> str:
    """As `joined`, with the marks of notes still in the text."""
    text = " ".join([line.text for line in parts])
    chinese = not text.isascii() and bool(CHINESE.search(text))
    if chinese:
        text = _run_on(parts)
    if "\u00ad" in text:
        text = text.replace("\u00ad ", "").replace("\u00ad", "")
    return SIGNS.sub("", folded(text)) if chinese else folded(text)


def without_marks(text: str) -> str:
    """A text of `with_marks` as `joined` gives it."""
    if text.isascii() or not ANY_MARK.search(text):
        return text
    return SIGNS.sub("", folded(MARK.sub("", text)))


def _run_on(parts: Sequence[Line]) -> str:
    """Lines of Chinese as one string: a line ends anywhere, within a number too; Latin words keep spaces."""
    text = ""
    for line in parts:
        last, first = text[-1:], line.text[:1]
        latin = last.isascii() and first.isascii() and last.isalpha() and first.isalpha()
        foreign = not CHINESE.search(text[-40:]) and not CHINESE.search(line.text)
        text += f" {line.text}" if text and (foreign or (latin and not (last + first).isupper())) else line.text
    return text


def spans(parts: Sequence[Line]) -> tuple[Span, ...]:
    """Where the lines stand, one span for each unbroken run on a page."""
    made: list[Span] = []
    first = last = None
    for line in parts:
        if first is None or last is None or line.page != last.page:
            made += [] if first is None or last is None else [Span(first.page, first.start, last.end)]
            first = line
        last = line
    return (*made, Span(first.page, first.start, last.end)) if first is not None and last is not None else ()
