"""Each cause has its exit code, and nobody gets a traceback who did not ask for one."""

from __future__ import annotations

import importlib
import subprocess

import pytest

from palermo.cli import app as tree
from palermo.cli.errors import CAUSES, Exit, Stop, explain
from palermo.reference import UnknownName
from tests.unit.cli.conftest import Palermo, Process


@pytest.mark.parametrize("name", CAUSES)
def test_every_cause_names_an_error_that_exists(name: str) -> None:
    module, _, kind = name.rpartition(".")
    assert issubclass(getattr(importlib.import_module(module), kind), Exception)


def test_codes_differ_by_cause() -> None:
    assert [code.value for code in Exit] == list(range(10))


def test_an_error_is_explained_by_its_nearest_cause() -> None:
    from django.db import IntegrityError, OperationalError

    assert explain(IntegrityError("twice"))[0] == Exit.REFUSED
    assert explain(OperationalError("no such table: x\nmore"))[0] == Exit.NOT_READY
    assert "no such table: x." in explain(OperationalError("no such table: x\nmore"))[1]
    assert explain(UnknownName("State", "X", ()))[0] == Exit.UNKNOWN_NAME
    assert explain(Stop(Exit.DECISION, "decide"))[:2] == (Exit.DECISION, "decide")
    assert explain(FileNotFoundError(2, "No such file", "a.csv")) == (Exit.UNREADABLE, "a.csv: No such file")


def test_a_refusal_gives_its_code_and_its_reason() -> None:
    from palermo.web.partners.rules import Refused

    assert explain(Refused("no_role", "You belong nowhere.")) == (
        Exit.REFUSED,
        "refused (no_role): You belong nowhere.",
    )


def test_a_message_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in explain(Stop(Exit.BAD_INPUT, "\x1b[2Jgone"))[1]


def test_an_unforeseen_error_is_one_line_and_a_hint(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object, **__: object) -> None:
        raise RuntimeError("the sky fell")

    monkeypatch.setattr("palermo.cli.register.read", fall)
    done = palermo("treaties", "status", "TIP", "FRA")
    assert done.exit_code == Exit.UNEXPECTED
    assert done.stderr == (
        "palermo: unexpected RuntimeError: the sky fell Add --debug before the command to see where.\n"
    )
    assert "Traceback" in palermo("--debug", "treaties", "status", "TIP", "FRA").stderr


def test_a_reader_that_goes_away_is_no_error(environment: dict[str, str]) -> None:
    import sys

    command = f"{sys.executable} -m palermo treaties parties CRC | head -1"
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("Convention on the Rights of the Child (CRC): 196 parties")
    assert done.stderr == ""


def test_the_version_and_the_help_are_no_errors(process: Process) -> None:
    assert process("--version").stdout.startswith("palermo 0.")
    assert "treaties" in process("--help").stdout
    assert tree.app.info.name == "palermo"
