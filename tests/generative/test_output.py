"""Whatever an answer holds, it is written whole, within the terminal, and read back by programs as it was."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from palermo.cli.output import GAP, NARROWEST, Answer, Column, Value, as_csv, as_json, as_table, columns_of
from tests.generative.examples import on_push

TEXTS = st.text(max_size=20) | st.sampled_from(
    ["法国", "Côte d'Ivoire", "=1+1", "a,b", '"', "\x1b[31m", "e\u0301", ""]
)
VALUES = st.none() | st.booleans() | st.integers() | st.dates() | TEXTS | st.lists(TEXTS, max_size=3)
KEYS = ("name", "day", "hidden")
COLUMNS = (Column("name", "Name"), Column("day", "Day"), Column("hidden"))
ROWS = st.lists(st.fixed_dictionaries(dict.fromkeys(KEYS, VALUES)), max_size=4)


def answer(rows: list[dict[str, Value]], notes: tuple[str, ...] = ()) -> Answer:
    return Answer("Title", COLUMNS, tuple(rows), {"on": date(2026, 1, 2)}, notes)


def plainly(value: object) -> object:
    """A value as JSON gives it back."""
    return value.isoformat() if isinstance(value, date) else value


@given(ROWS)
@on_push(50)
def test_json_gives_back_what_was_written(rows: list[dict[str, Value]]) -> None:
    held = json.loads(as_json(answer(rows)))
    assert held["rows"] == [{key: plainly(value) for key, value in row.items()} for row in rows]
    assert held["about"] == {"title": "Title", "on": "2026-01-02"}


@given(ROWS)
@on_push(50)
def test_csv_has_a_row_for_each_and_no_formula(rows: list[dict[str, Value]]) -> None:
    read = list(csv.reader(io.StringIO(as_csv(answer(rows)), newline="")))
    assert read[0] == list(KEYS)
    assert len(read) == 1 + len(rows)
    for line in read[1:]:
        assert len(line) == len(KEYS)
        assert not any(cell.startswith(("=", "+", "@")) for cell in line)


@given(ROWS)
@on_push(50)
def test_csv_tells_nothing_from_an_empty_text_and_a_yes_from_a_one(rows: list[dict[str, Value]]) -> None:
    read = list(csv.DictReader(io.StringIO(as_csv(answer(rows)), newline="")))
    for row, told in zip(rows, read, strict=True):
        for key, value in row.items():
            if value is None:
                assert told[key] == ""
            elif isinstance(value, bool):
                assert told[key] == ("yes" if value else "no")
            elif isinstance(value, date):
                assert told[key] == value.isoformat()


@given(ROWS, st.lists(TEXTS, max_size=2).map(tuple))
@on_push(50)
def test_nothing_steers_the_terminal(rows: list[dict[str, Value]], notes: tuple[str, ...]) -> None:
    told = as_table(answer(rows, notes))
    assert all(char.isprintable() for line in told.split("\n") for char in line)
    assert told.endswith("\n")


@given(ROWS, st.integers(2 * NARROWEST + len(GAP), 200))
@on_push(50)
def test_a_table_fits_the_terminal_unless_a_sign_takes_two_columns(rows: list[dict[str, Value]], limit: int) -> None:
    lines = as_table(answer(rows), limit).splitlines()
    wide = any(columns_of(line) != len(line) for line in lines)
    assert wide or max(map(columns_of, lines)) <= limit


@given(ROWS)
@on_push(50)
def test_columns_that_say_nothing_in_any_row_are_left_out(rows: list[dict[str, Value]]) -> None:
    def says(key: str) -> bool:
        return any(row[key] is not None and row[key] not in ("", [], [""]) for row in rows)

    told = [heading for key, heading in (("name", "Name"), ("day", "Day")) if says(key)]
    assert as_table(answer(rows)).splitlines()[2].split() == (told or ["(none)"])


@given(st.text(max_size=30))
def test_a_text_takes_no_fewer_than_no_columns_and_no_more_than_two_a_sign(text: str) -> None:
    assert 0 <= columns_of(text) <= 2 * len(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_texts_side_by_side_take_the_columns_of_both(first: str, second: str) -> None:
    assert columns_of(first + second) == columns_of(first) + columns_of(second)
