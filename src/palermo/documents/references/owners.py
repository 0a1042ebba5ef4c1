"""Which organ adopted what a list names: the one beside the word, after the numbers, behind "its", or the author."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from palermo.documents.references.author import Author
from palermo.documents.references.naming import symbols
from palermo.documents.references.numbers import Number
from palermo.documents.references.vocabulary import Vocabulary, any_of, vocabulary

BESIDE = 2  # "Assembly resolution", "Council's resolution"
BEHIND_ITS = 30  # "by the Human Rights Council in its resolution"
AFTER = 90  # "resolution 44/4 of 16 July 2020 of the Human Rights Council"


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a list. `its` where the text says whose by a pronoun."""

    start: int
    end: int
    kind: str
    many: bool
    its: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in the text, by the code of the vocabulary."""

    start: int
    end: int
    code: str


class Owners:
    """Answers for the lists of one place, in their order: a list without an owner inherits that of the one before."""

    def __init__(self, text: str, words: Vocabulary, bodies: Sequence[Body], author: Author) -> None:
        self._text, self._words, self._bodies, self._author = text, words, bodies, author
        self._starts = [body.start for body in bodies]
        self._inherited = ""

    def later(self, heads: Sequence[Head], held: Sequence[Sequence[Number]], stops: Sequence[int]) -> list[str]:
        """For each list the owner that a later one of the same sentence states after itself, `""` if none does.

        "resolution 7/1 …, resolution 7/2 … and other resolutions adopted by the Commission" are all the Commission's.
        """
        answers, known, upto = [], "", len(self._text)
        for head, numbers in zip(reversed(heads), reversed(held), strict=True):
            if bisect_left(stops, head.start) != bisect_left(stops, upto):
                known = ""
            answers.append(known)
            known, upto = self._following(numbers[-1].end if numbers else head.end) or known, head.start
        return answers[::-1]

    def of(self, head: Head, held: Sequence[Number], later: str) -> Iterator[tuple[Number, str]]:
        """Each number with the body that can have adopted it; `""` for none that is known."""
        first = held[0].start if held else head.end
        stated = self._before(head, first) if self._words.head_first else self._leading(head, first)
        if stated:
            self._inherited = stated
        for number, after in zip(held, self._afterwards(held), strict=True):
            if after:
                self._inherited = after
            yield number, self._possible(head, number, (after, stated), later)

    def _possible(self, head: Head, number: Number, named: Iterable[str], later: str) -> str:
        """The first body, from what is named to what is likely, that can have given this number."""
        own = [body for body in named if body]
        if own and own[0] == "OTHER":
            return "OTHER"
        last: tuple[str, ...] = () if head.its else (self._inherited, later)
        for body in (*own, *last, self._author.body, "" if number.form != "session" else "GA"):
            if (body or number.form != "session") and symbols(head.kind, number, body, self._author):
                return body
            if body == "OTHER":
                break
        return "OTHER"

    def _before(self, head: Head, first: int) -> str:
        """The body beside the word, between the word and its first number, or the one that "its" means."""
        near = self._last(head.start)
        gap = self._text[near.end : head.start] if near else ""
        if near and not head.its and len(gap.strip("'’s ")) == 0 and len(gap) <= BESIDE + 1:
            return near.code
        inside = self._next(head.end)
        if inside and inside.end <= first:
            return inside.code
        links = _links(self._words.language)
        if near and len(gap) <= BEHIND_ITS and (links.search(gap) if head.its else links.fullmatch(gap)):
            return near.code
        return ""

    def _leading(self, head: Head, first: int) -> str:
        """Where the word comes last: the nearest body before the first number, outside titles in quotation marks."""
        at = bisect_left(self._starts, first) - 1
        if head.its and (at < 0 or first - self._bodies[at].end > BEHIND_ITS):
            return ""
        sentence = max(self._text.rfind(stop, 0, first) for stop in "。；;")
        while at >= 0 and self._bodies[at].start > sentence:
            if not self._quoted(self._bodies[at].end, first):
                return self._bodies[at].code
            at -= 1
        return ""

    def _quoted(self, start: int, end: int) -> bool:
        """Whether a title that holds `start` closes before `end`."""
        between = self._text[start:end]
        return any(between.count(close) > between.count(opened) for opened, close in ("“”", "《》", "「」"))

    def _afterwards(self, held: Sequence[Number]) -> list[str]:
        """For each number the body named after it, or after a later number of the same list."""
        after = ""
        answers = []
        for number in reversed(held):
            after = self._following(number.end) or after
            answers.append(after)
        return answers[::-1]

    def _following(self, end: int) -> str:
        """The body after a number, where only a date and joining words stand between."""
        if not self._words.head_first:
            return ""
        body = self._next(end)
        if body is None or body.start - end > AFTER or body.start == end:
            return ""
        return body.code if _bridge(self._words.language).fullmatch(self._text, end, body.start) else ""

    def _last(self, before: int) -> Body | None:
        at = bisect_left(self._starts, before) - 1
        return self._bodies[at] if at >= 0 and self._bodies[at].end <= before else None

    def _next(self, after: int) -> Body | None:
        at = bisect_left(self._starts, after)
        return self._bodies[at] if at < len(self._bodies) else None


@cache
def _links(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s,،]*{any_of(vocabulary(language).words('links'))}\s*\Z", re.IGNORECASE)


@cache
def _bridge(language: str) -> re.Pattern[str]:
    return bridge(vocabulary(language))


def bridge(words: Vocabulary, more: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern for text made of dates and the words of `bridges` (and `more`) alone; it never turns back."""
    word = any_of((*words.words("bridges"), *more))
    return re.compile(rf"(?>[\s,،'’/]+|\d+|{word})*+", re.IGNORECASE)
