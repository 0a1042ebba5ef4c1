"""Instruments that a text calls by name in one of six languages, whatever its case, accents and line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from palermo.documents.references.found import Found
from palermo.documents.references.likely import likely_titled
from palermo.documents.references.series import catalogue
from palermo.documents.references.vocabulary import vocabulary
from palermo.documents.tree import Reference
from palermo.reference import Instrument, plain

LONG_WORD, STEM = 6, 5  # Russian words of six letters and more are told by their first five: the endings change
SHORTEST = {"zh": 4}
_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")
_MAIN = "UNTOC"  # whose protocols are called with and without "supplementing the … Convention"


@dataclass(frozen=True, slots=True)
class _Even:
    """A text as words that can be compared, joined by a space (none in Chinese), and where each began and ended."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text as printed behind `start` to `end` here."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        return self.spans[max(0, first)][0], self.spans[last][1]


def find(text: str, language: str) -> list[Found]:
    """Every instrument that the folded `text` of one place calls by its title; the longest title wins."""
    if not likely_titled(text.lower(), language):
        return []
    even = _even(text, language)
    left = even.text
    found = []
    for spelling, code in _spellings(language):
        if spelling not in left:
            continue
        at = left.find(spelling)
        while at >= 0:
            start, end = even.span(at, at + len(spelling.rstrip()))
            found.append(Found(start, end, Reference("treaty", text[start:end], instrument=code)))
            at = left.find(spelling, at + len(spelling))
        left = left.replace(spelling, "\x00" * len(spelling))
    return found


def _even(text: str, language: str) -> _Even:
    gap = "" if language == "zh" else " "
    matches = list((_CHINESE if language == "zh" else _WORD).finditer(text))
    words = [gap + _stem(match[0], language) for match in matches]
    starts = tuple(accumulate((len(word) for word in words), initial=0))[:-1]
    return _Even("".join(words) + gap, starts, tuple(match.span() for match in matches))


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    """A word without case and accents; a long Russian one without its ending."""
    bare = plain(word)
    return bare[:STEM] if language == "ru" and len(bare) >= LONG_WORD else bare


@cache
def _spellings(language: str) -> tuple[tuple[str, str], ...]:
    """Every spelling in words that can be compared, longest first, with the code of its instrument."""
    held: dict[str, str] = {}
    main = _even(catalogue().instruments[_MAIN].title(language), language).text.strip()
    for code, each in catalogue().instruments.items():
        for name in _names(each, language):
            even = _even(name, language).text
            for spelling in (even, _alone(even, main, language) if code != _MAIN else even):
                held.setdefault(_loose(spelling, language), code)
    least = SHORTEST.get(language, 10)
    nouns = vocabulary(language).words("treaty")
    kept = [(text, code) for text, code in held.items() if len(text) > least and any(noun in text for noun in nouns)]
    return tuple(sorted(kept, key=lambda pair: -len(pair[0])))


def _names(each: Instrument, language: str) -> list[str]:
    """The title, the short title and the aliases of more than one word in this language."""
    names = [name for name in (each.titles.get(language, ""), each.short.get(language, "")) if name]
    return names + [alias for alias in each.aliases if language == "zh" or len(_WORD.findall(alias)) > 1]


def _alone(title: str, main: str, language: str) -> str:
    """A protocol's title without "supplementing the … Convention", as texts shorten it."""
    if main not in title:
        return title
    before, _, after = title.partition(main)
    if language == "zh":
        return before + after
    if after.strip():  # French has it in the middle: "Protocole additionnel à la … visant à …"
        return before.rsplit(" ", 4)[0] + " " + after.strip() + " "
    return " ".join(before.split()[: -{"ar": 2, "en": 2, "es": 3}.get(language, 1)]).join((" ", " "))


def _loose(spelling: str, language: str) -> str:
    """In Arabic a word may have "and", "of" and "the" glued to its front: the first one is found without them."""
    if language != "ar":
        return spelling
    word = spelling.lstrip()
    return word[2:] if word.startswith("ال") else word
