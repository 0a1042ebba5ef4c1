"""What a layout is: a name, a way to recognise it in a table, and a way to take acts from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from palermo.sources.intake import Intake
from palermo.sources.mapping import Mapped
from palermo.sources.tables import Header, Line, Table


@dataclass(frozen=True, slots=True)
class Asked:
    """What the operator says about the file: the instrument it is on, and which column is which."""

    instrument: str = ""
    mapping: Mapped | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table that a layout can read, how sure it is (0 to 1), and where the names of its columns are."""

    score: float
    header: Header


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which a file may be laid out.

    `recognise` gives None for a table that it cannot read; `rows` gives what takes in one row below the header,
    raising `Unusable` for a row that gives no act.
    """

    name: str
    what: str
    recognise: Callable[[Table, Asked], Recognised | None]
    rows: Callable[[Intake, Header, Asked], Callable[[Line], None]]
