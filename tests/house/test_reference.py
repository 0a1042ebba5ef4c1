"""The reference pages leave nothing out and promise nothing that is not there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from palermo.cli.app import app
from palermo.cli.errors import Exit
from palermo.sources.layouts import NAMES
from palermo.sources.mapping import mapped
from palermo.web.config.environment import Environment, variable
from tests.house.house import ROOT, SOURCE, programs, tracked

SETTINGS = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
OWN_WORDS = {"--help"}


def commands(held: Any, path: str = "palermo") -> Iterator[tuple[str, Any]]:
    """Every command that does something, with what one types to run it."""
    if not getattr(held, "commands", None):
        yield path, held
    for name, inner in sorted(getattr(held, "commands", {}).items()):
        if not inner.hidden:
            yield from commands(inner, f"{path} {name}")


def options(held: Any) -> set[str]:
    return {max(word.opts, key=len) for word in held.params if word.param_type_name == "option"} - OWN_WORDS


ALL = dict(commands(get_command(app)))


def section(name: str) -> str:
    """What the page says under the heading of a command."""
    found = re.search(rf"^### `{re.escape(name)}`\n(.*?)(?=^##|\Z)", COMMANDS, flags=re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_every_option_is_explained(name: str) -> None:
    told = section(name)
    assert told.strip(), f"docs/reference/cli.md has no section ### `{name}`"
    assert sorted(option for option in options(ALL[name]) if f"`{option}" not in told) == []


def test_no_command_is_explained_that_does_not_exist() -> None:
    assert set(re.findall(r"^### `(.+)`$", COMMANDS, flags=re.MULTILINE)) - set(ALL) == set()


@pytest.mark.parametrize("name", ALL)
def test_no_option_is_explained_that_does_not_exist(name: str) -> None:
    assert set(re.findall(r"^\| `(--[\w-]+)", section(name), flags=re.MULTILINE)) - options(ALL[name]) == set()


def test_every_command_in_any_document_exists() -> None:
    """The commands of a guide are typed by somebody in the middle of an outage."""
    papers = [path for path in tracked() if path.suffix == ".md"]
    typed = re.compile(r"(?:[`$/] ?|bin/)palermo ((?:[a-z][a-z-]* ?){1,2})")
    told = {
        (path.relative_to(ROOT).as_posix(), words.strip())
        for path in papers
        for words in typed.findall(path.read_text(encoding="utf-8"))
    }
    known = {name.removeprefix("palermo ") for name in ALL}
    begun = known | {name.split()[0] for name in known if " " in name}
    assert len(told) > 5
    assert sorted(place for place in told if place[1] not in begun and place[1].split()[0] not in known) == []


def test_every_layout_of_an_import_is_named() -> None:
    told = section("palermo treaties import")
    assert [name for name in NAMES if f"`{name}`" not in told] == []


def test_the_mapping_that_is_shown_can_be_read() -> None:
    shown = re.findall(r"^```toml\n(.*?)^```", COMMANDS, flags=re.MULTILINE | re.DOTALL)
    assert [mapped(tomllib.loads(text)) is not None for text in shown] == [True]


def test_every_exit_code_is_explained() -> None:
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \|", COMMANDS, flags=re.MULTILINE)
    assert [(int(number), name) for number, name in rows] == [(code.value, code.name) for code in Exit]


@pytest.mark.parametrize("field", Environment.model_fields)
def test_every_setting_is_explained(field: str) -> None:
    assert f"| `{variable(field)}` |" in SETTINGS


def test_no_setting_is_explained_that_does_not_exist() -> None:
    told = set(re.findall(r"\b(?:PALERMO_[A-Z_]+|DATABASE_URL)\b", SETTINGS))
    assert told == {variable(field) for field in Environment.model_fields}


def test_nothing_is_read_from_the_environment_beside_the_settings() -> None:
    read = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in programs(SOURCE)
        for name in re.findall(r"environ(?:\.get\(|\[)\s*[\"'](\w+)[\"']", path.read_text(encoding="utf-8"))
    }
    known = {variable(field) for field in Environment.model_fields} | {"DJANGO_SETTINGS_MODULE"}
    assert {place for place in read if place[1] not in known} == set()
