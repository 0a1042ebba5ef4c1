"""What narrows an act: qualifiers, how often, and for whom."""

from __future__ import annotations

import re
from functools import cache

from palermo.documents.units.names import names_in
from palermo.documents.units.values import Addressee
from palermo.documents.units.vocabulary import Vocabulary

WIDEST = 60  # characters of text before a name that may hold the word that makes it a recipient


@cache
def _qualifiers(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("qualifiers", "phrases"))


def qualifiers_in(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Words that soften or narrow an act, as printed, each once: "as appropriate", "upon request"."""
    return tuple(dict.fromkeys(match[0].strip() for match in _qualifiers(words).finditer(text)))


@cache
def _frequencies(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("frequency", "phrases"))


def frequency_in(text: str, words: Vocabulary) -> str:
    """How often, as printed: "every two years"; empty where the text does not say."""
    match = _frequencies(words).search(text)
    return match[0].strip() if match else ""


@cache
def _serving(words: Vocabulary) -> re.Pattern[str]:
    """A word that makes the name after it a recipient, with the determiners between."""
    before = words.words.any_of(words.list("recipients", "before"))
    lead = r"(?:\s+[^\W\d_][\w’'-]*){0,3}?\s*" if words.spaced else r"[^，。；、]{0,6}?"
    return re.compile(rf"(?P<cue>{before}){lead}$", re.IGNORECASE)


@cache
def _never(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(f"{words.words.any_of(words.list('recipients', 'never'))}\\s*$", re.IGNORECASE)


@cache
def _people(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("recipients", "people"), names=True)


@cache
def _inner(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern([*words.list("prepositions", "words"), *words.list("recipients", "before")])


def recipients_in(text: str, start: int, end: int, words: Vocabulary) -> tuple[Addressee, ...]:
    """Those to whom something is given, or for whose good it is done, between two places of a text: "to provide the
    Office with resources"."""
    found: dict[Addressee, None] = {}
    spans = [(name.start, name.end, name.kinds) for name in names_in(text, start, end, words)]
    spans += [(match.start(), match.end(), ("other",)) for match in _people(words).finditer(text, start, end)]
    for begin, stop, kinds in sorted(spans):
        if _is_served(text, max(start, begin - WIDEST), begin, words):
            found.update({Addressee(kind, text[begin:stop]): None for kind in kinds})
    return tuple(found)


def _is_served(text: str, start: int, end: int, words: Vocabulary) -> bool:
    window = text[start:end]
    match = _serving(words).search(window)
    if not match or _inner(words).search(window, match.end("cue")):
        return False
    return not _never(words).search(window[: match.end("cue")])
