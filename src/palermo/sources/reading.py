"""Reads a file that an operator has downloaded: opens it, finds the table, knows its layout, takes the acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from palermo.reference import Act, Catalogue, Source, UnknownName
from palermo.sources import formats, layouts, opening
from palermo.sources.intake import Intake, Unusable
from palermo.sources.layouts import Asked, Layout, Recognised
from palermo.sources.mapping import mapped
from palermo.sources.problems import Limits, Reading, SourceError
from palermo.sources.tables import Line, Table

AUTO = "auto"


def read(
    path: Path | str, *, catalogue: Catalogue, source: Source, layout: str = AUTO, instrument: str | None = None,
    mapping: Mapping[str, object] | Path | None = None, limits: Limits | None = None, today: date | None = None,
    held: Iterable[Act] = (),
) -> Reading:  # fmt: skip
    """Read one file into acts and problems; nothing is written and nothing in the file is run.

    `source` is what every act is told by, where a row names no other. `layout` is one of `layouts.NAMES` or
    `auto`. `instrument` is needed where the table does not name it, as those of the United Nations do not.
    `mapping` says which column of a spreadsheet means what. Nothing can have happened after `today`, which is the
    day up to which the source speaks unless given. `held` are the acts of the register: what corrects or takes back
    one of them must be of the same State and instrument. Raise `SourceError` where the whole file cannot be read.
    """
    bounds = limits or Limits()
    asked = Asked(_instrument(catalogue, instrument), mapped(mapping))
    tables = formats.tables(opening.take(Path(path), bounds), bounds)
    chosen, found = _choose(tables, _offered(layout), asked)
    table = found.header.table
    if found.header.line.number in table.refused:
        raise SourceError(
            "joined-cells", f"the header has {table.refused[found.header.line.number]}; split them and save again."
        )
    intake = Intake(catalogue, source, today or source.as_of, bounds, table)
    rows = _gather(intake, found, chosen.rows(intake, found.header, asked))
    if not rows:
        raise SourceError("no-rows", "the table has a header but no rows below it; download it again.")
    acts, problems = intake.finish(held)
    return Reading(acts, (*table.problems, *problems), chosen.name, rows, table.encoding, table.sheet)


def _gather(intake: Intake, found: Recognised, take: Callable[[Line], None]) -> int:
    """Take in every row below the header; return how many there were."""
    rows = 0
    for line in found.header.below():
        rows += 1
        try:
            _whole(intake, found.header.table, line)
            take(line)
        except Unusable:
            continue
    return rows


def _whole(intake: Intake, table: Table, line: Line) -> None:
    """Refuse a row in which joined cells leave open what stands where."""
    what = table.refused.get(line.number)
    if what:
        raise intake.refuse(
            "joined-cells",
            line.number,
            "",
            "one value in each cell",
            what,
            "Left out: split these cells and save again.",
        )


def _instrument(catalogue: Catalogue, text: str | None) -> str:
    try:
        return catalogue.instrument(text).code if text else ""
    except UnknownName as error:
        raise SourceError("unknown-instrument", str(error)) from error


def _offered(name: str) -> tuple[Layout, ...]:
    if name == AUTO:
        return layouts.ALL
    found = tuple(layout for layout in layouts.ALL if layout.name == name)
    if not found:
        raise SourceError("layout", f"no layout is called {name!r}; one of {', '.join((AUTO, *layouts.NAMES))}.")
    return found


def _choose(tables: tuple[Table, ...], offered: tuple[Layout, ...], asked: Asked) -> tuple[Layout, Recognised]:
    """The layout and table that fit best; raise `SourceError` where none does, or two sheets fit alike."""
    fits = [
        (found.score, layout, found)
        for table in tables
        for layout in offered
        if (found := layout.recognise(table, asked)) is not None
    ]
    if not fits:
        raise SourceError("layout", _unknown(tables, offered, asked))
    best = max(score for score, _, _ in fits)
    first, *others = [(layout, found) for score, layout, found in fits if score == best]
    if others:
        names = ", ".join(found.header.table.sheet or "unnamed" for _, found in (first, *others))
        raise SourceError("sheets", f"{len(others) + 1} tables fit alike ({names}). Keep one in the file.")
    return first


def _unknown(tables: tuple[Table, ...], offered: tuple[Layout, ...], asked: Asked) -> str:
    line = next((line for table in tables for line in table.lines), None)
    seen = ", ".join(repr(cell[:30]) for cell in line.cells[:8]) if line else "nothing"
    if asked.mapping:
        wanted = ", ".join(repr(name) for name in asked.mapping.columns.values())
        return f"the mapping names the columns {wanted}; no row has them all. The file begins with {seen}."
    known = "; ".join(f"{layout.name}: {layout.what}" for layout in offered)
    return (
        f"the columns fit no layout. The file begins with {seen}. Known layouts: {known}. "
        "For another table give a mapping that says which column is which."
    )
