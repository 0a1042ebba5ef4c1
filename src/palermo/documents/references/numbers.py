"""Numbers of what organs adopt: 64/293, 55/5 B and C, 2015/23, 1325 (2000), 217 A (III), ES-11/1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palermo.documents.references.vocabulary import any_of, vocabulary

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SPECIAL = {"د": "", "دا": "S-", "دإ": "S-", "دإط": "ES-", "داط": "ES-"}
_LETTER = "[A-ZАВСЕ](?![A-Za-z0-9А-Яа-я])"
_CYRILLIC = str.maketrans("АВСЕ", "ABCE")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed and in parts.

    `form` is `session` (64/293), `year` (2015/23), `council` (1325 (2000)), `roman` (2625 (XXV)) or `bare` (1267);
    `series` the part before the stroke, in brackets or empty; `letters` the parts of the resolution (`("B", "C")`,
    or `("B-F",)` for a row).
    """

    start: int
    end: int
    text: str
    form: str
    value: int
    series: str
    letters: tuple[str, ...] = ()


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    letter = any_of(words.letters) if words.letters else _LETTER
    joined = any_of((*words.words("between"), *words.words("through")))
    row = rf"{letter}(?:(?:\s?[-–,/、]\s?|\s?{joined}\s?){letter}){{0,12}}"
    letters = rf"(?:\s?(?P<letters>{row}))?"
    roman = r"(?:S-|ES-)?[IVXLC]{1,8}|(?:دإط|داط|دإ|دا|د)\s?-\s?\d{1,2}"
    special = r"(?:ES-|S-|دإط\s?-\s?|داط\s?-\s?|دإ\s?-\s?|دا\s?-\s?)?"
    return re.compile(
        r"(?<![A-Za-z0-9/.\x00-])(?:"
        rf"(?P<series>{special}\d{{1,4}})/(?P<value>\d{{1,4}})(?![\d/]|\.\d){letters}"
        rf"|(?P<council>\d{{1,4}})\s?\((?P<year>(?:19[4-9]|20\d)\d)\)"
        rf"|(?P<old>\d{{1,4}})\s?(?:(?P<part>{row})\s?)?\((?P<roman>{roman})\)"
        r"|(?P<bare>\d{3,4})(?![A-Za-z0-9/%.]|\s?\()"
        r")"
    )


def numbers(text: str, language: str) -> list[Number]:
    """Every number in `text`, in order, that has one of these forms, whatever word stands before it."""
    return [_read(match, language) for match in _pattern(language).finditer(text)]


def _read(match: re.Match[str], language: str) -> Number:
    where = (match.start(), match.end(), match[0])
    if match["council"]:
        return Number(*where, "council", int(match["council"]), match["year"])
    if match["old"]:
        return Number(*where, "roman", int(match["old"]), _session(match["roman"]), _letters(match["part"], language))
    if match["bare"]:
        return Number(*where, "bare", int(match["bare"]), "")
    series, value = _turned(_session(match["series"]), match["value"], language)
    form = "year" if series.isdigit() and int(series) >= 1946 else "session"
    return Number(*where, form, int(value), series, _letters(match["letters"], language))


def _turned(series: str, value: str, language: str) -> tuple[str, str]:
    """The two sides of the stroke, turned round where a PDF of a text from right to left gave them so."""
    if language != "ar" or not series.isdigit():
        return series, value
    later_year = int(value) >= 1946 and int(series) < 1946
    no_session = int(series) > 150 and 30 < int(value) <= 150 and int(series) < 1946
    return (value, series) if later_year or no_session else (series, value)


def _session(printed: str) -> str:
    """A session as symbols have it: "د-25" is XXV, "دإ-10" is S-10."""
    prefix, _, digits = printed.replace(" ", "").partition("-")
    if prefix not in _SPECIAL:
        return printed.replace(" ", "")
    return _SPECIAL[prefix] + digits if _SPECIAL[prefix] else roman(int(digits))


def _letters(printed: str | None, language: str) -> tuple[str, ...]:
    if not printed:
        return ()
    words = vocabulary(language)
    named: Mapping[str, str] = words.letters
    pattern = any_of(named) if named else _LETTER
    held = [named.get(letter, letter).translate(_CYRILLIC) for letter in re.findall(pattern, printed)]
    row = re.search(rf"[-–]|{words.pattern('through')}", printed)
    return (f"{held[0]}-{held[-1]}",) if row and len(held) == 2 else tuple(held)


def roman(value: int) -> str:
    """A number up to 399 in Roman figures."""
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for size, figure in steps:
        count, value = divmod(value, size)
        out += figure * count
    return out


def arabic(figures: str) -> int:
    """Roman figures as a number: "LX" is 60."""
    values = [_ROMAN[figure] for figure in figures]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
