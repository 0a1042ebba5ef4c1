"""Our own status table: one row for each State and instrument, with the dates side by side."""

from __future__ import annotations

from collections.abc import Callable

from palermo.reference import ActKind, PartialDate, Source
from palermo.sources import escaping
from palermo.sources.intake import Intake
from palermo.sources.layouts.layout import Asked, Layout, Recognised
from palermo.sources.problems import WARNING, shown
from palermo.sources.tables import Header, Line, Table

NEEDED = frozenset({"instrument id", "iso3", "signature date", "consent type", "consent date"})
KINDS = {kind.value: kind for kind in ActKind} | {"ratification or accession": ActKind.CONSENT}
UNDATED_SIGNATURE = "signatory (date not in source)"
# Words in a note that mean the entry is shown with a caution, or not counted at all.
FLAGGING = (("verify", "verify"), ("not an ILO Member", "not-counted"))
# Notes that belong to the signature, not to the consent that follows it.
ON_SIGNATURE = (UNDATED_SIGNATURE, "signature by succession")


def recognise(table: Table, asked: Asked) -> Recognised | None:
    """Sure where the columns of a status table are all there."""
    header = table.header(NEEDED)
    return Recognised(1.0, header) if header and not asked.mapping else None


def rows(intake: Intake, header: Header, _asked: Asked) -> Callable[[Line], None]:
    """Takes in one row at a time."""
    return lambda line: _row(intake, Row(intake, header, line))


class Row:
    """One row by the names of its columns."""

    def __init__(self, intake: Intake, header: Header, line: Line) -> None:
        self._intake, self._header, self._line = intake, header, line
        self.number = line.number

    def text(self, column: str) -> str:
        """The cell as text, with the apostrophe of an escaped one taken off."""
        place = self._header.column(column)
        text = self._line.cell(place) if place is not None else ""
        held = escaping.plain_text(text)
        return held.strip() if held != text else self._intake.text(text, self.number, column)

    def date(self, column: str) -> PartialDate | None:
        """The date in the cell, None where it is blank."""
        return self._intake.date(self.text(column), self.number, column)

    def told(self) -> Source:
        """The source that the row names, else that of the file."""
        named = self.text("source_id")
        held = self._intake.catalogue.sources.get(named, self._intake.source)
        if named not in ("", held.code):
            self._intake.note(
                "unknown-source", WARNING, self.number, "source_id", "a source the register knows", shown(named),
                f"Taken as told by {self._intake.source.code}.",
            )  # fmt: skip
        return held


def _row(intake: Intake, row: Row) -> None:
    instrument = intake.instrument(row.text("instrument_id"), row.number, "instrument_id")
    state = intake.state(row.text("iso3"), row.number, "iso3")
    note, told, kind = row.text("note"), row.told(), _kind(intake, row)
    signed, consented, ended = row.date("signature_date"), row.date("consent_date"), row.date("withdrawal_date")
    # A computed date is our own rule's answer, not a fact that somebody printed.
    printed = row.date("entry_into_force_date") if row.text("eif_basis") != "computed" else None
    effect = printed if kind else None
    at_once = kind is ActKind.DEFINITIVE_SIGNATURE and signed == consented
    if (signed or note == UNDATED_SIGNATURE) and not at_once:
        intake.act(
            row.number, "signature_date", instrument=instrument, state=state, kind=ActKind.SIGNATURE, date=signed,
            note=note if note in ON_SIGNATURE else "", source=told,
        )  # fmt: skip
    if kind:
        flags = tuple(flag for words, flag in FLAGGING if words in note)
        intake.act(
            row.number, "consent_date", instrument=instrument, state=state, kind=kind, date=consented,
            effect=effect, flags=flags, note="" if note in ON_SIGNATURE else note, source=told,
        )  # fmt: skip
    if ended:
        intake.act(
            row.number, "withdrawal_date", instrument=instrument, state=state, kind=ActKind.DENUNCIATION,
            effect=ended, source=told,
        )  # fmt: skip
    if not (signed or kind or ended or note == UNDATED_SIGNATURE):
        raise intake.refuse("no-act", row.number, "", "a signature or a consent", "neither", "Complete the row.")


def _kind(intake: Intake, row: Row) -> ActKind | None:
    text = row.text("consent_type").casefold()
    if text and text not in KINDS:
        raise intake.refuse(
            "kind", row.number, "consent_type", "a kind of consent", shown(text), f"One of: {', '.join(KINDS)}."
        )
    if not text and row.text("consent_date"):
        raise intake.refuse(
            "kind", row.number, "consent_type", "the kind of consent", "a date alone", "Say which kind it was."
        )
    return KINDS[text] if text else None


LAYOUT = Layout("status", "our status table, one row for each State and instrument", recognise, rows)
