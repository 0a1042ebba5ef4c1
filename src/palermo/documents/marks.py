"""The marks that begin a part of the body: numbers, item letters, annex words, the line of the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import day_of, either, filled, lines_of

CLOSED = r"(?:[\"”“»’')\]）\s]|[\ufdd0-\ufdda])*(?:(?:\d{1,3}|\*{1,4})\s*)?$"
ENDED = re.compile(r"[.;:!?。；：؛؟…]" + CLOSED)
PAUSED = re.compile(r"[,.;:!?，。；：،؛؟…]" + CLOSED)
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩０１２３４５６７８９", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a line: what it is, as printed, where the text after it starts."""

    kind: str
    printed: str
    end: int
    value: int = 0


@cache
def _number(grammar: Grammar) -> re.Pattern[str]:
    slot = {"number": r"\d{1,3}|l"}
    forms = "|".join(filled(form, slot).replace(r"\s+", r"\s?") for form in grammar.numbers)
    return re.compile(rf"({forms})(?!\d)\s*", re.ASCII if grammar.language == "en" else 0)


@cache
def _item(grammar: Grammar) -> re.Pattern[str]:
    slots = {"letter": either(grammar.letters), "roman": either(grammar.romans)}
    forms = [filled(form.replace("{", "{").strip(), slots) for form in grammar.items]
    return re.compile(rf"({'|'.join(forms)})(?!\w)\s*")


def number_at(text: str, grammar: Grammar) -> Mark | None:
    """The number of a paragraph at the beginning of the text."""
    match = _number(grammar).match(text)
    if not match:
        return None
    digits = re.sub(r"\D", "", match[1].translate(DIGITS)) or "1"
    return Mark("number", match[1], match.end(), int(digits))


def item_at(text: str, grammar: Grammar) -> Mark | None:
    """The letter or Roman number of an item at the beginning of the text."""
    match = _item(grammar).match(text)
    return Mark("item", match[1], match.end()) if match else None


def letter_of(printed: str) -> str:
    """What an item is called: `a` for `(a)`."""
    return re.sub(r"[\W_]+", "", printed).casefold()


@cache
def annex_words(grammar: Grammar) -> re.Pattern[str]:
    """Finds the line that begins an annex."""
    return re.compile(
        rf"(?:{either(grammar.annexes)})(?:\s*(?:[IVXLC]{{1,5}}|\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|الأول|الثاني|الثالث|الرابع))?(?=\s|$)"
    )


@cache
def meeting_words(grammar: Grammar) -> re.Pattern[str]:
    """Finds the line of the meeting, or the day alone, at the beginning of a line."""
    meetings = lines_of(grammar.meetings, grammar)
    day = re.sub(r"\?P<\w+>", "?:", day_of(grammar).pattern)
    return re.compile(
        rf"(?:{meetings.pattern})(?=\s*(?:{day})|\s*$)|(?:{day})$" if meetings else rf"(?:{day})$", re.IGNORECASE
    )


@cache
def vote_words(grammar: Grammar) -> re.Pattern[str]:
    """Finds what is said about the vote."""
    return re.compile(rf"\[?(?:{either(grammar.votes)})", re.IGNORECASE)
