"""By when something is due: days, months, years, and sessions of the organ that will consider it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from palermo.documents.grammar.patterns import day_in, day_of
from palermo.documents.units.names import names_in
from palermo.documents.units.values import Due
from palermo.documents.units.vocabulary import Vocabulary

FIRST_SESSION = 1946  # the first regular session of the Assembly opened in January 1946, each later one in September
OPENING_MONTH = 9
MEETING = (
    "general_assembly",
    "security_council",
    "ecosoc",
    "un_entity",
    "conference_of_parties",
    "regional_organization",
)
Place = tuple[str, int, int]  # a text, and between which of its characters
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def dues_in(text: str, start: int, end: int, words: Vocabulary, *, organ: str) -> tuple[Due, ...]:
    """Every time that the text sets between two places, in order.

    `organ` is the kind of the organ that speaks, to which "its eightieth session" belongs where the text names no
    other. `on` is the last day of what is named: 31 December for "by 2030", the last of the month for "in October
    2017"; for the Assembly's session N it is the end of September 1945 + N, the month in which that session opens.
    It is None for sessions of other organs and for times counted from another ("within six months").
    """
    found: dict[str, Due] = {}
    place = (text, start, end)
    times = (*_dates(place, words), *_sessions(place, words, organ), *_spans(place, words))
    for _, due in sorted(times, key=lambda pair: pair[0]):
        if not any(due.text in other for other in found):
            found[due.text] = due
    return tuple(found.values())


@cache
def _date_pattern(words: Vocabulary) -> re.Pattern[str]:
    """Whole days before months and years, of which a day may be made up."""
    forms = words.list("due", "dates")
    days, others = [form for form in forms if "{date}" in form], [form for form in forms if "{date}" not in form]
    return re.compile(f"{words.words.any_of(days)}|{words.words.any_of(others)}", re.IGNORECASE)


@cache
def _session_pattern(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern([*words.list("due", "sessions"), *words.list("due", "special")])


@cache
def _special(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("due", "special"))


@cache
def _span_pattern(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("due", "within"))


def _dates(place: Place, words: Vocabulary) -> Iterator[tuple[int, Due]]:
    if words.spaced and not DIGIT.search(*place):
        return  # without a figure there is no year; in Chinese a year may be written out
    for match in _date_pattern(words).finditer(*place):
        yield match.start(), Due(match[0], _last_day(match[0], words))


def _spans(place: Place, words: Vocabulary) -> Iterator[tuple[int, Due]]:
    for match in _span_pattern(words).finditer(*place):
        yield match.start(), Due(match[0])


def _last_day(text: str, words: Vocabulary) -> date | None:
    day = day_in(text, words.grammar)
    year = YEAR.search(text)
    if day or not year or day_of(words.grammar).search(text):
        return day
    month = next((n for n, names in enumerate(words.grammar.months, 1) if _names_month(text, names)), None)
    if month is None:
        return date(int(year[0]), 12, 31)
    return date(int(year[0]), month, calendar.monthrange(int(year[0]), month)[1])


def _names_month(text: str, names: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names.split("|"))


def _sessions(place: Place, words: Vocabulary, organ: str) -> Iterator[tuple[int, Due]]:
    for match in _session_pattern(words).finditer(*place):
        number = _session(match[0], words)
        owner = _owner(place[0], match.start(), words) or organ
        regular = number and owner == "general_assembly" and not _special(words).fullmatch(match[0])
        yield match.start(), Due(match[0], _opening(number) if number and regular else None, number)


def _opening(number: int) -> date | None:
    return date(FIRST_SESSION - 1 + number, OPENING_MONTH, 30) if 1 < number < 1000 else None


@cache
def _ordinal(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(word for word, _ in words.grammar.ordinals)


def _session(text: str, words: Vocabulary) -> int | None:
    match = _ordinal(words).search(text)
    if match:
        return dict(words.grammar.ordinals).get(" ".join(match[0].split()).casefold())
    figures = re.search(r"(?<!\d)\d{1,3}(?!\d)", text)
    return int(figures[0]) if figures else None


def _owner(text: str, start: int, words: Vocabulary) -> str:
    """The kind of the organ named last before a session: "to the General Assembly at its …"."""
    named = [name for name in names_in(text, 0, start, words) if start - name.end <= 90 and name.kinds[0] in MEETING]
    return named[-1].kinds[0] if named else ""
