"""What the commands say of a register that is empty, half set up, full of doubts, or corrected meanwhile."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from secrets import token_hex

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from palermo.cli.errors import Exit
from palermo.reference import Act
from palermo.web.config import health
from palermo.web.treaties.models import Edition
from tests.unit.cli.conftest import Palermo
from tests.web.treaties.invented import act, enter

STATUS = ("treaties", "status", "COE-197", "KOR", "--database", "--format", "json")


def enter_and_tell(*held: Act) -> None:
    """Put acts into the register and say that it is another one now."""
    enter(*held)
    Edition.objects.update(mark=token_hex(16))


def status(service: Palermo, *more: str) -> dict[str, object]:
    row: dict[str, object] = json.loads(service(*STATUS, *more).stdout)["rows"][0]
    return row


# --- A service that is not ready ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("treaties", "status", "TIP", "FRA", "--database"),
        ("treaties", "gaps", "FRA", "--database"),
        ("treaties", "export", "--database"),
    ],
)
def test_an_empty_register_is_no_answer(
    palermo: Palermo, db: None, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///the-suite")
    done = palermo(*arguments)
    assert done.exit_code == Exit.NOT_READY
    assert "the register at sqlite /the-suite is empty" in done.stderr
    assert "palermo serve" in done.stderr
    assert done.stdout == ""


def test_nothing_is_imported_into_an_empty_register(
    palermo: Palermo, db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///the-suite")
    path = tmp_path / "table.csv"
    path.write_text("instrument_id,iso3,consent_type,consent_date\nTIP,FRA,ratification,2002-10-29\n")
    done = palermo("treaties", "import", path, "--as-of", "2026-01-01")
    assert done.exit_code == Exit.NOT_READY
    assert "is empty" in done.stderr


def test_tables_of_another_release_are_not_asked(service: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_migrated", False)
    MigrationRecorder(connection).record_unapplied("treaties", "0001_initial")
    done = service(*STATUS)
    assert done.exit_code == Exit.NOT_READY
    assert "are not those of this release" in done.stderr


# --- What to know before relying on an answer ---------------------------------------------------------------------


def test_a_consent_known_to_its_year_may_hold_already(service: Palermo) -> None:
    enter_and_tell(act("COE-197 KOR accession 2019"))
    told = status(service, "--on", "2019-05-01")
    assert str(told["caution"]).startswith("may already be: ")
    assert "in force, at the latest from 2020-04-01" in str(told["caution"])
    assert "may already be" not in str(status(service, "--on", "2021-01-01")["caution"])


def test_an_assumed_entry_into_force_is_said_to_be_assumed(service: Palermo) -> None:
    enter_and_tell(act("COE-197 KOR succession ?"))
    assert "the source gives no day of entry into force" in str(status(service, "--on", "2026-02-02")["caution"])


def test_a_source_that_nobody_describes_is_named_by_its_code(service: Palermo) -> None:
    enter_and_tell(act("COE-197 KOR accession 2019-01-01"))
    told = service("treaties", "status", "COE-197", "KOR", "--database").stdout
    assert "Source: invented-2026, A table invented for tests" in told


@pytest.mark.parametrize(("articles", "read"), [((), True), (("5",), False)])
def test_a_reservation_without_articles_is_for_a_person_to_read(
    service: Palermo, articles: tuple[str, ...], read: bool
) -> None:
    enter_and_tell(
        *(act(f"COE-197 {state} accession 2018-01-01") for state in ("KOR", "JPN")),
        act("COE-197 KOR reservation 2018-01-01", articles=articles),
    )
    told = service("treaties", "relations", "KOR", "JPN", "--database", "--on", "2025-01-01").stdout
    assert ("Acts to read may narrow a relation" in told) is read


# --- Export -------------------------------------------------------------------------------------------------------


def exported(service: Palermo, *held: Act) -> dict[str, str]:
    """The row of the Republic of Korea in the status table, which names it for these invented acts only."""
    enter_and_tell(*held)
    done = service("treaties", "export", "--layout", "status", "--instrument", "COE-197", "--database")
    (row,) = (row for row in csv.DictReader(io.StringIO(done.stdout)) if row["iso3"] == "KOR")
    return row


def test_who_left_and_came_back_has_no_day_of_leaving(service: Palermo) -> None:
    joined, left = act("COE-197 KOR accession 2016-02-01"), act("COE-197 KOR denunciation 2018-02-01")
    row = exported(service, joined, left, act("COE-197 KOR accession 2020-02-01"))
    assert (row["consent_date"], row["withdrawal_date"]) == ("2020-02-01", "")


def test_who_left_has_the_day_on_which_it_took_effect_where_the_source_prints_it(service: Palermo) -> None:
    joined = act("COE-197 KOR accession 2016-02-01")
    row = exported(service, joined, act("COE-197 KOR denunciation 2018-02-01", effect="2018-08"))
    assert (row["consent_date"], row["withdrawal_date"]) == ("2016-02-01", "2018-08")


def test_a_lone_signature_is_told_with_its_source(service: Palermo) -> None:
    row = exported(service, act("COE-197 KOR signature 2015-11-21"))
    assert (row["signature_date"], row["consent_type"], row["entry_into_force_date"]) == ("2015-11-21", "", "")
