"""Resolutions, decisions and statements named by a word and one or more numbers that share it.

"Recalling its resolutions 61/180 of 20 December 2006, 64/178 of … and Economic and Social Council resolution
2015/23": each word opens a list, each number belongs to the list before it (in Chinese: after it), and each list
has an owner, the organ that adopted what it names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from palermo.documents.references.author import Author
from palermo.documents.references.found import Found
from palermo.documents.references.naming import symbols
from palermo.documents.references.numbers import Number, numbers
from palermo.documents.references.owners import Body, Head, Owners, bridge
from palermo.documents.references.vocabulary import Vocabulary, any_of, vocabulary
from palermo.documents.tree import Reference

LONGEST_TITLE = 700  # between two numbers of a list stand a date and at times a title
LONGEST_GAP = 30
MOST_BODIES = 3  # between a word and its first number
LONGEST_LEAD = 200  # "resolutions on human rights and the environment, including 44/7"
# Most paragraphs hold no number of any form: this sees it fastest.
_LIKELY = re.compile(r"\d(?:/\d|\d\d|\s?(?:\S{1,3}\s?)?\()")
_STOP = re.compile(r"[;；。؛]|\.\s+(?=[A-ZÀ-ÞА-Я])")


@dataclass(slots=True)
class _Open:
    """A list that is being read: its word, and the numbers so far."""

    head: Head
    held: list[Number] = field(default_factory=list)


def find(text: str, language: str, author: Author) -> list[Found]:
    """Every reference by word and number in the folded `text` of one place."""
    if not _LIKELY.search(text):
        return []
    words = vocabulary(language)
    heads = list(_heads(text, words))
    if not heads:
        return []
    bodies = list(_bodies(text, words))
    stops = [match.start() for match in _STOP.finditer(text)]
    held = numbers(text, language)
    if words.head_first:
        lists = _forwards(text, words, heads, bodies, held, stops)
    else:
        lists = _backwards(text, words, heads, held, stops)
    owners = Owners(text, words, bodies, author)
    later = owners.later([each.head for each in lists], [each.held for each in lists], stops)
    return [hit for each, last in zip(lists, later, strict=True) for hit in _named(each, owners, author, last)]


def _heads(text: str, words: Vocabulary) -> Iterator[Head]:
    its = _its(words.language)
    low = text.lower()
    for match in words.heads.finditer(low if len(low) == len(text) else text):
        name = match.lastgroup or ""
        before = its.search(text, max(0, match.start() - 12), match.start())
        start = before.start() if before else match.start()
        kind, count = name.split("_")[:2]
        many = count == "many" or not words.head_first
        yield Head(start, match.end(), kind, many, bool(before) or name.endswith("_its"))


def _bodies(text: str, words: Vocabulary) -> Iterator[Body]:
    for match in words.bodies.finditer(text):
        yield Body(match.start(), match.end(), words.body(match[0]))


def _forwards(
    text: str, words: Vocabulary, heads: list[Head], bodies: list[Body], found: list[Number], stops: list[int]
) -> list[_Open]:
    """The lists of a language that puts the word first."""
    lists: list[_Open] = []
    current: _Open | None = None
    events: list[Head | Number | int] = sorted([*heads, *found, *stops], key=_position)
    for event in events:
        if isinstance(event, int):
            current = None
        elif isinstance(event, Head):
            current = _Open(event)
            lists.append(current)
        elif current and _joins(text, words, bodies, current, event):
            current.held.append(event)
    return lists


def _position(event: Head | Number | int) -> int:
    return event if isinstance(event, int) else event.start


def _joins(text: str, words: Vocabulary, bodies: list[Body], current: _Open, number: Number) -> bool:
    """Whether a number belongs to the open list: it follows the word, or a comma or "and" after another number."""
    if not current.held:
        gap = _without(text, current.head.end, number.start, bodies)
        if number.form == "bare":
            return not gap.strip()
        room = LONGEST_LEAD if current.head.many and _separated(text, words, number.start) else LONGEST_GAP
        return len(gap) <= room
    last = current.held[-1]
    gap = text[last.end : number.start]
    if not _separated(text, words, number.start) or len(gap) > LONGEST_TITLE:
        return False
    if current.head.many and number.form != "bare":
        return True
    return _bridge(words.language).fullmatch(gap) is not None and (number.form != "bare" or len(gap) < 7)


def _without(text: str, start: int, end: int, bodies: list[Body]) -> str:
    """The text between two points without the names of bodies in it."""
    parts, at = [], start
    first = bisect_left(bodies, start, key=lambda body: body.start)
    for body in bodies[first : first + MOST_BODIES]:
        if body.end <= end:
            parts.append(text[at : body.start])
            at = body.end
    return "".join([*parts, text[at:end]])


def _separated(text: str, words: Vocabulary, at: int) -> bool:
    return _separator(words.language).search(text, max(0, at - 24), at) is not None


def _backwards(text: str, words: Vocabulary, heads: list[Head], found: list[Number], stops: list[int]) -> list[_Open]:
    """The lists of a language that puts the word last: the numbers since the word before, or in the sentence."""
    lists = []
    places = sorted([0, *stops, *(head.end for head in heads)])
    for head in heads:
        since = places[bisect_right(places, head.start) - 1]
        held = [number for number in _between(found, since, head.start) if _ordinal(text, words, number)]
        first = held[0].start if held else head.start
        own = _its(words.language).search(text, max(since, first - 4), first)
        lists.append(_Open(replace(head, its=own is not None), held))
    return lists


def _between(found: list[Number], since: int, until: int) -> list[Number]:
    first, last = (bisect_left(found, place, key=lambda number: number.start) for place in (since, until))
    return found[first:last]


def _ordinal(text: str, words: Vocabulary, number: Number) -> bool:
    """Whether "第" or a comma stands before the number: "第61/180号、第64/178号", "第55/67、58/137和63/194号"."""
    before = text[max(0, number.start - 2) : number.start]
    return number.form != "bare" and before.endswith((*words.words("numbers"), *words.words("between")))


def _named(each: _Open, owners: Owners, author: Author, later: str) -> Iterator[Found]:
    for number, body in owners.of(each.head, each.held, later):
        named = symbols(each.head.kind, number, body, author)
        if named:
            is_open = number.form == "bare"
            for symbol in named:
                yield Found(number.start, number.end, Reference("document", number.text, symbol, open=is_open))
        elif number.form != "bare" and number.start - each.head.end <= 2:
            yield Found(number.start, number.end, Reference("document", number.text, open=True))


@cache
def _its(language: str) -> re.Pattern[str]:
    pattern = any_of(vocabulary(language).words("its"))
    return re.compile(rf"{pattern}第?\Z" if language == "zh" else rf"{pattern}\s*\Z", re.IGNORECASE)


@cache
def _separator(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    joined = any_of((*words.words("between"), *words.words("through")))
    return re.compile(rf"(?:[,،、]|{joined})\s?(?:{any_of(words.words('numbers'))}\.?\s?)?\Z", re.IGNORECASE)


@cache
def _bridge(language: str) -> re.Pattern[str]:
    """Dates and joining words only: what may stand between two numbers under a word in the singular."""
    return bridge(vocabulary(language), (*vocabulary(language).words("between"), ","))
