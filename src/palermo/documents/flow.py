"""The text of a source as lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from palermo.documents.source import Page, Source, Span

TURN = re.compile(r"[^\n]+")
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
        left = len(part) - len(part.lstrip())
        at = self.start + start + left
        text = part.strip()
        changed = replace(self, start=at, end=at + len(text), text=text, turned=self.turned and start == 0)
        return changed if gap is None else replace(changed, gap=gap)


def lines_of(page: Page) -> Iterator[Line]:
    """The lines of a page that hold something, in order."""
    last_end = -2
    for match in TURN.finditer(page.text):
        raw = match[0]
        text = raw.strip()
        if not text:
            continue
        left = len(raw) - len(raw.lstrip())
        start = match.start() + left
        gap = last_end < 0 or page.text.count("\n", last_end, start) > 1
        yield Line(page.number, start, start + len(text), text, gap, left, last_end < 0)
        last_end = start + len(text)


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
    text = " ".join(line.text for line in parts)
    if CHINESE.search(text):
        text = _run_on(parts)
    if "\u00ad" in text:
        text = text.replace("\u00ad ", "").replace("\u00ad", "")
    return SIGNS.sub("", folded(text))


def without_marks(text: str) -> str:
    """A text of `with_marks` as `joined` gives it."""
    return SIGNS.sub("", folded(MARK.sub("", text))) if ANY_MARK.search(text) else text


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
    for line in parts:
        if made and made[-1].page == line.page:
            made[-1] = Span(line.page, made[-1].start, line.end)
        else:
            made.append(line.span)
    return tuple(made)
