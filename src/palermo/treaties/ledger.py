"""The ledger: all acts of all States, and every question that can be asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Self

from palermo.reference import SHIPPED, Act, Catalogue, acts, load
from palermo.treaties.changes import Change, changes
from palermo.treaties.coverage import Row, coverage
from palermo.treaties.holdings import Holdings
from palermo.treaties.relations import Link, Relation, network, relations
from palermo.treaties.status import PARTY, Status
from palermo.treaties.timeline import Point, timeline


class BeforeTheData(ValueError):  # noqa: N818 -- named for what is wrong
    """The day asked for lies before the first day on which the register knew anything."""


class Ledger(Holdings):
    """Acts of States under a catalogue. Immutable: new acts make another ledger.

    States and instruments may be given by code or by name in any of the six languages; an unknown one raises
    `UnknownName` with the nearest. `on` is the day asked for. `known_on`, where given, is the day of knowledge: what
    was recorded or corrected after it is left out.
    """

    def __init__(self, catalogue: Catalogue, acts: Iterable[Act]) -> None:
        super().__init__(catalogue, acts)
        self._as_known = lru_cache(maxsize=8)(self._filtered)

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """The ledger of a folder of tables; without a folder, of those that ship with the package."""
        catalogue = load(folder)
        return cls(catalogue, acts(catalogue, folder))

    shipped = load

    def as_known(self, known_on: date | None) -> Ledger:
        """The ledger as it stood on `known_on`; raise `BeforeTheData` for a day before anything was recorded."""
        return self if known_on is None else self._as_known(known_on)

    def status(self, instrument: str, state: str, on: date, known_on: date | None = None) -> Status:
        """Where a State stands towards an instrument on a day."""
        ledger = self.as_known(known_on)
        return ledger.pair(ledger.catalogue.instrument(instrument), ledger.catalogue.state(state).code, on)

    def parties(self, instrument: str, on: date, known_on: date | None = None) -> tuple[Status, ...]:
        """The parties to an instrument on a day, as the depositary counts them, in the order in which they joined."""
        found = [held for held in self.as_known(known_on).standings(instrument, on) if held.code in PARTY]
        return tuple(sorted(found, key=lambda held: (held.spell.act.day if held.spell else date.min, held.state)))

    def gaps(self, state: str, on: date, family: str = "core") -> tuple[Status, ...]:
        """The instruments of a family to which a State is not a party, or of which that is not known."""
        return tuple(held for held in self.statuses(state, on, family) if held.code not in PARTY)

    def relations(self, a: str, b: str, on: date) -> tuple[Relation, ...]:
        """The instruments that bind both States on a day, and what reservations and objections take out of them."""
        return relations(self, self.catalogue.state(a).code, self.catalogue.state(b).code, on)

    def network(self, on: date) -> Mapping[tuple[str, str], Link]:
        """For every two States, in order of code, the instruments in force between them on a day."""
        return network(self, on)

    def coverage(self, instrument: str, on: date, by: str = "region") -> tuple[Row, ...]:
        """How many States of each `region`, `subregion` or `group` are party to an instrument, and which are not."""
        return coverage(self, self.catalogue.instrument(instrument).code, on, by)

    def timeline(self, instrument: str) -> tuple[Point, ...]:
        """How the number of parties to an instrument grew and fell, a point for each day on which it changed."""
        return timeline(self, self.catalogue.instrument(instrument).code)

    def changes(self, since: date, until: date) -> tuple[Change, ...]:
        """What happened between two days, both included: acts, and entries into force and ends for one State."""
        return changes(self, since, until)

    def _filtered(self, known_on: date) -> Ledger:
        if self.begins is None or known_on < self.begins:
            raise BeforeTheData(
                f"expected a day of knowledge from {self.begins or 'the first import'} on, got {known_on}: "
                "the register knew nothing before; leave it out to use all that is known now"
            )
        known = {
            code: tuple(reach for reach in instrument.reaches if reach.as_of <= known_on)
            for code, instrument in self.catalogue.instruments.items()
        }
        visible = [act for act in self.acts if act.recorded <= known_on]
        return Ledger(self.catalogue.with_reaches(known), visible)
