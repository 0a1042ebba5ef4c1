"""Files that are no table: refused as a whole, with a code and a sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from palermo.sources import Limits, SourceError, decoding, pages, read, separated
from palermo.sources.tables import Table

from .conftest import codes, only

STATUS = "instrument_id,iso3,signature_date,consent_type,consent_date\n"
ROW = "TIP,Côte d’Ivoire,2000-12-12,,\n"


def test_a_folder_a_missing_file_a_loop_and_a_pipe_are_no_files(tmp_path: Path, catalogue, source):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    os.mkfifo(tmp_path / "pipe")
    for name, code in (
        ("", "directory"),
        ("none", "unreadable"),
        ("one", "unreadable"),
        ("pipe", "not-a-file"),
        ("a\0b", "unreadable"),
    ):
        with pytest.raises(SourceError) as caught:
            read(f"{tmp_path}/{name}", catalogue=catalogue, source=source)
        assert caught.value.code == code


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, catalogue, source):
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(SourceError, match="20,000,000 bytes") as caught:
        read(path, catalogue=catalogue, source=source)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (STATUS.encode(), "no-rows"),
        (b"%PDF-1.7 ...", "format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "format"),
        (b"\x1f\x8b\x08\x00", "format"),
        (b"a,b\nc\0,d\n", "binary"),
        (b"a,b\n\x07,d\n", "binary"),
        (bytes(range(256)), "binary"),
        (b"one column\nonly\n", "separator"),
        (b"a,b;c\n1,2;3\n", "separator"),
        (b'a,b\n"c,d\n', "quotes"),
        (b"name,colour\nx,red\n", "layout"),
        (b"iso3,iso3,instrument_id,signature_date,consent_type,consent_date\n,,,,,\n", "columns"),
        (b"<html><p>Sign in</p></html>", "no-table"),
        (b"<!-- -->", "page"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entities"),
        (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd" [<!ELEMENT a ANY>]><a/>', "entities"),
    ],
)
def test_what_is_no_status_table_is_refused_with_its_reason(refusal, content, code):
    error = refusal(content)
    assert error.code == code
    assert len(str(error)) > 20


def test_a_layout_that_is_not_known_names_those_that_are(refusal):
    assert "auto, acts, status" in str(refusal(STATUS + ROW, layout="excel"))
    assert refusal(STATUS + ROW, layout="acts").code == "layout"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8 with mark"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_encoding_is_recognised_and_reported(reading, codec, name):
    held = reading((STATUS + ROW).encode(codec))
    assert [act.state for act in held.acts] == ["CIV"]
    assert held.encoding == name
    assert codes(held) == ([("encoding", 0)] if name.startswith("windows") else [])


def test_cyrillic_names_in_windows_1251_are_read(reading):
    held = reading((STATUS + "TIP,Франция,2000-12-12,,\nTIP,Беларусь,2000-12-14,,\n").encode("cp1251"))
    assert [act.state for act in held.acts] == ["BLR", "FRA"]
    assert held.encoding == "windows-1251"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (STATUS.encode() + ROW.encode() + "TIP,Türkiye,,,\n".encode("cp1252"), 3),
        (STATUS.encode() + b"TIP,T\x81rkiye,2000-12-12,,\n", 2),
        (STATUS.encode() + b"TIP,\xf1\xf2\xf3\xe5a,2000-12-12,,\n" + b"TIP,\xe9t\xe9,,,\n", 2),
        ((STATUS + ROW).encode("utf-16") + b"\x00", 3),
    ],
)
def test_bytes_that_are_not_surely_one_encoding_name_their_line(refusal, content, line):
    error = refusal(content)
    assert error.code == "encoding"
    assert f"line {line}:" in str(error)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_columns_may_be_separated_in_four_ways(separator):
    text = separator.join(("a", "b", "c")) + "\n" + separator.join(("1", '"x,;|\t\ny"', "3"))
    table = separated.read(text, "utf-8", Limits())
    assert [line.cells for line in table.lines] == [("a", "b", "c"), ("1", "x,;|\t\ny", "3")]
    assert [line.number for line in table.lines] == [1, 2]


def test_rows_are_numbered_as_an_editor_shows_them():
    table = separated.read('a,b\n\n"x\ny",2\n3,4\n', "utf-8", Limits())
    assert [line.number for line in table.lines] == [1, 3, 5]


@pytest.mark.parametrize(
    ("limits", "code"), [(Limits(rows=1), "rows"), (Limits(columns=1), "columns"), (Limits(cell=3), "cell")]
)
def test_tables_beyond_the_limits_are_refused(limits, code):
    with pytest.raises(SourceError) as caught:
        separated.read("a,b\nlong,c\n", "utf-8", limits)
    assert caught.value.code == code


def test_a_column_of_unknown_names_is_the_wrong_column(refusal):
    rows = "".join(f"TIP,Nowhere{number},2000-12-12,,\n" for number in range(102))
    assert refusal(STATUS + rows).code == "names"


def test_a_name_of_absurd_length_is_refused_without_looking_it_up(reading):
    assert only(reading(STATUS + f"TIP,{'x' * 5000},2000-12-12,,\n")).code == "unknown-state"


def page(text: str) -> tuple[Table, ...]:
    return pages.read(text, "utf-8", Limits())


def test_a_page_gives_its_innermost_tables():
    (table,) = page(
        "<table><tr><td>menu<table><tr><td>a<br>b</td><td>c<sup>1</sup></td></tr></table></td></tr></table>"
    )
    assert [line.cells for line in table.lines] == [("a b", "c 1")]


def test_scripts_and_comments_of_a_page_are_no_text():
    (table,) = page("<table><tr><td>a<script>b()</script><!-- c --></td><td>d</td></tr></table>")
    assert table.lines[0].cells == ("a", "d")


def test_joined_cells_of_a_page_are_refused_row_by_row():
    (table,) = page(
        "<table><tr><th colspan=2>x</th></tr><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    )
    assert set(table.refused) == {2, 3}


def test_the_notes_of_a_page_are_those_under_their_heading():
    table, _ = page(
        "<ol><li>1. Home</li></ol><table><tr><td>a</td><td>b</td></tr></table><h4>End Note</h4><p>1. First</p>"
        "<p>more of it</p><p>19 November 2001 and more</p><table><tr><td>3.</td><td>Third</td></tr></table>"
    )
    assert table.aside == {"1": "First more of it 19 November 2001 and more", "3": "Third"}


def test_control_characters_are_found_with_their_line():
    with pytest.raises(SourceError, match="line 2 holds the control character U\\+001B"):
        decoding.decode(b"a,b\n\x1b,c\n")
