"""Export: what is written can be read back, and nothing that is there is lost."""

from __future__ import annotations

import csv
import io
import stat
from pathlib import Path

import pytest

from palermo.cli.errors import Exit
from palermo.treaties import Ledger
from tests.unit.cli.conftest import Palermo


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_list_of_acts_is_the_same_when_imported_again(service: Palermo, tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    assert service("treaties", "export", "--out", path).exit_code == Exit.OK
    done = service("treaties", "import", path, "--as-of", "2026-01-01")
    assert done.exit_code == Exit.OK
    assert f"acts.csv: {len(rows(path.read_text()))} unchanged (nothing written)" in done.stdout


def test_the_status_table_names_what_the_source_prints_and_what_is_computed(palermo: Palermo) -> None:
    done = palermo("treaties", "export", "--layout", "status", "--instrument", "TIP")
    held = {row["iso3"]: row for row in rows(done.stdout)}
    assert held["FRA"]["consent_date"] == "2002-10-29"
    assert (held["FRA"]["entry_into_force_date"], held["FRA"]["eif_basis"]) == ("2003-12-25", "source")
    assert {row["instrument_id"] for row in held.values()} == {"TIP"}
    parties = {
        status.state for status in Ledger.load().parties("TIP", Ledger.load().catalogue.instruments["TIP"].as_of)
    }  # type: ignore[arg-type]
    assert {state for state, row in held.items() if row["consent_type"]} == parties


def test_who_left_has_the_day_and_who_came_back_has_none(palermo: Palermo) -> None:
    held = {
        row["iso3"]: row
        for row in rows(palermo("treaties", "export", "--layout", "status", "--instrument", "ROME").stdout)
    }
    assert held["BDI"]["withdrawal_date"] == "2017"
    assert held["FRA"]["withdrawal_date"] == ""


def test_the_status_table_contradicts_nothing_when_imported_again(service: Palermo, tmp_path: Path) -> None:
    path = tmp_path / "status.csv"
    assert service("treaties", "export", "--layout", "status", "--instrument", "TIP", "--out", path).exit_code == 0
    done = service("treaties", "import", path, "--as-of", "2026-01-01")
    assert done.exit_code == Exit.OK, done.stdout
    assert "errors" not in done.stdout


def test_a_file_that_is_there_is_kept(palermo: Palermo, tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    path.write_text("precious")
    done = palermo("treaties", "export", "--out", path)
    assert done.exit_code == Exit.REFUSED
    assert path.read_text() == "precious"
    assert palermo("treaties", "export", "--out", path, "--replace").exit_code == Exit.OK
    assert path.read_text().startswith("act,instrument,state")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["acts.csv"]


@pytest.mark.parametrize("name", ["nowhere/acts.csv", "a-folder"])
def test_a_file_that_cannot_be_written_is_named_as_it_was_asked_for(
    palermo: Palermo, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a-folder").mkdir()
    done = palermo("treaties", "export", "--out", tmp_path / name, "--replace")
    assert done.exit_code == Exit.UNREADABLE
    assert f"{tmp_path / name} cannot be written: " in done.stderr
    assert "Name another file with --out." in done.stderr
    assert f".{Path(name).name}-" not in done.stderr
    assert [each.name for each in tmp_path.rglob("*")] == ["a-folder"]


def test_what_was_written_is_said_beside_and_not_within(palermo: Palermo) -> None:
    done = palermo("treaties", "export", "--instrument", "ACTIP-2015")
    assert "As of 2017-01-20" in done.stderr
    assert "As of" not in done.stdout


def test_an_unknown_instrument_is_named(palermo: Palermo) -> None:
    assert palermo("treaties", "export", "--instrument", "TIPP").exit_code == Exit.UNKNOWN_NAME
