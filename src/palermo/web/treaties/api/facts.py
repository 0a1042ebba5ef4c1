"""Values of the register as plain facts, ready to be written down."""

from __future__ import annotations

from datetime import date

from palermo.reference import Act, Catalogue, Instrument, PartialDate, Source, State
from palermo.treaties import Change, Finding, Point, Relation, Row, Spell, Status
from palermo.web.treaties import labels
from palermo.web.treaties.api.answering import Facts


def day(held: date | None) -> str | None:
    """A day as YYYY-MM-DD, or null."""
    return held.isoformat() if held else None


def partial(held: PartialDate | None) -> str | None:
    """A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD, or null."""
    return str(held) if held else None


class Telling:
    """Tells facts of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue, self.language = catalogue, language
        self._sources = catalogue.sources

    def state(self, held: State) -> Facts:
        """A State, its place in the world and in the United Nations."""
        catalogue, language = self.catalogue, self.language
        region, sub = catalogue.regions.get(held.region), catalogue.regions.get(held.subregion)
        group = catalogue.groups.get(held.group)
        return {
            "code": held.code,
            "name": held.name(language),
            "alpha2": held.alpha2 or None,
            "m49": held.m49 or None,
            "standing": held.standing,
            "region": held.region or None,
            "region_name": region.name(language) if region else None,
            "subregion": held.subregion or None,
            "subregion_name": sub.name(language) if sub else None,
            "group": held.group or None,
            "group_name": group.name(language) if group else None,
        }

    def instrument(self, held: Instrument) -> Facts:
        """An instrument, and the day that its data reach."""
        depositary = self.catalogue.depositaries.get(held.depositary)
        return {
            "code": held.code,
            "name": held.name(self.language),
            "title": held.title(self.language),
            "adopted": held.adopted.isoformat(),
            "in_force": day(held.in_force),
            "depositary": depositary.name(self.language) if depositary else held.depositary or None,
            "families": list(held.families),
            "in_plan": held.in_plan,
            "as_of": day(held.as_of),
            "reaches": [{"scope": one.scope, "as_of": one.as_of.isoformat()} for one in held.reaches],
        }

    def status(self, held: Status) -> Facts:
        """Where a State stands, on what that rests, and how far the data reach. `party` is null where unknown."""
        spell, act = held.spell, held.act
        return {
            "state": held.state,
            "state_name": self.catalogue.states[held.state].name(self.language),
            "instrument": held.instrument,
            "instrument_name": self.catalogue.instruments[held.instrument].name(self.language),
            "on": held.on.isoformat(),
            "code": held.code.value,
            "party": held.party,
            "since": spell.start.isoformat() if spell else None,
            "basis": spell.basis if spell else None,
            "as_of": held.as_of.isoformat() if held.as_of else None,
            "beyond": held.beyond,
            "possibly": _possibly(held.possibly) if held.possibly else None,
            "act": {
                "ref": act.id,
                "kind": act.kind.value,
                "date": str(act.date) if act.date else None,
                "flags": list(act.flags),
            }
            if act
            else None,
            "source": act.source if act else None,
        }

    def act(self, held: Act) -> Facts:
        """One act of one State, as its source has it."""
        catalogue, language = self.catalogue, self.language
        state, instrument = catalogue.states.get(held.state), catalogue.instruments.get(held.instrument)
        return {
            "ref": held.id,
            "instrument": held.instrument,
            "instrument_name": instrument.name(language) if instrument else None,
            "state": held.state,
            "state_name": state.name(language) if state else None,
            "kind": held.kind.value,
            "date": str(held.date) if held.date else None,
            "effect": str(held.effect) if held.effect else None,
            "source": held.source,
            "recorded": held.recorded.isoformat(),
            "articles": list(held.articles),
            "towards": held.towards or None,
            "precludes": held.precludes,
            "subject": held.subject or None,
            "replaces": held.replaces or None,
            "flags": list(held.flags),
            "note": held.note,
        }

    def relation(self, held: Relation) -> Facts:
        """An instrument between two States."""
        return {
            "instrument": held.instrument,
            "instrument_name": self.catalogue.instruments[held.instrument].name(self.language),
            "in_force": held.in_force,
            "since": held.since.isoformat(),
            "as_of": day(held.as_of),
            "beyond": any(one.beyond for one in held.statuses),
            "taken_out": list(held.taken_out),
            "reservations": [self.act(act) for act in held.reservations],
            "to_read": [self.act(act) for act in held.to_read],
            "precluded_by": self.act(held.precluded_by) if held.precluded_by else None,
            "statuses": [self.status(one) for one in held.statuses],
        }

    def change(self, held: Change) -> Facts:
        """Something that happened. `precision` says how exactly its day is known: the day given is the latest."""
        act = held.act
        return {
            "day": held.day.isoformat(),
            "what": held.what,
            "state": act.state,
            "state_name": self.catalogue.states[act.state].name(self.language),
            "instrument": act.instrument,
            "instrument_name": self.catalogue.instruments[act.instrument].name(self.language),
            "precision": act.date.precision if act.date else None,
            "act": act.id,
            "source": act.source,
        }

    def point(self, held: Point) -> Facts:
        """A day on which the number of parties changed."""
        return {
            "day": held.day.isoformat(),
            "parties": held.parties,
            "joined": [self._named(code) for code in held.joined],
            "left": [self._named(code) for code in held.left],
        }

    def coverage(self, held: Row, by: str) -> Facts:
        """A region or group: how many of its States stand where, and who is left."""
        label = (self.catalogue.groups if by == "group" else self.catalogue.regions).get(held.label)
        return {
            "code": held.label or None,
            "name": label.name(self.language) if label else None,
            "total": held.total,
            "parties": held.parties,
            "unknown": held.unknown,
            "counts": {code.value: count for code, count in held.counts.items()},
            "left": [self.status(status) for status in held.left],
        }

    def finding(self, held: Finding) -> Facts:
        """A contradiction, in words and by its code."""
        named = self.catalogue.instruments.get(held.expected)
        expected = named.name(self.language) if named else held.expected
        return {
            "code": held.code,
            "message": str(labels.FINDING[held.code]) % {"expected": expected},
            "expected": held.expected or None,
            "act": self.act(held.act),
        }

    def _named(self, code: str) -> Facts:
        return {"code": code, "name": self.catalogue.states[code].name(self.language)}


def source(held: Source, acts: int) -> Facts:
    """A source: where it is, up to which day it speaks, and how many acts rest on it."""
    return {
        "code": held.code,
        "description": held.description,
        "address": held.address or None,
        "path": held.path or None,
        "revision": held.revision or None,
        "as_of": held.as_of.isoformat(),
        "licence": held.licence or None,
        "acts": acts,
    }


def _possibly(held: Spell) -> Facts:
    earliest = None if held.earliest == date.min else held.earliest.isoformat()
    return {"code": held.code.value, "earliest": earliest, "latest": held.start.isoformat()}
