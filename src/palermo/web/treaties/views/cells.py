"""Cells that several tables share: a State, an instrument, a status, a day, an act's source."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from palermo.reference import Act, Catalogue, Instrument, State
from palermo.treaties import Status
from palermo.web.presentation.tables import Cell, Column
from palermo.web.treaties import labels
from palermo.web.treaties.views.asking import Ask


def state(ask: Ask, held: State) -> Cell:
    """A State by its name, leading to its page."""
    return Cell(held.name(ask.language), link=ask.day.link(reverse("treaties:state", args=[held.code])))


def instrument(ask: Ask, held: Instrument) -> Cell:
    """An instrument by its short title, leading to its page."""
    return Cell(held.name(ask.language), link=ask.day.link(reverse("treaties:instrument", args=[held.code])))


def state_named(ask: Ask, catalogue: Catalogue, code: str) -> Cell:
    """The State of an entry; its code alone where the catalogue has it no longer."""
    held = catalogue.states.get(code)
    return state(ask, held) if held else Cell(code)


def instrument_named(ask: Ask, catalogue: Catalogue, code: str) -> Cell:
    """The instrument of an entry; its code alone where the catalogue has it no longer."""
    held = catalogue.instruments.get(code)
    return instrument(ask, held) if held else Cell(code)


def code(text: str) -> Cell:
    """A code that stands in downloads only."""
    return Cell(text)


def status(held: Status) -> Cell:
    """A status by its label, with what the reader must know before relying on it."""
    return Cell(
        str(labels.STATUS[held.code]), value=held.code.value, status=held.code.value, note=labels.caution(held)
    )


DOUBT = ("possibly", "possibly_from")


def doubt(held: Status) -> tuple[Cell, Cell]:
    """In downloads only: the status that may have begun already, and the day from which it certainly has."""
    if held.possibly is None:
        return Cell(""), Cell("")
    return code(held.possibly.code.value), day(held.possibly.start)


def day(held: date | None, note: str = "") -> Cell:
    """A day as YYYY-MM-DD."""
    return Cell(labels.day(held), value=held, note=note)


def act_kind(held: Act | None) -> Cell:
    """The kind of an act in words."""
    return Cell(str(labels.KIND[held.kind]), value=held.kind.value) if held else Cell("")


def act_date(held: Act | None) -> Cell:
    """The day of an act as far as it is known."""
    return Cell(str(held.date or "") if held else "")


def source(ask: Ask, held: Act | None) -> Cell:
    """The code of an act's source, leading to its entry on the page of sources."""
    if held is None:
        return Cell("")
    return Cell(held.source, link=f"{ask.day.link(reverse('treaties:sources'))}#{held.source}")


def region(ask: Ask, catalogue: Catalogue, held: State) -> Cell:
    """The sub-region of a State."""
    label = catalogue.regions.get(held.subregion) or catalogue.regions.get(held.region)
    return Cell(label.name(ask.language) if label else "")


def group(ask: Ask, catalogue: Catalogue, held: State) -> Cell:
    """The UN regional group of a State."""
    label = catalogue.groups.get(held.group)
    return Cell(label.name(ask.language) if label else "")


def hidden(key: str) -> Column:
    """A column that stands in downloads only."""
    return Column(key, key, hidden=True)
