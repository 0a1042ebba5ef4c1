"""A table as a value: the same one is shown, sorted, filtered, paged and downloaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from palermo.reference import plain

PER_PAGE = 50

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` is its name in downloads and addresses, `hidden` keeps it out of the page."""

    key: str
    label: str
    numeric: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is shown, the value behind it for sorting and downloads, and where it leads.

    `status` is the code of a status, which gives the cell its mark; `note` is small print under the text.
    """

    text: str
    value: Value = None
    link: str = ""
    status: str = ""
    note: str = ""

    @property
    def plain_value(self) -> Value:
        """What a download holds: the value, or the text where there is no other."""
        return self.text if self.value is None else self.value


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows under a name. Every row has a cell for every column."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name}: expected {len(self.columns)} cells a row, got {len(row)}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as a page shows it: how it is sorted now, and the query that sorts it the other way."""

    column: Column
    sorted: str
    query: str


@dataclass(frozen=True, slots=True)
class View:
    """One page of a table, sorted and filtered as the address asks; `total` rows there are before filtering."""

    table: Table
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    found: int
    page: int
    pages: int
    search: str
    sort: str
    whole: bool
    total: int

    @property
    def before(self) -> int:
        """The number of the page before this one, 0 on the first."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The number of the page after this one, 0 on the last."""
        return self.page + 1 if self.page < self.pages else 0


def select(table: Table, params: Mapping[str, str]) -> Table:
    """The rows that `q` finds, in the order that `sort` names (`-` before a key turns it round)."""
    rows = table.rows
    wanted = plain(params.get("q", ""))
    if wanted:
        rows = tuple(row for row in rows if any(wanted in plain(cell.text) for cell in row))
    key, falling = ordered(params)
    place = next((n for n, column in enumerate(table.columns) if column.key == key), None)
    if place is not None:
        rows = _sorted(rows, place, falling)
    return replace(table, rows=rows)


def view(table: Table, params: Mapping[str, str]) -> View:
    """The page that the address asks for: `q`, `sort`, `page`, and `show=all` for every row at once.

    A page number that is none, or too large, gives the nearest page there is.
    """
    found = select(table, params)
    shown = replace(found, rows=found.rows[slice_of(params, len(found.rows))])
    return window(shown, params, found=len(found.rows), total=len(table.rows))


def window(table: Table, params: Mapping[str, str], *, found: int, total: int) -> View:
    """The page that the address asks for, of a table that holds the rows of this page only, sorted and filtered."""
    page, pages = _place(params, found)
    sort, search = params.get("sort", ""), params.get("q", "")
    headings = tuple(_heading(column, sort) for column in table.columns)
    return View(table, headings, table.rows, found, page, pages, search, sort, pages == 1, total)


def ordered(params: Mapping[str, str]) -> tuple[str, bool]:
    """The key of the column that `sort` names, and whether the order falls."""
    key = params.get("sort", "")
    return key.removeprefix("-"), key.startswith("-")


def slice_of(params: Mapping[str, str], found: int) -> slice:
    """Which of the rows found the page that the address asks for shows."""
    page, pages = _place(params, found)
    return slice((page - 1) * PER_PAGE, page * PER_PAGE) if pages > 1 else slice(found)


def _place(params: Mapping[str, str], found: int) -> tuple[int, int]:
    whole = params.get("show") == "all" or found <= PER_PAGE
    pages = 1 if whole else -(-found // PER_PAGE)
    asked = params.get("page", "1")
    page = min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    return page, pages


def _heading(column: Column, sort: str) -> Heading:
    state = {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "none")
    return Heading(column, state, f"-{column.key}" if state == "ascending" else column.key)


def _sorted(rows: tuple[Row, ...], place: int, falling: bool) -> tuple[Row, ...]:
    """Sort by one column. Cells without a value stay last in both directions: unknown is neither first nor least."""
    held = [row for row in rows if row[place].plain_value not in (None, "")]
    empty = [row for row in rows if row[place].plain_value in (None, "")]
    return (*sorted(held, key=lambda row: _order(row[place].plain_value), reverse=falling), *empty)


def _order(value: Value) -> tuple[int, float, str]:
    """Numbers by size, then days and texts by their plain spelling, so that mixed columns still sort."""
    if isinstance(value, int | float):
        return (0, float(value), "")
    return (1, 0.0, plain(value) if isinstance(value, str) else str(value))
