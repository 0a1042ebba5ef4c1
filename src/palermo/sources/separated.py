"""Reads text in columns: commas, semicolons, tabs or bars, recognised strictly."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from palermo.sources import notes
from palermo.sources.problems import Limits, SourceError
from palermo.sources.tables import Line, Table

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SAMPLE = 65_536
AGREED = 0.5


def read(text: str, encoding: str, limits: Limits) -> Table:
    """The rows of a text; raise `SourceError` where no separator, or more than one, would fit."""
    separator = sniff(text)
    lines, aside = notes.split(tuple(_lines(text, separator, limits)))
    return Table(lines, encoding=encoding, aside=aside)


def sniff(text: str) -> str:
    """The separator that gives most rows the same number of cells; raise `SourceError` where that is not one."""
    sample = text if len(text) <= SAMPLE else text[: text.rfind("\n", 0, SAMPLE) + 1] or text[:SAMPLE]
    fits = {separator: fit for separator in SEPARATORS if (fit := _fit(sample, separator)) is not None}
    if not fits:
        raise SourceError(
            "separator",
            "expected columns separated by comma, semicolon, tab or bar; found one column, or quotes that do not "
            "close. Save the table as CSV (UTF-8).",
        )
    best = max(fits.values())
    chosen = [separator for separator, fit in fits.items() if fit == best]
    if len(chosen) > 1:
        names = " and ".join(SEPARATORS[separator] for separator in chosen)
        raise SourceError("separator", f"{names} separate this table equally well. Save it again as CSV (UTF-8).")
    return chosen[0]


def _fit(sample: str, separator: str) -> tuple[float, int] | None:
    """How many rows have the most frequent width, and that width; None where it cannot be a table."""
    try:
        widths = Counter(
            len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)
        )
    except csv.Error:
        return None
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return None
    count, width = max(several)
    share = count / sum(widths.values())
    return (share, width) if share >= AGREED else None


def _lines(text: str, separator: str, limits: Limits) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = count = 0
    try:
        for row in reader:
            number, begun = begun + 1, reader.line_num
            if not any(row):
                continue
            count += 1
            within(limits, count, row, number)
            yield Line(number, tuple(row))
    except csv.Error as error:
        raise SourceError(
            "quotes",
            f"line {begun + 1}: a quoted cell is wrong ({error}). Close or double the quotes, or save as CSV again.",
        ) from error


def within(limits: Limits, count: int, row: list[str], number: int) -> None:
    """Raise `SourceError` where the table passes its limits with this row."""
    if count > limits.rows:
        raise SourceError("rows", f"the table has more than {limits.rows:,} rows; no status table is so long.")
    if len(row) > limits.columns:
        raise SourceError("columns", f"row {number} has {len(row)} columns; at most {limits.columns} are read.")
    if any(len(cell) > limits.cell for cell in row):
        raise SourceError("cell", f"row {number} has a cell of more than {limits.cell:,} characters.")
