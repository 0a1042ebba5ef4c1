"""Our own list of acts: one row for each act, with the columns of the table that ships with the package."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from palermo.reference import Act, ActKind, PartialDate
from palermo.sources import escaping
from palermo.sources.intake import Intake
from palermo.sources.layouts.layout import Asked, Layout, Recognised
from palermo.sources.problems import WARNING, shown
from palermo.sources.tables import Header, Line, Table

COLUMNS = (
    "act", "instrument", "state", "kind", "date", "effect", "articles", "towards", "precludes", "subject",
    "replaces", "source", "recorded", "flags", "note",
)  # fmt: skip
NEEDED = frozenset({"act", "instrument", "state", "kind", "date", "source"})
KINDS = {kind.value: kind for kind in ActKind}


def recognise(table: Table, asked: Asked) -> Recognised | None:
    """Sure where the columns of a list of acts are all there."""
    header = table.header(NEEDED)
    return Recognised(1.0, header) if header and not asked.mapping else None


def rows(intake: Intake, header: Header, _asked: Asked) -> Callable[[Line], None]:
    """Takes in one row at a time."""
    places = {name: header.column(name) for name in COLUMNS}

    def take(line: Line) -> None:
        cells = _cells(intake, line, places)
        intake.take(_act(intake, cells, line.number), line.number, "act", named=True)

    return take


def _cells(intake: Intake, line: Line, places: dict[str, int | None]) -> dict[str, str]:
    cells = {}
    for name, place in places.items():
        text = line.cell(place) if place is not None else ""
        if text.startswith(escaping.RUN) and text not in ("-", "+"):
            raise intake.refuse(
                "formula", line.number, name, "text", shown(text),
                "A formula is never run; replace it by its value, or put an apostrophe before it.",
            )  # fmt: skip
        cells[name] = escaping.plain_text(text)
    return cells


def _act(intake: Intake, cells: dict[str, str], row: int) -> Act:
    source, recorded = _told(intake, cells, row)
    try:
        return Act(
            id=cells["act"],
            instrument=intake.instrument(cells["instrument"], row, "instrument"),
            state=intake.state(cells["state"], row, "state"),
            kind=_kind(intake, cells["kind"], row),
            date=_date(intake, cells["date"], row, "date"),
            source=source,
            recorded=recorded,
            effect=_date(intake, cells["effect"], row, "effect"),
            articles=_listed(cells["articles"]),
            towards=intake.state(cells["towards"], row, "towards") if cells["towards"] else "",
            precludes=cells["precludes"] == "1",
            subject=cells["subject"],
            replaces=cells["replaces"],
            flags=_listed(cells["flags"]),
            note=cells["note"],
        )
    except ValueError as error:
        raise intake.refuse("act", row, "", "a complete act", shown(cells["act"]), str(error)) from error


def _kind(intake: Intake, text: str, row: int) -> ActKind:
    if text not in KINDS:
        raise intake.refuse("kind", row, "kind", "a kind of act", shown(text), f"One of: {', '.join(KINDS)}.")
    return KINDS[text]


def _date(intake: Intake, text: str, row: int, column: str) -> PartialDate | None:
    return intake.date(text, row, column)


def _told(intake: Intake, cells: dict[str, str], row: int) -> tuple[str, date]:
    """The source of the row and the day up to which it speaks; the file's own where the row names none we know."""
    named = cells["source"]
    held = intake.catalogue.sources.get(named, intake.source)
    if named not in ("", held.code):
        intake.note(
            "unknown-source", WARNING, row, "source", "a source the register knows", shown(named),
            f"Taken as told by {intake.source.code}.",
        )  # fmt: skip
    day = intake.date(cells["recorded"], row, "recorded")
    if day is not None and day.precision != "day":
        raise intake.refuse("recorded", row, "recorded", "a day as YYYY-MM-DD", str(day), "Give the full day.")
    return held.code, day.latest if day else held.as_of


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


LAYOUT = Layout("acts", "our list of acts, one row for each", recognise, rows)
