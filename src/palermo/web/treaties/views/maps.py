"""The map: each State's place, name and status, drawn from one file by reference."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse

from palermo.reference import Catalogue
from palermo.treaties import Cell, Code, Status
from palermo.web.treaties import labels
from palermo.web.treaties.views.asking import Ask

SHAPES = Path(__file__).parents[2] / "static/map/shapes.csv"


@dataclass(frozen=True, slots=True)
class Place:
    """One State on the map. `doubt` is where the mark of a doubt is drawn; None where there is no doubt."""

    code: str
    name: str
    status: str
    label: str
    link: str
    doubt: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """All places, in order of name, the legend: code, label and how many, and how many may have changed already."""

    places: tuple[Place, ...]
    legend: tuple[tuple[str, str, int], ...]
    in_doubt: int


def of_standings(ask: Ask, catalogue: Catalogue, held: Mapping[str, Status | Cell]) -> Map:
    """The map of one instrument on a day, from where each State stands. What has no territory is not drawn."""
    places = [
        Place(
            code=state.code,
            name=state.name(ask.language),
            status=held[state.code].code.value,
            label=_label(held[state.code]),
            link=ask.day.link(reverse("treaties:state", args=[state.code])),
            doubt=centres()[state.code] if held[state.code].possibly else None,
        )
        for state in catalogue.states.values()
        if state.m49 and state.code in held
    ]
    legend = tuple(
        (code.value, str(labels.STATUS[code]), sum(one.code == code for one in held.values())) for code in Code
    )
    in_doubt = sum(one.possibly is not None for one in held.values())
    return Map(tuple(sorted(places, key=lambda place: place.name)), legend, in_doubt)


def _label(held: Status | Cell) -> str:
    label = str(labels.STATUS[held.code])
    return f"{label}. {labels.possibly(held.possibly)}" if held.possibly else label


@lru_cache(maxsize=1)
def centres() -> dict[str, tuple[str, str]]:
    """Where on the drawing the middle of each State is."""
    with SHAPES.open(encoding="utf-8", newline="") as stream:
        return {row["iso3"]: (row["x"], row["y"]) for row in csv.DictReader(stream)}
