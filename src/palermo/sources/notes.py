"""The numbered notes below a table: found by their heading, kept by their number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palermo.reference import plain
from palermo.sources import withdrawals
from palermo.sources.dates import MONTHS
from palermo.sources.tables import Line

HEADINGS = frozenset(
    ("end note", "end notes", "endnote", "endnotes", "notes", "footnotes", "renvoi", "renvois", "notes de fin")
)
START = re.compile(r"(?:note\s+)?\(?(\d{1,3})\)?\s*[.)]?\s+(?=(\w+))", re.IGNORECASE)
# One more than a withdrawal is read from, so that a note cut short is known as such.
LONGEST = withdrawals.LONGEST + 1


def split(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], dict[str, str]]:
    """The rows above the heading of the notes, and the notes below it by number."""
    for position, line in enumerate(lines):
        filled = [cell for cell in line.cells if cell]
        if len(filled) == 1 and plain(filled[0]) in HEADINGS:
            below = (" ".join(cell for cell in held.cells if cell) for held in lines[position + 1 :])
            return lines[:position], numbered(below)
    return lines, {}


def numbered(blocks: Iterable[str]) -> dict[str, str]:
    """The numbered notes in running text: those under a heading of notes, else the longest list that counts up."""
    lists: list[dict[str, str]] = [{}]
    headed: dict[str, str] | None = None
    last = 0
    for block in blocks:
        text = " ".join(block.split())
        if plain(text) in HEADINGS:
            lists.append({})
            headed, last = lists[-1], 0
            continue
        number = _number(text)
        if number is not None and (number > last or number == 1):
            if number == 1 and last:
                lists.append({})
            lists[-1][str(number)], last = _body(text), number
        elif last and len(lists[-1][str(last)]) < LONGEST:
            lists[-1][str(last)] = f"{lists[-1][str(last)]} {text}"[:LONGEST]
    return headed if headed else max(lists, key=lambda held: sum(map(len, held.values())))


def _number(text: str) -> int | None:
    """The number with which a note begins; a date, such as `19 November 2001`, begins none."""
    found = START.match(text)
    return int(found[1]) if found and plain(found[2]) not in MONTHS else None


def _body(text: str) -> str:
    found = START.match(text)
    return text[found.end() :][:LONGEST] if found else text[:LONGEST]
