"""Where an answer comes from: the tables that ship with Palermo, or the service's database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import palermo
from palermo.cli import database
from palermo.cli.errors import Exit, Stop
from palermo.reference import SHIPPED
from palermo.treaties import Ledger


@dataclass(frozen=True, slots=True)
class Register:
    """A ledger and the words for where it was read."""

    ledger: Ledger
    origin: str


def read(from_database: bool | None) -> Register:
    """The register from the database (True), from the shipped tables (False), or from the database if there is one.

    The default prefers the database, because that is where this operator's imports and corrections are; every answer
    says which it was. Raise `Stop` where the database is asked for, or is there, and cannot be used.
    """
    if from_database is False or (from_database is None and not database.present()):
        return _shipped()
    database.connect()
    from palermo.web.treaties import queries

    if not queries.edition():
        raise Stop(
            Exit.NOT_READY, f"the register at {database.present()} is empty. {database.START} Or add --shipped."
        )
    return Register(queries.whole(), f"the register's database ({database.present()})")


def _shipped() -> Register:
    folder = Path(os.environ.get("PALERMO_REFERENCE") or SHIPPED)
    told = (
        f"the tables that ship with Palermo {palermo.__version__}" if folder == SHIPPED else f"the tables in {folder}"
    )
    return Register(Ledger.load(folder), told)
