"""Questions: status, gaps, parties, relations. They read and never write."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from palermo.cli import days, register
from palermo.cli.errors import Exit, Stop
from palermo.cli.output import Answer, Column, Format, Value, show
from palermo.cli.register import Register
from palermo.cli.treaties import words
from palermo.reference import Act
from palermo.treaties import Relation

Instrument = Annotated[str, typer.Argument(help="Code or title, in any of the six languages.", show_default=False)]
State = Annotated[str, typer.Argument(help="Code or name, in any of the six languages.", show_default=False)]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day asked for; today if left out.")]
KnownOn = Annotated[
    str | None, typer.Option("--known-on", metavar="DATE", help="Leave out what was recorded after this day.")
]
Shape = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
FromDatabase = Annotated[
    bool | None,
    typer.Option(
        "--database/--shipped",
        help="Read the service's database or the shipped tables; by default the database if there is one.",
        show_default=False,
    ),
]

RELATION = (
    *words.INSTRUMENT,
    Column("in_force", "In force"),
    Column("since", "Since"),
    Column("as_of", "As of"),
    Column("taken_out", "Articles taken out"),
    Column("to_read", "Acts to read"),
    Column("reservations", ""),
    Column("precluded_by", ""),
    Column("sources", ""),
)


def status(
    instrument: Instrument,
    state: State,
    on: On = None,
    known_on: KnownOn = None,
    form: Shape = Format.TABLE,
    from_database: FromDatabase = None,
) -> None:
    """Where a State stands towards an instrument on a day."""
    day, known = _days(on, known_on)
    held = register.read(from_database)
    found = held.ledger.status(instrument, state, day, known)
    answer = Answer(
        title=f"{_named(held, instrument=found.instrument)} and {_named(held, state=found.state)}",
        columns=(*words.STATE, *words.INSTRUMENT[:1], Column("on"), *words.STANDING),
        rows=(words.row(held, found),),
        about=words.about(held, day, known, [found]),
        notes=words.notes(held, day, [found]),
    )
    show(answer, form)


def gaps(
    state: State,
    family: Annotated[str, typer.Option(help="The family of instruments: a code or name.")] = "core",
    on: On = None,
    form: Shape = Format.TABLE,
    from_database: FromDatabase = None,
) -> None:
    """The instruments of a family to which a State is not a party, or of which that is not known."""
    day = days.day(on, "--on", present=days.today())
    held = register.read(from_database)
    found = held.ledger.gaps(state, day, family)
    code = held.ledger.catalogue.state(state).code
    whole = held.ledger.statuses(code, day, family)
    answer = Answer(
        title=f"{_named(held, state=code)}: no consent known to {len(found)} of {len(whole)} instruments ({family})",
        columns=(Column("state"), *words.INSTRUMENT, Column("on"), *words.STANDING),
        rows=tuple(words.row(held, each) for each in found),
        about={**words.about(held, day, None, whole), "state": code, "family": family, "instruments": len(whole)},
        notes=words.notes(held, day, found or whole),
    )
    show(answer, form)


def parties(
    instrument: Instrument,
    on: On = None,
    known_on: KnownOn = None,
    form: Shape = Format.TABLE,
    from_database: FromDatabase = None,
) -> None:
    """The parties to an instrument on a day, as the depositary counts them, in the order in which they joined."""
    day, known = _days(on, known_on)
    held = register.read(from_database)
    found = held.ledger.parties(instrument, day, known)
    code = held.ledger.catalogue.instrument(instrument).code
    whole = held.ledger.as_known(known).standings(code, day)
    answer = Answer(
        title=f"{_named(held, instrument=code)}: {len(found)} parties",
        columns=(*words.STATE, Column("instrument"), Column("on"), *words.STANDING),
        rows=tuple(words.row(held, each) for each in found),
        about={**words.about(held, day, known, found or whole), "instrument": code, "parties": len(found)},
        notes=words.notes(held, day, found or whole),
    )
    show(answer, form)


def relations(
    a: State, b: State, on: On = None, form: Shape = Format.TABLE, from_database: FromDatabase = None
) -> None:
    """The instruments that bind two States to one another, and what reservations and objections take out of them."""
    day = days.day(on, "--on", present=days.today())
    held = register.read(from_database)
    first, second = sorted(held.ledger.catalogue.state(name).code for name in (a, b))
    if first == second:
        raise Stop(Exit.BAD_INPUT, f"expected two different States, got {first} twice; name another State.")
    found = held.ledger.relations(first, second, day)
    statuses = [each for relation in found for each in relation.statuses]
    everything = [each for code in (first, second) for each in held.ledger.statuses(code, day)]
    answer = Answer(
        title=f"{_named(held, state=first)} and {_named(held, state=second)}: {_counted(found)}",
        columns=(Column("state_a"), Column("state_b"), Column("on"), *RELATION),
        rows=tuple(_relation(held, relation, {"state_a": first, "state_b": second, "on": day}) for relation in found),
        about=words.about(held, day, None, statuses or everything),
        notes=(*words.notes(held, day, statuses or everything, _acts(found)), *_reading(found)),
    )
    show(answer, form)


def register_on(app: typer.Typer) -> None:
    """Give the commands their names."""
    for command in (status, gaps, parties, relations):
        app.command()(command)


def _days(on: str | None, known_on: str | None) -> tuple[date, date | None]:
    """The day asked for, and the day up to which entries count, if one is given."""
    present = days.today()
    known = days.day(known_on, "--known-on", present=present) if known_on else None
    return days.day(on, "--on", present=present), known


def _named(held: Register, *, instrument: str = "", state: str = "") -> str:
    catalogue = held.ledger.catalogue
    if instrument:
        return f"{catalogue.instruments[instrument].name()} ({instrument})"
    return f"{catalogue.states[state].name()} ({state})"


def _counted(found: tuple[Relation, ...]) -> str:
    between = sum(relation.in_force for relation in found)
    return f"{between} instrument{'' if between == 1 else 's'} in force between them"


def _relation(held: Register, relation: Relation, both: dict[str, Value]) -> dict[str, Value]:
    return {
        **both,
        "instrument": relation.instrument,
        "instrument_name": held.ledger.catalogue.instruments[relation.instrument].name(),
        "in_force": relation.in_force,
        "since": relation.since,
        "as_of": relation.as_of,
        "taken_out": relation.taken_out,
        "to_read": [f"{act.kind.value} of {act.state}" for act in relation.to_read],
        "reservations": [act.id for act in relation.reservations],
        "precluded_by": relation.precluded_by.id if relation.precluded_by else None,
        "sources": sorted({status.act.source for status in relation.statuses if status.act}),
    }


def _acts(found: tuple[Relation, ...]) -> list[Act]:
    return [act for relation in found for act in (*relation.reservations, *relation.to_read)]


def _reading(found: tuple[Relation, ...]) -> tuple[str, ...]:
    if not any(relation.to_read for relation in found):
        return ()
    return ("Acts to read may narrow a relation: the source gives their existence, not their effect.",)
