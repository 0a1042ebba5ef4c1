"""A small invented world for the reference manual: four States, four instruments, and acts written in one line.

Nothing here is a fact about a real State. Ketu, Limar, Moda and Nuria are Members of the United Nations; Osta is an
observer. The invented data reach to the end of 2030.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from palermo.reference import Act, ActKind, Catalogue, Clause, Delay, Instrument, Label, PartialDate, Reach, State
from palermo.reference import Source as Provenance
from palermo.treaties import Ledger

END = date(2030, 12, 31)
STATES = {"KET": "Ketu", "LIM": "Limar", "MOD": "Moda", "NUR": "Nuria"}


def day(text: str) -> date:
    """A day, written as in the tables."""
    return date.fromisoformat(text)


def state(code: str, name: str, standing: str = "member", group: str = "one") -> State:
    """An invented State."""
    return State(code, code[:2], "000", "R1", "R11", group, standing, {"en": name, "fr": f"{name} (fr)"})


def instrument(
    code: str = "PACT",
    *,
    adopted: str = "2000-01-01",
    in_force: str | None = "2003-01-01",
    rule: Delay | None = Delay("days", 30),  # noqa: B008 -- frozen
    notice: Delay | None = Delay("months", 12),  # noqa: B008 -- frozen
    reaches: tuple[Reach, ...] = (Reach("all", END),),
    families: tuple[str, ...] = ("core",),
) -> Instrument:
    """An invented instrument: adopted in 2000, in force from 2003; binds 30 days after deposit; a year's notice."""
    return Instrument(
        code=code,
        adopted=day(adopted),
        place="Ketu City",
        in_force=day(in_force) if in_force else None,
        depositary="UNSG",
        unts_volume="",
        unts_registration="",
        depositary_ref="",
        families=families,
        in_plan=False,
        clause=Clause(rule, threshold=2, general=rule, notice=notice),
        reservations="allowed",
        short={"en": f"The {code.title()}"},
        titles={"en": f"The {code.title()} of Ketu City"},
        reaches=reaches,
    )


def catalogue(*instruments: Instrument) -> Catalogue:
    """The invented States, with these instruments; without any, with the Pact."""
    held = instruments or (instrument(),)
    states = [state(code, name) for code, name in STATES.items()]
    states.append(state("OST", "Osta", standing="observer", group=""))
    return Catalogue(
        states={each.code: each for each in states},
        instruments={each.code: each for each in held},
        sources={"table": Provenance("table", "", "", "", END, "invented", "")},
        families={code: Label(code, {"en": code}) for each in held for code in each.families},
    )


def act(text: str, **more: object) -> Act:
    """An act from one line, `State kind date`, with `?` for an unknown date: `KET accession 2005-03`.

    Its instrument is the Pact and its source spoke at the end of 2030, unless `more` says otherwise.
    """
    who, *kind, when = text.split()
    instrument_code = str(more.pop("instrument", "PACT"))
    for key in ("effect", "date"):
        if isinstance(more.get(key), str):
            more[key] = PartialDate.parse(str(more[key]))
    if isinstance(more.get("recorded"), str):
        more["recorded"] = day(str(more["recorded"]))
    made = Act(
        id=f"{instrument_code}.{who}.{'-'.join(kind)}.{when}",
        instrument=instrument_code,
        state=who,
        kind=ActKind(" ".join(kind)),
        date=None if when == "?" else PartialDate.parse(when),
        source="table",
        recorded=END,
        # what a withdrawal or a struck entry points at is given with the other fields, before they are checked
        subject=str(more.pop("subject", "")),
        replaces=str(more.pop("replaces", "")),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def ledger(*acts: Act, of: tuple[Instrument, ...] = ()) -> Ledger:
    """A ledger of the invented world with these acts."""
    return Ledger(catalogue(*of), acts)
