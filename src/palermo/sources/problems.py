"""What can be wrong with a file: one error for the whole of it, or a problem for each row that has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from palermo.reference import Act

ERROR, WARNING, NOTE = "error", "warning", "note"


class SourceError(ValueError):
    """The file as a whole cannot be read. `code` says why in one word; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be before it is refused. Status tables are small; what is larger is something else.

    `bytes` on disk; `unpacked` bytes and `ratio` of a workbook, which is a ZIP archive; `rows`, `columns` and `cells`
    of a table; `cell` characters in one cell; `unknown` different names of States that nobody knows.
    """

    bytes: int = 20_000_000
    unpacked: int = 100_000_000
    ratio: int = 100
    rows: int = 100_000
    columns: int = 256
    cells: int = 5_000_000
    cell: int = 20_000
    unknown: int = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that a person should look at. Rows count from 1 as a text editor shows them.

    `error`: the row gave no act; `warning`: look at it; `note`: what the reader did. `nearest` holds codes and
    names that come close to a name nobody knows.
    """

    code: str
    level: str
    expected: str
    got: str
    advice: str
    row: int = 0
    column: str = ""
    sheet: str = ""
    nearest: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Where it is, as a reader would say it: `sheet Status, row 12, column Participant`."""
        parts = (
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        )
        return ", ".join(part for part in parts if part) or "file"

    def __str__(self) -> str:
        near = "; ".join(f"{name} ({code})" for code, name in self.nearest)
        hint = f" Nearest: {near}." if near else ""
        return f"{self.place}: expected {self.expected}, got {self.got}. {self.advice}{hint}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its acts, its problems, and how it was read (layout, data rows, encoding, sheet)."""

    acts: tuple[Act, ...]
    problems: tuple[Problem, ...]
    layout: str
    rows: int
    encoding: str = ""
    sheet: str = ""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many problems there are of each level."""
        return {level: sum(1 for held in self.problems if held.level == level) for level in (ERROR, WARNING, NOTE)}


def shown(text: str, length: int = 60) -> str:
    """`text` as it can stand in a message: quoted, on one line, not too long, no control characters."""
    flat = "".join(char if char.isprintable() else " " for char in text)
    return repr(flat if len(flat) <= length else flat[: length - 1] + "…")
