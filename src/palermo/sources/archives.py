"""Looks into a workbook, which is a ZIP archive of XML, before any other program is let near it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from palermo.sources.problems import Limits, SourceError

PARTS = 2_000
CHUNK = 1 << 20
HARMLESS = 1_000_000
FORBIDDEN = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError, struct.error)
ODS = b"application/vnd.oasis.opendocument"


def opened(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, after a look at its directory and every part; raise `SourceError` for a bomb or entities."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _directory(archive, len(data), limits)
        left = limits.unpacked
        for part in archive.infolist():
            left -= _part(archive, part, left)
    except DAMAGED as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("workbook", f"the workbook is damaged ({error}); download it again.") from error
    return archive


def _directory(archive: zipfile.ZipFile, packed: int, limits: Limits) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > PARTS:
        raise SourceError(
            "zip-bomb", f"the workbook has {len(parts):,} parts; no status table has more than {PARTS:,}."
        )
    if unpacked > limits.unpacked or (unpacked > HARMLESS and unpacked > limits.ratio * packed):
        raise SourceError(
            "zip-bomb",
            f"{packed:,} bytes would unpack to {unpacked:,}; at most {limits.unpacked:,}, and {limits.ratio} times "
            "the packed size, are read. It is no ordinary workbook.",
        )
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise SourceError("encrypted", "the workbook has a password; save it without one.")
    names = set(archive.namelist())
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 and ODS in archive.read("mimetype"):
        raise SourceError("format", "this is an OpenDocument file; save it as .xlsx or CSV.")
    if "xl/workbook.xml" not in names:
        raise SourceError("format", "this ZIP archive is no Excel workbook; unpack it and name one file in it.")


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """How many bytes a part really has; the directory may lie, so they are counted while reading."""
    is_xml = part.filename.endswith((".xml", ".rels", ".vml"))
    size, tail = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > left:
                raise SourceError("zip-bomb", f"part {part.filename!r} unpacks to more than its directory says.")
            if is_xml and (b"\0" in chunk or FORBIDDEN.search(tail + chunk)):
                raise SourceError(
                    "entities", f"part {part.filename!r} declares XML entities, or is no UTF-8; save the table again."
                )
            tail = chunk[-16:]
    return size
