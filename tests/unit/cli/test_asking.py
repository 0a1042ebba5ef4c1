"""Questions on the command line: the answer, the day to which it is known, and what is said to a wrong question."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

from palermo.cli.errors import Exit
from tests.unit.cli.conftest import Palermo


def test_a_status_says_what_since_when_by_which_act_and_from_where(palermo: Palermo) -> None:
    told = palermo("treaties", "status", "TIP", "FRA").stdout
    assert "Trafficking in Persons Protocol (TIP) and France (FRA)" in told
    assert "in force  2003-12-25  ratification  2002-10-29  2025-04-10" in told
    assert "As of 2025-04-10; what happened after that is not known" in told
    assert "Source: fedlex-2006-864-20250410" in told
    assert "Data: the tables that ship with Palermo" in told


@pytest.mark.parametrize("name", ["France", "FRANCIA", "Франция", "فرنسا", "法国", "fra"])
def test_names_are_taken_in_six_languages(palermo: Palermo, name: str) -> None:
    assert (
        json.loads(palermo("treaties", "status", "TIP", name, "--format", "json").stdout)["rows"][0]["state"] == "FRA"
    )


def test_a_status_before_the_act_and_within_the_data_says_that_nothing_was_done(palermo: Palermo) -> None:
    told = json.loads(palermo("treaties", "status", "TIP", "FRA", "--on", "2000-01-01", "--format", "json").stdout)
    assert told["rows"][0]["status"] == "no-act"
    assert told["rows"][0]["known"] is True
    assert told["about"]["on"] == "2000-01-01"
    assert told["about"]["as_of_to"] == "2025-04-10"


def test_what_is_not_known_is_not_called_no(palermo: Palermo) -> None:
    row = json.loads(palermo("treaties", "status", "ACTIP-2015", "THA", "--format", "json").stdout)["rows"][0]
    assert row["status"] == "unknown"
    assert row["known"] is False


def test_known_on_leaves_out_what_was_recorded_later(palermo: Palermo) -> None:
    asked = ("treaties", "status", "TIP", "FRA", "--format", "json")
    now, then = (json.loads(palermo(*asked, *more).stdout)["rows"][0] for more in ((), ("--known-on", "2014-02-01")))
    assert now["source"] != then["source"] or then["status"] == "unknown"
    assert now["status"] == "bound"


@pytest.mark.parametrize(
    ("instrument", "state", "on", "note"),
    [
        ("ROME", "PHL", "2019-06-01", "may already be: withdrawn, at the latest from 2019-12-31"),
        ("ROME", "PHL", "2020-01-01", "at the latest; the source says 2019 only; from general knowledge, unverified"),
        ("TIP", "FRA", "2020-01-01", ""),
    ],
)
def test_a_day_known_to_its_year_is_called_the_latest(
    palermo: Palermo, instrument: str, state: str, on: str, note: str
) -> None:
    told = json.loads(palermo("treaties", "status", instrument, state, "--on", on, "--format", "json").stdout)
    assert told["rows"][0]["caution"] == note


def test_the_parties_are_as_many_as_the_depositary_counts(palermo: Palermo) -> None:
    told = json.loads(palermo("treaties", "parties", "TIP", "--on", "2008-09-26", "--format", "json").stdout)
    assert told["about"]["parties"] == len(told["rows"]) == 124
    assert {row["status"] for row in told["rows"]} <= {"bound", "consented"}
    dates = [row["act_date"] for row in told["rows"]]
    assert dates == sorted(dates)


def test_gaps_name_each_instrument_and_how_far_it_is_known(palermo: Palermo) -> None:
    told = json.loads(palermo("treaties", "gaps", "USA", "--format", "json").stdout)
    assert {row["instrument"]: row["status"] for row in told["rows"]}["CRC"] == "signatory"
    assert all(row["as_of"] for row in told["rows"])
    assert told["about"]["instruments"] >= len(told["rows"])


def test_a_state_without_gaps_gets_an_empty_table_with_its_day_and_source(palermo: Palermo) -> None:
    told = palermo("treaties", "gaps", "FRA").stdout
    assert "no consent known to 0 of" in told
    assert "(none)" in told
    assert "As of" in told
    assert "Source:" in told


def test_relations_are_the_same_from_either_side(palermo: Palermo) -> None:
    there, back = (palermo("treaties", "relations", *pair).stdout for pair in (("FRA", "CHN"), ("CHN", "FRA")))
    assert there == back
    assert "China (CHN) and France (FRA)" in there
    assert "Articles taken out" in there
    assert "Acts to read may narrow a relation" in there


def test_csv_carries_every_column_with_its_day(palermo: Palermo) -> None:
    rows = list(csv.DictReader(io.StringIO(palermo("treaties", "parties", "TIP", "--format", "csv").stdout)))
    assert len(rows) == 184
    assert {row["as_of"] for row in rows} == {"2025-04-10"}
    assert all(row["source"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("status", "TIP", "Frnace"), Exit.UNKNOWN_NAME, "Did you mean France (FRA)"),
        (("status", "TIPP", "FRA"), Exit.UNKNOWN_NAME, "no instrument is called 'TIPP'"),
        (("gaps", "FRA", "--family", "coree"), Exit.UNKNOWN_NAME, "no family is called 'coree'"),
        (("parties", "TIP", "--on", "2026-02-30"), Exit.BAD_INPUT, "not a day of the calendar"),
        (("parties", "TIP", "--on", "20260101"), Exit.BAD_INPUT, "write it as YYYY-MM-DD"),
        (("parties", "TIP", "--on", "9999-01-01"), Exit.BAD_INPUT, "lies in the future"),
        (("parties", "TIP", "--on", "0001-01-01"), Exit.BAD_INPUT, "before the first instrument"),
        (("parties", "TIP", "--known-on", "1990-01-01"), Exit.BAD_INPUT, "the register knew nothing before"),
        (("relations", "FRA", "France"), Exit.BAD_INPUT, "two different States"),
        (("status", "TIP", "FRA", "--database"), Exit.NOT_READY, "there is no database"),
        (("status", "TIP"), Exit.USAGE, "Missing argument"),
        (("status", "TIP", "FRA", "--format", "xml"), Exit.USAGE, "'xml'"),
    ],
)
def test_a_wrong_question_is_answered_with_what_to_do(
    palermo: Palermo, arguments: tuple[str, ...], code: Exit, words: str
) -> None:
    done = palermo("treaties", *arguments)
    assert done.exit_code == code
    assert words in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_question_to_the_shipped_tables_never_waits_for_the_web_framework(environment: dict[str, str]) -> None:
    probe = (
        "import sys; sys.argv = ['palermo', 'treaties', 'status', 'TIP', 'FRA']\n"
        "from palermo.cli import main\n"
        "try: main()\n"
        "finally: print(sorted(set(sys.modules) & {'django', 'openpyxl', 'lxml', 'rich'}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == "[]"
