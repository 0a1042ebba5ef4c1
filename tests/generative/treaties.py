"""Strategies: acts as real tables hold them, and acts as nobody should ever enter them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from palermo.reference import CONSENTS, Act, ActKind, Delay, Instrument, PartialDate, Reach
from palermo.treaties import Ledger
from tests.spec.invented import END, STATES, catalogue, instrument

FIRST, LAST = date(2000, 1, 1), date(2005, 12, 31)

days = st.dates(FIRST, LAST)
rules = st.sampled_from(
    [Delay("same_day"), Delay("days", 30), Delay("days", 90), Delay("months", 3), Delay("months", 12),
     Delay("month_start_after_months", 3), Delay("month_start_after_days", 60)]
)  # fmt: skip
consenting = st.sampled_from(sorted(CONSENTS - {ActKind.SUCCESSION}))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day, most often; else a month or a year."""
    text = draw(days).isoformat()
    return PartialDate.parse(text[: draw(st.sampled_from([10, 10, 10, 7, 4]))])


@st.composite
def instruments(draw: st.DrawFn, code: str = "PACT") -> Instrument:
    """An instrument adopted in 2000, in force or not, with a rule, a notice and reaches or without."""
    reach = st.builds(Reach, st.sampled_from(["all", "members", "listed"]), st.dates(FIRST, END))
    return instrument(
        code,
        in_force=draw(st.none() | days.map(date.isoformat)),
        rule=draw(st.none() | rules),
        notice=draw(st.none() | rules),
        reaches=tuple(draw(st.lists(reach, max_size=2))),
    )


@st.composite
def precise(draw: st.DrawFn, state: str = "KET") -> list[Act]:
    """Signatures, consents and denunciations of one State, each known to its day, in any order that chance gives."""
    kinds = st.sampled_from([ActKind.SIGNATURE, ActKind.DENUNCIATION, ActKind.DENUNCIATION]) | consenting
    found = []
    for number, kind in enumerate(draw(st.lists(kinds, max_size=6))):
        when = draw(days)
        later = draw(st.none() | st.integers(0, 900))
        effect = None if later is None else PartialDate.day(when + timedelta(days=later))
        found.append(Act(f"a{number}", "PACT", state, kind, PartialDate.day(when), "table", END, effect))
    return found


@st.composite
def anything(draw: st.DrawFn, codes: tuple[str, ...] = ("PACT", "CODE")) -> list[Act]:
    """Acts of every kind by everybody, open dates, corrections of corrections, withdrawals of what never was."""
    size = draw(st.integers(0, 12))
    names = [f"a{number}" for number in range(size)]
    pointed = st.sampled_from(["", *names, "gone"])
    found = []
    for name in names:
        state, towards = draw(st.sampled_from([*STATES, "XYZ"])), draw(st.sampled_from(["", *STATES]))
        kind = draw(st.sampled_from(sorted(ActKind)))
        found.append(
            Act(
                id=name,
                instrument=draw(st.sampled_from([*codes, *codes, "GONE"])),
                state=state,
                kind=kind,
                date=draw(st.none() | partial_dates()),
                source="table",
                recorded=draw(st.dates(LAST, END)),
                effect=draw(st.none() | partial_dates()),
                articles=tuple(draw(st.lists(st.sampled_from(["1", "2", "15", "VI", ""]), max_size=2))),
                towards="" if towards == state else towards,
                precludes=draw(st.booleans()),
                subject=draw(pointed) or ("gone" if kind is ActKind.WITHDRAWAL else ""),
                replaces=draw(pointed if kind is ActKind.STRUCK else st.just("") | pointed) or
                ("gone" if kind is ActKind.STRUCK else ""),
                flags=draw(st.sampled_from([(), (), (), ("not-counted",), ("verify", "unverified")])),
            )
        )  # fmt: skip
    return found


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger of anything, under two instruments."""
    return Ledger(catalogue(draw(instruments("PACT")), draw(instruments("CODE"))), draw(anything()))
