"""`dev.py`: the door for developers, on a machine that has little."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.house.house import ROOT
from tests.house.private_postgresql import Skipped, Stop, quietly


def test_called_bare_it_lists_its_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    shown = capsys.readouterr().out
    for task in ("demo", "test", "check", "fix", "lock", "assets", "bench", "messages"):
        assert f"\n  {task} " in shown


@pytest.mark.parametrize(
    ("arguments", "said"), [(["tset"], "got 'tset'"), (["check", "it"], "check takes no arguments; got it")]
)
def test_a_wrong_call_says_what_was_expected(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert said in capsys.readouterr().out


def test_it_needs_nothing_but_the_standard_library() -> None:
    """Isolated from every installed package, it still starts."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", "dev.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_step_runs_and_one_failure_fails_all(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []

    def skip() -> str | None:
        raise Skipped("nothing to do here")

    steps = {"bad": lambda: "it broke", "skipped": skip, "good": lambda: ran.append("good")}
    assert dev.report(steps) == 1
    assert ran == ["good"]
    closing = capsys.readouterr().out.split("\n\n")[-1]
    assert [line.split(" s  ")[1] for line in closing.splitlines()] == [
        "FAILED: it broke",
        "SKIPPED: nothing to do here",
        "ok",
    ]


@pytest.mark.parametrize(
    ("stamp", "again"), [("{digest} {root}", False), ("old {root}", True), ("{digest} /moved", True)]
)
def test_an_environment_is_prepared_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str, again: bool
) -> None:
    prepared: list[str] = []
    for name, value in {"VENV": tmp_path, "ROOT": tmp_path, "PYTHON": Path(sys.executable)}.items():
        monkeypatch.setattr(dev, name, value)
    for step in ("make_venv", "install", "make_importable"):
        monkeypatch.setattr(dev, step, lambda *_, step=step: prepared.append(step))
    (tmp_path / "some.lock").write_text("a==1\n", encoding="utf-8")
    digest = hashlib.sha256(b"a==1\n").hexdigest()
    (tmp_path / ".some.lock.done").write_text(stamp.format(digest=digest, root=tmp_path), encoding="utf-8")
    dev.prepare("some.lock")
    assert prepared == (["make_venv", "install", "make_importable"] if again else [])
    assert (tmp_path / ".some.lock.done").read_text(encoding="utf-8") == f"{digest} {tmp_path}"


def test_the_palermo_command_starts_from_any_folder(tmp_path: Path) -> None:
    """The command finds its own Python through a link, whatever the current folder is called."""
    folder = tmp_path / "a folder" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(sys.executable)
    package = tmp_path / "palermo"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "cli.py").write_text(
        "import sys\n\ndef main():\n    print(sys.argv[1:])\n    return 3\n", encoding="utf-8"
    )
    (folder / "palermo").write_text(dev.ENTRY, encoding="utf-8")
    (folder / "palermo").chmod(0o755)
    (tmp_path / "link").symlink_to(folder / "palermo")
    place = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [tmp_path / "link", "a b", "c"], cwd="/", env=place, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (3, "['a b', 'c']\n")


def test_a_command_that_fails_shows_what_it_printed() -> None:
    with pytest.raises(Stop, match="the reason"):
        quietly("sh", "-c", "echo the reason; exit 1")
