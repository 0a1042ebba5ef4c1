"""The table in a file, whatever the format: numbered rows of text cells, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from palermo.reference import plain
from palermo.sources.problems import Problem, SourceError

HEADER_WITHIN = 40
WIDEST_HEADER = 256


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as the reader's own program shows it, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The cell at `index`, blank where the row is shorter."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet. `aside` holds the numbered notes below it; `refused` the rows with merged cells.

    `epoch` is the day from which a workbook counts its dates, None for text.
    """

    lines: tuple[Line, ...]
    sheet: str = ""
    encoding: str = ""
    epoch: datetime | None = None
    aside: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[int, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def header(self, needed: frozenset[str]) -> Header | None:
        """The first row near the top that names every column in `needed`, comparing without case and accents."""
        for position, line in enumerate(self.lines[:HEADER_WITHIN]):
            names = [plain(cell) for cell in line.cells[:WIDEST_HEADER]]
            if needed <= set(names):
                _once(needed, names, line.number)
                return Header(self, position, tuple(names))
        return None


def _once(needed: frozenset[str], names: list[str], number: int) -> None:
    for name in sorted(needed):
        if names.count(name) > 1:
            raise SourceError(
                "columns", f"row {number} names the column {name!r} {names.count(name)} times; keep one of them."
            )


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns, and its position in the table."""

    table: Table
    position: int
    names: tuple[str, ...]

    @property
    def line(self) -> Line:
        """The row itself, as the file has it."""
        return self.table.lines[self.position]

    def column(self, name: str) -> int | None:
        """Where the column of this name is, None where there is none."""
        wanted = plain(name)
        return self.names.index(wanted) if wanted in self.names else None

    def below(self) -> Iterator[Line]:
        """The rows under it that are not blank."""
        return (line for line in self.table.lines[self.position + 1 :] if any(line.cells))
