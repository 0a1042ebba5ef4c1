"""A register with the acts under a few instruments: loaded once for a process, copied into each test that asks.

Loading is checked where loading is the matter (tests/web/treaties/test_loading.py); elsewhere a copy within the
database will do, which costs a hundredth of it (tests/web/treaties/test_copied_register.py).
"""

from __future__ import annotations

import csv
import secrets
import shutil
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from palermo.reference import SHIPPED
from palermo.web.audit import clock
from palermo.web.audit.actions import SYSTEM
from palermo.web.treaties import actions

FILLED = ("treaties_source", "treaties_reach", "treaties_act", "treaties_edition", "audit_entry")
"""The tables that loading fills, each after those that it refers to."""
HEAD = "audit_chainhead"


def write_tables(folder: Path, instruments: Collection[str]) -> Path:
    """Copy the shipped tables into a folder, with the acts under these instruments only; return the folder."""
    for path in SHIPPED.glob("*.csv"):
        shutil.copy(path, folder)
    with (SHIPPED / "acts.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["instrument"] in instruments]
    with (folder / "acts.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


class Loaded:
    """What `load_shipped` makes of a folder on a day, kept in tables of its own beside those of the service."""

    def __init__(self, name: str, folder: Path, day: datetime) -> None:
        """Load and keep; outside of any test's transaction. `name` tells one such register from another."""
        self.name = name
        with transaction.atomic(), clock.held(day):
            actions.load_shipped(by=SYSTEM, folder=folder)
            held = {table: _rows(table) for table in (*FILLED, HEAD)}
            transaction.set_rollback(True)
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in held.items():
                cursor.execute(f"CREATE TABLE {self._kept(table)} AS SELECT * FROM {table} WHERE 1 = 0")
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {self._kept(table)} VALUES ({places})", rows)

    def copy(self) -> None:
        """Fill the empty tables as loading would, as an edition of its own: nothing kept of another fits it."""
        with connection.cursor() as cursor:
            for table in FILLED:
                cursor.execute(f"INSERT INTO {table} SELECT * FROM {self._kept(table)}")
            cursor.execute(f"UPDATE {HEAD} SET (sequence, hash) = (SELECT sequence, hash FROM {self._kept(HEAD)})")
            cursor.execute("UPDATE treaties_edition SET mark = %s", [secrets.token_hex(16)])

    def _kept(self, table: str) -> str:
        return f"{self.name}_{table}"


def _rows(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return list(cursor.fetchall())
