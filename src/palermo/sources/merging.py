"""Joined cells of a workbook: filled down where that is safe, otherwise their rows are refused by name."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils.cell import range_boundaries

from palermo.sources.problems import WARNING, Problem
from palermo.sources.tables import Line

MOST = 5_000


@dataclass(frozen=True, slots=True)
class Joined:
    """A range of joined cells; rows and columns count from 1."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


def settle(
    lines: tuple[Line, ...], ranges: tuple[str, ...], sheet: str
) -> tuple[tuple[Line, ...], dict[int, str], tuple[Problem, ...]]:
    """The rows with cells joined downwards filled, the rows that stay unreadable, and what was done.

    A cell joined over several rows of one column holds for each of them. One joined over columns leaves open
    which column it belongs to: its rows are refused, unless it stands alone in its row, as a title does.
    """
    held = {line.number: list(line.cells) for line in lines}
    refused: dict[int, str] = {}
    problems = []
    for joined in map(_joined, ranges[:MOST]):
        if joined.left == joined.right:
            problems.append(_fill(held, joined, sheet))
        else:
            refused |= {
                row: f"the joined cells {joined.name}"
                for row in range(joined.top, joined.bottom + 1)
                if row in held and not (row == joined.top and _alone(held[row], joined))
            }
    return tuple(Line(line.number, tuple(held[line.number])) for line in lines), refused, tuple(problems)


def _joined(name: str) -> Joined:
    left, top, right, bottom = range_boundaries(name)
    return Joined(name, left or 1, top or 1, right or 1, bottom or 1)


def _fill(held: dict[int, list[str]], joined: Joined, sheet: str) -> Problem:
    first = held.get(joined.top, [])
    value = first[joined.left - 1] if joined.left <= len(first) else ""
    for row in range(joined.top + 1, joined.bottom + 1):
        cells = held.get(row)
        if cells is not None:
            cells.extend([""] * (joined.left - len(cells)))
            cells[joined.left - 1] = value
    return Problem(
        "joined-cells", WARNING, "one value in each cell", f"the joined cells {joined.name}",
        "Its value was taken for each of these rows; check that it holds for all.", joined.top, "", sheet,
    )  # fmt: skip


def _alone(cells: list[str], joined: Joined) -> bool:
    return sum(1 for cell in cells if cell) <= 1 or joined.left > len(cells)
