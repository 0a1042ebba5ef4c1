"""A bad file never stops the others, and is told with a reason that helps."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfWriter

from palermo.cli.documents.opening import Failure, Opener
from palermo.cli.documents.telling import Telling
from palermo.cli.documents.working import each
from palermo.cli.errors import Exit
from tests.documents_texts import at
from tests.unit.cli.conftest import Palermo

GOOD = at("en", "resolution.txt")


def pdf(path: Path, password: str = "") -> Path:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    writer.write(path)
    return path


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """A file of each kind that people give by mistake, by the code of its reason."""
    held = {
        "empty": b"",
        "picture": b"\x89PNG\r\n\x1a\n0000",
        "old_office": b"\xd0\xcf\x11\xe0abcd",
        "undecodable": b"\xff\xfe\x00x" * 9,
    }
    for name, data in held.items():
        (tmp_path / name).write_bytes(data)
    files = {name: tmp_path / name for name in held}
    files |= {"missing": tmp_path / "nothing.pdf", "folder": tmp_path}
    return files | {"encrypted": pdf(tmp_path / "locked.pdf", "x"), "scanned": pdf(tmp_path / "scan.pdf")}


def test_each_is_told_with_its_code_and_the_good_one_goes_on(palermo: Palermo, bad: dict[str, Path]) -> None:
    done = palermo("documents", "parse", *bad.values(), GOOD, "--format", "jsonl")
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == [str(GOOD)]
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert {each["error"]: each["path"] for each in told} == {code: str(path) for code, path in bad.items()}
    assert done.exit_code == Exit.UNREADABLE


def test_people_get_sentences_and_a_count(palermo: Palermo, bad: dict[str, Path]) -> None:
    done = palermo("documents", "units", bad["picture"], bad["folder"], GOOD)
    assert done.stderr.splitlines() == [
        f"palermo: {bad['picture']} is a picture; recognise its text first, and give that as PDF or text",
        f"palermo: {bad['folder']} is a folder; give the files in it, for example {bad['folder']}/*",
        "palermo: 2 of 3 files could not be done.",
    ]
    assert "A/RES/91/412" in done.stdout


def test_a_mistake_of_palermo_is_told_apart(monkeypatch: pytest.MonkeyPatch, palermo: Palermo) -> None:
    def broken(path: Path, language: str | None) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("palermo.documents.document_of", broken)
    done = palermo("documents", "references", GOOD)
    assert done.stderr == f"palermo: {GOOD}: RuntimeError: a mistake\n"
    assert done.exit_code == Exit.UNEXPECTED


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, language: str | None) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("palermo.documents.document_of", forbidden)
    assert Opener().open(str(GOOD)) == Failure(str(GOOD), "unreadable", f"{GOOD}: Permission denied")


def test_all_cores_give_the_same_in_the_same_order() -> None:
    paths = [str(GOOD), str(at("en", "decision.txt")), "none", str(at("en", "resolution.jsonl"))] * 5
    given = list(each(Opener().open, paths))
    assert [getattr(one, "path", None) or one.name for one in given] == paths  # type: ignore[union-attr]
    assert given[:4] == [Opener().open(path) for path in paths[:4]]
    assert given[4:8] == given[:4]


def dies(path: str) -> str:
    """Work whose process is killed by one of its files, as the system does for want of memory."""
    if path == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return path


def test_a_file_that_kills_its_process_is_told_and_the_others_go_on() -> None:
    given = list(each(dies, [str(at) for at in range(20)]))
    (failure,) = [one for one in given if isinstance(one, Failure)]
    assert (failure.path, failure.error) == ("7", "died")
    assert [one for one in given if isinstance(one, str)] == [str(at) for at in range(20) if at != 7]


def begun(path: str) -> str:
    """Work that leaves a trace."""
    (Path(path).parent / "begun" / Path(path).name).touch()
    return path


def test_few_files_are_begun_before_the_first_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "begun").mkdir()
    results = each(begun, [str(tmp_path / str(at)) for at in range(200)])
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(list((tmp_path / "begun").iterdir())) < 4 * (os.cpu_count() or 1) + 2


def test_progress_shows_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))
    assert list(Telling(3).good(["a", "b", "c"])) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(Telling(400).good(["a"] * 4)) == ["a"] * 4
    told = capsys.readouterr().err.split("\r")
    assert told[2] == "2 of 400 files, about 7 min left"
    assert told[-2].strip() == ""


@pytest.mark.slow
def test_ctrl_c_leaves_whole_files_only(environment: dict[str, str], tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(2000):
        (texts / f"{number}.txt").symlink_to(GOOD)
    call = [sys.executable, "-m", "palermo", "documents", "parse", *map(str, sorted(texts.iterdir()))]
    out = tmp_path / "out"
    with subprocess.Popen(
        [*call, "--format", "html", "--output", str(out)], env=environment, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as running:  # fmt: skip
        while not out.is_dir() or len(list(out.iterdir())) < 10:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        told = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert told.startswith("palermo: stopped after ")
    assert "Traceback" not in told
    assert all(path.suffix == ".html" and path.read_text().endswith("</html>\n") for path in out.iterdir())
    assert len(list(out.iterdir())) < 2000
