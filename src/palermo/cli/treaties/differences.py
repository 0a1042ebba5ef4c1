"""The difference between a file and the register, in rows that a person can decide on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from palermo.cli import database
from palermo.cli.output import Answer, Column, Value
from palermo.cli.treaties.intake import Intake
from palermo.reference import Act
from palermo.sources import Problem

COLUMNS = (
    Column("what", "What"),
    Column("place", "Where"),
    Column("instrument", "Instrument"),
    Column("state", "State"),
    Column("held", "The register holds"),
    Column("file", "The file says"),
    Column("advice", "Note"),
    Column("held_act"),
    Column("file_act"),
)
# What identifies an entry and who tells it says nothing about the fact.
TOLD = frozenset({"id", "source", "recorded", "replaces"})


def answer(intake: Intake) -> Answer:
    """Problems first, then what contradicts, changes, is new and is missing."""
    counts = _counts(intake)
    verdict = "written" if intake.written else "nothing written"
    told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    return Answer(
        title=f"{intake.path.name}: {told or 'no acts'} ({verdict})",
        columns=COLUMNS,
        rows=tuple(_rows(intake)),
        about=_about(intake, counts),
        notes=_notes(intake),
    )


def in_words(act: Act) -> str:
    """An act in one line: kind, date, effect, articles, flags and note."""
    parts = [f"{act.kind.value} {act.date or 'undated'}"]
    parts += [f"in effect {act.effect}"] if act.effect else []
    parts += [f"articles {', '.join(act.articles)}"] if act.articles else []
    parts += [f"towards {act.towards}"] if act.towards else []
    parts += [", ".join(act.flags)] if act.flags else []
    parts += [act.note] if act.note else []
    return "; ".join(parts)


def _rows(intake: Intake) -> Iterator[dict[str, Value]]:
    yield from (_problem(problem) for problem in intake.reading.problems)
    difference = intake.difference
    yield from (_pair("contradicting", held, told) for held, told in difference.contradicting)
    yield from (_pair("changed", held, told, apart=True) for held, told in difference.changed)
    yield from (_pair("new", None, act) for act in difference.new)
    yield from (_pair("missing", act, None) for act in difference.missing)


def _problem(problem: Problem) -> dict[str, Value]:
    near = "; ".join(f"{name} ({code})" for code, name in problem.nearest)
    advice = f"Expected {problem.expected}. {problem.advice}" + (f" Nearest: {near}." if near else "")
    return {"what": problem.level, "place": problem.place, "file": problem.got, "advice": advice}


def _pair(what: str, held: Act | None, told: Act | None, *, apart: bool = False) -> dict[str, Value]:
    one = held or told
    assert one is not None
    old, new = _apart(held, told) if apart and held and told else (_whole(held), _whole(told))
    return {
        "what": what,
        "instrument": one.instrument,
        "state": one.state,
        "held": old,
        "file": new,
        "held_act": held.id if held else None,
        "file_act": told.id if told else None,
    }


def _whole(act: Act | None) -> str | None:
    return in_words(act) if act else None


def _apart(held: Act, told: Act) -> tuple[str, str]:
    """Only what differs, field by field: the old and the new."""
    differing = [
        field.name
        for field in fields(Act)
        if field.name not in TOLD and getattr(held, field.name) != getattr(told, field.name)
    ]
    old, new = ("; ".join(f"{name}: {_shown(getattr(act, name))}" for name in differing) for act in (held, told))
    return f"{held.kind.value} {held.date or 'undated'} ({old})", new


def _shown(value: object) -> str:
    return (", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")) or "nothing"


def _counts(intake: Intake) -> dict[str, int]:
    difference, problems = intake.difference, intake.reading.counts
    return {
        "errors": problems["error"],
        "warnings": problems["warning"],
        "contradicting": len(difference.contradicting),
        "changed": len(difference.changed),
        "new": len(difference.new),
        "missing": len(difference.missing),
        "unchanged": len(difference.unchanged),
    }


def _about(intake: Intake, counts: dict[str, int]) -> dict[str, Value]:
    return {
        **counts,
        "accepted": intake.written,
        "as_of": intake.source.as_of,
        "source": intake.source.code,
        "source_title": intake.source.description,
        "address": intake.source.address,
        "file": intake.path.name,
        "sha256": intake.sha256,
        "layout": intake.reading.layout,
        "rows_read": intake.reading.rows,
        "encoding": intake.reading.encoding,
        "reaches": [f"{instrument} {scope}" for instrument, scope in intake.reaches.items()],
        "register": database.present(),
    }


def _notes(intake: Intake) -> tuple[str, ...]:
    reading, source = intake.reading, intake.source
    read = f"Read {reading.rows} rows as layout {reading.layout!r}" + (
        f", {reading.encoding}." if reading.encoding else "."
    )
    reaching = f"Known up to {source.as_of} for: {', '.join(intake.reaches)}." if intake.reaches else ""
    missing = (
        "Missing: in the register and not in the file; nothing is done about it." if intake.difference.missing else ""
    )
    told = f"As of {source.as_of}. Source: {source.code}, {source.description}"
    told += f" ({source.address})" if source.address else ""
    return tuple(
        note
        for note in (read, reaching, missing, told, f"Data: the register's database ({database.present()}).")
        if note
    )
