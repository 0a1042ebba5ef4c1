"""Volumes and numbers of the Treaty Series: "United Nations, Treaty Series, vols. 2171 and 2173, No. 27531"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.numbers import arabic
from palermo.documents.references.vocabulary import any_of, vocabulary
from palermo.documents.tree import Reference
from palermo.reference import Catalogue, load

LEAGUE = "LNTS "  # as `palermo.reference` writes volumes and numbers of the League of Nations
MOST_OF_A_ROW = 10
NEAR = 20  # characters between the name of the series and the volume
_RANGE = re.compile(r"(\d{1,6})\s?[-–]\s?(\d{1,6})")
_EITHER = re.compile(r"\d{1,6}|[IVXLC]{1,9}(?![A-Za-z])")


def find(text: str, language: str) -> list[Found]:
    """Every place of the Treaty Series that a folded `text` names: the name of the series, then its entries."""
    found: list[Found] = []
    for name in title(language).finditer(text):
        league, at = name["league"] is not None, name.end()
        start = name.start()
        while match := entry(language).search(text, at, min(len(text), at + NEAR + 120)):
            if match.start() - at > NEAR:
                break
            at = match.end()
            found += [
                Found(start, at, treaty(text[start:at], volume, number))
                for volume, number in pairs(match, league=league)
            ]
            start = at
    return found


def treaty(printed: str, volume: str, number: str) -> Reference:
    """The treaty at this place of the Treaty Series, with its code where the catalogue has it."""
    return Reference(
        "treaty", printed.strip(" ,;"), instrument=instrument(volume, number), volume=volume, number=number
    )


@cache
def entry(language: str) -> re.Pattern[str]:
    """A pattern for "vol. 2237, No. 39574": group `volumes` and group `numbers`."""
    words = vocabulary(language)
    joined = rf"\s?(?:[,،、–-]|{any_of(words.words('between'))})\s?"
    values = rf"(?:\d{{1,6}}|[IVXLC]{{1,9}}(?![A-Za-z]))(?:{joined}\d{{1,6}}){{0,9}}"
    volumes = _labelled(words.words("volume"), "volumes", values)
    numbers = _labelled(words.words("number"), "numbers", values)
    return re.compile(rf"{volumes}[\s,،，.]{{0,3}}{numbers}")


def _labelled(labels: tuple[str, ...], group: str, values: str) -> str:
    """Words before a value ("vol. 2237"), or around it ("第2237卷"); two forms are two groups."""
    before = any_of(label for label in labels if "{n}" not in label)
    around = [label.partition("{n}") for label in labels if "{n}" in label]
    forms = [rf"(?i:{before})\.?\s?(?P<{group}>{values})"]
    forms += [
        rf"{re.escape(left)}\s?(?P<{group}_{place}>{values})\s?{re.escape(right)}"
        for place, (left, _, right) in enumerate(around)
    ]
    return "(?:" + "|".join(forms) + ")"


@cache
def title(language: str) -> re.Pattern[str]:
    """A pattern for the name of a series; group `league` is set for that of the League of Nations."""
    words = vocabulary(language)
    league = rf"(?P<league>{any_of(words.words('league'))})"
    name = any_of(words.words("series"))
    united = any_of(words.words("united"))
    return re.compile(rf"(?:(?:{league}|{united})[\s,،，《]{{0,4}})?{name}", re.IGNORECASE)


def pairs(match: re.Match[str], *, league: bool) -> Iterator[tuple[str, str]]:
    """Every volume with every number of an entry, in figures; those of the League as `LNTS 60`."""
    held = {name.partition("_")[0]: value for name, value in match.groupdict().items() if value}
    mark = LEAGUE if league else ""
    for volume in _values(held["volumes"]):
        for number in _values(held["numbers"]):
            yield mark + volume, mark + number


def instrument(volume: str, number: str) -> str:
    """The code of the instrument that stands there; empty where the catalogue has none."""
    return _registered().get((volume, number), "")


def _values(printed: str) -> list[str]:
    row = _RANGE.fullmatch(printed)
    if row and 0 <= int(row[2]) - int(row[1]) < MOST_OF_A_ROW:
        return [str(value) for value in range(int(row[1]), int(row[2]) + 1)]
    return [value if value.isdigit() else str(arabic(value)) for value in _EITHER.findall(printed)]


@cache
def catalogue() -> Catalogue:
    """The instruments that ship with the package."""
    return load()


@cache
def _registered() -> dict[tuple[str, str], str]:
    """From volume and number to code; of several in one place the shortest code, the treaty itself."""
    held = sorted(catalogue().instruments.values(), key=lambda each: -len(each.code))
    return {(each.unts_volume, each.unts_registration): each.code for each in held if each.unts_volume}
