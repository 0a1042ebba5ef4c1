"""The way upstairs: where the service's database is, and Django, imported only when a command needs it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from palermo.cli.errors import Exit, Stop

SETTINGS = "palermo.web.config.settings.public"
START = "Start the service once with `palermo serve`, or `palermo demo` to try it out."


def embedded() -> Path:
    """The file of the embedded database, whether it exists or not."""
    return Path(os.environ.get("PALERMO_DATA") or "var") / "palermo.sqlite3"


def present() -> str:
    """Where the service's database is, as one may print it; empty where there is none."""
    address = os.environ.get("DATABASE_URL", "")
    if address:
        parts = urlsplit(address)
        place = f"{parts.hostname or ''}{parts.path}" if parts.scheme.startswith("postgres") else parts.path
        return f"{parts.scheme} {place}"
    return str(embedded()) if embedded().is_file() else ""


def connect(*, current: bool = True) -> None:
    """Set Django up; with `current`, raise `Stop` unless there is a database whose tables fit this release."""
    if current and not present():
        raise Stop(
            Exit.NOT_READY,
            f"there is no database: DATABASE_URL is not set and there is no file {embedded()}. {START}",
        )
    os.umask(0o077)  # the database holds password hashes and sealed secrets: what is made from here on is its owner's
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()
    if current:
        _check()


def _check() -> None:
    from palermo.web.config.health import database_state, migrations_state

    if database_state() != "ok":
        raise Stop(
            Exit.NOT_READY, f"the database at {present()} does not answer; check DATABASE_URL or PALERMO_DATA."
        )
    if migrations_state() != "ok":
        raise Stop(
            Exit.NOT_READY, f"the tables of the database at {present()} are not those of this release. {START}"
        )
