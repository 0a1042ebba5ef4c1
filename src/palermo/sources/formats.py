"""From bytes to tables: the format is known by the content, never by the name of the file."""

from __future__ import annotations

from palermo.sources import decoding, pages, separated, workbooks
from palermo.sources.problems import Limits, SourceError
from palermo.sources.tables import Table

ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")


def tables(data: bytes, limits: Limits) -> tuple[Table, ...]:
    """Every visible table in a file; raise `SourceError` where it is no CSV, TSV, HTML or XLSX file."""
    if data.startswith(ZIPPED):
        return workbooks.read(data, limits)
    text, encoding = decoding.decode(data)
    if not text.strip():
        raise SourceError("empty", "the file holds only blanks; download it again.")
    if text.lstrip().startswith("<"):
        return pages.read(text, encoding, limits)
    return (separated.read(text, encoding, limits),)
