"""Folds the acts of one State towards one instrument into spells. Status is this, and is stored nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from palermo.reference import CONSENTS, Act, ActKind, Instrument
from palermo.treaties.entry_into_force import ASSUMED, PRINTED, Effect, earliest, of_consent, of_denunciation
from palermo.treaties.status import Code, Spell


def current(acts: Iterable[Act], known_on: date | None = None) -> list[Act]:
    """The acts as the register knew them on `known_on`: without what had been replaced or struck by then.

    A correction stands in the place of what it corrects: who took back the one has taken back the other. A struck
    correction does not bring back what it had corrected.
    """
    known = [act for act in acts if known_on is None or act.recorded <= known_on]
    corrections = sorted((act.replaces, act.id) for act in known if act.replaces)
    successors = dict(corrections)
    return [
        replace(act, subject=_newest(act.subject, successors)) if act.subject in successors else act
        for act in known
        if act.id not in successors and act.kind is not ActKind.STRUCK
    ]


def fold(acts: Iterable[Act], instrument: Instrument) -> tuple[Spell, ...]:
    """The spells that these acts of one State amount to, in order of time; the order of `acts` does not matter."""
    counted = sorted((act for act in acts if act.counted), key=lambda act: (act.day, act.earliest, act.id))
    signatures = [act for act in counted if act.kind is ActKind.SIGNATURE]
    spells = [_spell(Code.SIGNATORY, act, act.day, instrument) for act in signatures[:1]]
    inside: bool | None = None  # nothing is known yet
    for act, certain in _moves(counted, instrument):
        if act.kind in CONSENTS and not inside:
            inside = True
            spells.extend(_membership(act, certain, instrument))
        elif act.kind is ActKind.DENUNCIATION and inside is not False:
            if inside is None:  # it had joined, nobody knows when: no more can be said of the time before
                spells.clear()
            inside = False
            spells.append(_withdrawal(act, certain, instrument))
    return _increasing(spells)


def _newest(entry: str, successors: dict[str, str]) -> str:
    seen = {entry}
    while (entry := successors.get(entry, entry)) not in seen:
        seen.add(entry)
    return entry


def _moves(acts: list[Act], instrument: Instrument) -> Iterator[tuple[Act, date]]:
    """Consents and denunciations in the order in which they took place, with the day by which each is certain.

    Who leaves was inside the day before. Where no consent is certain by then, the first that may have been given
    by then is taken for it, and is certain by that day. Likewise who joins again was outside the day before.
    """
    consents = [act for act in acts if act.kind in CONSENTS]
    for effect, leaving in _ends(acts, instrument):
        first, left = effect.when.earliest, effect.when.latest
        before = [act for act in consents if act.day < first] or [act for act in consents if act.earliest < left][:1]
        for act in before:
            yield act, min(act.day, _eve(left))
        consents = [act for act in consents if act not in before]
        again = min((act.day for act in consents), default=date.max)
        yield leaving, max(first, min(left, _eve(again)))
    for act in consents:
        yield act, act.day


def _eve(day: date) -> date:
    return day - timedelta(days=day > date.min)


def _ends(acts: list[Act], instrument: Instrument) -> list[tuple[Effect, Act]]:
    """The denunciations that took effect. One may be revoked until then (Vienna Convention, article 68)."""
    ends = [(of_denunciation(act, instrument), act) for act in acts if act.kind is ActKind.DENUNCIATION]
    if not ends:
        return []
    revoked = {act.subject: act.earliest for act in reversed(acts) if act.kind is ActKind.WITHDRAWAL}
    kept = [(end, act) for end, act in ends if revoked.get(act.id, date.max) >= end.when.latest]
    return sorted(kept, key=lambda pair: (pair[0].when.latest, pair[1].id))


def _spell(code: Code, act: Act, certain: date, instrument: Instrument) -> Spell:
    return Spell(code, certain, min(earliest(act, instrument), certain), act, PRINTED if act.date else ASSUMED)


def _membership(act: Act, certain: date, instrument: Instrument) -> Iterator[Spell]:
    yield _spell(Code.CONSENTED, act, certain, instrument)
    effect = of_consent(act, instrument)
    if effect is None:
        return
    when = effect.when
    if certain < act.day and when.earliest <= certain < when.latest:
        # Proved by a denunciation: nobody leaves what never bound it.
        yield Spell(Code.BOUND, certain, when.earliest, act, ASSUMED)
    else:
        yield Spell(Code.BOUND, when.latest, when.earliest, act, effect.basis)


def _withdrawal(act: Act, certain: date, instrument: Instrument) -> Spell:
    effect = of_denunciation(act, instrument)
    return Spell(Code.WITHDRAWN, certain, effect.when.earliest, act, effect.basis)


def _increasing(spells: list[Spell]) -> tuple[Spell, ...]:
    """Drop each spell that a later one overtakes: a retroactive succession, a signature after the consent."""
    kept: list[Spell] = []
    for spell in reversed(spells):
        # An end without a known beginning tells of the time before it, even where the State joined on the same day.
        lone_end = spell is spells[0] and spell.code is Code.WITHDRAWN
        if not kept or spell.start < kept[-1].start or (lone_end and spell.start == kept[-1].start):
            kept.append(spell)
    return tuple(reversed(kept))
