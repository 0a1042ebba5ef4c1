"""Pages in any order: which page each is, by the number printed on it; which are missing, strange or there twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from palermo.documents.flow import lines
from palermo.documents.furniture import FOOTER, JOB, strip
from palermo.documents.grammar import grammar
from palermo.documents.languages import language_of
from palermo.documents.masthead import SYMBOL, head_of
from palermo.documents.source import Page, Source

COUNTED = re.compile(r"(?<![\d/])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")
PLAIN = re.compile(rf"(?:Page\s+|-\s?)?(\d{{1,3}})(?:\s?-)?|(\d{{1,3}})\s+{JOB}|{JOB}\s+(\d{{1,3}})")
EDGE = 6  # lines
SHORTEST_TITLE = 6  # characters
TOP = 300  # characters of a page among which its symbol stands


@dataclass(frozen=True, slots=True)
class Aside:
    """A page that was not joined, as a source of its own. `reason` is `repeated`, `other text` or `unnumbered`."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """Pages in order with their printed numbers, from 1 where none prints any. `total` is 0 where none says it."""

    sheets: tuple[Source, ...]
    numbers: tuple[int, ...]
    total: int
    aside: tuple[Aside, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of pages that are not at hand: before, between, and after up to the total."""
        return tuple(sorted(set(range(1, max((*self.numbers, self.total)) + 1)) - set(self.numbers)))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page, what is printed on it, and which page of its own source it was."""

    source: Source
    symbol: str
    number: int
    total: int
    given: int
    first: bool


def ordered(sources: Iterable[Source]) -> Ordered:
    """The pages of all sources by their printed numbers. Guarantees that each page is in `sheets` or in `aside`.

    Pages of another symbol than most are set aside, and of two pages with one number the shorter. Where no page has
    a number, the order of the sources counts, unless each page has a number of its own in its source.
    """
    sheets = [_sheet(source, page) for source in sources for page in source.pages if page.text.strip()]
    if not sheets:
        return Ordered((), (), 0, ())
    symbol = Counter(sheet.symbol for sheet in sheets if sheet.symbol).most_common(1)
    own = [sheet for sheet in sheets if not symbol or sheet.symbol in ("", symbol[0][0])]
    strange = [Aside(sheet.source, "other text") for sheet in sheets if sheet not in own]
    numbered, unnumbered = _numbered(own)
    kept: dict[int, _Sheet] = {}
    repeated = []
    for number, sheet in numbered:
        held = kept.get(number)
        if held is None or len(sheet.source.pages[0].text) > len(held.source.pages[0].text):
            kept[number] = sheet
        if held is not None:
            repeated.append(Aside((sheet if kept[number] is held else held).source, "repeated"))
    numbers = tuple(sorted(kept))
    aside = (*strange, *repeated, *(Aside(sheet.source, "unnumbered") for sheet in unnumbered))
    return Ordered(tuple(kept[number].source for number in numbers), numbers, _total(own), aside)


def _sheet(source: Source, page: Page) -> _Sheet:
    alone = Source(source.name, source.form, (page,))
    number, total = printed(alone)
    head = head_of(alone, grammar(language_of(page.text)))
    symbol = head.masthead.symbol or _symbol(page.text)
    return _Sheet(alone, symbol, number, total, page.number, head.end > 0)


def _symbol(text: str) -> str:
    found = SYMBOL.search(text[:TOP])
    return " ".join(found[0].split()) if found else ""


def running_title(source: Source) -> str:
    """The words that stand behind the symbol at the top of each page, empty where they are too few to be a title."""
    tops = [
        match.string[match.end() :].split() for page in source.pages if (match := SYMBOL.match(page.text.lstrip()))
    ]
    if len(tops) < 2:
        return ""
    same = takewhile(lambda words: len(set(words)) == 1, zip(*tops, strict=False))
    title = " ".join(words[0] for words in same)
    return title if len(title) >= SHORTEST_TITLE else ""


def printed(page: Source) -> tuple[int, int]:
    """The number printed on a page, and of how many; 0 for what is not printed."""
    taken = [line.text for line in strip(page, "", headless=True).furniture] + list(_edges(page))
    found = [(int(match[1]), int(match[2])) for line in taken for match in COUNTED.finditer(line)]
    whole = [(number, total) for number, total in found if 1 <= number <= total]
    if whole:
        return whole[-1]
    plain = [next(filter(None, match.groups())) for line in taken if (match := PLAIN.fullmatch(line))]
    return (int(plain[-1]), 0) if plain else (0, 0)


def _edges(page: Source) -> Iterator[str]:
    """Lines near the top and the bottom that are nothing but a footer: in a PDF it may stand below the header."""
    held = lines(page)[0]
    for line in (*held[:EDGE], *held[-EDGE:]):
        if FOOTER.fullmatch(line.text):
            yield line.text


def _numbered(sheets: Sequence[_Sheet]) -> tuple[list[tuple[int, _Sheet]], list[_Sheet]]:
    """Each page with its number, and those for which there is none."""
    if not any(sheet.number for sheet in sheets):
        return _as_given(sheets), []
    known = [(sheet.number, sheet) for sheet in sheets if sheet.number]
    taken = {number for number, _ in known}
    first = [(1, sheet) for sheet in sheets if not sheet.number and sheet.first and 1 not in taken][:1]
    placed = [sheet for _, sheet in (*known, *first)]
    return [*first, *known], [sheet for sheet in sheets if sheet not in placed]


def _as_given(sheets: Sequence[_Sheet]) -> list[tuple[int, _Sheet]]:
    """By the numbers that the sources give, if all differ; else as they came, the page with the masthead first."""
    if len({sheet.given for sheet in sheets}) == len(sheets):
        return [(sheet.given, sheet) for sheet in sheets]
    distinct = list({sheet.source.pages[0].text: sheet for sheet in sheets}.values())
    return list(enumerate(sorted(distinct, key=lambda sheet: not sheet.first), 1))


def _total(sheets: Sequence[_Sheet]) -> int:
    totals = Counter(sheet.total for sheet in sheets if sheet.total).most_common(1)
    return totals[0][0] if totals else 0
