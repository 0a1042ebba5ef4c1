"""Which act a verb is, and how strong it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from palermo.documents.grammar.patterns import either, phrases_of
from palermo.documents.units.vocabulary import Class, Vocabulary

OTHERWISE: dict[str, Class] = {
    "organ": ("deciding", "duty"),
    "we": ("deciding", "duty"),
    "measure": ("directive", "duty"),
}


@cache
def verb_pattern(words: Vocabulary, mood: str) -> re.Pattern[str]:
    """Finds the phrase of an act at a place: words before, the verb, words after it."""
    return phrases_of(words.verbs[mood], words.grammar)


@cache
def _known(words: Vocabulary, mood: str) -> re.Pattern[str]:
    return re.compile(words.words.any_of(words.classes[mood]), re.IGNORECASE)


@cache
def _filling(words: Vocabulary) -> re.Pattern[str]:
    qualities = dict(words.grammar.words).get("quality", ())
    space = r"\s+" if words.spaced else ""
    return re.compile(f"(?:{either((*words.grammar.before, *qualities))}){space}", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def class_of(phrase: str, mood: str, words: Vocabulary) -> Class:
    """The act and the strength of a phrase, `Also calls once again upon` as `calls upon`."""
    known = _known(words, mood)
    bare = _filling(words).sub("", phrase) if words.spaced else phrase
    match = known.search(bare) or known.search(phrase)
    if not match:
        return OTHERWISE[mood]
    return words.classes[mood].get(" ".join(match[0].split()).casefold(), OTHERWISE[mood])


@cache
def _considering(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("considering", "words"))


def strength_of(strength: str, act: str, object_: str, words: Vocabulary) -> str:
    """What is asked may be no more than a consideration: "invites States to consider"."""
    return "consideration" if act == "directive" and _considering(words).match(object_) else strength
