"""Every State's code towards every instrument on one day: the whole register as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from palermo.reference import Instrument
from palermo.treaties.status import Code, Spell

if TYPE_CHECKING:
    from palermo.treaties.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Cell:
    """One State under one instrument: the code, whether the data end before the day, and the spell behind it."""

    code: Code
    beyond: bool
    spell: Spell | None = None


NO_ACT, UNKNOWN = Cell(Code.NO_ACT, beyond=False), Cell(Code.UNKNOWN, beyond=True)

# A State's spells under one instrument, the latest first: its start, the cell within reach, the cell beyond it.
Lane = tuple[tuple[date, Cell, Cell], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows[instrument][state]` is a `Cell`; every instrument and every State of the catalogue is there."""

    on: date
    rows: Mapping[str, Mapping[str, Cell]]

    @classmethod
    def build(cls, ledger: Ledger, on: date) -> Grid:
        """Pick the cell of the day from the ledger's lanes."""
        return cls(on, {code: _row(ledger, held, on) for code, held in ledger.catalogue.instruments.items()})


def lanes(spells: Mapping[str, tuple[Spell, ...]]) -> dict[str, Lane]:
    """The cells of each State under one instrument, made once and shared by the grids of all days."""
    return {
        state: tuple(
            (held.start, Cell(held.code, False, held), Cell(held.code, True, held)) for held in reversed(own)
        )
        for state, own in spells.items()
    }


def _row(ledger: Ledger, instrument: Instrument, on: date) -> dict[str, Cell]:
    absent, beyond = _absences(instrument, on)
    row = {code: absent[held.standing] for code, held in ledger.catalogue.states.items()}
    states = ledger.catalogue.states
    for state, lane in ledger.lanes.get(instrument.code, {}).items():
        for start, within, after in lane:
            if start <= on:
                row[state] = after if beyond[states[state].standing] else within
                break
    return row


def _absences(instrument: Instrument, on: date) -> tuple[dict[str, Cell], dict[str, bool]]:
    """By standing: the cell of a State without any act, and whether the day lies beyond the data of one with acts."""
    absent, beyond = {}, {}
    for standing in ("member", "observer", "other"):
        known = instrument.known_until(standing)
        absent[standing] = NO_ACT if known and on <= known else UNKNOWN
        reach = known or instrument.as_of
        beyond[standing] = reach is None or on > reach
    return absent, beyond
