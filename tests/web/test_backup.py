"""A backup holds everything and can be put back, on either database; what was altered is never believed."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from palermo.reference import Act, ActKind, PartialDate, Source
from palermo.web.audit import clock
from palermo.web.audit import queries as audit
from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import ChainHead, Entry
from palermo.web.config.backups import layout, restoring
from palermo.web.config.backups.layout import BackupBroken, BackupRefused, Manifest
from palermo.web.config.backups.restoring import restore
from palermo.web.config.backups.writing import backup
from palermo.web.partners.actions import found_organisation
from palermo.web.partners.models import Organisation, Person
from palermo.web.partners.rules import Kind
from palermo.web.treaties import models
from palermo.web.treaties.actions import accept_import
from tests.web.cast import ROLES, Cast

pytestmark = pytest.mark.django_db(transaction=True)
LOG = {"audit.Entry", "audit.ChainHead"}
Change = Callable[[dict[str, bytes], dict[str, Any]], None]


@pytest.fixture
def register(cast: Cast) -> Cast:
    """People who are signed in, an organisation and an act, two of which the log knows."""
    assert all(cast.clients[role] for role in ROLES)
    found_organisation(by=OPERATOR, name="Ligue « d'été » — 联盟", kind=Kind.NGO)
    day = clock.today() - timedelta(days=3)
    source = Source("table", "https://example.org", "table.csv", "", day, "A table", "")
    made = Act(
        "TIP.FRA.ratification.2002", "TIP", "FRA", ActKind.RATIFICATION, PartialDate.parse("2002"), "table", day
    )
    accept_import(
        by=OPERATOR, file_name="table.csv", sha256="0" * 64, layout="acts", source=source, new=[made], replacing=[],
        unchanged=0, reaches={"TIP": "all"},
    )  # fmt: skip
    return cast


@pytest.fixture
def archive(register: Cast, tmp_path: Path) -> Path:
    path = tmp_path / "backup.zip"
    backup(path)
    return path


def hashes(manifest: Manifest) -> dict[str, str]:
    return {entry.table: entry.sha256 for entry in manifest.tables if entry.table not in LOG}


def altered(path: Path, change: Change, *, hashed: bool = True) -> Path:
    """A copy of a backup, changed; with `hashed`, by somebody who also corrects the manifest."""
    with zipfile.ZipFile(path) as held:
        members = {name: held.read(name) for name in held.namelist()}
    manifest = json.loads(members.pop("manifest.json"))
    change(members, manifest)
    for entry in manifest["tables"] if hashed else ():
        data = members.get(f"tables/{entry['table']}.jsonl", b"")
        entry.update(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), rows=data.count(b"\n"))
    copy = path.with_name("altered.zip")
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
        made.writestr("manifest.json", json.dumps(manifest))
    return copy


def test_every_table_is_backed_up_or_left_out_on_purpose() -> None:
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    kept = {model._meta.label for model in layout.models_kept()}
    assert known - kept == layout.LEFT_OUT
    assert {"partners.Person", "mfa.Authenticator", "treaties.Act", "audit.Entry"} <= kept


def test_what_was_backed_up_comes_back_the_same(archive: Path, register: Cast, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as held:
        before = Manifest.model_validate_json(held.read("manifest.json"))
    Organisation.objects.filter(name__startswith="Ligue").update(name="changed")
    restore(archive, replace=True)
    after = backup(tmp_path / "again.zip")
    assert hashes(after) == hashes(before)
    assert Organisation.objects.filter(name="Ligue « d'été » — 联盟").exists()
    assert audit.verify(anchor=(before.audit.sequence, before.audit.hash)).ok


def test_restoring_is_the_last_entry_of_the_log_and_names_the_log_that_went(archive: Path) -> None:
    found_organisation(by=OPERATOR, name="Came after the backup", kind=Kind.NGO)
    gone = ChainHead.objects.values_list("sequence", "hash").get()
    restore(archive, replace=True)
    last = Entry.objects.latest("sequence")
    assert (last.actor, last.verb) == ("operator", "restore")
    assert last.particulars["replaced_log"] == list(gone)
    assert not Entry.objects.filter(detail__contains="Came after").exists()
    assert not Organisation.objects.filter(name="Came after the backup").exists()


def test_the_log_refuses_changes_again_after_restoring(archive: Path) -> None:
    from django.db import DatabaseError

    restore(archive, replace=True)
    with pytest.raises(DatabaseError, match="append-only"):
        Entry.objects.filter(sequence=1).update(verb="forged")


def test_everybody_is_signed_out_by_restoring(archive: Path) -> None:
    assert Session.objects.exists()
    restore(archive, replace=True)
    assert not Session.objects.exists()
    with zipfile.ZipFile(archive) as held:
        assert not any("ession" in name for name in held.namelist())


def test_numbers_go_on_after_the_highest(archive: Path) -> None:
    restore(archive, replace=True)
    highest = max(Person.objects.values_list("pk", flat=True))
    assert Person.objects.create(email="new@example.org", name="New").pk > highest


def test_a_second_factor_still_opens_after_restoring(archive: Path, register: Cast) -> None:
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator

    held = Authenticator.objects.filter(type="totp").values_list("user_id", "data")
    before = {user: get_adapter().decrypt(data["secret"]) for user, data in held}
    Authenticator.objects.all().delete()
    restore(archive, replace=True)
    assert {user: get_adapter().decrypt(data["secret"]) for user, data in held.all()} == before


def test_the_file_is_its_owners_alone(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert [path.name for path in archive.parent.iterdir()] == ["backup.zip"]


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(BackupRefused, match="--replace"):
        backup(archive)
    with pytest.raises(BackupRefused, match="is a folder"):
        backup(archive.parent, replace=True)
    assert archive.read_bytes() == before
    backup(archive, replace=True)
    assert zipfile.is_zipfile(archive)


def test_a_backup_that_fails_leaves_the_old_one(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_value: object) -> None:
        raise TypeError("no room")

    before = archive.read_bytes()
    monkeypatch.setattr(layout, "written", fail)
    with pytest.raises(TypeError):
        backup(archive, replace=True)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir()] == ["backup.zip"]
    assert Person.objects.exists()  # the look at the database was ended too


def test_a_database_that_holds_something_is_not_overwritten_by_mistake(archive: Path) -> None:
    Organisation.objects.filter(name__startswith="Ligue").update(name="precious")
    with pytest.raises(BackupRefused, match="--replace"):
        restore(archive)
    assert Organisation.objects.filter(name="precious").exists()


def test_an_empty_database_needs_no_word(archive: Path) -> None:
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)
    assert not restoring.holds_something()
    restore(archive)
    assert models.Act.objects.get().state == "FRA"
    assert Entry.objects.latest("sequence").particulars["replaced_log"] == []


def edit(table: str, old: bytes, new: bytes) -> Change:
    def change(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
        name = f"tables/{table}.jsonl"
        assert old in members[name]
        members[name] = members[name].replace(old, new)

    return change


def set_manifest(**values: Any) -> Change:
    return lambda _members, manifest: manifest.update(values)


def remove_table(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    del members["tables/treaties.Act.jsonl"]


def add_member(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    members["../escaped.txt"] = b"out of here"


def forget_table(members: dict[str, bytes], manifest: dict[str, Any]) -> None:
    del members["tables/treaties.Act.jsonl"]
    manifest["tables"] = [entry for entry in manifest["tables"] if entry["table"] != "treaties.Act"]


def cut_log(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    name = "tables/audit.Entry.jsonl"
    members[name] = b"".join(members[name].splitlines(keepends=True)[:-1])


def bomb(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    members["tables/treaties.Act.jsonl"] = b" " * 5_000_000


@pytest.mark.parametrize(
    ("change", "hashed", "words"),
    [
        (edit("treaties.Act", b"FRA", b"DEU"), False, "altered, or cut"),
        (remove_table, False, "do not name the same tables"),
        (add_member, False, "do not name the same tables"),
        (forget_table, True, "other tables or columns"),
        (bomb, True, "unpacks to more than"),
        (edit("audit.Entry", b"found_organisation", b"found_organisatiox"), True, "broken at entry"),
        (cut_log, True, "broken at entry"),
        (edit("treaties.Act", b'"FRA"', b'"FRA", 1'), True, "expected a list of"),
        (edit("treaties.Act", b"[", b"{"), True, "expected a list of"),
        (edit("partners.Membership", b'"administrator"', b"null"), True, "do not fit together"),
        (edit("partners.Membership", b'"2020-01-01"', b'"soon"'), True, "do not fit together"),
        (edit("partners.Person", b"moderator@example.org", b"contributor@example.org"), True, "do not fit together"),
        (set_manifest(tables=[]), False, "do not name the same tables"),
        (set_manifest(format="other"), False, "is no backup of Palermo"),
        (set_manifest(migrations=1), False, "migrations"),
    ],
)
def test_an_altered_backup_is_refused_and_nothing_is_lost(
    archive: Path, change: Change, hashed: bool, words: str
) -> None:
    people, entries = Person.objects.count(), Entry.objects.count()
    with pytest.raises(BackupBroken, match=words):
        restore(altered(archive, change, hashed=hashed), replace=True)
    assert (Person.objects.count(), Entry.objects.count()) == (people, entries)
    assert audit.verify().ok
    assert Session.objects.exists()


def test_a_row_that_refers_to_nothing_is_refused(archive: Path) -> None:
    def orphan(members: dict[str, bytes], _manifest: dict[str, Any]) -> None:
        members["tables/treaties.Source.jsonl"] = b""

    with pytest.raises(BackupBroken, match="do not fit together"):
        restore(altered(archive, orphan), replace=True)
    assert models.Source.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_manifest(version=2, palermo="9.1"), "Palermo that wrote it \\(9.1\\)"),
        (set_manifest(migrations={"treaties": ["0001_initial", "9999_later"]}, palermo="9.1"), "Palermo 9.1, whose"),
    ],
)
def test_a_backup_of_another_release_says_which_one_to_use(archive: Path, change: Change, words: str) -> None:
    with pytest.raises(BackupRefused, match=words):
        restore(altered(archive, change, hashed=False), replace=True)
    assert Person.objects.exists()


@pytest.mark.parametrize("keep", [0, 10, 2000, -30])
def test_a_file_that_was_cut_is_refused(archive: Path, keep: int) -> None:
    cut = archive.with_name("cut.zip")
    cut.write_bytes(archive.read_bytes()[:keep])
    with pytest.raises(BackupBroken, match="no backup of Palermo, or was cut or damaged"):
        restore(cut, replace=True)


def test_a_bit_that_fell_over_is_found(archive: Path) -> None:
    with zipfile.ZipFile(archive) as held:
        place = held.getinfo("tables/treaties.Act.jsonl").header_offset + 100
    data = bytearray(archive.read_bytes())
    data[place] ^= 1
    archive.write_bytes(data)
    with pytest.raises(BackupBroken, match=r"damaged|altered|expected a list"):
        restore(archive, replace=True)
    assert models.Act.objects.count() == 1


def run(folder: Path, *arguments: str) -> str:
    """The command line on an embedded database of its own, whatever this suite runs on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PALERMO_", "DATABASE_URL", "DJANGO_"))
    }
    environment = {**kept, "PALERMO_DATA": str(folder), "PALERMO_LOG_LEVEL": "error"}
    command = [sys.executable, "-m", "palermo", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_backup_moves_between_databases_and_back(archive: Path, tmp_path: Path) -> None:
    """On PostgreSQL: there to SQLite and back. On SQLite: from memory to a file and back."""
    with zipfile.ZipFile(archive) as held:
        before = Manifest.model_validate_json(held.read("manifest.json"))
    assert before.database == connection.vendor
    back = tmp_path / "back.zip"
    run(tmp_path / "embedded", "restore", str(archive))
    assert "Audit log" in run(tmp_path / "embedded", "backup", str(back))
    restored = restore(back, replace=True)
    assert restored.database == "sqlite"
    assert hashes(restored) == hashes(before)
    assert hashes(backup(tmp_path / "again.zip")) == hashes(before)
    assert audit.verify().ok
