"""Reads the visible sheets of an Excel workbook as text. Formulas are not run, macros and links not followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import openpyxl

from palermo.sources import archives, decoding, merging, notes, separated
from palermo.sources.problems import NOTE, Limits, Problem, SourceError, shown
from palermo.sources.tables import Line, Table

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")


def read(data: bytes, limits: Limits) -> tuple[Table, ...]:
    """Every visible sheet with rows in it; raise `SourceError` for a bomb, or a damaged or too large file."""
    with archives.opened(data, limits) as archive:
        try:
            return _tables(data, archive, limits)
        except SourceError:
            raise
        except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble on
            raise SourceError(
                "workbook", f"the workbook is damaged ({shown(str(error))}); save it again as .xlsx, or as CSV."
            ) from error


def _tables(data: bytes, archive: zipfile.ZipFile, limits: Limits) -> tuple[Table, ...]:
    with warnings.catch_warnings():
        # openpyxl warns about styles and extensions, none of which change a cell.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        tables = [_table(book, sheet, archive, limits) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    found = [_aside(table, hidden) for table in tables if table.lines]
    if not found:
        raise SourceError(
            "empty", "no visible sheet of the workbook holds a row; show the sheet or download it again."
        )
    return tuple(found)


def _aside(table: Table, hidden: list[str]) -> Table:
    """The table without the notes below it, and with a word on sheets that were not looked at."""
    lines, aside = notes.split(table.lines)
    said = tuple(
        Problem("hidden-sheet", NOTE, "a visible sheet", shown(title), "Not read; show it if it is the one you mean.")
        for title in hidden
    )
    return replace(table, lines=lines, aside=aside, problems=(*table.problems, *said))


def _table(book: Workbook, sheet: ReadOnlyWorksheet, archive: zipfile.ZipFile, limits: Limits) -> Table:
    lines = tuple(_lines(sheet, limits))
    ranges = tuple(_merged(archive, getattr(sheet, "_worksheet_path", "")))
    filled, refused, problems = merging.settle(lines, ranges, sheet.title)
    return Table(filled, sheet.title, "xlsx", book.epoch, refused=refused, problems=problems)


def _lines(sheet: ReadOnlyWorksheet, limits: Limits) -> Iterator[Line]:
    # The size a sheet claims may be wrong by millions of rows.
    sheet.reset_dimensions()
    count = cells = 0
    for number, values in enumerate(_rows(sheet), start=1):
        cells += len(values)
        if cells > limits.cells:
            raise SourceError("cells", f"the sheet {sheet.title!r} has more than {limits.cells:,} cells.")
        row = [_text(value) for value in values]
        while row and not row[-1]:
            row.pop()
        if row:
            count += 1
            separated.within(limits, count, row, number)
            yield Line(number, tuple(row))


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[object, ...]]:
    yield from sheet.iter_rows(values_only=True)  # type: ignore[misc]  # the stubs give it another self


def _text(value: object) -> str:
    """A cell as text: dates in ISO form, whole numbers without a point, formulas as they are written."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    formula = getattr(value, "text", None)
    return decoding.CONTROL.sub(" ", str(value if formula is None else f"={formula}")).strip()


def _merged(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    """The ranges of joined cells, which openpyxl does not tell when it reads row by row."""
    name = path.lstrip("/")
    if name in archive.namelist():
        for found in MERGED.finditer(archive.read(name)):
            yield found[1].decode("ascii")
