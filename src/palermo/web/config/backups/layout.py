"""What a backup holds: which tables, how a value is written, and the manifest that everything is checked against."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Field, ForeignKey, Model
from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limited

FORMAT, VERSION = "palermo-backup", 1
MANIFEST = "manifest.json"

# What every database makes for itself, and what must not outlive it: sessions would let their holders in again, and
# a job that was waiting has run since, or was mail that would be sent twice.
LEFT_OUT = frozenset(
    {
        "auth.Group",
        "auth.Group_permissions",
        "auth.Permission",
        "config.Beat",
        "contenttypes.ContentType",
        "django_tasks_database.DBTaskResult",
        "sessions.Session",
        "usersessions.UserSession",
    }
)
# Of these, restoring leaves what the database itself made, and the beat of a worker that goes on.
KEPT_AS_THEY_ARE = LEFT_OUT - {"django_tasks_database.DBTaskResult", "sessions.Session", "usersessions.UserSession"}


class BackupBroken(ValueError):  # noqa: N818 -- named for what is wrong
    """The file is no backup, was cut, or was altered."""


class BackupRefused(Exception):  # noqa: N818 -- named for what happened
    """The backup, or its restoring, would destroy or mix what is there; the message says what to do."""


class TableEntry(BaseModel):
    """One table in a backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: str
    columns: tuple[str, ...]
    rows: int = Limited(ge=0)
    bytes: int = Limited(ge=0)
    sha256: str = Limited(pattern="^[0-9a-f]{64}$")

    @property
    def member(self) -> str:
        """The name of its file in the archive."""
        return f"tables/{self.table}.jsonl"


class Head(BaseModel):
    """Where the audit log ended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sequence: int
    hash: str


class Manifest(BaseModel):
    """What the archive says of itself. `key` tells whether the secret key is the same, and not what it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: str
    version: int
    palermo: str
    created: datetime
    database: str
    key: str
    migrations: dict[str, tuple[str, ...]]
    tables: tuple[TableEntry, ...]
    audit: Head


def models_kept() -> tuple[type[Model], ...]:
    """The models whose rows are backed up, in order of name."""
    found = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    return tuple(found[label] for label in sorted(set(found) - LEFT_OUT) if found[label]._meta.managed)


def models_cleared() -> tuple[type[Model], ...]:
    """The models whose rows go when a backup takes the place of a database: those kept, sessions and jobs."""
    found = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    return tuple(model for model in found if model._meta.label not in KEPT_AS_THEY_ARE)


def columns(model: type[Model]) -> tuple[Field[Any, Any], ...]:
    """The stored fields of a model, in order of their names."""
    return tuple(sorted(model._meta.concrete_fields, key=lambda field: field.attname))


def written(value: Any) -> Any:
    """A value as JSON can hold it; moments keep their microseconds, over which the audit log is hashed."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool | dict | list):
        return value
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a backup cannot hold a {type(value).__name__} yet; teach backups.layout.written")


def stored(fields: Sequence[Field[Any, Any]], row: Sequence[Any]) -> list[Any]:
    """A row of a backup as parameters for the database's driver."""
    return [
        field.get_db_prep_save(_target(field).to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]


def _target(field: Field[Any, Any]) -> Field[Any, Any]:
    return field.target_field if isinstance(field, ForeignKey) else field


def migrations_applied() -> dict[str, tuple[str, ...]]:
    """The migrations of each app that this database has."""
    held: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        held.setdefault(app, []).append(name)
    return {app: tuple(names) for app, names in held.items()}


def key_mark() -> str:
    """A mark of the secret key that does not give it away."""
    return hashlib.sha256(f"palermo.backup:{settings.SECRET_KEY}".encode()).hexdigest()[:16]
