"""Any table with one row for each State, or for each act, whose columns the operator names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from palermo.reference import CONSENTS, ActKind, PartialDate, plain
from palermo.sources import kinds
from palermo.sources.intake import Intake
from palermo.sources.layouts.layout import Asked, Layout, Recognised
from palermo.sources.mapping import Mapped
from palermo.sources.problems import NOTE, SourceError, shown
from palermo.sources.tables import Header, Line, Table


@dataclass(frozen=True, slots=True)
class Row:
    """One row, by what the mapping says its columns mean."""

    intake: Intake
    mapping: Mapped
    places: dict[str, int]
    line: Line

    def text(self, name: str) -> str:
        """The cell as text, blank where the mapping names no such column."""
        place = self.places.get(name)
        text = self.line.cell(place) if place is not None else ""
        return self.intake.text(text, self.line.number, self.column(name))

    def date(self, name: str) -> PartialDate | None:
        """The date in the cell, by the format that the mapping gives."""
        return self.intake.date(self.text(name), self.line.number, self.column(name), self.mapping.date_format)

    def column(self, name: str) -> str:
        """The name of the column, as the file has it."""
        return self.mapping.columns.get(name, "")


def recognise(table: Table, asked: Asked) -> Recognised | None:
    """Sure where there is a mapping and the table has every column it names."""
    if asked.mapping is None or asked.mapping.sheet not in ("", table.sheet):
        return None
    header = table.header(frozenset(plain(name) for name in asked.mapping.columns.values()))
    return Recognised(1.0, header) if header else None


def rows(intake: Intake, header: Header, asked: Asked) -> Callable[[Line], None]:
    """Takes in one row at a time; raise `SourceError` where nobody says which instrument it is."""
    mapping = asked.mapping
    assert mapping is not None
    code = asked.instrument or _code(intake, mapping)
    if not code and not mapping.instrument_column:
        raise SourceError(
            "instrument-needed", 'nobody says which instrument this is; add instrument = "TIP" to the mapping.'
        )
    places = {name: place for name, text in mapping.columns.items() if (place := header.column(text)) is not None}
    return lambda line: _take(Row(intake, mapping, places, line), code)


def _code(intake: Intake, mapping: Mapped) -> str:
    try:
        return intake.catalogue.instrument(mapping.instrument).code if mapping.instrument else ""
    except LookupError as error:
        raise SourceError("unknown-instrument", f"the mapping: {error}") from error


def _take(row: Row, code: str) -> None:
    intake, number = row.intake, row.line.number
    held = code
    if row.mapping.instrument_column:
        held = intake.instrument(row.text("instrument_column"), number, row.column("instrument_column"))
    state = intake.state(row.text("state"), number, row.column("state"))
    kind = _kind(row)
    found = _dates(row, kind)
    if not found:
        intake.note("no-act", NOTE, number, "", "a date", f"none for {state}", "Nothing to take in.")
    for column, (act, when, effect) in found.items():
        intake.act(
            number, row.column(column), instrument=held, state=state, kind=act, date=when, effect=effect,
            note=row.text("note") if act in CONSENTS else "",
        )  # fmt: skip


def _dates(row: Row, kind: ActKind) -> dict[str, tuple[ActKind, PartialDate | None, PartialDate | None]]:
    """The acts of a row by column: kind, date and effect. All cells are read before any act is taken in."""
    signed, consented = row.date("signature_date"), row.date("consent_date")
    effect, left, gone = row.date("entry_into_force"), row.date("denunciation_date"), row.date("denunciation_effect")
    found: dict[str, tuple[ActKind, PartialDate | None, PartialDate | None]] = {}
    if signed:
        found["signature_date"] = (ActKind.SIGNATURE, signed, None)
    if consented:
        found["consent_date"] = (kind, consented, effect if kind is not ActKind.SIGNATURE else None)
    if left or gone:
        found["denunciation_date" if left else "denunciation_effect"] = (ActKind.DENUNCIATION, left, gone)
    return found


def _kind(row: Row) -> ActKind:
    """The kind of act in `consent_date`: what the row says, else what the mapping says."""
    text = row.text("kind_column")
    found = kinds.kind(text) if text else ActKind(row.mapping.kind)
    if found is None:
        raise row.intake.refuse(
            "kind", row.line.number, row.column("kind_column"), "a kind of act", shown(text),
            f"One of: {', '.join(kinds.KINDS)}.",
        )  # fmt: skip
    return found


LAYOUT = Layout("mapped", "any table, with a mapping that names its columns", recognise, rows)
