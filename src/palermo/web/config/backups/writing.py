"""Writes a backup: every table as JSON Lines in a ZIP archive, read in one consistent look at the database."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from django.db import connection, transaction
from django.db.models import Model

import palermo
from palermo.web.audit import clock
from palermo.web.audit.models import ChainHead
from palermo.web.config.backups import layout
from palermo.web.config.backups.layout import BackupBroken, BackupRefused, Manifest, TableEntry

CHUNK = 2000
Progress = Callable[[str, int], None]


def backup(target: Path, *, replace: bool = False, progress: Progress = lambda _table, _rows: None) -> Manifest:
    """Write the whole database to `target`, readable by its owner only; return what was written.

    The service may go on meanwhile. Raise `BackupRefused` where `target` is there and `replace` is not given: nothing
    is ever half written, and an old backup is replaced only by a whole one.
    """
    _check_target(target, replace=replace)
    handle, drafted = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}-")  # with mode 0600
    try:
        with os.fdopen(handle, "w+b") as stream:
            manifest = _write(cast(BinaryIO, stream), progress)
            stream.flush()
            os.fsync(stream.fileno())
        _place(Path(drafted), target, replace=replace)
    finally:
        Path(drafted).unlink(missing_ok=True)
    return manifest


def _check_target(target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise BackupRefused(f"{target} is a folder; name a file in it, for example {target / 'palermo-backup.zip'}.")
    if target.exists() and not replace:
        raise BackupRefused(f"{target} is there already. Name another file, or add --replace.")


def _place(drafted: Path, target: Path, *, replace: bool) -> None:
    if replace:
        drafted.replace(target)
        return
    try:
        os.link(drafted, target)  # unlike renaming, never over a file that came meanwhile
    except FileExistsError:
        raise BackupRefused(f"{target} was made meanwhile by somebody else. Name another file.") from None


def _write(stream: BinaryIO, progress: Progress) -> Manifest:
    with _one_look(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        tables = []
        for model in layout.models_kept():
            tables.append(_write_table(archive, model))
            progress(tables[-1].table, tables[-1].rows)
        manifest = _manifest(tuple(tables))
        archive.writestr(layout.MANIFEST, manifest.model_dump_json(indent=1) + "\n")
    return manifest


def _write_table(archive: zipfile.ZipFile, model: type[Model]) -> TableEntry:
    names = tuple(field.attname for field in layout.columns(model))
    digest, rows, size = hashlib.sha256(), 0, 0
    with archive.open(f"tables/{model._meta.label}.jsonl", "w", force_zip64=True) as member:
        for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=CHUNK):
            line = json.dumps([layout.written(value) for value in row], ensure_ascii=False) + "\n"
            data = line.encode("utf-8", "surrogatepass")
            digest.update(data)
            member.write(data)
            rows, size = rows + 1, size + len(data)
    return TableEntry(table=model._meta.label, columns=names, rows=rows, bytes=size, sha256=digest.hexdigest())


def _manifest(tables: tuple[TableEntry, ...]) -> Manifest:
    head = ChainHead.objects.filter(pk=1).first()
    if head is None:
        raise BackupBroken(
            "the audit log has no head, so nobody could check this backup. Run `palermo audit verify`."
        )
    return Manifest(
        format=layout.FORMAT,
        version=layout.VERSION,
        palermo=palermo.__version__,
        created=clock.now(),
        database=connection.vendor,
        key=layout.key_mark(),
        migrations=layout.migrations_applied(),
        tables=tables,
        audit=layout.Head(sequence=head.sequence, hash=head.hash),
    )


@contextmanager
def _one_look() -> Iterator[None]:
    """All reads see the database as it was at one moment, and nobody waits for them."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # not `atomic`, which takes the write lock at once and would hold everybody up
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
