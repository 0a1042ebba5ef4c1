"""What a text is called: its number, its title, and where no symbol is printed, the symbol that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import either

ARABIC = r"[\u0621-\u064a]{1,6}"
NUMBER = re.compile(r"(?:[A-Z]+-)?\d+(?:/\d+)?")
# UNEP/EA.4/RES.9 is printed as 4/9.
ASSEMBLY = re.compile(r"/EA\.(?:SS\.)?(\w+)/(?:RES|DEC)\.(\d+)", re.IGNORECASE)
# 1514 (XV), 217 A (III): a number and the session that it counts in.
OLD = re.compile(r"(?<![\w/(])(?P<number>\d{1,4}(?: [A-Z](?:-[A-Z])?)?) \((?P<session>[IVXLC]+)\)\s?\.?\s")
COUNCIL = re.compile(r"(?<![\w/(])(?P<number>\d{1,4})\s?[(（](?P<year>19[4-9]\d|20\d\d)[)）]")
# 78/228. and the title, at the beginning of a text without a masthead.
BARE = re.compile(r"^(?P<number>(?:[A-Z]+-)?\d{1,3}/\d{1,3})(?P<letter> [A-Z])?\.\s")
# The series of the organs in the order in which a grammar names them.
SERIES = ("A/RES/", "S/RES/", "E/RES/", "A/HRC/RES/")
ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LONGEST_TITLE = 700


@dataclass(frozen=True, slots=True)
class Named:
    """What a text is called. `session` is empty where its name does not say it."""

    symbol: str
    number: str = ""
    title: str = ""
    session: str = ""


def named(text: str, symbol: str, organ: str, grammar: Grammar) -> Named:
    """Read the head of a text, folded: the name by its symbol, or the symbol by its name."""
    if not symbol:
        return _unsigned(text, organ, grammar)
    number, title = _by_number(text, symbol)
    return Named(symbol, number, title or _draft(text, grammar) or _set_title(text, grammar))


def _by_number(text: str, symbol: str) -> tuple[str, str]:
    """The number as printed and the title after it; the number is the end of the symbol."""
    assembly = ASSEMBLY.search(symbol)
    bare = NUMBER.match(symbol.split("RES/")[-1].split("DEC/")[-1])
    number = "/".join(assembly.groups()) if assembly else bare[0] if bare and "/" in symbol else ""
    match = _numbered(number).search(text) if number else None
    return (match[0].strip(), _without_marks(text[match.end() :].strip(), symbol)) if match else ("", "")


@cache
def _numbered(number: str) -> re.Pattern[str]:
    letters, dash, digits = number.rpartition("-")
    printed = rf"(?:{re.escape(letters)}|{ARABIC}(?:-{ARABIC})*){dash}{digits}" if letters else re.escape(number)
    return re.compile(rf"(?<![\w/(-]){printed}(?:\s?[A-Z])?\s?(?:\.\s|-\s|—\s|–\s|(?=\s+[^\W\d_])(?<=\d)\s)")


def _without_marks(title: str, symbol: str) -> str:
    """The title without the mark of a note, and without the letter that the symbol already says."""
    bare = re.sub(r"\s[A-Z]\s\d$|(?<=[^\d\s])\s?\d$|\s?\*+$", "", title).strip()
    letter = re.search(r"\s([A-Z])$", symbol)
    if letter and bare.endswith(f" {letter[1]}"):
        return bare[:-2].strip()
    return bare


def _draft(text: str, grammar: Grammar) -> str:
    """The title of a draft, which stands after the names of its sponsors and the word for a draft."""
    found = list(re.finditer(either(grammar.drafts), text, re.IGNORECASE)) if grammar.drafts else []
    title = text[found[-1].end() :].strip(" :：*") if found else ""
    return _without_marks(title, "") if len(title) <= LONGEST_TITLE else ""


def _set_title(text: str, grammar: Grammar) -> str:
    """A title that such texts always have: the statement of a president."""
    return next((title for title in grammar.titles if title in text), "")


def _unsigned(text: str, organ: str, grammar: Grammar) -> Named:
    """A text of the years before there were mastheads, or one without its masthead."""
    series = SERIES[grammar.organs.index(organ)] if organ in grammar.organs[: len(SERIES)] else ""
    if series and series != SERIES[1] and (old := OLD.search(text)):
        title = _without_marks(text[old.end() :].strip(), "")
        return Named(
            f"{series}{old['number']} ({old['session']})", old[0].strip(), title, str(_value(old["session"]))
        )
    if series == SERIES[1] and (council := COUNCIL.search(text)):
        return Named(f"{series}{council['number']} ({council['year']})")
    if series and (bare := BARE.match(text)):
        letter = bare["letter"] or ""
        return Named(f"{series}{bare['number']}{letter}", bare[0].strip(), _without_marks(text[bare.end() :], letter))
    return Named("", title=_set_title(text, grammar))


def _value(roman: str) -> int:
    """A Roman figure as a number: a smaller letter before a larger one counts less."""
    values = [ROMANS[letter] for letter in roman]
    after = [*values[1:], 0]
    return sum(-value if value < more else value for value, more in zip(values, after, strict=True))
