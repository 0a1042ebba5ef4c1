"""What a ledger holds: the acts under a catalogue, folded into spells, and the status of one pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from palermo.reference import Act, Catalogue, Instrument
from palermo.treaties.folding import current, fold
from palermo.treaties.grid import Grid, Lane, build, lanes
from palermo.treaties.narrowing import Narrowing, narrowing
from palermo.treaties.status import Code, Spell, Status, absent, place


class Holdings:
    """Acts of States under a catalogue, with all that is derived from them once and asked for often."""

    def __init__(self, catalogue: Catalogue, acts: Iterable[Act]) -> None:
        self.catalogue = catalogue
        self.acts = tuple(acts)

    def spells(self, instrument: str, state: str) -> tuple[Spell, ...]:
        """Every spell of a State under an instrument, by their codes."""
        return self.folded.get(instrument, {}).get(state, ())

    def statuses(self, state: str, on: date, family: str | None = None) -> tuple[Status, ...]:
        """Where a State stands towards every instrument, or those of a family, in the catalogue's order."""
        code = self.catalogue.state(state).code
        held = self.catalogue.family(family) if family else self.catalogue.ordered
        return tuple(self.pair(instrument, code, on) for instrument in held)

    def standings(self, instrument: str, on: date) -> tuple[Status, ...]:
        """Where every State stands towards an instrument, in order of code."""
        held = self.catalogue.instrument(instrument)
        return tuple(self.pair(held, code, on) for code in sorted(self.catalogue.states))

    def bound(self, state: str, on: date) -> tuple[Status, ...]:
        """The instruments in force for a State on a day."""
        return tuple(held for held in self.statuses(state, on) if held.code is Code.BOUND)

    def grid(self, on: date) -> Grid:
        """Every State's code towards every instrument on a day."""
        return build(self.catalogue, self.lanes, on)

    @cached_property
    def folded(self) -> Mapping[str, Mapping[str, tuple[Spell, ...]]]:
        """The spells of every pair that has acts: by instrument, then by State."""
        instruments, known = self.catalogue.instruments, self.catalogue.states
        grouped: dict[str, dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
        for act in self.current:
            if act.instrument in instruments and act.state in known:  # `findings` names the others
                grouped[act.instrument][act.state].append(act)
        return {
            code: {state: spells for state, held in states.items() if (spells := fold(held, instruments[code]))}
            for code, states in grouped.items()
        }

    @cached_property
    def current(self) -> tuple[Act, ...]:
        """The acts without those that were replaced or struck."""
        return tuple(current(self.acts))

    @cached_property
    def begins(self) -> date | None:
        """The first day on which anything was recorded; None for an empty ledger."""
        return min((act.recorded for act in self.acts), default=None)

    @cached_property
    def lanes(self) -> Mapping[str, Mapping[str, Lane]]:
        """The cells of every pair that has acts, for the grids of all days."""
        return {code: lanes(states) for code, states in self.folded.items()}

    @cached_property
    def narrowing(self) -> Mapping[tuple[str, str], tuple[Narrowing, ...]]:
        """The reservations, declarations and objections, each until the day it fell, by instrument and State."""
        return narrowing(self.current)

    def standing(self, instrument: str, state: str, on: date) -> tuple[Act, ...]:
        """The reservations, declarations and objections of a State, by their codes, that stand on a day.

        Those made before the State last left the instrument went with it. Nothing stands before there was an
        instrument, also where nobody knows since when.
        """
        known = self.catalogue.instruments.get(instrument)
        if known is None or on < known.adopted:
            return ()
        own = self.narrowing.get((instrument, state), ())
        left = [held.start for held in self.spells(instrument, state) if held.code is Code.WITHDRAWN]
        last = max((day for day in left if day <= on), default=date.min)
        return tuple(held.act for held in own if held.stands(on) and (held.act.date is None or held.act.day >= last))

    def reach(self, instrument: Instrument, state: str, has_acts: bool) -> date | None:
        """Up to which day the data on an instrument speak of a State."""
        known = instrument.known_until(self.catalogue.states[state].standing)
        return instrument.as_of if known is None and has_acts else known

    def pair(self, instrument: Instrument, state: str, on: date) -> Status:
        """Where a State, by its code, stands towards an instrument on a day."""
        spells = self.spells(instrument.code, state)
        as_of = self.reach(instrument, state, bool(spells))
        holds, possibly = place(spells, on)
        code = holds.code if holds else absent(spells, within=as_of is not None and on <= as_of)
        return Status(state, instrument.code, on, code, as_of, holds, possibly)
