"""Footnotes: their markers and texts, from the lines under the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from palermo.documents.flow import Line, joined, spans
from palermo.documents.tree import Footnote

AT_START = re.compile(r"(\d{1,3}|\*{1,4})(?=\s|[^\W\d]|[“\"«\[(])\s*")
CARRIED = re.compile(r"(?<=[.;)”\"])\s+(\d{1,3})$")
BETWEEN = re.compile(r"(?<=[.;])\s+(?=[^\W\d_a-z]|[“«])")
# Ends a line that goes on with a number: "Supplément no" / "3 (A/52/3)".
NAMES_A_NUMBER = re.compile(
    r"(?:^|[\s(])(?:[Nn]os?\.?|[Nn]°|№|núms?\.?|vols?\.|t\.|chap\.|sect\.|arts?\.|paras?\.|pp?\.|cap\.|párrs?\.|гл\.|пп?\.|том|رقم)$"
)
INSIDE = re.compile(
    r"(?:(?<![Nn]o\.)(?<!vol\.)(?<!Nos\.)(?<!chap\.)(?<=[.;)”»\"\]。])|^)\s*(?<!\S)(\d{1,3}|\*{1,4})\s+(?=\S)"
)


def footnotes(lines: Sequence[Line], *, flat: bool) -> tuple[Footnote, ...]:
    """The notes in the order of their pages. Guarantees that every line is in one note; what comes before the first
    marker goes on with the note of the page before, or has an empty marker."""
    parts = [part for line in lines for part in _parted(line)] if flat else list(lines)
    groups: list[tuple[str, list[Line]]] = []
    last, seen, page = 0, set[str](), 0
    for at, line in enumerate(parts):
        match = AT_START.match(line.text)
        if line.page > page:
            page = line.page
            last, seen = _of_page(match[1] if match else "", last, seen)
        if match and match[1] not in seen and _opens(parts, at, match, last):
            seen.add(match[1])
            last = int(match[1]) if match[1].isdigit() else last
            groups.append((match[1], [line.cut(match.end())]))
        elif groups:
            groups[-1][1].append(line)
        else:
            groups.append(("", [line]))
    if flat:
        groups = _brought_back(groups, seen)
    return tuple(Footnote(marker, joined(held), spans(held)) for marker, held in groups)


def _opens(parts: Sequence[Line], at: int, match: re.Match[str], last: int) -> bool:
    """Whether the number at the beginning of a line is a marker. One out of order is not where the line above it
    asks for a number, or where the page has it once more, after the one that is due."""
    line = parts[at]
    if not _next(match[1], last) or line.text[match.end() : match.end() + 1].islower():
        return False
    if not match[1].isdigit() or int(match[1]) == last + 1:
        return True
    if at and parts[at - 1].page == line.page and NAMES_A_NUMBER.search(parts[at - 1].text.rstrip()):
        return False
    found = (AT_START.match(other.text) for other in parts[at + 1 :] if other.page == line.page)
    later = [other[1] for other in found if other]
    due = str(last + 1)
    return due not in later or match[1] not in later[later.index(due) :]


def _of_page(first: str, last: int, seen: set[str]) -> tuple[int, set[str]]:
    """What counts as seen on a new page: stars begin again on each, numbers where the page begins with 1."""
    again = first == "1" and last > 1
    return (0, set()) if again else (last, {marker for marker in seen if marker.isdigit()})


def _brought_back(groups: list[tuple[str, list[Line]]], seen: set[str]) -> list[tuple[str, list[Line]]]:
    """A marker that was carried to the end of the page goes back before its note, which follows the one before it."""
    made: list[tuple[str, list[Line]]] = []
    for at, (marker, held) in enumerate(groups):
        tail = CARRIED.search(held[-1].text)
        number = int(tail[1]) if tail else 0
        place = next((n for n, (before, _) in enumerate(made) if before == str(number - 1)), None)
        cut = BETWEEN.search(made[place][1][-1].text) if place is not None and str(number) not in seen else None
        if tail and place is not None and cut:
            before, notes = made[place]
            made[place : place + 1] = [
                (before, [*notes[:-1], notes[-1].cut(0, cut.start())]),
                (str(number), [notes[-1].cut(cut.end())]),
            ]
            held = [*groups[at][1][:-1], held[-1].cut(0, tail.start())]
        made.append((marker, held))
    return made


def _next(marker: str, last: int) -> bool:
    return not marker.isdigit() or not last or abs(int(marker) - last) <= 10


def _parted(line: Line) -> Iterator[Line]:
    """The notes of a flattened page: a number one above the last begins a new one."""
    starts, last, seen = [0], 0, set[str]()
    first = AT_START.match(line.text)
    if first and first[1].isdigit():
        last = int(first[1])
        seen.add(first[1])
    for match in INSIDE.finditer(line.text):
        if not match.start(1):
            continue
        marker = match[1]
        if marker not in seen and _expected(marker, last, line.text[match.end() :]):
            seen.add(marker)
            last = int(marker) if marker.isdigit() else last
            starts.append(match.start(1))
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        yield line.cut(start, end)


def _expected(marker: str, last: int, text: str) -> bool:
    """Whether a number may be the next marker: the one after the last, or one near it with a sentence after it."""
    if not marker.isdigit() or not last or int(marker) == last + 1:
        return True
    return abs(int(marker) - last) <= 10 and not text[:1].islower() and not text[:1].isdigit()
