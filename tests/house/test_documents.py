"""What the documents say is so: commands exist, links lead somewhere, decisions have their parts."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import palermo
from tests.house.house import ROOT, WEB, named, tracked

PAPERS = tuple(path for path in tracked() if path.suffix == ".md" and "node_modules" not in path.parts)
DECISIONS = tuple(sorted((ROOT / "docs/adr").glob("*.md")))
TAUGHT = tuple(path for path in PAPERS if "```pycon" in path.read_text(encoding="utf-8"))
PARTS = ("Status", "Date", "Context", "Decision", "Consequences")
AT_THE_DOOR = ("README", "ARCHITECTURE", "GLOSSARY", "SECURITY", "CONTRIBUTING", "CHANGELOG")


def prose(path: Path) -> str:
    """The text of a document without its fenced examples."""
    return re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(path: Path) -> list[str]:
    """The links of a document that stay inside the project."""
    found = re.findall(r"\]\(([^)\s]+)\)", prose(path))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def headings(path: Path) -> set[str]:
    """The anchors that the headings of a document give."""
    titles = re.findall(r"^#+ +(.+)$", prose(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def leads_somewhere(path: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    return target.exists() and (not anchor or target.suffix != ".md" or anchor in headings(target))


@pytest.mark.parametrize("name", AT_THE_DOOR)
def test_the_house_explains_itself_at_the_door(name: str) -> None:
    assert len((ROOT / f"{name}.md").read_text(encoding="utf-8").split()) > 50


@pytest.mark.parametrize("path", PAPERS, ids=named(PAPERS))
def test_every_link_leads_to_a_file(path: Path) -> None:
    assert [link for link in links(path) if not leads_somewhere(path, link)] == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One\n[a](page.md#one) [b](page.md#two) [c](none.md) [d](https://example.org)\n", encoding="utf-8"
    )
    assert [link for link in links(page) if not leads_somewhere(page, link)] == ["page.md#two", "none.md"]


def examples(path: Path) -> list[doctest.Example]:
    """What the fenced `pycon` blocks of a document say one would see."""
    blocks = re.findall(r"^```pycon\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [example for block in blocks for example in doctest.DocTestParser().get_examples(block)]


@pytest.mark.parametrize("path", TAUGHT, ids=named(TAUGHT))
def test_every_example_shows_what_really_comes_out(path: Path) -> None:
    told: list[str] = []
    test = doctest.DocTest(examples(path), {}, path.name, str(path), 0, None)
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert outcome.attempted > 0
    assert outcome.failed == 0, "".join(told)


def commands(path: Path) -> list[tuple[str, str]]:
    """The commands of Palermo in a document's `console` blocks, each with what it is said to print."""
    blocks = re.findall(r"^```console\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [
        match
        for block in blocks
        for match in re.findall(r"^\$ palermo (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


@pytest.mark.parametrize(("typed", "printed"), commands(ROOT / "README.md"))
def test_every_command_in_the_readme_prints_what_it_says(typed: str, printed: str, tmp_path: Path) -> None:
    call = [sys.executable, "-c", "from palermo.cli import main; main()", *shlex.split(typed)]
    place = {"PALERMO_DATA": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(call, env=place, capture_output=True, text=True, check=True)
    assert done.stdout == printed


def test_every_task_in_the_documents_exists() -> None:
    listed = subprocess.run([sys.executable, "dev.py"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tasks = set(re.findall(r"^  (\w+)", listed, flags=re.MULTILINE))
    told = {task for path in PAPERS for task in re.findall(r"dev\.py ([a-z]+)", path.read_text(encoding="utf-8"))}
    assert {"demo", "test"} <= told <= tasks


def test_the_readme_gives_the_two_commands_and_an_example_of_each_door() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for needed in (
        "python3 dev.py demo",
        "python3 dev.py test",
        "/api/v1/",
        "palermo treaties",
        "from palermo.treaties",
    ):
        assert needed in readme, needed


@pytest.mark.parametrize("path", DECISIONS, ids=named(DECISIONS))
def test_every_decision_has_its_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"# \d+\. \w", text)
    assert [part for part in PARTS if not re.search(rf"^(## {part}$|- {part}: \S)", text, flags=re.MULTILINE)] == []
    assert re.search(r"^- Status: (proposed|accepted|superseded by \d{4})$", text, flags=re.MULTILINE)
    assert re.search(r"^- Date: \d{4}-\d\d-\d\d$", text, flags=re.MULTILINE)


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    assert len(DECISIONS) >= 7


def test_the_changelog_has_an_entry_for_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[{re.escape(palermo.__version__)}\] - (\d{{4}}-\d\d-\d\d|unreleased)$", text, re.MULTILINE
    )


def test_the_version_is_written_once_and_the_same() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{palermo.__version__}"' in text


def test_every_room_of_the_service_says_what_it_is_for() -> None:
    rooms = {path.parent for path in WEB.glob("*/__init__.py")}
    assert rooms
    assert named(sorted(room for room in rooms if not (room / "README.md").is_file())) == []
