"""A register with the acts under a few instruments: enough for every page, quick enough for every test."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from palermo.reference import SHIPPED
from palermo.web.audit import clock
from palermo.web.audit.actions import SYSTEM
from palermo.web.treaties import actions

HELD = {"TIP", "UNTOC", "ROME", "ACTIP-2015", "COE-197"}
TODAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped tables, with the acts under `HELD` only."""
    folder = tmp_path_factory.mktemp("tables")
    for path in SHIPPED.glob("*.csv"):
        shutil.copy(path, folder)
    with (SHIPPED / "acts.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = [row for row in reader if row["instrument"] in HELD]
    with (folder / "acts.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture
def register(db: None, tables: Path) -> Iterator[None]:
    """The register on 1 March 2026."""
    with clock.held(TODAY):
        actions.load_shipped(by=SYSTEM, folder=tables)
        yield
