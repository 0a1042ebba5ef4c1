"""`units` and `references`: tables for people, rows for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from palermo.cli.documents import commitments, naming
from palermo.cli.documents.places import places
from palermo.cli.errors import Exit
from palermo.documents import Annex, Document, Footnote, Item, Masthead, Paragraph, document_of
from tests.documents_texts import at
from tests.unit.cli.conftest import Palermo

GOOD, FRENCH = at("en", "resolution.txt"), at("fr", "council.txt")


def test_a_table_of_units_reads_like_the_text(palermo: Palermo) -> None:
    told = palermo("documents", "units", GOOD).stdout
    assert told.startswith("A/RES/91/412, Keeping lighthouses lit for small boats and their crews (")
    assert told.splitlines()[2].split() == ["Para", "Who", "Verb", "Strength", "What", "By", "when"]
    assert "Member States" in told
    assert max(map(len, told.splitlines()[2:])) <= 132
    assert " units: " in told.splitlines()[-2]


def test_each_document_has_a_table_of_its_own(palermo: Palermo) -> None:
    told = palermo("documents", "units", GOOD, FRENCH).stdout
    assert told.count("Para  ") == 2
    assert told.index("A/RES/91/412") < told.index(", fr)")


@pytest.mark.parametrize(("command", "columns"), [("units", commitments.COLUMNS), ("references", naming.COLUMNS)])
def test_the_forms_for_programs_hold_the_same_rows(
    palermo: Palermo, command: str, columns: tuple[object, ...]
) -> None:
    held = {
        form: palermo("documents", command, GOOD, FRENCH, "--format", form).stdout
        for form in ("json", "jsonl", "csv")
    }
    rows = json.loads(held["json"])
    assert rows == [json.loads(line) for line in held["jsonl"].splitlines()]
    table = list(csv.DictReader(io.StringIO(held["csv"])))
    assert [row["within"] for row in table] == [row["within"] for row in rows]
    assert set(rows[0]) == set(table[0])
    assert len(table[0]) == len(columns)
    assert {row["path"] for row in rows} == {str(GOOD), str(FRENCH)}


def test_no_rows_are_an_empty_list(palermo: Palermo, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Nothing at all")
    assert palermo("documents", "references", tmp_path / "x.txt", "--format", "json").stdout == "[]\n"
    assert "Nothing is named." in palermo("documents", "references", tmp_path / "x.txt").stdout


def test_a_cell_that_a_spreadsheet_would_run_is_escaped(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "=lamps.txt"
    file.write_bytes(GOOD.read_bytes())
    where = Path.cwd()
    given = file.relative_to(where) if file.is_relative_to(where) else file
    told = palermo("documents", "units", given, "--format", "csv").stdout
    symbols = {row["symbol"] for row in csv.DictReader(io.StringIO(told))}
    assert symbols == {"A/RES/91/412"}
    from palermo.cli.output import as_csv

    row = commitments.answer(Document("=1+1", "en", Masthead(), operative=document_of(GOOD).operative))
    assert {line.partition(",")[0] for line in as_csv(row).splitlines()[1:]} == {"'=1+1"}


def test_a_reference_says_what_it_names(palermo: Palermo) -> None:
    rows = json.loads(palermo("documents", "references", GOOD, "--format", "json").stdout)
    assert (rows[0]["place"], rows[0]["named_symbol"], rows[0]["open"]) == ("preamble 1", "A/RES/89/31", False)
    told = palermo("documents", "references", GOOD).stdout
    assert "Treaty Series vol. 9001, No. 70001" in told
    assert "note 3" in told


def test_parts_are_called_what_people_call_them() -> None:
    item = Item("i", "(a)", "x", (Item("ii", "(i)", "x"),))
    part = (Paragraph("p", "4.", "", "x", (item,)), Paragraph("q", "", "", "x"))
    document = Document(
        "x", "en", Masthead(), "", part[1:], part[:1], (Annex("annex_1", "", part),), (Footnote("6", "x"),)
    )
    held = places(document)
    assert (held["i"], held["ii"], held["note_6"]) == ("annex, 4 (a)", "annex, 4 (a) (i)", "note 6")
    assert (held["p"], held["q"]) == ("annex, 4", "annex, unnumbered 2")


def test_many_annexes_are_counted() -> None:
    annexes = tuple(Annex(f"annex_{n}", "", (Paragraph(f"a{n}", "1.", "", "x"),)) for n in (1, 2))
    assert places(Document("x", "en", Masthead(), annexes=annexes))["a2"] == "annex 2, 1"


def test_a_language_may_be_given(palermo: Palermo) -> None:
    assert ", fr)" in palermo("documents", "units", GOOD, "--language", "fr").stdout
    assert palermo("documents", "units", GOOD, "--format", "xlsx").exit_code == Exit.USAGE
