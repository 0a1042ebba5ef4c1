"""Collects the acts of one file and everything that is wrong with them, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from palermo.reference import CONSENTS, Act, ActKind, Catalogue, PartialDate, Source, UnknownName, identify
from palermo.reference import RESERVING as REPEATABLE
from palermo.sources import checks, dates
from palermo.sources.facts import facts
from palermo.sources.names import Participant, participant
from palermo.sources.problems import ERROR, NOTE, WARNING, Limits, Problem, SourceError, shown
from palermo.sources.tables import Table

LONGEST_NAME = 120
FIVE_FIGURES = re.compile(r"[0-9]{5}")
FORMULA = ("=", "+", "-", "@")


class Unusable(Exception):  # noqa: N818 -- ends one row, never leaves this room
    """The row gives no act; its problem is already noted."""


@dataclass
class Intake:
    """The acts and problems of one table while it is read. Nothing can have happened after `today`."""

    catalogue: Catalogue
    source: Source
    today: date
    limits: Limits
    table: Table
    acts: dict[str, Act] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    _unknown: dict[str, UnknownName] = field(default_factory=dict)
    _first: dict[tuple[str, str, str], int] = field(default_factory=dict)
    _told: set[tuple[object, str]] = field(default_factory=set)

    def note(
        self, code: str, level: str, row: int, column: str, expected: str, got: str, advice: str,
        nearest: tuple[tuple[str, str], ...] = (),
    ) -> None:  # fmt: skip
        """Record a problem of this row."""
        self.problems.append(Problem(code, level, expected, got, advice, row, column, self.table.sheet, nearest))

    def refuse(self, code: str, row: int, column: str, expected: str, got: str, advice: str) -> Unusable:
        """Record why this row gives no act, for the caller to raise."""
        self.note(code, ERROR, row, column, expected, got, advice)
        return Unusable()

    def text(self, text: str, row: int, column: str) -> str:
        """A cell as text, stripped; refuse what a spreadsheet would run as a formula."""
        cleaned = text.strip()
        if len(cleaned) > 1 and cleaned.startswith(FORMULA):
            raise self.refuse(
                "formula", row, column, "text", shown(cleaned),
                "A formula is never run; replace it by its value, or put an apostrophe before it.",
            )  # fmt: skip
        return "" if cleaned in ("-", "–", "—") else cleaned

    def state(self, text: str, row: int, column: str) -> str:
        """The code of the State in a cell; territories, former States and unknown names end the row."""
        held = participant(self.text(text, row, column))
        if not held.name:
            raise self.refuse("no-state", row, column, "the name of a State", "nothing", "Name the State.")
        if len(held.name) > LONGEST_NAME:
            raise self.refuse("unknown-state", row, column, "the name of a State", shown(held.name), "Shorten it.")
        return self._known(held.name, row, column)

    def _known(self, name: str, row: int, column: str) -> str:
        if name in self._unknown:
            self._left_out(name, self._unknown[name], row, column)
            raise Unusable
        try:
            return self.catalogue.state(name).code
        except UnknownName as error:
            self._left_out(name, error, row, column)
            raise Unusable from error

    def _left_out(self, name: str, error: UnknownName, row: int, column: str) -> None:
        kind = Participant(name).kind
        if kind == "territory":
            self.note("territory", WARNING, row, column, "a State", shown(name), "Left out: a territory is no party.")
            return
        if kind == "former":
            self.note(
                "former-state", WARNING, row, column, "a State of today", shown(name),
                "Left out: enter by hand what its successors took over.",
            )  # fmt: skip
            return
        self._unknown.setdefault(name, error)
        if len(self._unknown) > self.limits.unknown:
            raise SourceError(
                "names",
                f"more than {self.limits.unknown} names in column {column!r} are no States, the last in row {row}: "
                f"{shown(name)}. Check that this column holds the States.",
            )
        self.note(
            "unknown-state", ERROR, row, column, "a State by code or name", shown(name),
            "Write it as one of the nearest, or ask for the name to be added.", error.nearest,
        )  # fmt: skip

    def instrument(self, text: str, row: int, column: str) -> str:
        """The code of the instrument in a cell; an unknown one ends the row."""
        try:
            return self.catalogue.instrument(self.text(text, row, column)[:300]).code
        except UnknownName as error:
            self.note(
                "unknown-instrument", ERROR, row, column, "an instrument by code or title", shown(text),
                "Write it as one of the nearest.", error.nearest,
            )  # fmt: skip
            raise Unusable from error

    def date(self, text: str, row: int, column: str, date_format: str = "") -> PartialDate | None:
        """The date in a cell, None where it is blank; one that cannot be read with certainty ends the row."""
        cleaned = self.text(text, row, column)
        if not cleaned:
            return None
        try:
            if self.table.epoch and FIVE_FIGURES.fullmatch(cleaned):
                return self._serial(int(cleaned), row, column)
            return dates.read(cleaned, date_format)
        except dates.UnreadableDate as error:
            raise self.refuse(error.code, row, column, "a date", shown(cleaned), str(error)) from error

    def _serial(self, number: int, row: int, column: str) -> PartialDate:
        assert self.table.epoch is not None
        day = dates.serial(number, self.table.epoch.date())
        self.note(
            "serial-date", WARNING, row, column, "a cell formatted as a date", str(number),
            f"Read as {day}, the day this number stands for in the workbook; check one of them.",
        )  # fmt: skip
        return day

    def act(
        self, row: int, column: str, *, instrument: str, state: str, kind: ActKind, date: PartialDate | None = None,
        effect: PartialDate | None = None, note: str = "", articles: tuple[str, ...] = (),
        flags: tuple[str, ...] = (), source: Source | None = None,
    ) -> Act | None:  # fmt: skip
        """Take in one act under the identifier its facts give it; None where it is refused or a repetition."""
        told = source or self.source
        made = Act(
            identify(instrument, state, kind.value, str(date or effect or "")), instrument, state, kind, date,
            told.code, told.as_of, effect, articles=articles, flags=flags, note=note,
        )  # fmt: skip
        return self.take(made, row, column)

    def take(self, act: Act, row: int, column: str, *, named: bool = False) -> Act | None:
        """Take in an act; `named` where the file itself gives the identifier. None where it is refused."""
        known = self.acts.get(act.id)
        fact = (facts(act), act.id if named else "")
        if fact in self._told:
            self.note("duplicate", WARNING, row, column, "each act once", act.id, "Left out: an earlier row has it.")
            return None
        wrong = checks.check(act, self.catalogue.instruments[act.instrument], self.today)
        if wrong:
            self.note(wrong.code, ERROR, row, column, wrong.expected, wrong.got, wrong.advice)
            return None
        if not named and self._contradicted(act, row, column):
            return None
        if known is not None and named:
            self.note(
                "duplicate-identifier", ERROR, row, column, "each identifier once", act.id,
                f"Row {self.rows[act.id]} has it with other facts; keep the right one.",
            )  # fmt: skip
            return None
        return self._keep(act if known is None else replace(act, id=self._free(act.id)), row, fact)

    def _keep(self, act: Act, row: int, fact: tuple[object, str]) -> Act:
        self.acts[act.id], self.rows[act.id] = act, row
        self._told.add(fact)
        return act

    def _free(self, identifier: str) -> str:
        number = 2
        while f"{identifier}.{number}" in self.acts:
            number += 1
        return f"{identifier}.{number}"

    def _refuse_astray(self, held: Iterable[Act]) -> None:
        known = {**{act.id: act for act in held}, **self.acts}
        for act, column, whose, target in tuple(checks.astray(self.acts.values(), known)):
            self.note(
                "reference-astray", ERROR, self.rows[act.id], column,
                f"an entry of {whose} under {act.instrument}",
                f"{target.id}, of {target.state} under {target.instrument}",
                "Left out: name the entry that is meant.",
            )  # fmt: skip
            self.acts.pop(act.id, None)

    def _contradicted(self, act: Act, row: int, column: str) -> bool:
        """A status table names each State once: a second, different entry cannot be right as well."""
        if act.kind in REPEATABLE:
            return False
        key = (act.instrument, act.state, checks.family(act.kind))
        first = self._first.setdefault(key, row)
        if first == row:
            return False
        self.note(
            "contradiction", ERROR, row, column, f"one {checks.family(act.kind)} for each State",
            f"{act.kind.value} {act.date or 'undated'} of {act.state}", f"Row {first} says otherwise; keep one.",
        )  # fmt: skip
        return True

    def finish(self, held: Iterable[Act] = ()) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts in order of identifier, and the problems in order of row, with what only the whole shows.

        `held` are the acts of the register, at which those of the file may point.
        """
        self._refuse_astray(held)
        for earlier, later in checks.out_of_order(self.acts.values()):
            self.note(
                "consent-before-signature", WARNING, self.rows[later.id], "", f"a day after {earlier.date}",
                f"{later.kind.value} {later.date} of {later.state}", "Kept; check both dates at the depositary.",
            )  # fmt: skip
        for act in self.acts.values():
            if act.kind in CONSENTS and act.date and act.date.earliest > self.source.as_of:
                self.note(
                    "after-source", WARNING, self.rows[act.id], "",
                    f"a day up to {self.source.as_of}, to which the source speaks", str(act.date),
                    "Kept; check the as-of date that you gave.",
                )  # fmt: skip
        if self.table.encoding.startswith("windows"):
            self.note("encoding", NOTE, 0, "", "UTF-8", self.table.encoding, "Read so; check the accented names.")
        ordered = sorted(self.problems, key=lambda held: (held.row, held.column, held.code))
        return tuple(self.acts[key] for key in sorted(self.acts)), tuple(ordered)
