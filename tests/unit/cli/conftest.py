"""A command line that reads the shipped tables, run inside the test or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from typer.testing import CliRunner, Result

from palermo.cli.app import app
from tests.register import Loaded, write_tables

Palermo = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]
HELD = frozenset({"TIP", "ACTIP-2015", "COE-197"})
SERVICE = ("PALERMO_", "DATABASE_URL", "DJANGO_")


@pytest.fixture
def palermo(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Palermo:
    """Run a command in this process, far from any database; gives what it printed and its exit code."""
    monkeypatch.setenv("PALERMO_DATA", str(tmp_path / "nothing"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PALERMO_REFERENCE", raising=False)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that has nothing of this service set but an empty data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SERVICE)}
    return {**kept, "PALERMO_DATA": str(tmp_path / "data"), "PALERMO_LOG_LEVEL": "warning"}


@pytest.fixture
def process(environment: dict[str, str]) -> Process:
    """Run a command as a process of its own."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "palermo", *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)

    return run


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a demonstration that is prepared and not served; made once for a file of tests."""
    folder = tmp_path_factory.mktemp("demonstration")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SERVICE)}
    environment = {**kept, "PALERMO_DATA": str(folder), "PALERMO_LOG_LEVEL": "warning"}
    command = [sys.executable, "-m", "palermo", "demo", "--no-serve"]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    return environment


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped tables with the acts under `HELD` only."""
    return write_tables(tmp_path_factory.mktemp("tables"), HELD)


@pytest.fixture(scope="session")
def loaded(tables: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Loaded:
    """The register of `tables`, ready to be copied."""
    with django_db_blocker.unblock():
        return Loaded("cli", tables, datetime.now(UTC))


@pytest.fixture
def service(palermo: Palermo, db: None, loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> Palermo:
    """Run a command in this process upon the test's own database, which holds the acts under `HELD`."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:///the-suite")  # says that there is one; settings are read long since
    loaded.copy()
    return palermo
