"""The catalogue: every State, instrument, source and term that the register knows, by code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from palermo.reference import tables
from palermo.reference.acts import Act
from palermo.reference.finding import Index
from palermo.reference.instruments import Instrument, Reach
from palermo.reference.sources import Source
from palermo.reference.states import Label, State

C = TypeVar("C", State, Instrument, Source, Label)


@dataclass(frozen=True)
class Catalogue:
    """Codes and what they stand for. Frozen: a changed catalogue is another catalogue."""

    states: Mapping[str, State]
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    regions: Mapping[str, Label] = field(default_factory=dict)
    groups: Mapping[str, Label] = field(default_factory=dict)
    families: Mapping[str, Label] = field(default_factory=dict)
    depositaries: Mapping[str, Label] = field(default_factory=dict)

    def state(self, text: str) -> State:
        """The State of this code or name, in any of the six languages; raise `UnknownName` with the nearest ones."""
        return self.states[self._state_index.find(text)]

    def instrument(self, text: str) -> Instrument:
        """The instrument of this code or title, in any of the six languages; raise `UnknownName` with the nearest."""
        return self.instruments[self._instrument_index.find(text)]

    def family(self, code: str) -> tuple[Instrument, ...]:
        """The instruments of a family, in order of adoption; raise `UnknownName` for a family nobody declared."""
        found = Index("family", {key: (key, *label.names.values()) for key, label in self.families.items()}).find(
            code
        )
        return tuple(instrument for instrument in self.ordered if found in instrument.families)

    def with_reaches(self, reaches: Mapping[str, tuple[Reach, ...]]) -> Catalogue:
        """The same catalogue, where the data of each instrument reach as far as `reaches` says."""
        return replace(
            self,
            instruments={
                code: replace(held, reaches=reaches.get(code, ())) for code, held in self.instruments.items()
            },
        )

    @cached_property
    def ordered(self) -> tuple[Instrument, ...]:
        """All instruments: those the Plan names first, then by day of adoption."""
        return tuple(sorted(self.instruments.values(), key=lambda held: (not held.in_plan, held.adopted, held.code)))

    @cached_property
    def _state_index(self) -> Index:
        return Index("State", {key: (key, *held.names.values(), *held.aliases) for key, held in self.states.items()})

    @cached_property
    def _instrument_index(self) -> Index:
        return Index(
            "instrument",
            {
                key: (key, *held.short.values(), *held.titles.values(), *held.aliases)
                for key, held in self.instruments.items()
            },
        )


def load(folder: Path = tables.SHIPPED) -> Catalogue:
    """Read the catalogue from the package's own tables, or from a folder laid out like them."""

    def keyed(name: str, build: Callable[[tables.Row], C]) -> dict[str, C]:
        return _once(name, tables.read(folder, name, build))

    titles, reaches = _titles(folder), _reaches(folder)
    return Catalogue(
        states=keyed("states", tables.state),
        instruments=keyed("instruments", lambda row: tables.instrument(row, titles, reaches)),
        sources=keyed("sources", tables.source),
        regions=keyed("regions", tables.label),
        groups=keyed("groups", tables.label),
        families=keyed("families", tables.label),
        depositaries=keyed("depositaries", tables.label),
    )


def acts(catalogue: Catalogue, folder: Path = tables.SHIPPED) -> Iterator[Act]:
    """Read the acts that ship with the package, in the order of the file."""
    recorded: dict[str, date] = {code: held.as_of for code, held in catalogue.sources.items()}
    return tables.read(folder, "acts", lambda row: tables.act(row, recorded))


def _once(name: str, values: Iterable[C]) -> dict[str, C]:
    held: dict[str, C] = {}
    for value in values:
        if value.code in held:
            raise tables.TableError(f"{name}.csv: expected each code once, got {value.code} twice")
        held[value.code] = value
    return held


def _titles(folder: Path) -> dict[str, dict[str, tuple[str, str]]]:
    held: dict[str, dict[str, tuple[str, str]]] = {}
    for row in tables.read(folder, "instrument_names", dict):
        held.setdefault(row["instrument"], {})[row["language"]] = (row["short"], row["title"])
    return held


def _reaches(folder: Path) -> dict[str, tuple[Reach, ...]]:
    held: dict[str, tuple[Reach, ...]] = {}
    for code, reach in tables.read(folder, "reaches", tables.reach):
        held[code] = (*held.get(code, ()), reach)
    return held
