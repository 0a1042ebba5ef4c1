"""Whether a text can hold a kind of reference at all: a look for plain words, before any pattern is tried.

A look costs a hundredth of a pattern that ignores case, and most paragraphs name nothing of most kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from palermo.documents.references.vocabulary import KINDS, vocabulary

_PIECES = re.compile(r"[^\W\d_]+")
_LONGEST = 7  # letters: as far as the title of a treaty is written alike with and without accents


def likely(low: str, language: str, *keys: str) -> bool:
    """Whether a folded text in small letters has a word of one of these lists."""
    return _holds(low, _stems(language, keys))


def likely_adopted(low: str, language: str) -> bool:
    """Whether it has a word for what organs adopt."""
    return _holds(low, _adopted(language))


def likely_titled(low: str, language: str) -> bool:
    """Whether it has a word that the title of every instrument holds."""
    return _holds(low, _treaties(language))


def _holds(low: str, stems: tuple[str, ...]) -> bool:
    for stem in stems:  # noqa: SIM110 -- a loop takes half the time of `any`
        if stem in low:
            return True
    return False


@cache
def _stems(language: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    return _longest(word for key in keys for word in vocabulary(language).words(key))


@cache
def _adopted(language: str) -> tuple[str, ...]:
    raw = vocabulary(language).raw
    return _longest(word for kind in KINDS for count in ("one", "many") for word in raw[kind][count])


@cache
def _treaties(language: str) -> tuple[str, ...]:
    return tuple({word[:_LONGEST] for word in vocabulary(language).words("treaty")})


def _longest(words: Iterable[str]) -> tuple[str, ...]:
    """Of each entry its longest word: an entry may have several, stars and braces. None where one has no letters."""
    pieces = [_PIECES.findall(word.replace("{n}", " ").lower()) for word in words if word]
    if not all(pieces):
        return ("",)
    held = {max(piece, key=len) for piece in pieces}
    return tuple(stem for stem in held if not any(other in stem for other in held - {stem}))
