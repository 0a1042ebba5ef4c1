"""What Palermo stands on: each package has its reason, its hash, and no address."""

from __future__ import annotations

import re

import pytest

from tests.house.house import ROOT, project

SERVICE, WORKSHOP = "requirements.lock", "requirements-dev.lock"
PIN = re.compile(r"^([a-z0-9-]+)==([^ \\]+)(?: ; [^\\]+)? \\$")


def pins(lock: str) -> dict[str, str]:
    """The packages of a lock and their versions."""
    found = (PIN.match(line) for line in (ROOT / lock).read_text(encoding="utf-8").splitlines())
    return {match[1]: match[2] for match in found if match}


def wanted(lines: list[str]) -> set[str]:
    """The names in a list of requirements."""
    return {re.split(r"[\[><=~!; ]", line, maxsplit=1)[0].lower() for line in lines}


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if re.search(r'"[a-z][\w-]*(\[[\w,-]+\])?[><=~]', line)]
    build_system = [line for line in requirements if line.startswith("requires = ")]
    assert len(requirements) > 20
    assert [line for line in requirements if not re.search(r"# \w+", line) and line not in build_system] == []


@pytest.mark.parametrize("lock", [SERVICE, WORKSHOP])
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text(encoding="utf-8"))[1:]
    assert len(entries) == len(pins(lock)) > 30
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [SERVICE, WORKSHOP])
def test_no_lock_names_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r".*(?:://|--(?:index|extra-index|find-links)).*", text) == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    declared = project()
    service = wanted(declared["project"]["dependencies"] + declared["project"]["optional-dependencies"]["postgres"])
    assert service <= set(pins(SERVICE))
    assert service | wanted(declared["dependency-groups"]["dev"]) <= set(pins(WORKSHOP))


def test_the_tests_run_on_what_the_service_runs_on() -> None:
    tested = pins(WORKSHOP)
    assert {
        name: (version, tested.get(name)) for name, version in pins(SERVICE).items() if tested.get(name) != version
    } == {}


@pytest.mark.parametrize("name", ["uv.lock", ".python-version", "Pipfile.lock", "poetry.lock"])
def test_there_is_one_way_to_lock(name: str) -> None:
    assert not (ROOT / name).exists(), (
        f"{name} names addresses or one machine's Python; `python3 dev.py lock` is enough"
    )
