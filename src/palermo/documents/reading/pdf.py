"""PDF files: the lines of each page as they stand on paper, with empty lines where the paper has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from palermo.documents.source import Page, Source, Unreadable

MOST_PAGES = 3000
LEAST_CHARACTERS = 10  # a page of a scan carries at most a stamp
PARAGRAPH = 1.22  # lines further apart than this, counted in usual distances, have an empty line between them
SMALL = 0.92  # notes are set smaller than this, counted in the usual height of letters
NOTE = re.compile(r"\s*(?:\d{1,3}|\*{1,4})(?:\s|\D)")
RULE = "__________________"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print: its text, its left and right edge, where its letters stand, and how high they are, in points.

    `top` and `foot` differ where the library has put two lines together at a hyphen.
    """

    text: str
    left: float
    right: float
    top: float
    foot: float
    height: float


def read_pdf(name: str, data: bytes) -> Source:
    """The text of a PDF as layout.

    Raises Unreadable: `encrypted`, `malformed`, `huge` (more than 3,000 pages), `scanned` (pictures without text).
    """
    with _opened(name, data) as pdf:
        if len(pdf) > MOST_PAGES:
            raise Unreadable("huge", f"{name} has {len(pdf)} pages; up to {MOST_PAGES} are read; split it")
        texts = [_page(page) for page in pdf]
    if sum(map(len, texts)) < LEAST_CHARACTERS * len(texts):
        raise Unreadable("scanned", f"{name} has pictures of pages but no text; run text recognition on it first")
    return Source(name, "layout", tuple(Page(number, text) for number, text in enumerate(texts, 1)))


def _opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Unreadable("encrypted", f"{name} wants a password; save it without one") from error
        raise Unreadable("malformed", f"{name} is no PDF that can be read: {error}") from error


def _page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    rows = list(_joined(_rows(text)))
    text.close()
    page.close()
    return "\n".join(_spaced(rows))


def _rows(page: pypdfium2.PdfTextPage) -> Iterator[Row]:
    """The lines that the library sees; a raised number often ends one of them too early."""
    text = page.get_text_range()
    if len(text) != page.count_chars():
        # Characters beyond the first plane count twice in the library, so that places cannot be told.
        yield from (Row(line.strip(), 0, 0, -n, -n, 0) for n, line in enumerate(text.splitlines()) if line.strip())
        return
    for match in re.finditer(r"[^\r\n]+", text):
        line = match[0]
        bare = line.strip()
        if bare:
            first = match.start() + len(line) - len(line.lstrip())
            yield _row(page, bare, first, first + len(bare) - 1)


def _row(page: pypdfium2.PdfTextPage, text: str, first: int, last: int) -> Row:
    middle = first + (last - first) // 2
    boxes = [page.get_charbox(index, loose=True) for index in (first, middle, last)]
    height = median(box[3] - box[1] for box in boxes)
    top, foot = boxes[0][1], boxes[2][1]
    if abs(top - foot) < height:
        top = foot = median(box[1] for box in boxes)  # a raised number may stand first or last
    return Row(text.replace("\ufffe", "-"), boxes[0][0], boxes[2][2], top, foot, height)


def _joined(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows on one foot are one line."""
    held: Row | None = None
    for row in rows:
        if held is not None and _same_line(held, row):
            text = f"{held.text} {row.text}"
            held = replace(held, text=text, right=max(held.right, row.right), height=max(held.height, row.height))
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _same_line(held: Row, row: Row) -> bool:
    high = max(held.height, row.height)
    return high > 0 and abs(held.foot - row.top) < 0.5 * high and row.left >= held.right - high


def _spaced(rows: Sequence[Row]) -> Iterator[str]:
    """The lines, with an empty one where the distance is greater than usual, and a rule above the notes."""
    steps = [above.foot - below.top for above, below in pairwise(rows)]
    usual = median([step for step in steps if step > 0] or [0])
    notes = _first_note(rows)
    for n, row in enumerate(rows):
        if n == notes and not rows[n - 1].text.startswith("____"):
            yield from ("", RULE)
        elif n and (steps[n - 1] > PARAGRAPH * usual or steps[n - 1] < 0):
            yield ""
        yield row.text


def _first_note(rows: Sequence[Row]) -> int | None:
    """Where the notes begin: at the foot of the page, in small letters, with a marker."""
    if not rows:
        return None
    usual = median(row.height for row in rows if len(row.text) > 20) if any(len(row.text) > 20 for row in rows) else 0
    start = None
    for n in range(len(rows) - 1, -1, -1):
        small = rows[n].height < SMALL * usual
        if small and NOTE.match(rows[n].text):
            start = n
        elif not small and len(rows[n].text) > 20:
            break
    return start
