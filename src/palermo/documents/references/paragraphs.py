"""Paragraphs of texts: "paragraphs 5 and 6 of its resolution 58/1 B", "A/HRC/54/56, para. 86"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.vocabulary import any_of, vocabulary
from palermo.documents.tree import Reference

AHEAD = 60  # characters between a paragraph and the text it belongs to: "paragraph 4 of General Assembly resolution"
BEHIND = 12
_ONE = re.compile(r"\d{1,3}")


def find(text: str, language: str, held: Sequence[Found]) -> list[Found]:
    """Every paragraph that the folded `text` of one place names by number, each number for itself in `number`.

    `held` are the documents found in the same place: a paragraph "of" one, or right behind one, has its symbol;
    any other is a paragraph of the text itself, without a symbol.
    """
    documents = sorted((hit for hit in held if hit.reference.symbol), key=lambda hit: hit.start)
    found: list[Found] = []
    for match in _pattern(language).finditer(text):
        symbol = _symbol(text, language, match, documents)
        found += _each(match, symbol)
    return found


def _each(match: re.Match[str], symbol: str) -> Iterator[Found]:
    for one in _ONE.finditer(next(value for value in match.groups() if value)):
        yield Found(match.start(), match.end(), Reference("paragraph", match[0], symbol, number=one[0]))


def _symbol(text: str, language: str, match: re.Match[str], documents: Sequence[Found]) -> str:
    at = bisect_left(documents, match.start(), key=lambda hit: hit.start)
    behind = documents[at - 1] if at else None
    if behind and match.start() - behind.end <= BEHIND and _STROKE.fullmatch(text, behind.end, match.start()):
        return behind.reference.symbol
    ahead = documents[at] if at < len(documents) else None
    if ahead and ahead.start - match.end() <= AHEAD and _of(language).match(text, match.end()):
        return ahead.reference.symbol
    return ""


_STROKE = re.compile(r"[\s,،，)\].]{0,4}|号(?:决议|决定)[，的]?")


@cache
def _of(language: str) -> re.Pattern[str]:
    """The word that ties a paragraph to what follows; in Russian and Chinese none is needed."""
    words = [word for word in vocabulary(language).words("of") if word]
    free = len(words) < len(vocabulary(language).words("of"))
    return re.compile(rf"\s?{any_of(words)}\s" + ("|" if free else ""), re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A word and numbers ("paragraphs 5 and 6"), or numbers between two words ("第5和第6段")."""
    words = vocabulary(language)
    joined = rf"\s?(?:[,،、–-]|{any_of((*words.words('between'), *words.words('through')))})\s?第?"
    values = rf"(\d{{1,3}}(?![\d/.]\d)(?:\s?\([a-z]{{1,4}}\))?(?:{joined}\d{{1,3}}(?![\d/]))  {{0,20}})".replace(
        "  ", ""
    )
    labels = words.words("paragraph")
    before = any_of(label for label in labels if "{n}" not in label)
    forms = [rf"{before}\.?\s?{values}"]
    forms += [label.replace("{n}", values) for label in labels if "{n}" in label]
    return re.compile("|".join(forms), re.IGNORECASE)
