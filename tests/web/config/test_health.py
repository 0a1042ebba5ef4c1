"""Whether the service is well: each part by itself, and what the page says where one is not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django.fixtures import Settings

from palermo.web.audit import clock
from palermo.web.config import health
from palermo.web.config.models import Beat
from palermo.web.config.static import hashed

pytestmark = pytest.mark.django_db
DATABASE = "django_tasks_db.DatabaseBackend"


def closed_door(folder: Path) -> DatabaseWrapper:
    """A database in a folder that is not there."""
    settings = {
        **connection.settings_dict,
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / "gone" / "x"),
    }
    return DatabaseWrapper({**settings, "OPTIONS": {}}, alias="elsewhere")


@pytest.fixture
def pending(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of an earlier release, asked for the first time in the life of a process."""
    monkeypatch.setattr(health, "_migrated", False)
    MigrationRecorder(connection).record_unapplied("treaties", "0001_initial")


def test_a_database_that_answers_is_well() -> None:
    assert health.database_state() == "ok"


def test_a_database_that_cannot_be_opened_is_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "connection", closed_door(tmp_path))
    assert health.database_state() == "unreachable"


def test_nothing_more_is_asked_of_a_database_that_is_unreachable(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "connection", closed_door(tmp_path))
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "unwell", "database": "unreachable"}


@pytest.mark.usefixtures("pending")
def test_tables_of_another_release_are_pending_and_the_worker_is_not_asked(client: Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "unwell", "database": "ok", "migrations": "pending", "worker": "unknown"}


@pytest.mark.usefixtures("pending")
def test_pending_tables_are_asked_for_again_until_they_are_there() -> None:
    assert health.migrations_state() == "pending"
    MigrationRecorder(connection).record_applied("treaties", "0001_initial")
    assert health.migrations_state() == "ok"


@pytest.mark.parametrize(
    ("ago", "state"), [(None, "never"), (0, "ok"), (90, "ok"), (91, "late"), (86_400, "late"), (-5, "ok")]
)
def test_a_worker_is_late_after_ninety_seconds(settings: Settings, ago: int | None, state: str) -> None:
    settings.TASKS = {"default": {"BACKEND": DATABASE}}
    with clock.held(clock.now()):
        if ago is not None:
            Beat.objects.create(worker="worker", at=clock.now() - timedelta(seconds=ago))
        assert health.worker_state() == state


def test_of_two_workers_the_last_to_beat_counts(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": DATABASE}}
    for name, ago in (("one", 3600), ("two", 5)):
        Beat.objects.create(worker=name, at=clock.now() - timedelta(seconds=ago))
    assert health.worker_state() == "ok"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_health_is_asked_and_never_told(client: Client, method: str) -> None:
    assert getattr(client, method)("/health").status_code == 405


def test_health_is_kept_nowhere(client: Client) -> None:
    assert "no-store" in client.get("/health")["Cache-Control"]


def test_the_door_that_these_tests_close_is_closed(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError), closed_door(tmp_path).cursor() as cursor:
        cursor.execute("SELECT 1")


# --- Names of static files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["none.css", "css/none.css", "no-ending"])
def test_a_name_that_no_room_ships_stays_as_it_is(name: str) -> None:
    assert hashed(name) == name
