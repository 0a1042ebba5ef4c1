"""The demonstration's accounts, and the file in the data folder that keeps how to sign in."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from palermo.web.audit.actions import OPERATOR
from palermo.web.partners.actions import DemoAccount, create_demo_accounts
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Role

FILE = "demo-accounts.txt"
HEADER = "# Simulated accounts of the demonstration: role, name, e-mail address, password, authenticator secret."


def accounts(folder: Path) -> tuple[DemoAccount, ...]:
    """One account for each role: as kept in `folder`, else made now (or given new passwords) and kept there."""
    kept = _read(folder / FILE)
    emails = [held.email for held in kept]
    if kept and Person.objects.filter(email__in=emails, simulated=True, is_active=True).count() == len(kept):
        return kept
    made = create_demo_accounts(by=OPERATOR, password_source=lambda: secrets.token_urlsafe(12))
    _keep(folder / FILE, made)
    return made


def _read(path: Path) -> tuple[DemoAccount, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        return tuple(DemoAccount(Role(role), *rest) for role, *rest in rows)
    except (OSError, ValueError, TypeError):  # not there, or written over by hand: the accounts get new passwords
        return ()


def _keep(path: Path, held: Sequence[DemoAccount]) -> None:
    """Write beside and move into place: readable by the owner only, and never half written."""
    rows = ["\t".join(str(value) for value in astuple(account)) for account in held]
    handle, drafted = tempfile.mkstemp(dir=path.parent, prefix=f".{FILE}-")  # made with mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write("\n".join([HEADER, *rows, ""]))
    Path(drafted).replace(path)
