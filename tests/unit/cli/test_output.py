"""Tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from palermo.cli.output import Answer, Column, as_csv, as_json, as_table, columns_of


def answer(**row: object) -> Answer:
    columns = (Column("name", "Name"), Column("day", "Day"), Column("hidden"))
    return Answer("Title", columns, (row,), {"on": date(2026, 1, 2)}, ("A note.",))  # type: ignore[arg-type]


def test_a_table_has_a_title_aligned_columns_and_its_notes() -> None:
    told = as_table(answer(name="Côte d'Ivoire", day=date(2001, 2, 3), hidden="no"))
    assert told.splitlines() == [
        "Title",
        "",
        "Name           Day",
        "-------------  ----------",
        "Côte d'Ivoire  2001-02-03",
        "",
        "A note.",
    ]


def test_signs_that_take_two_columns_are_counted_so() -> None:
    assert columns_of("法国") == 4
    assert columns_of("e\u0301") == 1
    assert as_table(answer(name="法国", day="x")).splitlines()[4] == "法国  x"


@pytest.mark.parametrize("limit", [30, 40, 60])
def test_a_table_is_never_wider_than_the_terminal(limit: int) -> None:
    told = as_table(answer(name="a long name of many words " * 4, day=date(2001, 2, 3)), limit)
    assert max(map(len, told.splitlines())) <= limit
    assert "2001-02-03" in told
    assert told.count("words") == 4


def test_nothing_can_steer_the_terminal() -> None:
    assert "\x1b" not in as_table(answer(name="\x1b[31mred\nsecond line", day="x"))


def test_an_empty_answer_says_so_and_keeps_its_notes() -> None:
    empty = Answer("Title", (Column("name", "Name"),), (), {}, ("As of then.",))
    assert as_table(empty) == "Title\n\n(none)\n\nAs of then.\n"


def test_json_keeps_letters_days_lists_and_nothing() -> None:
    held = json.loads(as_json(answer(name="فرنسا", day=date(2001, 2, 3), hidden=["a", "b"], none=None)))
    assert held == {
        "about": {"title": "Title", "on": "2026-01-02"},
        "rows": [{"name": "فرنسا", "day": "2001-02-03", "hidden": ["a", "b"], "none": None}],
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1"])
def test_csv_holds_nothing_that_a_spreadsheet_would_run(text: str) -> None:
    cell = next(csv.DictReader(io.StringIO(as_csv(answer(name=text, day=None, hidden=True)))))
    assert cell == {"name": f"'{text}", "day": "", "hidden": "yes"}
