"""A download holds what the page shows, says of what day and from where it is, and runs nothing in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.web.presentation.downloads import DANGEROUS, harmless, respond
from palermo.web.presentation.tables import Cell, Column, Table

TABLE = Table(
    "states",
    "States",
    (Column("state", "State"), Column("since", "Since"), Column("parties", "Parties", numeric=True)),
    (
        (Cell("=HYPERLINK(1)"), Cell("2020-01-01", value=date(2020, 1, 1)), Cell("7", value=7)),
        (Cell("فرنسا"), Cell(""), Cell("–", value=None)),
    ),
)
ABOUT = {"as of": "2026-03-01", "source": "United Nations"}


def test_csv_escapes_what_a_spreadsheet_would_run() -> None:
    response = respond(TABLE, "csv", ABOUT)
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows == [["state", "since", "parties"], ["'=HYPERLINK(1)", "2020-01-01", "7"], ["فرنسا", "", "–"]]
    assert response["Content-Disposition"] == 'attachment; filename="states.csv"'


def test_xlsx_keeps_dates_numbers_and_texts_and_has_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(respond(TABLE, "xlsx", ABOUT).content))
    sheet = book["states"]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "'=HYPERLINK(1)"
    assert sheet["B2"].value.date() == date(2020, 1, 1)
    assert sheet["C2"].value == 7
    assert book["about"]["B1"].value == "2026-03-01"


def test_json_says_what_it_is_and_writes_unknown_as_it_stands() -> None:
    held = json.loads(respond(TABLE, "json", ABOUT).content)
    assert held["about"] == ABOUT
    assert held["rows"][0] == {"state": "=HYPERLINK(1)", "since": "2020-01-01", "parties": 7}


@given(st.text(max_size=8))
def test_nothing_dangerous_begins_a_cell(text: str) -> None:
    assert not harmless(text).startswith(DANGEROUS)


@pytest.mark.parametrize("text", ["France", "", "3.5", "a=b"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
