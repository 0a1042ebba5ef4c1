"""Which act a verb is, and how strong it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from palermo.documents.grammar import Verbs
from palermo.documents.grammar.patterns import either, phrases_of
from palermo.documents.units.patterns import folded
from palermo.documents.units.vocabulary import Class, Vocabulary

OTHERWISE: dict[str, Class] = {
    "organ": ("deciding", "duty"),
    "we": ("deciding", "duty"),
    "measure": ("directive", "duty"),
}


RECITAL: Class = ("observing", "affirmation")  # "Desirous", "Acting": a recital among operative paragraphs


@cache
def verb_pattern(words: Vocabulary, mood: str) -> re.Pattern[str]:
    """Finds the phrase of an act at a place: words before, the verb, words after it."""
    return phrases_of(words.verbs[mood], words.grammar)


@cache
def _later_verbs(words: Vocabulary) -> Verbs:
    return Verbs(words.list("splitting", "later"))


@cache
def later_pattern(words: Vocabulary, mood: str) -> re.Pattern[str]:
    """The same for an act after the first. Where a verb has one form for the organ and for what is asked, only the
    verbs that the vocabulary lists open one."""
    later = _later_verbs(words)
    return phrases_of(later, words.grammar) if later.heads else verb_pattern(words, mood)


@cache
def _known(words: Vocabulary, mood: str) -> re.Pattern[str]:
    return re.compile(words.words.any_of(words.classes[mood]), re.IGNORECASE)


@cache
def _filling(words: Vocabulary) -> re.Pattern[str]:
    qualities = dict(words.grammar.words).get("quality", ())
    adverbs = (*words.grammar.before, *words.grammar.within, *qualities)
    return re.compile(rf"(?:{either(adverbs)})\s+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def verb_of(phrase: str, mood: str, words: Vocabulary) -> str:
    """The verb of a phrase as the vocabulary has it: `prie instamment` of "Prie également instamment"; or nothing.

    Of the verbs found in the phrase and in the phrase without its adverbs, the longer one counts.
    """
    known = _known(words, mood)
    bare = _filling(words).sub("", phrase) if words.spaced else phrase
    found = [match[0] for match in (known.search(bare), known.search(phrase)) if match]
    return folded(max(found, key=len, default=""))


@cache
def _judging(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("judging", "words"))


@lru_cache(maxsize=20_000)
def class_of(phrase: str, mood: str, words: Vocabulary) -> Class:
    """The act and the strength of a phrase, `Also calls once again upon` as `calls upon`. To take notice with a
    feeling is to judge: "notes with deep regret"."""
    known = words.classes[mood].get(verb_of(phrase, mood, words))
    if known is None and mood == "organ" and phrases_of(words.grammar.preamble, words.grammar).match(phrase):
        known = RECITAL
    act, strength = known or OTHERWISE[mood]
    return ("evaluative" if act == "observing" and _judging(words).search(phrase) else act), strength


@cache
def _considering(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("considering", "words"))


def strength_of(strength: str, act: str, object_: str, words: Vocabulary) -> str:
    """What is asked may be no more than a consideration: "invites States to consider"."""
    return "consideration" if act == "directive" and _considering(words).match(object_) else strength
