"""The map: each State's place, name and status, drawn from one file by reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from palermo.reference import Catalogue
from palermo.treaties import Code, Status
from palermo.web.treaties import labels
from palermo.web.treaties.views.asking import Ask


@dataclass(frozen=True, slots=True)
class Place:
    """One State on the map."""

    code: str
    name: str
    status: str
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Map:
    """All places, in order of name, and the legend: code, label and how many."""

    places: tuple[Place, ...]
    legend: tuple[tuple[str, str, int], ...]


def of_statuses(ask: Ask, catalogue: Catalogue, statuses: Iterable[Status]) -> Map:
    """The map of one instrument on a day."""
    return of_codes(ask, catalogue, {status.state: status.code for status in statuses})


def of_codes(ask: Ask, catalogue: Catalogue, codes: dict[str, Code]) -> Map:
    """A map from the code of each State. What has no territory of its own is not drawn."""
    places = [
        Place(
            code=state.code,
            name=state.name(ask.language),
            status=codes[state.code].value,
            label=str(labels.STATUS[codes[state.code]]),
            link=ask.day.link(reverse("treaties:state", args=[state.code])),
        )
        for state in catalogue.states.values()
        if state.m49 and state.code in codes
    ]
    legend = tuple(
        (code.value, str(labels.STATUS[code]), sum(held == code for held in codes.values())) for code in Code
    )
    return Map(tuple(sorted(places, key=lambda place: place.name)), legend)
