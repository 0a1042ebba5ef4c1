"""An answer as an aligned table for people, or as JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import typer

Value = str | int | bool | date | None | Sequence[str]
GAP = "  "
NARROWEST = 12


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `key` for programs, its `heading` for people. Without a heading the table leaves it out."""

    key: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found. `about` says as of when and from where; `notes` are the last lines of a table."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Value], ...]
    about: Mapping[str, Value]
    notes: tuple[str, ...]


def show(answer: Answer, form: Format) -> None:
    """Write the answer to standard output."""
    write = {Format.TABLE: as_table, Format.JSON: as_json, Format.CSV: as_csv}[form]
    typer.echo(write(answer), nl=False)


def as_json(answer: Answer) -> str:
    """`about` and `rows`; days as YYYY-MM-DD, lists as lists, and null where there is nothing."""
    held = {"about": {"title": answer.title, **answer.about}, "rows": [dict(row) for row in answer.rows]}
    return json.dumps(held, ensure_ascii=False, indent=2, default=str) + "\n"


def as_csv(answer: Answer) -> str:
    """Every column, with a header; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    from palermo.sources.escaping import guarded

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.key for column in answer.columns)
    for row in answer.rows:
        writer.writerow(guarded(_text(row.get(column.key))) for column in answer.columns)
    return stream.getvalue()


def as_table(answer: Answer, limit: int | None = None) -> str:
    """Title, aligned columns as wide as the terminal allows, and the notes. `limit` is the width in characters."""
    width = limit or _terminal()
    shown = [
        column
        for column in answer.columns
        if column.heading and any(_text(row.get(column.key)) for row in answer.rows)
    ]
    cells = [[_flat(_text(row.get(column.key))) for column in shown] for row in answer.rows]
    lines = [_flat(answer.title), ""]
    if any(cells):
        widths = _widths([[column.heading for column in shown], *cells], width)
        lines += _line([column.heading for column in shown], widths)
        lines += [GAP.join("-" * each for each in widths)]
        lines += [line for row in cells for line in _line(row, widths)]
    else:
        lines.append("(none)")
    notes = [line for note in answer.notes for line in _wrapped(_flat(note), width)]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def columns_of(text: str) -> int:
    """How many columns of a terminal `text` takes: Chinese signs take two, combining marks none."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def _terminal() -> int | None:
    """The width of the terminal; None where the output goes to a file or a program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (str, int, date)):
        return str(value)
    return ", ".join(value)


def _flat(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _widths(lines: list[list[str]], limit: int | None) -> list[int]:
    """The width of each column; where the sum passes the limit, the widest give way first."""
    widths = [max(map(columns_of, column)) for column in zip(*lines, strict=True)]
    if limit is None:
        return widths
    room = limit - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: list[str], widths: list[int]) -> list[str]:
    parts = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(part) for part in parts)
    filled = [[*part, *[""] * (height - len(part))] for part in parts]
    return [
        GAP.join(text + " " * (width - columns_of(text)) for text, width in zip(texts, widths, strict=True)).rstrip()
        for texts in zip(*filled, strict=True)
    ]


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None or columns_of(text) <= width:
        return [text]
    # Where signs take two columns, half as many fit.
    fitting = width if columns_of(text) == len(text) else max(width // 2, 1)
    return textwrap.wrap(text, fitting, break_on_hyphens=False) or [""]
