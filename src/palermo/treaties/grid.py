"""Every State's code towards every instrument on one day: the whole register as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from palermo.reference import Catalogue, Instrument
from palermo.treaties.status import Code, Spell


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


def build(catalogue: Catalogue, lanes: Mapping[str, Mapping[str, Lane]], on: date) -> Grid:
    """The grid of a day: from each lane the cell that holds, and a cell for every State without any act."""
    rows = {code: _row(catalogue, held, lanes.get(code, {}), on) for code, held in catalogue.instruments.items()}
    return Grid(on, rows)


def lanes(spells: Mapping[str, tuple[Spell, ...]]) -> dict[str, Lane]:
    """The cells of each State under one instrument, made once and shared by the grids of all days."""
    return {
        state: tuple(
            (held.start, Cell(held.code, False, held), Cell(held.code, True, held)) for held in reversed(own)
        )
        for state, own in spells.items()
    }


def _row(catalogue: Catalogue, instrument: Instrument, lanes: Mapping[str, Lane], on: date) -> dict[str, Cell]:
    absent, beyond = _absences(instrument, on)
    states = catalogue.states
    row = {code: absent[held.standing] for code, held in states.items()}
    for state, lane in lanes.items():
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
