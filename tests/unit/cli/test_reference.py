"""The reference names every command, every option and every exit code, and none that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from palermo.cli.app import app
from palermo.cli.errors import Exit

PAGE = (Path(__file__).parents[3] / "docs/reference/cli.md").read_text(encoding="utf-8")
HOW_TO = (Path(__file__).parents[3] / "docs/how-to/backup-and-restore.md").read_text(encoding="utf-8")


def walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    below = getattr(command, "commands", None)
    if below is None:
        yield path, command
        return
    for name, sub in below.items():
        yield from walk(sub, f"{path} {name}")


COMMANDS = dict(walk(typer.main.get_command(app), "palermo"))


def section(command: str) -> str:
    found = re.search(rf"^### `{re.escape(command)}`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"the reference has no section on {command}"
    return found[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_explained(command: str) -> None:
    options = {
        name for held in COMMANDS[command].params if held.param_type_name == "option"
        for name in (*held.opts, *held.secondary_opts) if name.startswith("--")
    }  # fmt: skip
    assert (
        set(re.findall(r"^\| `(--[\w-]+)", section(command), re.MULTILINE))
        | set(re.findall(r"^\| `[^|]*/ `(--[\w-]+)`", section(command), re.MULTILINE))
        == options
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_of_a_command_is_shown(command: str) -> None:
    needed = [held.name.upper() for held in COMMANDS[command].params if held.param_type_name == "argument"]
    assert f"`{' '.join([command, *needed])}" in section(command) or not needed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str) -> None:
    assert len(COMMANDS[command].help) > 20


@pytest.mark.parametrize("command", COMMANDS)
def test_values_that_are_given_where_an_option_is_left_out_are_told(command: str) -> None:
    given = {
        held.opts[0]: str(getattr(held.default, "value", held.default))
        for held in COMMANDS[command].params
        if held.param_type_name == "option" and isinstance(held.default, str | int) and str(held.default)
        and not isinstance(held.default, bool)
    }  # fmt: skip
    assert [name for name, value in given.items() if f"`{name} {value}`" not in section(command)] == []


def test_no_command_is_invented() -> None:
    assert set(re.findall(r"^### `(palermo [\w -]+)`", PAGE, re.MULTILINE)) == set(COMMANDS)


def test_the_exit_codes_are_those_of_the_program() -> None:
    told = re.findall(r"^\| (\d+) \| `(\w+)` \| \w", PAGE, re.MULTILINE)
    assert told == [(str(code.value), code.name) for code in Exit]


def test_the_how_to_calls_commands_that_exist() -> None:
    called = re.findall(r"^palermo [a-z]+(?: [a-z]+)?", HOW_TO, re.MULTILINE)
    assert called
    assert all(call in COMMANDS for call in called)
