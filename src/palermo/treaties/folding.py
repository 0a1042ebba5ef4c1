"""Folds the acts of one State towards one instrument into spells. Status is this, and is stored nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from palermo.reference import CONSENTS, Act, ActKind, Instrument
from palermo.treaties.entry_into_force import ASSUMED, PRINTED, of_consent, of_denunciation
from palermo.treaties.status import Code, Spell


def current(acts: Iterable[Act], known_on: date | None = None) -> list[Act]:
    """The acts as the register knew them on `known_on`: without what had been replaced or struck by then."""
    known = [act for act in acts if known_on is None or act.recorded <= known_on]
    replaced = {act.replaces for act in known if act.replaces}
    return [act for act in known if act.id not in replaced and act.kind is not ActKind.STRUCK]


def fold(acts: Iterable[Act], instrument: Instrument) -> tuple[Spell, ...]:
    """The spells that these acts of one State amount to, in order of time; the order of `acts` does not matter."""
    counted = sorted((act for act in acts if act.counted), key=lambda act: (act.day, act.earliest, act.id))
    signatures = [act for act in counted if act.kind is ActKind.SIGNATURE]
    spells = [_spell(Code.SIGNATORY, act) for act in signatures[:1]]
    joined: Act | None = None
    for act, certain in _moves(counted, instrument):
        if act.kind in CONSENTS and joined is None:
            joined = act
            spells.extend(_membership(act, certain, instrument))
        elif act.kind is ActKind.DENUNCIATION and joined is not None:
            joined = None
            spells.append(_withdrawal(act, instrument))
    return _increasing(spells)


def _moves(acts: list[Act], instrument: Instrument) -> Iterator[tuple[Act, date]]:
    """Consents and denunciations in the order in which they took place, with the day by which each is certain.

    A denunciation proves a consent before it, so that a consent whose date is open is then certain by that day.
    """
    consents = [act for act in acts if act.kind in CONSENTS]
    leaving = sorted(
        ((of_denunciation(act, instrument).when.latest, act) for act in acts if act.kind is ActKind.DENUNCIATION),
        key=lambda pair: (pair[0], pair[1].id),
    )
    inside = False
    while consents or leaving:
        if leaving and (not consents or _leaves_first(leaving[0][0], consents[0], inside)):
            yield leaving[0][1], leaving[0][0]
            leaving, inside = leaving[1:], False
        else:
            proof = leaving[0][0] if leaving else date.max
            yield consents[0], min(consents[0].day, proof)
            consents, inside = consents[1:], True


def _leaves_first(left: date, consent: Act, inside: bool) -> bool:
    if inside:
        return left <= consent.day
    return left < consent.earliest


def _spell(code: Code, act: Act, certain: date | None = None) -> Spell:
    start = act.day if certain is None else min(certain, act.day)
    return Spell(code, start, min(act.earliest, start), act, PRINTED if act.date else ASSUMED)


def _membership(act: Act, certain: date, instrument: Instrument) -> Iterator[Spell]:
    yield _spell(Code.CONSENTED, act, certain)
    effect = of_consent(act, instrument)
    if effect is not None:
        # A proof by denunciation reaches the effect too: nobody leaves what never bound it.
        start = min(effect.when.latest, certain) if certain < act.day else effect.when.latest
        yield Spell(Code.BOUND, start, min(effect.when.earliest, start), act, effect.basis)


def _withdrawal(act: Act, instrument: Instrument) -> Spell:
    effect = of_denunciation(act, instrument)
    return Spell(Code.WITHDRAWN, effect.when.latest, effect.when.earliest, act, effect.basis)


def _increasing(spells: list[Spell]) -> tuple[Spell, ...]:
    """Drop each spell that a later one overtakes: a retroactive succession, a signature after the consent."""
    kept: list[Spell] = []
    for spell in reversed(spells):
        if not kept or spell.start < kept[-1].start:
            kept.append(spell)
    return tuple(reversed(kept))
