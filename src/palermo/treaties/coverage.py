"""How far an instrument has come in each region or regional group, and which States are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from palermo.reference import State
from palermo.treaties.holdings import Holdings
from palermo.treaties.status import PARTY, Code, Status

BY = ("region", "subregion", "group")


@dataclass(frozen=True, slots=True)
class Row:
    """One region or group: how many States it has, how many stand where, and who is not a party.

    `label` is the M49 code or the group's code, empty for States that belong to none. Only Members of the United
    Nations and observers are counted; `counts` has every `Code`. `left` are those with no consent in force or given,
    whether that is known or not.
    """

    label: str
    total: int
    counts: Counter[Code]
    left: tuple[Status, ...]

    @property
    def parties(self) -> int:
        """How many are parties, as the depositary counts."""
        return sum(self.counts[code] for code in PARTY)

    @property
    def unknown(self) -> int:
        """Of how many the data do not say."""
        return self.counts[Code.UNKNOWN]


def coverage(ledger: Holdings, instrument: str, on: date, by: str) -> tuple[Row, ...]:
    """The rows of an instrument on a day, in order of label, the States of none last.

    `by` is one of `region`, `subregion`, `group`.
    """
    if by not in BY:
        raise ValueError(f"expected by to be one of {', '.join(BY)}, got {by!r}")
    grouped: dict[str, list[Status]] = {}
    for held in ledger.standings(instrument, on):
        state = ledger.catalogue.states[held.state]
        if state.standing != "other":
            grouped.setdefault(_label(state, by), []).append(held)
    return tuple(_row(label, statuses) for label, statuses in sorted(grouped.items(), key=_last_if_none))


def _last_if_none(held: tuple[str, list[Status]]) -> tuple[bool, str]:
    return not held[0], held[0]


def _label(state: State, by: str) -> str:
    return {"region": state.region, "subregion": state.subregion, "group": state.group}[by]


def _row(label: str, statuses: list[Status]) -> Row:
    counts = Counter(dict.fromkeys(Code, 0))
    counts.update(held.code for held in statuses)
    return Row(label, len(statuses), counts, tuple(held for held in statuses if held.code not in PARTY))
