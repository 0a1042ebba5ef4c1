"""What cannot be true of an act, whatever the file says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from palermo.reference import CONSENTS, Act, ActKind, Instrument


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why an act cannot be true."""

    code: str
    expected: str
    got: str
    advice: str


def family(kind: ActKind) -> str:
    """The kinds that are one fact under several names: every way to consent is `consent`."""
    return "consent" if kind in CONSENTS else kind.value


def check(act: Act, instrument: Instrument, today: date) -> Wrong | None:
    """Whether the act happened before its instrument existed or after `today`; None where it can be true."""
    if act.date is None:
        return None
    if act.date.earliest > today:
        return Wrong("future-date", f"a day up to {today}", str(act.date), "Left out: it has not happened yet.")
    if act.date.latest < instrument.adopted:
        return Wrong(
            "before-adoption",
            f"a day from {instrument.adopted}, when {instrument.code} was adopted",
            str(act.date),
            "Left out: check the date and the instrument.",
        )
    return None


def out_of_order(acts: Iterable[Act]) -> Iterator[tuple[Act, Act]]:
    """Pairs of signature and consent of one State, where the consent surely came first."""
    signed: dict[tuple[str, str], Act] = {}
    consents = []
    for act in acts:
        if act.kind is ActKind.SIGNATURE and act.date:
            signed[act.instrument, act.state] = act
        elif act.kind in CONSENTS and act.date:
            consents.append(act)
    for act in consents:
        signature = signed.get((act.instrument, act.state))
        if signature and signature.date and act.date and act.date.latest < signature.date.earliest:
            yield signature, act


def astray(acts: Iterable[Act], known: Mapping[str, Act]) -> Iterator[tuple[Act, str, str, Act]]:
    """Acts that point at an entry they cannot be about: act, column, whose entry was expected, and the entry.

    An entry is corrected or taken back by the State that made it, under the same instrument. An objection is about
    what the State `towards` which it goes has made.
    """
    for act in acts:
        for column, whose in (("replaces", act.state), ("subject", _author(act))):
            target = known.get(getattr(act, column))
            if target and (target.instrument, target.state) != (act.instrument, whose or target.state):
                yield act, column, whose or "another State", target


def _author(act: Act) -> str:
    """Whose act the subject of an act is; empty for an objection that does not say towards whom it goes."""
    return act.towards if act.kind is ActKind.OBJECTION else act.state
