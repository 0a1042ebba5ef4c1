"""Reads a backup: checks the archive as a whole before anybody believes a line of it."""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from palermo.web.config.backups import layout
from palermo.web.config.backups.layout import BackupBroken, BackupRefused, Manifest, TableEntry

MANIFEST_BYTES = 1_000_000
TABLE_BYTES = 20_000_000_000  # of one table, unpacked; the register's largest has a few millions
LINE_BYTES = 10_000_000
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, struct.error, lzma.LZMAError, zlib.error)
"""What reading an archive raises where its bytes are others than those written."""
RATIO = 200  # lines of JSON pack to a tenth or a thirtieth; what packs better is no backup


@dataclass(frozen=True)
class Archive:
    """An open backup whose manifest, sizes and names are as they should be."""

    manifest: Manifest
    _zip: zipfile.ZipFile

    def rows(self, entry: TableEntry) -> Generator[list[Any]]:
        """The rows of a table, one at a time; raise `BackupBroken` at the end if the manifest says otherwise."""
        digest, count = hashlib.sha256(), 0
        with self._zip.open(entry.member) as stream:
            for line in _lines(stream, entry.member):
                digest.update(line)
                count += 1
                yield _row(line, entry, count)
        if digest.hexdigest() != entry.sha256 or count != entry.rows:
            raise BackupBroken(f"{entry.member} is not what the manifest says: it was altered, or cut.")

    def check(self) -> None:
        """Read everything once and believe nothing: raise `BackupBroken` for the first table that was altered."""
        for entry in self.manifest.tables:
            with closing(self.rows(entry)) as rows:
                for _ in rows:
                    pass


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The backup at `path`; raise `BackupBroken` for what is none, and `BackupRefused` for one of another format."""
    with path.open("rb") as stream:  # a file that cannot be opened says so itself
        try:
            with zipfile.ZipFile(stream) as archive:
                manifest = _manifest(archive)
                _check_members(archive, manifest)
                yield Archive(manifest, archive)
        except DAMAGED as error:
            raise BackupBroken(f"{path} is no backup of Palermo, or was cut or damaged: {error}.") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    if any(held.flag_bits & ENCRYPTED for held in archive.infolist()):
        raise BackupBroken("the archive has a password; no backup of ours does.")
    try:
        held = archive.getinfo(layout.MANIFEST)
    except KeyError:
        raise BackupBroken(f"there is no {layout.MANIFEST} in the archive, so it is no backup of Palermo.") from None
    if held.file_size > MANIFEST_BYTES:
        raise BackupBroken(f"{layout.MANIFEST} is larger than {MANIFEST_BYTES:,} bytes.")
    text = archive.read(held)
    try:
        told = json.loads(text)
        version = told["version"] if told["format"] == layout.FORMAT else None
    except (ValueError, KeyError, TypeError, RecursionError):
        version = None
    if version is None:
        raise BackupBroken(f"{layout.MANIFEST} does not say {layout.FORMAT!r}, so it is no backup of Palermo.")
    if version != layout.VERSION:
        raise BackupRefused(
            f"this backup has format {version}, and this release reads {layout.VERSION}. "
            f"Restore it with the Palermo that wrote it ({told.get('palermo')})."
        )
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        raise BackupBroken(f"{layout.MANIFEST}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None


def _check_members(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    names = archive.namelist()
    wanted = [layout.MANIFEST, *(entry.member for entry in manifest.tables)]
    if sorted(names) != sorted(wanted):
        odd = sorted(set(names) ^ set(wanted)) or ["one of them twice"]
        raise BackupBroken(f"the archive and its manifest do not name the same tables: {', '.join(odd[:5])}.")
    for entry in manifest.tables:
        held = archive.getinfo(entry.member)
        if held.file_size != entry.bytes or held.file_size > TABLE_BYTES:
            raise BackupBroken(f"{entry.member} has {held.file_size:,} bytes; the manifest says {entry.bytes:,}.")
        if held.file_size > RATIO * max(held.compress_size, 1000):
            raise BackupBroken(f"{entry.member} unpacks to more than {RATIO} times its size; no table of ours does.")


def _lines(stream: IO[bytes], member: str) -> Iterator[bytes]:
    while line := stream.readline(LINE_BYTES + 1):
        if len(line) > LINE_BYTES:
            raise BackupBroken(f"{member} has a line longer than {LINE_BYTES:,} bytes.")
        yield line


def _row(line: bytes, entry: TableEntry, number: int) -> list[Any]:
    try:
        row = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, list) or len(row) != len(entry.columns):
        raise BackupBroken(f"{entry.member}, line {number}: expected a list of {len(entry.columns)} values.")
    return row
