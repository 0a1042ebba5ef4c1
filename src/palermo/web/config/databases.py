"""Turns `DATABASE_URL` into Django's settings for SQLite in the data folder or for PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# WAL lets readers go on while one writes; NORMAL is safe with WAL; the lock is taken when a transaction begins,
# because a read that turns into a write under SQLite's default would fail at once when somebody else wrote meanwhile.
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"


def settings(url: str, data: Path) -> dict[str, Any]:
    """The `default` entry of DATABASES for `url`, or for a SQLite file in the folder `data` where `url` is empty."""
    parts = urlsplit(url)
    if parts.scheme in ("postgres", "postgresql"):
        return _postgres(url)
    return sqlite(unquote(parts.path) if url else str(data / "palermo.sqlite3"))


def sqlite(name: str) -> dict[str, Any]:
    """Settings for a SQLite database in the file `name`."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),  # sslmode, host of a socket folder, application_name
    }
