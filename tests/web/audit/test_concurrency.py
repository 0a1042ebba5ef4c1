"""Thirty-two writers at once, in several processes: one chain, no fork, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from palermo.web.audit.queries import Verdict, verify
from tests.web.audit.writers import write

PROCESSES, THREADS, ENTRIES = 4, 8, 5
EXPECTED = PROCESSES * THREADS * ENTRIES
VERIFY = """
import django; django.setup()
from palermo.web.audit.models import Entry
from palermo.web.audit.queries import verify
from django.db.models import Count
found = verify()
shares = set(Entry.objects.values_list("actor").annotate(n=Count("pk")).values_list("n", flat=True))
print(found.ok, found.length, found.reason, sorted(shares))
"""


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with its own database: a SQLite file, or a PostgreSQL database beside that of the tests."""
    held = {**os.environ, "PALERMO_DATA": str(tmp_path), "PALERMO_DEMO": "1", "PALERMO_LOG_LEVEL": "error"}
    held["DJANGO_SETTINGS_MODULE"] = "palermo.web.config.settings.public"
    if connection.vendor == "sqlite":
        yield {**held, "DATABASE_URL": f"sqlite:///{tmp_path}/writers.sqlite3"}
        return
    settings = connection.settings_dict
    with connection._nodb_cursor() as cursor:
        cursor.execute("CREATE DATABASE palermo_writers")
    user, place = quote(settings["USER"]), f"{settings['HOST']}:{settings['PORT'] or 5432}"
    password = f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else ""
    yield {**held, "DATABASE_URL": f"postgres://{user}{password}@{place}/palermo_writers"}
    with connection._nodb_cursor() as cursor:
        cursor.execute("DROP DATABASE palermo_writers")


def run(environment: dict[str, str], *command: str) -> str:
    """Run Python; give what it printed."""
    done = subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_thirty_two_writers_leave_one_chain(environment: dict[str, str]) -> None:
    run(environment, "-m", "django", "migrate", "-v0")
    command = [sys.executable, "-m", "tests.web.audit.writers", str(THREADS), str(ENTRIES)]
    running = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(PROCESSES)
    ]
    for process in running:
        _, errors = process.communicate(timeout=240)
        assert process.returncode == 0, errors
    assert run(environment, "-c", VERIFY) == f"True {EXPECTED}  [{ENTRIES}]"


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="threads of one process share SQLite's memory")
def test_thirty_two_threads_leave_one_chain() -> None:
    write(32, 3)
    found = verify()
    assert found == Verdict(True, 96, found.head)
