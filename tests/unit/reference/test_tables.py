"""Reading tables: what is wrong is refused with the file, the line and what was expected."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from palermo.reference import SHIPPED, TableError, acts, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables, to be spoilt."""
    for table in SHIPPED.glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def spoil(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def read(folder: Path) -> None:
    list(acts(load(folder), folder))


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("states", "\nAGO,", "\nAngola,", r"states.csv, line 3: expected an ISO 3166-1 alpha-3 code"),
        ("states", "\nAGO,AO,", "\nAGO,", r"states.csv, line 3: expected 14 cells separated by commas"),
        ("states", "iso3,iso2", "iso3;iso2", r"states.csv, line 2: expected 13 cells separated by commas"),
        ("states", "iso3,iso2", "code,iso2", r"states.csv, line 2: expected 'iso3' among the columns"),
        ("states", ",member,Angola", ",Member,Angola", r"states.csv, line 3: AGO: standing must be one of"),
        ("states", "\nAGO,", '\n"AGO"x,', r"states.csv, line 3: ',' expected after '\"'"),
        ("instruments", "1984-12-10", "10.12.1984", r"instruments.csv, line 3: Invalid isoformat"),
        ("instruments", "UNSG,1249", "UNSG,1249,", r"instruments.csv, line 4: expected 22 cells"),
        (
            "instruments",
            ",month_start_after_months,3,,",
            ",moon,3,,",
            r"instruments.csv, line 6: expected a rule among",
        ),
        ("reaches", "CAT,all,2015-03-14", "CAT,most,2015-03-14", r"reaches.csv, line 3: expected scope all"),
        ("reaches", "CAT,all,2015-03-14", "CAT,all,2015-02-30", r"reaches.csv, line 3: day is out of range"),
        ("acts", "CAT,AFG,declaration", "CAT,AFG,remark", r"acts.csv, line \d+: expected 'remark' among"),
        ("acts", "ratification,2016-01,", "ratification,2016-13,", r"acts.csv, line 2: '2016-13' is not a day"),
        ("acts", ",asean-20160125,", ",asean,", r"acts.csv, line 2: expected 'asean' among the columns or codes"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(
    folder: Path, table: str, old: str, new: str, message: str
) -> None:
    spoil(folder, table, old, new)
    with pytest.raises(TableError, match=message):
        read(folder)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "groups.csv").unlink()
    with pytest.raises(TableError, match=r"expected a table groups.csv in .*; there is none"):
        read(folder)


def test_a_code_twice_is_refused(folder: Path) -> None:
    spoil(folder, "states", "\nAGO,AO,", "\nAFG,AO,")
    with pytest.raises(TableError, match=r"states.csv: expected each code once, got AFG twice"):
        read(folder)


def test_another_code_page_is_refused(folder: Path) -> None:
    path = folder / "states.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Côte", "Cote").encode("utf-16"))
    with pytest.raises(TableError, match=r"states.csv, after line 0: expected text in UTF-8"):
        read(folder)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    path = folder / "states.csv"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8-sig"))
    assert load(folder).states == load().states


def test_an_empty_table_is_an_empty_table(folder: Path) -> None:
    (folder / "acts.csv").write_text("", encoding="utf-8")
    assert list(acts(load(folder), folder)) == []
