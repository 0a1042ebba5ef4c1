"""`palermo documents parse`: many files, one JSON object each, and one bad file never stops the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from palermo.cli.documents import answers
from palermo.cli.errors import Exit
from tests.documents_texts import at
from tests.unit.cli.conftest import Palermo

GOOD = at("en", "resolution.txt")


def test_a_line_of_json_for_each_file(palermo: Palermo) -> None:
    done = palermo("documents", "parse", GOOD, at("en", "decision.txt"), "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["path"] for record in records] == [str(GOOD), str(at("en", "decision.txt"))]
    assert [record["symbol"] for record in records] == ["A/RES/91/412", "A/DEC/91/512 B"]
    assert done.exit_code == Exit.OK


def test_json_to_read_is_indented(palermo: Palermo) -> None:
    assert palermo("documents", "parse", GOOD).stdout.startswith('{\n  "path"')


def test_a_bad_file_is_told_and_the_others_go_on(palermo: Palermo, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    done = palermo("documents", "parse", empty, GOOD, tmp_path / "none.pdf", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == [str(GOOD)]
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(each["path"], each["error"]) for each in told] == [
        (str(empty), "empty"),
        (str(tmp_path / "none.pdf"), "missing"),
    ]
    assert done.exit_code == Exit.UNREADABLE


def test_a_mistake_in_one_file_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, language: str | None) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("palermo.documents.document_of", broken)
    assert [answer["error"] for answer in answers(["a", "b"], None)] == ["unexpected", "unexpected"]


def test_all_cores_give_the_same_in_the_same_order() -> None:
    paths = [str(GOOD), str(at("en", "decision.txt")), "none", str(at("en", "resolution.jsonl"))] * 2
    given = list(answers(paths, None))
    assert [answer["path"] for answer in given] == paths
    assert given[:4] == [*list(answers(paths[:1], None)), given[1], given[2], given[3]]
    assert given[:4] == given[4:]


def test_a_language_that_is_none_of_the_six(palermo: Palermo) -> None:
    assert palermo("documents", "parse", GOOD, "--language", "de").exit_code == Exit.USAGE


def test_the_language_may_be_given(palermo: Palermo) -> None:
    record = json.loads(palermo("documents", "parse", GOOD, "--language", "fr", "--format", "jsonl").stdout)
    assert record["language"] == "fr"
