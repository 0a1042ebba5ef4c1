"""Checks at start that tell the operator what to set, beside Django's own."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's own name
from django.db import connection

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def check_hosts(**_: Any) -> list[CheckMessage]:
    """Outside the demonstration, somebody must have said under which name the service is reached."""
    if settings.PALERMO_DEMO or set(settings.ALLOWED_HOSTS) - LOOPBACK:
        return []
    return [
        Warning(
            "The service answers to this machine only.",
            hint="Set PALERMO_HOSTS=palermo.example.org (commas between several), or PALERMO_DEMO=1 to try it out.",
            id="palermo.W001",
        )
    ]


def check_mail(**_: Any) -> list[CheckMessage]:
    """Outside the demonstration, mail that lands in a folder reaches nobody."""
    if settings.PALERMO_DEMO or not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return []
    return [
        Warning(
            f"Mail is written to {settings.EMAIL_FILE_PATH} and sent to nobody.",
            hint="Set PALERMO_SMTP_URL=smtp://user:password@host:587.",
            id="palermo.W002",
        )
    ]


def check_sqlite(**_: Any) -> list[CheckMessage]:
    """SQLite must begin its transactions with the lock, or parallel writers fail and the audit chain could fork."""
    if connection.vendor != "sqlite":
        return []
    if connection.settings_dict["OPTIONS"].get("transaction_mode") == "IMMEDIATE":
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} is set up with deferred transactions.",
            hint="Keep OPTIONS['transaction_mode'] = 'IMMEDIATE' in DATABASES.",
            id="palermo.E001",
        )
    ]


def check_data(**_: Any) -> list[CheckMessage]:
    """The data folder holds the secret key, mail and the embedded database: nobody else may look in."""
    folder = settings.PALERMO_DATA
    if not folder.is_dir() or not folder.stat().st_mode & 0o007:
        return []
    return [
        Warning(
            f"Every user of this machine can look into {folder}.",
            hint=f"Run: chmod o-rwx {folder}",
            id="palermo.W003",
        )
    ]


def register_all() -> None:
    """Register every check with Django."""
    register(check_hosts, Tags.security)
    register(check_mail)
    register(check_sqlite)
    register(check_data, Tags.security)
