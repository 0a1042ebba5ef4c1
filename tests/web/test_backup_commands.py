"""`palermo backup` and `palermo restore`: what they say, with which code they end, and what they leave alone."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from palermo.cli.app import app
from palermo.cli.errors import Exit
from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import ChainHead
from palermo.web.config.backups import layout
from palermo.web.partners.actions import found_organisation
from palermo.web.partners.models import Organisation
from palermo.web.partners.rules import Kind
from palermo.web.treaties.models import Act
from tests.register import Loaded

pytestmark = pytest.mark.django_db(transaction=True)
Palermo = Callable[..., Result]


@pytest.fixture
def palermo(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> Palermo:
    """Run a command upon the test's own database, which holds the small register and one organisation."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:///the-suite")  # says that there is one; settings are read long since
    loaded.copy()
    found_organisation(by=OPERATOR, name="Open Door", kind=Kind.NGO)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def names() -> list[str]:
    return sorted(Organisation.objects.values_list("name", flat=True))


def test_a_backup_says_what_it_holds_where_its_log_ends_and_to_keep_it_safe(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("backup", tmp_path / "backup.zip")
    assert done.exit_code == Exit.OK
    assert f"Wrote {tmp_path / 'backup.zip'}: " in done.stdout
    head = ChainHead.objects.get()
    assert f"Audit log: {head.sequence} entries, head {head.hash}." in done.stdout
    assert f"treaties.Act: {Act.objects.count()} rows" in done.stderr
    assert "Organisation" not in done.stderr, "progress is told of long tables only"
    assert "Keep it as safe as the database" in done.stderr
    assert stat.S_IMODE((tmp_path / "backup.zip").stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_until_it_may_go(palermo: Palermo, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    path.write_bytes(b"something dear")
    done = palermo("backup", path)
    assert done.exit_code == Exit.REFUSED
    assert "is there already" in done.stderr
    assert path.read_bytes() == b"something dear"
    assert palermo("backup", path, "--replace").exit_code == Exit.OK
    assert path.read_bytes() != b"something dear"


def test_a_folder_that_is_not_there_is_named(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("backup", tmp_path / "gone" / "backup.zip")
    assert done.exit_code == Exit.UNREADABLE
    assert "gone" in done.stderr


def test_restoring_takes_the_place_of_what_is_there_only_when_told_to(palermo: Palermo, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    palermo("backup", path)
    found_organisation(by=OPERATOR, name="Newer", kind=Kind.NGO)
    refused = palermo("restore", path)
    assert refused.exit_code == Exit.REFUSED
    assert "--replace" in refused.stderr
    assert names() == ["Newer", "Open Door"]
    done = palermo("restore", path, "--replace")
    assert done.exit_code == Exit.OK
    assert "Its audit log holds; everybody is signed out." in done.stdout
    assert "secret key" not in done.stderr
    assert names() == ["Open Door"]


def test_another_secret_key_is_said_with_what_to_do(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    palermo("backup", tmp_path / "backup.zip")
    monkeypatch.setattr(layout, "key_mark", lambda: "of another key")
    done = palermo("restore", tmp_path / "backup.zip", "--replace")
    assert done.exit_code == Exit.OK
    assert "another secret key" in done.stderr
    assert "PALERMO_SECRET_KEY" in done.stderr


@pytest.mark.parametrize("keep", [0, 100, -40])
def test_a_backup_that_was_cut_ends_with_a_code_of_its_own_and_changes_nothing(
    palermo: Palermo, tmp_path: Path, keep: int
) -> None:
    path = tmp_path / "backup.zip"
    palermo("backup", path)
    path.write_bytes(path.read_bytes()[:keep])
    done = palermo("restore", path, "--replace")
    assert done.exit_code == Exit.INTEGRITY
    assert "is no backup of Palermo, or was cut or damaged" in done.stderr
    assert names() == ["Open Door"]


def test_a_backup_that_is_not_there_is_said_to_be_missing(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("restore", tmp_path / "none.zip", "--replace")
    assert done.exit_code == Exit.UNREADABLE
    assert "none.zip" in done.stderr
    assert names() == ["Open Door"]
