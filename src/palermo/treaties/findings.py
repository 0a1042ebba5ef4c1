"""What does not fit together in the acts: shown to readers and moderators, never mended in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from palermo.reference import CONSENTS, RESERVING, Act, ActKind, Instrument
from palermo.treaties.entry_into_force import of_consent
from palermo.treaties.holdings import Holdings
from palermo.treaties.status import PARTY

# A protocol that only a party to its parent may join (UNTOC art. 37; TIP art. 1).
PARENTS = {"TIP": "UNTOC", "SOM": "UNTOC", "FIREARMS": "UNTOC"}

# What can be taken back: what narrows the bond, and a denunciation until it takes effect.
WITHDRAWABLE = RESERVING | {ActKind.DENUNCIATION}


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction. `code` names the rule that was broken, `act` the act that broke it, `expected` what the rule
    would give.
    """

    code: str
    act: Act
    expected: str


def findings(ledger: Holdings) -> tuple[Finding, ...]:
    """Every contradiction in the ledger, in order of act and code."""
    found: list[Finding] = []
    for act in ledger.current:
        instrument = ledger.catalogue.instruments.get(act.instrument)
        if instrument is None:
            found.append(Finding("unknown-instrument", act, ""))
        elif act.state not in ledger.catalogue.states:
            found.append(Finding("unknown-state", act, ""))
        else:
            found.extend(_of_act(act, instrument))
    found.extend(_of_references(ledger))
    found.extend(_of_order(ledger))
    found.extend(_of_parents(ledger))
    return tuple(sorted(found, key=lambda held: (held.act.id, held.code)))


def _of_act(act: Act, instrument: Instrument) -> Iterator[Finding]:
    if act.date is not None and act.day < instrument.adopted:
        yield Finding("before-adoption", act, instrument.adopted.isoformat())
    if act.kind not in CONSENTS or act.effect is None:
        return
    if instrument.in_force and act.effect.latest < instrument.in_force:
        yield Finding("effect-before-entry-into-force", act, instrument.in_force.isoformat())
    if act.date is None or act.kind is ActKind.SUCCESSION:
        return
    if act.effect.latest < act.date.earliest:
        yield Finding("effect-before-consent", act, str(act.date))
    ruled = of_consent(replace(act, effect=None), instrument)
    if (
        ruled
        and ruled.basis == "rule"
        and not (ruled.when.earliest <= act.effect.latest and act.effect.earliest <= ruled.when.latest)
    ):
        yield Finding("effect-departs-from-rule", act, str(ruled.when))


def _of_order(ledger: Holdings) -> Iterator[Finding]:
    dated = sorted((act for act in ledger.current if act.date), key=lambda act: (act.earliest, act.id), reverse=True)
    signed = {(act.instrument, act.state): act for act in dated if act.kind is ActKind.SIGNATURE}
    late = CONSENTS - {ActKind.SUCCESSION, ActKind.DEFINITIVE_SIGNATURE}
    for act in ledger.current:
        signature = signed.get((act.instrument, act.state))
        if signature and act.date and act.kind in late and act.day < signature.earliest:
            yield Finding("consent-before-signature", act, str(signature.date))


def _of_references(ledger: Holdings) -> Iterator[Finding]:
    known = {act.id: act for act in ledger.acts}
    for act in ledger.current:
        if act.replaces and act.replaces not in known:
            yield Finding("replaces-nothing", act, act.replaces)
        taken = known.get(act.subject)
        if act.kind is ActKind.WITHDRAWAL and (taken is None or taken.kind not in WITHDRAWABLE):
            yield Finding("withdraws-nothing", act, act.subject)
        spells = ledger.spells(act.instrument, act.state)
        if act.kind is ActKind.DENUNCIATION and spells and spells[0].act is act:
            yield Finding("denunciation-without-consent", act, "")


def _of_parents(ledger: Holdings) -> Iterator[Finding]:
    for protocol, parent in PARENTS.items():
        for state, spells in ledger.folded.get(protocol, {}).items():
            last = spells[-1]
            above = ledger.spells(parent, state)
            if last.code in PARTY and not (above and above[-1].code in PARTY):
                yield Finding("party-without-parent", last.act, parent)
