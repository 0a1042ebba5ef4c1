"""`palermo documents parse`: every form, to standard output or to a folder, and nothing half written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palermo.cli.app import app
from palermo.cli.documents import keeping
from palermo.cli.documents.opening import Failure, Opener
from palermo.cli.documents.parsing import Shape, Writer
from palermo.cli.errors import Exit, Stop
from palermo.documents import akn, document_of
from palermo.documents.writing import SCHEMA
from tests.documents_texts import at
from tests.unit.cli.conftest import Palermo, Process

GOOD, DECISION, FLAT = at("en", "resolution.txt"), at("en", "decision.txt"), at("en", "resolution.jsonl")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_line_of_json_for_each_file(palermo: Palermo) -> None:
    done = palermo("documents", "parse", GOOD, DECISION, "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["path"] for record in records] == [str(GOOD), str(DECISION)]
    assert [record["symbol"] for record in records] == ["A/RES/91/412", "A/DEC/91/512 B"]
    assert done.exit_code == Exit.OK


def test_json_to_read_is_indented(palermo: Palermo) -> None:
    assert palermo("documents", "parse", GOOD).stdout.startswith('{\n  "path"')


def test_units_and_topics_come_with_it_when_asked(palermo: Palermo) -> None:
    record = json.loads(palermo("documents", "parse", GOOD, "--with", "units", "--with", "topics").stdout)
    assert record["units"][0]["within"] == "main__para_1"
    assert {each["within"] for each in record["topics"]} <= {"main__para_2", *_parts(record)}
    assert "units" not in json.loads(palermo("documents", "parse", GOOD).stdout)


def _parts(record: dict[str, list[dict[str, str]]]) -> set[str]:
    return {part["id"] for name in ("preamble", "operative") for part in record[name]} | {
        item["id"] for part in record["operative"] for item in part["items"]
    }


def test_akn_can_be_read_again(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "lamps.xml"
    file.write_bytes(palermo("documents", "parse", GOOD, "--format", "akn").stdout_bytes)
    assert akn.read(file).operative[1].phrase == "Also urges"


def test_markdown_and_pages(palermo: Palermo) -> None:
    assert palermo("documents", "parse", GOOD, "--format", "markdown").stdout.startswith("# 91/412. Keeping")
    page = palermo("documents", "parse", GOOD, "--format", "html").stdout
    assert '<html lang="en" dir="ltr">' in page
    assert 'class="unit"' in page


@pytest.mark.parametrize("shape", ["akn", "markdown", "html"])
def test_several_documents_need_a_folder(palermo: Palermo, shape: str) -> None:
    done = palermo("documents", "parse", GOOD, DECISION, "--format", shape)
    assert done.exit_code == Exit.USAGE
    assert "add --output FOLDER" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("options", [("--with", "units", "--format", "akn"), ("--replace",), ("--resume",)])
def test_options_that_mean_nothing_are_refused(palermo: Palermo, options: tuple[str, ...]) -> None:
    assert palermo("documents", "parse", GOOD, *options).exit_code == Exit.USAGE


def test_a_language_that_is_none_of_the_six(palermo: Palermo) -> None:
    assert palermo("documents", "parse", GOOD, "--language", "de").exit_code == Exit.USAGE


def test_the_language_may_be_given(palermo: Palermo) -> None:
    record = json.loads(palermo("documents", "parse", GOOD, "--language", "fr", "--format", "jsonl").stdout)
    assert record["language"] == "fr"


@pytest.mark.parametrize("file", [GOOD, FLAT])
def test_standard_input(file: Path) -> None:
    arguments = ["documents", "parse", "-", "--format", "jsonl"]
    record = json.loads(CliRunner().invoke(app, arguments, input=file.read_bytes()).stdout)
    assert (record["path"], record["name"], record["symbol"]) == ("-", "-", "A/RES/91/412")


def test_what_is_wrong_with_standard_input_does_not_name_a_file_that_nobody_gave() -> None:
    done = CliRunner().invoke(app, ["documents", "parse", "-"], input=b"\n")
    assert done.stderr == "palermo: standard input has no text; expected a document\n"
    assert done.exit_code == Exit.UNREADABLE


def test_one_file_for_each_document(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("documents", "parse", GOOD, DECISION, "--format", "markdown", "--output", tmp_path / "new" / "out")
    assert names(tmp_path / "new" / "out") == ["decision.md", "resolution.md"]
    assert done.stdout == ""
    assert f"Wrote 2 files to {tmp_path}" in done.stderr


def test_nothing_is_written_over_unless_asked(palermo: Palermo, tmp_path: Path) -> None:
    call = ("documents", "parse", GOOD, DECISION, "--format", "markdown", "--output", tmp_path)
    (tmp_path / "decision.md").write_text("mine")
    refused = palermo(*call)
    assert refused.exit_code == Exit.REFUSED
    assert "--replace to write over" in refused.stderr
    assert names(tmp_path) == ["decision.md"]
    resumed = palermo(*call, "--resume")
    assert "Wrote 1 file to" in resumed.stderr
    assert "1 were there already" in resumed.stderr
    assert (tmp_path / "decision.md").read_text() == "mine"
    assert palermo(*call, "--replace").exit_code == Exit.OK
    assert (tmp_path / "decision.md").read_text().startswith("# 91/512.")


def test_two_texts_with_one_name_are_refused_before_anything_is_read(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("documents", "parse", GOOD, FLAT, "--output", tmp_path / "out")
    assert done.exit_code == Exit.REFUSED
    assert f"{GOOD} and {FLAT} would both become" in done.stderr
    assert not (tmp_path / "out").exists()


def test_no_text_is_ever_written_over(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "lamps.xml"
    file.write_bytes(akn.write(document_of(GOOD)))
    before = file.read_bytes()
    done = palermo("documents", "parse", file, "--format", "akn", "--output", tmp_path, "--replace")
    assert done.exit_code == Exit.REFUSED
    assert file.read_bytes() == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(Stop, match="is a file"):
        keeping.targets(["a"], tmp_path / "out", ".md")


def test_a_writing_that_is_broken_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        keeping.keep(tmp_path / "lamps.md", b"# Lamps")
    assert names(tmp_path) == []


def test_a_folder_that_takes_no_more_is_told_for_each_file(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "lamps.json"
    done = Writer(Opener(), Shape.JSON, kept={str(GOOD): gone})(str(GOOD))
    assert isinstance(done, Failure)
    assert (done.error, done.message) == ("unwritable", f"{gone}: No such file or directory")


def test_a_lone_half_of_a_pair_does_not_stop_the_writing(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "page.jsonl"
    file.write_text('{"text": "1. Urges keepers \\ud800 to trim"}\n')
    for shape in ("json", "markdown", "html", "akn"):
        assert palermo("documents", "parse", file, "--format", shape).exit_code == Exit.OK


def test_the_schema_is_printed(palermo: Palermo) -> None:
    assert palermo("documents", "schema").stdout == SCHEMA.read_text(encoding="utf-8")


def test_several_processes_write_to_one_output(process: Process) -> None:
    done = process("documents", "parse", *[GOOD] * 4, "--format", "jsonl")
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (Exit.OK, 4, "")
