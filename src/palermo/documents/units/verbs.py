"""Where in a text a verb of the speaker may stand: at the head, after a subject, after a comma or a join.

The verbs of a language are one large pattern. It is made once, and tried only at the places that small patterns find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from palermo.documents.units.acts import later_pattern, verb_pattern
from palermo.documents.units.names import names_in
from palermo.documents.units.vocabulary import Vocabulary

PAUSES = ",;.،؛，；。—"
SPACES = re.compile(r"\s*")
LONGEST_APPOSITION = 200  # characters of "the States Members of the United Nations, represented at …" after "We"


@cache
def _has_subjects(words: Vocabulary) -> bool:
    return bool(words.list("splitting", "subjects"))


@cache
def _prefixed(words: Vocabulary) -> frozenset[str]:
    return frozenset(words.list("splitting", "prefixed"))


def _space(words: Vocabulary) -> str:
    return r"\s+" if words.spaced else r"\s*"


@cache
def _subject(words: Vocabulary) -> re.Pattern[str]:
    subjects = words.words.any_of(words.list("splitting", "subjects"))
    return re.compile(rf"(?P<subject>{subjects})(?:[,،，]|(?=\s|$)|)", re.IGNORECASE)


@cache
def _pause(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"[,،，]{_space(words)}")


@cache
def _join(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"{words.words.any_of(words.list('splitting', 'between'))},?{_space(words)}", re.IGNORECASE)


@cache
def _gaps(words: Vocabulary) -> re.Pattern[str]:
    """A comma or stop, or the space before a join or before a prefix that joins."""
    joins = words.words.any_of(words.list("splitting", "between"))
    prefixed = "".join(map(re.escape, words.list("splitting", "prefixed")))
    glued = rf"|\s(?=[{prefixed}])" if prefixed else ""
    return re.compile(rf"[{PAUSES}]|{_space(words)}(?={joins}{_space(words)}){glued}", re.IGNORECASE)


def _after_space(text: str, start: int) -> int:
    match = SPACES.match(text, start)
    return match.end() if match else start


def _after_subject(text: str, start: int, words: Vocabulary) -> int | None:
    """Where the text goes on after a subject and its space; None where no subject stands there."""
    match = _subject(words).match(text, start)
    if not match or not _has_subjects(words):
        return None
    end = _after_space(text, match.end())
    return end if end > match.end() or not words.spaced else None


def begins_with_subject(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with "We", or with the organ that speaks."""
    return _after_subject(text, 0, words) is not None


def _prefixes(text: str, start: int, words: Vocabulary) -> Iterator[int]:
    """The place after a prefix that joins, where one stands, and the place itself."""
    if text[start : start + 1] in _prefixed(words):
        yield start + 1
    yield start


def _at(text: str, places: Iterator[int], pattern: re.Pattern[str], words: Vocabulary) -> re.Match[str] | None:
    """The verb at the first of these places that has one."""
    found = (pattern.match(text, place) for start in places for place in _prefixes(text, start, words))
    return next((match for match in found if match), None)


@cache
def _promises(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("splitting", "promises"))


def _promised(text: str, places: Iterator[int], mood: str, words: Vocabulary) -> re.Match[str] | None:
    """A verb that no list has, told by its ending: what "we" shall do may be anything ("nous chercherons à")."""
    return _at(text, places, _promises(words), words) if mood == "we" else None


def opening(text: str, mood: str, words: Vocabulary) -> re.Match[str] | None:
    """The first act at the head of a text, after a quotation mark or a subject. Where "we" and a plan have the same
    verbs, the subject tells them apart; an apposition may follow it ("We, the Ministers, reaffirm")."""
    start = 1 if text[:1] in tuple('“”"«(') else 0
    return _at(text, _heads(text, start, mood, words), verb_pattern(words, mood), words) or _promised(
        text, _heads(text, start, mood, words), mood, words
    )


def _heads(text: str, start: int, mood: str, words: Vocabulary) -> Iterator[int]:
    subjects = words.list("splitting", "subjects")
    after = _after_subject(text, start, words)
    if after is not None:
        yield after
        if not words.spaced:  # the apposition stands against the subject: "我们各国", "we the States"
            yield from (name.end for name in names_in(text, after, after + LONGEST_APPOSITION, words)[:1])
        for pause in _pause(words).finditer(text, after, after + LONGEST_APPOSITION):
            if re.search("[.;:]", text[after : pause.start()]):
                break
            yield pause.end()
    if mood != "we" or "we" in words.list("splitting", "finite") or not subjects:
        yield start


def inside(text: str, mood: str, words: Vocabulary) -> re.Match[str] | None:
    """The first act, with its subject, of a text that begins with something else: "Today, we pledge"."""
    for pause in re.finditer(rf"[{PAUSES}:]\s*|^", text):
        after = _after_subject(text, pause.end(), words)
        if after is None or _pronoun(words).fullmatch(text[pause.end() : after].strip(" ,")):
            continue
        match = verb_pattern(words, mood).match(text, after)
        if match:
            return match
    return None


@cache
def _pronoun(words: Vocabulary) -> re.Pattern[str]:
    """A subject that may be anything ("It requires care"): it opens no first act."""
    return words.words.pattern(words.list("object", "pronouns"))


def later(text: str, start: int, mood: str, words: Vocabulary) -> Iterator[re.Match[str]]:
    """Every place after the first act where another may begin, with its verb, in order."""
    pattern = later_pattern(words, mood)
    for gap in _gaps(words).finditer(text, start):
        match = _at(text, _tails(text, gap.start(), words), pattern, words)
        match = match or _promised(text, _tails(text, gap.start(), words), mood, words)
        if match:
            yield match


def _tails(text: str, start: int, words: Vocabulary) -> Iterator[int]:
    """After a comma or before a join: the places after the join and the subject, the farthest first."""
    pause = text[start] in PAUSES
    base = _after_space(text, start + 1 if pause else start)
    join = _join(words).match(text, base)
    if join:
        yield from filter(None, (_after_subject(text, join.end(), words), join.end()))
    if pause or not join:
        yield from filter(None, (_after_subject(text, base, words), base))
