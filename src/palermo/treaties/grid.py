"""Every State's code towards every instrument on one day: the whole register as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from palermo.reference import STANDINGS, Catalogue, Instrument
from palermo.treaties.status import Code, Spell, absent, place


@dataclass(frozen=True, slots=True)
class Cell:
    """One State under one instrument: the code, whether the data end before the day, and the spell behind it.

    `possibly` is a later spell that may already have begun, as in `Status`.
    """

    code: Code
    beyond: bool
    spell: Spell | None = None
    possibly: Spell | None = None


NO_ACT, UNKNOWN = Cell(Code.NO_ACT, beyond=False), Cell(Code.UNKNOWN, beyond=True)

# A State's days under one instrument on which its cell changes, the latest first: the day, the cell within the reach
# of the data, the cell beyond it. The last day is the first of the calendar, so that one of them always holds.
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
    return {state: _lane(own) for state, own in spells.items()}


def _lane(spells: tuple[Spell, ...]) -> Lane:
    days = {date.min, *(held.start for held in spells), *(held.earliest for held in spells)}
    lane = []
    for day in sorted(days, reverse=True):
        holds, possibly = place(spells, day)
        within, after = (holds.code if holds else absent(spells, reached) for reached in (True, False))
        lane.append((day, Cell(within, False, holds, possibly), Cell(after, True, holds, possibly)))
    return tuple(lane)


def _row(catalogue: Catalogue, instrument: Instrument, lanes: Mapping[str, Lane], on: date) -> dict[str, Cell]:
    cells, beyond = _absences(instrument, on)
    states = catalogue.states
    row = {code: cells[held.standing] for code, held in states.items()}
    for state, lane in lanes.items():
        for day, within, after in lane:
            if day <= on:
                row[state] = after if beyond[states[state].standing] else within
                break
    return row


def _absences(instrument: Instrument, on: date) -> tuple[dict[str, Cell], dict[str, bool]]:
    """By standing: the cell of a State without any act, and whether the day lies beyond the data of one with acts."""
    cells, beyond = {}, {}
    for standing in STANDINGS:
        known = instrument.known_until(standing)
        cells[standing] = NO_ACT if known and on <= known else UNKNOWN
        reach = known or instrument.as_of
        beyond[standing] = reach is None or on > reach
    return cells, beyond
