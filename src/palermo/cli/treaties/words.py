"""Statuses in words, as rows of an answer, with the day up to which they are known and the source of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from palermo.cli.output import Column, Value
from palermo.cli.register import Register
from palermo.reference import Act
from palermo.treaties import Code, Status

STATUS = {
    Code.BOUND: "in force",
    Code.CONSENTED: "party, not yet in force",
    Code.SIGNATORY: "signed only",
    Code.WITHDRAWN: "withdrawn",
    Code.NO_ACT: "no act recorded",
    Code.UNKNOWN: "not known",
}
FLAG = {
    "verify": "the source contradicts itself",
    "unverified": "from general knowledge, unverified",
    "not-counted": "listed by the source, not counted",
}
STATE = (Column("state", "State"), Column("state_name", "Name"))
INSTRUMENT = (Column("instrument", "Instrument"), Column("instrument_name", "Name"))
STANDING = (
    Column("status", ""),
    Column("status_words", "Status"),
    Column("since", "Since"),
    Column("act", "By"),
    Column("act_date", "Of"),
    Column("as_of", "As of"),
    Column("known", ""),
    Column("source", ""),
    Column("caution", "Note"),
)
SOURCES_SHOWN = 3


def row(register: Register, held: Status) -> dict[str, Value]:
    """One status as a row of any answer on statuses."""
    catalogue = register.ledger.catalogue
    return {
        "state": held.state,
        "state_name": catalogue.states[held.state].name(),
        "instrument": held.instrument,
        "instrument_name": catalogue.instruments[held.instrument].name(),
        "on": held.on,
        "status": held.code.value,
        "status_words": STATUS[held.code],
        "since": held.since,
        "act": held.act.kind.value if held.act else None,
        "act_date": str(held.act.date or "") if held.act else None,
        "as_of": held.as_of,
        "known": not held.beyond,
        "source": held.act.source if held.act else None,
        "caution": caution(held),
    }


def caution(held: Status) -> str:
    """What to know before relying on a status; empty where there is nothing."""
    parts = []
    if held.possibly is not None:
        parts.append(f"may already be: {STATUS[held.possibly.code]}, at the latest from {held.possibly.start}")
    if held.spell is not None and held.spell.basis == "assumed" and held.code is Code.BOUND:
        parts.append("the source gives no day of entry into force")
    elif held.spell is not None and held.spell.earliest < held.spell.start:
        parts.append(_at_the_latest(held.spell.act))
    if held.act is not None:
        parts += [FLAG[flag] for flag in held.act.flags]
    return "; ".join(parts)


def _at_the_latest(act: Act) -> str:
    when = act.effect or act.date
    return f"at the latest; the source says {when} only" if when else "at the latest; the source gives no day"


def about(register: Register, on: date, known_on: date | None, statuses: Iterable[Status]) -> dict[str, Value]:
    """What JSON says of an answer: the day asked for, the days to which it is known, sources and register."""
    held = tuple(statuses)
    reached = sorted({status.as_of for status in held if status.as_of})
    return {
        "on": on,
        "known_on": known_on,
        "as_of_from": reached[0] if reached else None,
        "as_of_to": reached[-1] if reached else None,
        "register": register.origin,
        "sources": sorted({status.act.source for status in held if status.act}),
        "caution": "Where the data do not reach, a status is not known. This does not mean that a State is no party.",
    }


def notes(register: Register, on: date, statuses: Iterable[Status], acts: Iterable[Act] = ()) -> tuple[str, ...]:
    """The last lines of a table: as of when, which sources, which register."""
    held = tuple(statuses)
    told = [act.source for act in (*(status.act for status in held if status.act), *acts)]
    return (_reach(on, held), *_sources(register, told), f"Data: {register.origin}.")


def _reach(on: date, held: tuple[Status, ...]) -> str:
    days = sorted({status.as_of for status in held if status.as_of})
    silent = sum(status.as_of is None for status in held)
    span = f"{days[0]}" if len(days) == 1 else f"{days[0]} to {days[-1]}" if days else "no day"
    line = f"On {on}. As of {span}"
    if any(status.beyond for status in held):
        line += "; what happened after that is not known, and is no sign that a State is not a party"
    return line + (f". Nothing is known of {silent}." if silent and days else ".")


def _sources(register: Register, codes: Iterable[str]) -> list[str]:
    counted = Counter(codes).most_common()
    lines = [f"Source: {_source(register, code)}" for code, _ in counted[:SOURCES_SHOWN]]
    left = len(counted) - SOURCES_SHOWN
    return [*lines, f"and {left} more sources; --format json lists them."] if left > 0 else lines


def _source(register: Register, code: str) -> str:
    held = register.ledger.catalogue.sources.get(code)
    if held is None:
        return code
    return f"{code}, {held.description}" + (f" ({held.address})" if held.address else "")
