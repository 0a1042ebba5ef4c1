"""What the printer added to each page: running headers, footers, and the rule above the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.documents.flow import Line, lines
from palermo.documents.masthead import SYMBOL
from palermo.documents.source import Source

RULE = re.compile(r"[_‾―—–]{5,}|-{8,}")
ONLY_RULE = re.compile(r"(?:[_‾―—–]{5,}|-{8,})")
# The number of the job at the press: 22-28791 (E), V.20-05000, K1900699.
JOB = r"(?:(?:(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}|[A-Z]{1,2}\d{6,8})\s?(?:\*|\([A-Z]\))?)"
FOOTER = re.compile(
    rf"(?:{JOB}\s*)?\d{{1,3}}\s?/\s?\d{{1,3}}(?:\s*{JOB})?|{JOB}(?:\s+\d+)?|\*\d{{6,8}}\*|\d{{1,3}}\s+{JOB}"
    r"|/\.\.\.|Page \d+|-\s?\d+\s?-"
)
TAIL = re.compile(rf"(?:{JOB}\s+)?(?<!\S)\d{{1,3}}/\d{{1,3}}(?:\s+{JOB})?\s*$")
NOTE_START = re.compile(r"(?:\d{1,3}|\*{1,4}|[a-z٠-٩])\s?\S")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The text without the printer's additions: lines of the body, lines of the notes, and what was taken away."""

    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    furniture: tuple[Line, ...]


def strip(source: Source, title: str, *, headless: bool = False) -> Stripped:
    """Take the printer's additions off each page. Every character is in exactly one of the three, rules included.
    `headless` says that the first page is one from the middle, with a running header of its own."""
    pages = lines(source)
    if source.form == "pages":
        return _gathered([_flat(page[0], title, headless) for page in pages if page])
    again = _repeated(pages)
    return _gathered([_laid_out(page, again, title if n or headless else None) for n, page in enumerate(pages)])


def _gathered(sheets: Sequence[Stripped]) -> Stripped:
    parts = (("body",), ("notes",), ("furniture",))
    return Stripped(*(tuple(line for sheet in sheets for line in getattr(sheet, name)) for (name,) in parts))


def _laid_out(page: Sequence[Line], again: frozenset[str], title: str | None) -> Stripped:
    top = 0 if title is None else _header(page, again, title)
    bottom = len(page)
    while bottom > top and (FOOTER.fullmatch(page[bottom - 1].text) or _shape(page[bottom - 1].text) in again):
        bottom -= 1
    rule = _rule(page[top:bottom])
    taken = [*page[:top], *page[bottom:]]
    if rule is None:
        return Stripped(_turned(page[top:bottom]), (), tuple(taken))
    return Stripped(_turned(page[top : top + rule]), tuple(page[top + rule + 1 : bottom]), (*taken, page[top + rule]))


def _turned(body: Sequence[Line]) -> tuple[Line, ...]:
    if not body:
        return ()
    first = body[0]
    return (Line(first.page, first.start, first.end, first.text, True, first.indent, True), *body[1:])


def _header(page: Sequence[Line], again: frozenset[str], title: str) -> int:
    """How many lines the running header has: the symbol, the title over one line or more, the number of the page."""
    said, left = False, title
    for n, line in enumerate(page):
        bare = _without_symbol(line.text)
        if (left.startswith(bare) and bare != line.text) or (bare and left and left.startswith(bare)):
            left = left[len(bare) :].lstrip()
        elif not (_shape(line.text) in again or FOOTER.fullmatch(line.text) or (not said and bare != line.text)):
            return n
        said = said or bare != line.text
    return len(page)


def _without_symbol(text: str) -> str:
    """The line without a symbol at its beginning or its end."""
    first = SYMBOL.match(text)
    if first:
        return text[first.end() :].strip()
    last = text.rsplit(" ", 1)[-1]
    return text[: -len(last)].strip() if SYMBOL.fullmatch(last) else text


def _rule(page: Sequence[Line]) -> int | None:
    """Which line is the rule above the notes: the last one that a note follows."""
    for n in range(len(page) - 1, -1, -1):
        if ONLY_RULE.fullmatch(page[n].text) and (n + 1 == len(page) or NOTE_START.match(page[n + 1].text)):
            return n
    return None


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that stand at the top or the bottom of most pages after the first, numbers aside."""
    ends = Counter(shape for page in pages[1:] for shape in {_shape(line.text) for line in (*page[:3], *page[-3:])})
    return frozenset(shape for shape, count in ends.items() if count > 2 and count > len(pages) / 3)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _flat(page: Line, title: str, headless: bool) -> Stripped:
    start = 0
    if (page.page > 1 or headless) and (symbol := SYMBOL.match(page.text)):
        start = after(page.text, symbol.end(), title)
    tail = TAIL.search(page.text)
    end = tail.start() if tail else len(page.text)
    taken = [line for line in (page.cut(0, start), page.cut(end)) if line.text]
    rules = [match for match in RULE.finditer(page.text, start, end) if NOTE_START.match(page.text, match.end() + 1)]
    if not rules:
        return Stripped(_some(page.cut(start, end)), (), tuple(taken))
    rule = rules[-1]
    body, notes = page.cut(start, rule.start()), page.cut(rule.end(), end)
    return Stripped(_some(body), _some(notes), (*taken, page.cut(rule.start(), rule.end())))


def _some(line: Line) -> tuple[Line, ...]:
    return (Line(line.page, line.start, line.end, line.text, True, line.indent, True),) if line.text else ()


def after(text: str, start: int, wanted: str) -> int:
    """Where `text` goes on after `wanted`, which may be split by white space anywhere; `start` if it is not there."""
    at, letters = start, [char for char in wanted if not char.isspace()]
    for letter in letters:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at].casefold() != letter.casefold():
            return start
        at += 1
    return at
