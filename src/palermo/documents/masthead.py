"""The facts at the head of a document, and where its body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from palermo.documents.flow import folded
from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import day_in, day_of, either, lines_of, read_day
from palermo.documents.marks import number_at
from palermo.documents.naming import named
from palermo.documents.phrases import phrase_in
from palermo.documents.source import Source
from palermo.documents.tree import Masthead

# The symbol of a document: A/RES/78/228, S/RES/1540 (2004), A/HRC/RES/54/20, E/2021/L.31, A/RES/217 A (III).
SYMBOL = re.compile(
    r"(?:[A-Z]{1,8}(?:\.\d{1,2})?/)(?:[A-Z][\w.-]*/)*(?:[A-Z]{1,3}-)?[\w.-]*\d[\w.-]*(?:/[\w.-]*\d[\w.]*)*"
    r"(?:/(?:Add|Corr|Rev|L|CRP|WP)\.\d+)*(?:\s[A-Z](?:-[A-Z])?(?=\s|$))?(?:\s\((?:\d{4}|[IVXLC]+)\))?"
)
LONGEST = 3000
FAR = 60  # from the word for the distribution to the end of the day of issue
SECTION = re.compile(r"I\s+[^\W\d_a-z]")  # the first heading of a text in sections
APOSTROPHE = "['’]"
COMMAS = ",،，"
NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Head:
    """The masthead, the enacting formula, and where on the first page the formula starts and the head ends."""

    masthead: Masthead
    enacting: str
    start: int
    end: int


def head_of(source: Source, grammar: Grammar) -> Head:
    """Read the head of the first page. Where there is none (a page from the middle) the facts are empty."""
    page = source.pages[0].text
    start, end, enacting = _opening(page, grammar, flat=source.form == "pages")
    text = folded(page[:start])
    if not enacting and not _is_head(text, grammar):
        return Head(Masthead(symbol=_symbol(page[:200])), "", 0, 0)
    return Head(_facts(text, enacting, page[start : start + 400], grammar), enacting, start, end)


def _is_head(text: str, grammar: Grammar) -> bool:
    """Whether a text that no enacting formula ends is a masthead: it says how the document is distributed, or so."""
    marks = (*grammar.distribution, *grammar.boundaries)
    return bool(text) and len(text) < LONGEST and any(mark in text for mark in marks)


def _opening(page: str, grammar: Grammar, *, flat: bool) -> tuple[int, int, str]:
    """Where the enacting formula starts and ends; for a text without one, twice where its first words stand."""
    found = list(_enacting(grammar, flat).finditer(page))
    match = next((match for match in found if _followed(page, match.end(), grammar)), None)
    if not match and not flat:
        match = next((match for match in found if match[1][-1] in COMMAS), None)
    if match:
        return match.start(1), match.end(), match[1]
    opened = _openings(grammar, flat).search(page) if grammar.openings else None
    return (opened.start(1), opened.start(1), "") if opened else (0, 0, "")


def _followed(page: str, at: int, grammar: Grammar) -> bool:
    """Whether a verb stands there: in some languages the formula is also the line that names the organ."""
    text = page[at : at + 200].lstrip()
    if (number := number_at(text, grammar)) and number.value == 1:
        text = text[number.end :]
    if SECTION.match(text):
        return page[:at].rstrip()[-1:] in COMMAS
    if grammar.capitals and not text[:1].isupper():
        return False
    if text.split("\n", 1)[0].strip() in grammar.boundaries:
        return False
    return any(phrase_in(text, part, grammar) for part in ("preamble", "operative"))


@cache
def _enacting(grammar: Grammar, flat: bool) -> re.Pattern[str]:
    words = either(grammar.enacting)
    if not flat:
        return re.compile(rf"^[ \t]*((?:{words})(?:[^\n,،，]{{0,60}}(?=[,،，]))?[,،，]?)[ \t]*$", re.MULTILINE)
    loose = "|".join(map(split_anywhere, sorted(grammar.enacting, key=len, reverse=True)))
    return re.compile(rf"(?<![\w“«\"])((?:{loose})[,،，]?)(?=\s)")


def split_anywhere(words: str) -> str:
    """A pattern for the words where an extractor may have put a space between any two letters."""
    return r"\s?".join(APOSTROPHE if char in "'’" else re.escape(char) for char in words if not char.isspace())


@cache
def _openings(grammar: Grammar, flat: bool) -> re.Pattern[str]:
    words = lines_of(grammar.openings, grammar)
    space = r"\s" if grammar.spaced else ""
    first = f"(?:{words.pattern if words else NEVER}){space}"
    return re.compile(rf"(?<!\w)({first})" if flat else rf"^[ \t]*({first})", re.MULTILINE)


def _symbol(text: str) -> str:
    match = SYMBOL.search(text)
    return folded(match[0]) if match else ""


def _facts(text: str, enacting: str, opening: str, grammar: Grammar) -> Masthead:
    organ = _organ(text, enacting, grammar)
    name = named(text, _symbol(text), organ, grammar)
    adoption = _last(grammar.adoptions, f"{text} {opening}", grammar)
    return Masthead(
        symbol=name.symbol,
        title=name.title,
        organ=organ,
        number=name.number,
        session=_session(text, grammar) or name.session,
        agenda_item=_agenda(text, grammar),
        origin=_origin(text),
        adopted=day_in(adoption, grammar) if adoption else None,
        issued=_issued(text, grammar),
    )


def _organ(text: str, enacting: str, grammar: Grammar) -> str:
    """The organ that speaks: the one in the enacting formula, else the first in the masthead.

    A subsidiary organ prints its parent first."""
    spoken = [organ for organ in grammar.organs if folded(organ) in folded(enacting)]
    if spoken:
        return max(spoken, key=len)
    return next((organ for organ in sorted(grammar.organs, key=text.find) if organ in text), "")


def _last(templates: tuple[str, ...], text: str, grammar: Grammar) -> str:
    pattern = lines_of(templates, grammar)
    found = pattern.search(text) if pattern else None
    return found[0] if found else ""


def _origin(text: str) -> str:
    match = re.search(r"\[[^\[\]]{4,400}\]", text)
    return match[0] if match else ""


def _issued(text: str, grammar: Grammar) -> date | None:
    """The day directly after the line that says how the document is distributed, or in which language it was."""
    for word in grammar.distribution:
        for found in re.finditer(re.escape(word), text):
            match = day_of(grammar).search(text, found.end(), found.end() + FAR)
            if match:
                return read_day(match, grammar)
    return None


def _session(text: str, grammar: Grammar) -> str:
    line = _last(grammar.sessions, text, grammar)
    if not line:
        return ""
    lowered = line.casefold()
    words = [(word, number) for word, number in grammar.ordinals if folded(word) in folded(lowered)]
    if words:
        return str(max(words, key=lambda pair: len(pair[0]))[1])
    digits = re.search(r"\d+", line)
    return digits[0] if digits else ""


def _agenda(text: str, grammar: Grammar) -> str:
    return _last(grammar.agenda, text, grammar)
