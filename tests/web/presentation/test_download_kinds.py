"""A download keeps the kind of every value, also where there is little or nothing in it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from palermo.web.presentation.downloads import FORMATS, respond
from palermo.web.presentation.tables import Cell, Column, Table

COLUMNS = (Column("a", "A"), Column("b", "B", hidden=True))
ABOUT = {"title": "T", "as of": "2026-03-01", "address": "https://example.org/?a=1&b==2", "source": "=United Nations"}


def sheet(*rows: tuple[Cell, ...], name: str = "t", columns: tuple[Column, ...] = COLUMNS) -> Worksheet:
    content = respond(Table(name, "T", columns, rows), "xlsx", ABOUT).content
    found: Worksheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return found


# cell, as CSV, as JSON, as XLSX
KINDS = {
    "text": (Cell("France"), "France", "France", "France"),
    "blank": (Cell(""), "", "", ""),
    "value behind a text": (Cell("In force", value="bound"), "bound", "bound", "bound"),
    "whole number": (Cell("7", value=7), "7", 7, 7),
    "nothing counted": (Cell("0", value=0), "0", 0, 0),
    "fraction": (Cell("0.5", value=0.5), "0.5", 0.5, 0.5),
    "day": (Cell("2020-02-29", value=date(2020, 2, 29)), "2020-02-29", "2020-02-29", date(2020, 2, 29)),
    "first day": (Cell("1900-01-01", value=date(1900, 1, 1)), "1900-01-01", "1900-01-01", date(1900, 1, 1)),
    "last day": (Cell("9999-12-31", value=date(9999, 12, 31)), "9999-12-31", "9999-12-31", date(9999, 12, 31)),
    "figures that are no number": (Cell("004"), "004", "004", "004"),
    "month": (Cell("2016-01"), "2016-01", "2016-01", "2016-01"),
    "address": (Cell("https://example.org"), "https://example.org", "https://example.org", "https://example.org"),
    "formula": (Cell("=1+1"), "'=1+1", "=1+1", "'=1+1"),
    "minus": (Cell("-1"), "'-1", "-1", "'-1"),
    "lines": (Cell('a "b"\nc, d'), 'a "b"\nc, d', 'a "b"\nc, d', 'a "b"\nc, d'),
    "Arabic": (Cell("فرنسا"), "فرنسا", "فرنسا", "فرنسا"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_stays_what_it_is_in_every_format(kind: str) -> None:
    cell, in_csv, in_json, in_xlsx = KINDS[kind]
    table = Table("t", "T", COLUMNS, ((cell, Cell("hidden")),))
    lines = list(csv.DictReader(io.StringIO(respond(table, "csv", ABOUT).content.decode("utf-8-sig"), newline="")))
    assert lines == [{"a": in_csv, "b": "hidden"}]
    assert json.loads(respond(table, "json", ABOUT).content)["rows"] == [{"a": in_json, "b": "hidden"}]
    held = sheet(*table.rows)["A2"]
    assert held.data_type != "f"
    assert (held.value.date() if isinstance(in_xlsx, date) else held.value) == in_xlsx
    assert held.hyperlink is None


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("columns", [COLUMNS, ()], ids=["no rows", "no columns"])
def test_nothing_is_a_whole_file_too(form: str, columns: tuple[Column, ...]) -> None:
    response = respond(Table("empty", "Empty", columns, ()), form, ABOUT)
    assert response["Content-Disposition"] == f'attachment; filename="empty.{form}"'
    if form == "csv":
        assert response.content.decode("utf-8-sig").split() == ([] if not columns else ["a,b"])
    elif form == "json":
        assert json.loads(response.content)["rows"] == []
    else:
        book = openpyxl.load_workbook(io.BytesIO(response.content))
        assert [cell.value for cell in book["empty"][1] if cell.value] == [column.key for column in columns]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("states", "states"),
        ("instrument-SLAVERY1926-PROT1953-long", "instrument-SLAVERY1926-PROT1953"),
        ("state-FRA", "state-FRA"),
    ],
)
def test_a_sheet_is_named_as_its_table_as_far_as_spreadsheets_allow(name: str, expected: str) -> None:
    held = sheet(name=name)
    assert held.title == expected
    assert len(held.title) <= 31


def test_a_workbook_says_what_it_is_and_runs_none_of_it() -> None:
    content = respond(Table("t", "T", COLUMNS, ()), "xlsx", ABOUT).content
    about = openpyxl.load_workbook(io.BytesIO(content))["about"]
    assert {str(row[0].value): row[1].value for row in about.iter_rows()} == ABOUT
    assert {cell.data_type for row in about.iter_rows() for cell in row} == {"s"}


def test_an_unknown_format_is_no_download() -> None:
    with pytest.raises(KeyError):
        respond(Table("t", "T", COLUMNS, ()), "exe", ABOUT)
