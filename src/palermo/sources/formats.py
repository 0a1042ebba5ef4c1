"""From bytes to tables: the format is known by the content, never by the name of the file."""

from __future__ import annotations

from palermo.sources import decoding, separated
from palermo.sources.problems import Limits, SourceError
from palermo.sources.tables import Table


def tables(data: bytes, limits: Limits) -> tuple[Table, ...]:
    """Every visible table in a file; raise `SourceError` where it is no CSV, TSV, HTML or XLSX file."""
    text, encoding = decoding.decode(data)
    if not text.strip():
        raise SourceError("empty", "the file holds only blanks; download it again.")
    return (separated.read(text, encoding, limits),)
