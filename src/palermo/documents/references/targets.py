"""Targets and goals of the 2030 Agenda: "targets 5.2, 8.7 and 16.2", "Goal 16". "Alliance 8.7" is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.vocabulary import any_of, vocabulary
from palermo.documents.tree import Reference

GOALS = 17
_TARGET = re.compile(r"(?<![\d.])(\d{1,2})[.-](\d{1,2}|[a-d](?![a-z]))(?!\d)")
_GOAL = re.compile(r"(?<![\d.])(\d{1,2})(?!\d)")


def find(text: str, language: str) -> list[Found]:
    """Every target and goal in the folded `text` of one place, its number (`8.7`, `16`) in `number`."""
    taken: list[Found] = []
    for name, value in (("targets", _TARGET), ("goals", _GOAL)):
        for match in _pattern(language, name).finditer(text):
            taken += _each(match, value)
    return taken


def _each(match: re.Match[str], value: re.Pattern[str]) -> Iterator[Found]:
    """Each number of a list, as far as there is such a goal; the first one with its word."""
    start = match.start()
    for one in value.finditer(match["list"]):
        number = ".".join(one.groups())
        end = match.start("list") + one.end()
        if 1 <= int(one[1]) <= GOALS:
            yield Found(start, end, Reference("target", match.string[start:end], number=number))
        start = end + len(match["list"][one.end() :]) - len(match["list"][one.end() :].lstrip(" ,،、"))


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    words = vocabulary(language)
    label = words.pattern("target") if name == "targets" else words.pattern("goal")
    joined = rf"\s?(?:[,،、]|{any_of(words.words('between'))})\s?"
    one = r"\d{1,2}[.-](?:\d{1,2}|[a-d](?![a-z]))(?!\d)" if name == "targets" else r"\d{1,2}(?![\d/]|[.-]\d)"
    end = rf"(?!\s?{any_of(words.words('not_a_target'))})" if words.words("not_a_target") else ""
    return re.compile(rf"(?i:{label})\s?(?P<list>{one}{end}(?:(?:{joined}){{1,2}}{one}{end}){{0,20}})")
