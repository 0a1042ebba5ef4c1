"""Puts a backup into a database: checked first, in one transaction, and checked again before that ends.

The audit log refuses to be changed. Restoring lifts its triggers inside the transaction, because replacing the whole
log by another whole one is what restoring is; the log's last entry then says so, with the head of the log that went.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from palermo.web.audit import queries as audit
from palermo.web.audit import triggers
from palermo.web.audit.actions import OPERATOR, record
from palermo.web.audit.models import ChainHead
from palermo.web.config.backups import layout
from palermo.web.config.backups.layout import BackupBroken, BackupRefused, Manifest, TableEntry
from palermo.web.config.backups.reading import Archive, opened
from palermo.web.config.backups.writing import Progress
from palermo.web.config.serving import preparing

BATCH = 1000


def restore(path: Path, *, replace: bool = False, progress: Progress = lambda _table, _rows: None) -> Manifest:
    """Bring the database's tables up to this release and fill them from `path`; return what was restored.

    All or nothing. Raise `BackupBroken` for a file that was altered, and `BackupRefused` for one of another release,
    or where the database holds something and `replace` is not given.
    """
    with opened(path) as archive:
        archive.check()
        preparing.migrate()
        _check_release(archive.manifest)
        try:
            with transaction.atomic():
                _fill(archive, replace=replace, progress=progress)
        except (ValidationError, IntegrityError, ValueError) as error:
            if isinstance(error, BackupBroken):
                raise
            raise BackupBroken(f"the rows of the backup do not fit together: {error}") from error
        return archive.manifest


def holds_something() -> bool:
    """Whether the database holds more than empty tables and the head of an empty log."""
    return any(model._base_manager.exists() for model in layout.models_kept() if model is not ChainHead)


def _check_release(manifest: Manifest) -> None:
    """The tables must be those of the backup: nobody guesses what a column became."""
    here = layout.migrations_applied()
    differing = sorted(app for app in {*here, *manifest.migrations} if here.get(app) != manifest.migrations.get(app))
    if differing:
        raise BackupRefused(
            f"this backup is of Palermo {manifest.palermo}, whose tables differ from those of this release "
            f"({', '.join(differing)}). Restore it with that release, then upgrade."
        )
    models = {model._meta.label: model for model in layout.models_kept()}
    told = {entry.table: entry.columns for entry in manifest.tables}
    if told != {label: tuple(field.attname for field in layout.columns(model)) for label, model in models.items()}:
        raise BackupBroken("the manifest names other tables or columns than the release that it names.")


def _fill(archive: Archive, *, replace: bool, progress: Progress) -> None:
    gone = ChainHead.objects.filter(pk=1).values_list("sequence", "hash").first()
    if holds_something() and not replace:
        raise BackupRefused("the database holds a register already. Restore into an empty one, or add --replace.")
    triggers.drop(connection)
    _clear()
    models = {model._meta.label: model for model in layout.models_kept()}
    for entry in archive.manifest.tables:
        _insert(models[entry.table], archive, entry)
        progress(entry.table, entry.rows)
    _reset_sequences(list(models.values()))
    triggers.create(connection)
    connection.check_constraints()
    _check_again(archive.manifest)
    detail = {"backup_of": _moment(archive.manifest.created), "replaced_log": list(gone) if replace and gone else []}
    record(by=OPERATOR, verb="restore", room="config", subject="database", detail=detail)


def _clear() -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(_deferred())
        for model in layout.models_cleared():
            cursor.execute(f"DELETE FROM {quote(model._meta.db_table)}")  # noqa: S608 -- the name of our own table


def _deferred() -> str:
    """Let rows refer to one another before all are there; what does not fit is found by `check_constraints`."""
    return "PRAGMA defer_foreign_keys=ON" if connection.vendor == "sqlite" else "SET CONSTRAINTS ALL DEFERRED"


def _insert(model: type[Model], archive: Archive, entry: TableEntry) -> None:
    fields, quote = layout.columns(model), connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 -- our own names
    with closing(archive.rows(entry)) as told, connection.cursor() as cursor:
        rows = (layout.stored(fields, row) for row in told)
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(statement, batch)


def _reset_sequences(models: list[type[Model]]) -> None:
    """PostgreSQL counts on from the highest number; SQLite sees it by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _check_again(manifest: Manifest) -> None:
    """Believe what the database says now, not what was sent to it."""
    for model, entry in _pairs(manifest):
        if (found := model._base_manager.count()) != entry.rows:
            raise BackupBroken(f"{entry.table} has {found} rows after restoring; the manifest says {entry.rows}.")
    verdict = audit.verify(anchor=(manifest.audit.sequence, manifest.audit.hash) if manifest.audit.sequence else None)
    if not verdict.ok:
        raise BackupBroken(f"the audit log in the backup is broken at entry {verdict.broken_at}: {verdict.reason}.")


def _pairs(manifest: Manifest) -> Iterator[tuple[type[Model], TableEntry]]:
    models: dict[str, type[Any]] = {model._meta.label: model for model in layout.models_kept()}
    for entry in manifest.tables:
        yield models[entry.table], entry


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
