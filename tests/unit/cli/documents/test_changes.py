"""`diff` and `lineage`: what became of a text."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from palermo.cli.errors import Exit
from tests.documents_texts import at
from tests.unit.cli.conftest import Palermo

GOOD, DECISION, FRENCH = at("en", "resolution.txt"), at("en", "decision.txt"), at("fr", "decision.txt")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The invented resolution two years later, with other words in its first paragraph."""
    text = GOOD.read_text(encoding="utf-8")
    for before, after in (("from dusk to dawn", "from dusk until dawn"), ("91/412", "93/7"), ("2036", "2038")):
        text = text.replace(before, after)
    file = tmp_path / "later.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_difference_as_a_table(palermo: Palermo, later: Path) -> None:
    told = palermo("documents", "diff", GOOD, later).stdout
    (changed,) = [line for line in told.splitlines() if line.startswith("changed")]
    assert changed.split()[:3] == ["changed", "1", "1"]
    assert changed.split()[-2:] == ["to", "until"]
    assert "12 kept, 1 changed." in told


def test_a_difference_for_programs(palermo: Palermo, later: Path) -> None:
    held = json.loads(palermo("documents", "diff", GOOD, later, "--format", "json").stdout)
    assert (held["counts"]["kept"], held["counts"]["changed"]) == (12, 1)
    rows = list(csv.DictReader(io.StringIO(palermo("documents", "diff", GOOD, later, "--format", "csv").stdout)))
    assert [row["added"] for row in rows if row["kind"] == "changed"] == ["until"]


@pytest.mark.parametrize("shape", ["markdown", "html"])
def test_a_difference_to_read_marks_each_word(palermo: Palermo, later: Path, shape: str) -> None:
    told = palermo("documents", "diff", GOOD, later, "--format", shape).stdout
    assert told.count("<ins>until") == told.count("<del>to") == 1


def test_two_languages_cannot_be_compared(palermo: Palermo) -> None:
    for command in ("diff", "lineage"):
        done = palermo("documents", command, DECISION, FRENCH)
        assert done.exit_code == Exit.BAD_INPUT
        assert f"en ({DECISION}), fr ({FRENCH})" in done.stderr


def test_a_file_that_cannot_be_read_leaves_nothing_to_compare(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("documents", "diff", GOOD, tmp_path / "none")
    assert (done.exit_code, done.stdout) == (Exit.UNREADABLE, "")
    assert done.stderr == f"palermo: {tmp_path / 'none'}: no such file\n"


def test_a_chain_orders_the_files_itself(palermo: Palermo, later: Path) -> None:
    told = palermo("documents", "lineage", later, GOOD).stdout.splitlines()
    assert told[0] == "2 texts, oldest first"
    rows = [line.split() for line in told if line.startswith("20")]
    assert [row[:2] for row in rows] == [["2036", "A/RES/91/412"], ["2038", "A/RES/93/7"]]
    assert rows[1][3:5] == ["12", "1"]
    assert 90 <= int(rows[1][2].rstrip("%")) < 100


def test_a_chain_for_programs(palermo: Palermo, later: Path) -> None:
    first, second = json.loads(palermo("documents", "lineage", later, GOOD, "--format", "json").stdout)
    assert (first["carried"], second["kept"], second["changed"], second["path"]) == (None, 12, 1, str(later))
    rows = list(csv.DictReader(io.StringIO(palermo("documents", "lineage", later, GOOD, "--format", "csv").stdout)))
    assert [row["symbol"] for row in rows] == ["A/RES/91/412", "A/RES/93/7"]


def test_a_bad_file_is_left_out_of_the_chain_and_told(palermo: Palermo, later: Path, tmp_path: Path) -> None:
    done = palermo("documents", "lineage", later, tmp_path / "none", GOOD)
    assert done.exit_code == Exit.UNREADABLE
    assert "2 texts" in done.stdout
    assert "no such file" in done.stderr


def test_a_chain_of_one_or_of_none(palermo: Palermo, tmp_path: Path) -> None:
    assert palermo("documents", "lineage", GOOD).stdout.startswith("1 text\n")
    assert palermo("documents", "lineage", tmp_path / "none").stdout == ""
