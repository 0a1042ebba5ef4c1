"""A paragraph becomes clauses, one for each act: where the acts begin, and which verb each has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from palermo.documents.units.acts import class_of, verb_pattern
from palermo.documents.units.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Clause:
    """One act in a text: the phrase stands at `start`, what belongs to it goes from `rest` to `end`.

    `phrase` is the verb that counts: for one taken up again ("and upon States to") that of the act before.
    """

    start: int
    rest: int
    end: int
    phrase: str
    act: str
    strength: str


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    phrase: str


@cache
def _subjects(words: Vocabulary) -> str:
    return words.words.any_of(words.list("splitting", "subjects"))


@cache
def _opening(words: Vocabulary, mood: str) -> re.Pattern[str]:
    """The first act: a quotation mark, a subject, the phrase."""
    space = r"\s+" if words.spaced else r"\s*"
    return re.compile(
        rf"[“\"«(]?(?:{_subjects(words)}[,]?{space})?(?P<verb>{verb_pattern(words, mood).pattern})", re.IGNORECASE
    )


@cache
def _later(words: Vocabulary, mood: str) -> re.Pattern[str]:
    """A later act: after a comma, a full stop or a join; group `comma` says which, `verb` is the phrase."""
    space = r"\s+" if words.spaced else r"\s*"
    joins = words.words.any_of(words.list("splitting", "between"))
    prefixed = "".join(map(re.escape, words.list("splitting", "prefixed")))
    glued = f"[{prefixed}]?" if prefixed else ""
    parted = rf"(?P<comma>[,;.،؛，；。—]\s*(?:{joins},?{space})?)"
    joined = rf"(?P<joined>{space}{joins}{space})"
    alone = rf"|(?P<glued>\s(?=[{prefixed}]))" if prefixed else ""
    subject = rf"(?:{_subjects(words)}{space})?"
    return re.compile(
        rf"(?:{parted}|{joined}{alone}){subject}{glued}(?P<verb>{verb_pattern(words, mood).pattern})", re.IGNORECASE
    )


@cache
def _noun(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("splitting", "nouns"))


@cache
def _starts(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[A-Z]|{words.words.any_of(words.list('splitting', 'starts'))})")


@cache
def _opener(words: Vocabulary) -> re.Pattern[str]:
    """Where what is asked begins: "to" before a verb. The group `verb` begins with the first word of it."""
    opens, endings, never = (words.list("object", key) for key in ("opens", "endings", "never"))
    space = r"\s+" if words.spaced else r"\s*"
    if not opens and not endings:
        return re.compile(r"(?!)")
    opened = rf"(?:{words.words.any_of(opens)}(?:,|{space}))" if opens else ""
    glued = "|".join(re.escape(word) for word in opens if word[-1] in "’'")
    opened = f"(?:{opened}|(?<!\\w)(?:{glued}))" if glued else opened
    not_noun = rf"(?!{words.words.any_of(never)})" if never else ""
    ended = rf"\w*(?:{'|'.join(map(re.escape, endings))})(?!\w)" if endings else ""
    first = rf"(?P<verb>{not_noun}(?![A-Z])(?={ended}))" if ended else rf"(?P<verb>{not_noun}(?![A-Z]))"
    return re.compile(rf"(?<!\w){opened}{first}" if opened else first)


def opener_in(text: str, start: int, end: int, words: Vocabulary) -> re.Match[str] | None:
    """The first place from which on the text says what is asked."""
    return _opener(words).search(text, start, end)


def clauses(text: str, mood: str, words: Vocabulary, *, phrase: str = "") -> tuple[Clause, ...]:
    """The acts of a text, in order; none where it does not begin with one.

    `phrase` is the opening phrase as the parser found it, for verbs that only it knows.
    """
    first = _first(text, mood, words, phrase)
    if first is None:
        return ()
    verbs = [first, *_others(text, first, mood, words)]
    ends = [*(_before(text, verb.start, words) for verb in verbs[1:]), len(text)]
    return tuple(
        Clause(verb.start, verb.end, end, verb.phrase, *class_of(verb.phrase, mood, words))
        for verb, end in zip(verbs, ends, strict=True)
    )


def _first(text: str, mood: str, words: Vocabulary, phrase: str) -> _Verb | None:
    match = _opening(words, mood).match(text)
    if match:
        return _Verb(match.start("verb"), match.end("verb"), match["verb"])
    start = text.find(phrase) if phrase else -1
    return _Verb(start, start + len(phrase), phrase) if 0 <= start <= 1 else None


def _others(text: str, first: _Verb, mood: str, words: Vocabulary) -> Iterator[_Verb]:
    last = first
    quoted = _quotations(text)
    found = [*_finite(text, first.end, mood, words), *_carried(text, first, words)]
    for verb in sorted(found, key=lambda verb: verb.start):
        if verb.start < last.end or any(start < verb.start < end for start, end in quoted):
            continue
        if verb.phrase == first.phrase or _splits(text, last, verb, mood, words):
            last = verb
            yield verb


def _finite(text: str, start: int, mood: str, words: Vocabulary) -> Iterator[_Verb]:
    pattern = _later(words, mood)
    match = pattern.search(text, start)
    while match:
        if _is_verb(text, match, words):
            yield _Verb(match.start("verb"), match.end("verb"), match["verb"])
            match = pattern.search(text, match.end("verb"))
        else:
            match = pattern.search(text, match.start() + 1)


def _is_verb(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether a form that may be a noun is a verb here: something must follow that only a verb has."""
    bare = match["verb"].split()[-1] if words.spaced else match["verb"]
    noun = _noun(words).fullmatch(match["verb"]) or _noun(words).fullmatch(bare)
    return not noun or bool(_starts(words).match(text, match.end("verb")))


def _splits(text: str, last: _Verb, verb: _Verb, mood: str, words: Vocabulary) -> bool:
    """Whether a verb begins an act of its own. An organ's finite verb does. A bare verb may go on with an infinitive
    ("to prevent crime, protect victims and …"): it does only after comma and join, or where no infinitive is open."""
    between = text[last.end : verb.start]
    if mood == "organ" or not between.strip():
        return bool(between.strip())
    if re.search(r"[;.؛；。]\s*\S*\s*$", between) or _comma_and_join(words).search(between):
        return True
    return not _opener(words).search(between) and not _relative(words).search(between)


@cache
def _relative(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern([*words.list("splitting", "relatives"), *words.list("object", "by")])


@cache
def _comma_and_join(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"[,،，]\s*{words.words.any_of(words.list('splitting', 'between'))}\s*$")


@cache
def _carry(words: Vocabulary) -> re.Pattern[str] | None:
    carried = words.list("splitting", "carried")
    if not carried:
        return None
    joins = words.words.any_of(words.list("splitting", "between"))
    return re.compile(rf"(?:[,;]\s*(?:{joins}\s+)?|\s{joins}\s+)(?P<again>{words.words.any_of(carried)})\s+(?=\w)")


def _carried(text: str, first: _Verb, words: Vocabulary) -> Iterator[_Verb]:
    """A verb taken up again by its last word: "calls upon A to …, and upon B to …"."""
    carry = _carry(words)
    last = first.phrase.split()[-1].casefold() if words.spaced and first.phrase else ""
    if carry is None or last not in words.list("splitting", "carried"):
        return
    for match in carry.finditer(text, first.end):
        if match["again"].casefold() == last:
            yield _Verb(match.start("again"), match.end("again"), first.phrase)


QUOTATION = re.compile(r"“[^”]*”?|«[^»]*»?")


def _quotations(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks; a mark at the very beginning is that of a speech and holds nothing."""
    return [match.span() for match in QUOTATION.finditer(text, 1)]


@cache
def _joined_end(words: Vocabulary) -> re.Pattern[str]:
    joins = words.words.any_of([*words.list("splitting", "between"), *words.list("splitting", "subjects")])
    return re.compile(rf"(?:[\s,;.،؛，；。—]|{joins})*$")


def _before(text: str, start: int, words: Vocabulary) -> int:
    """Where the clause before ends, without the comma and the word that joins."""
    window = max(0, start - 60)
    match = _joined_end(words).search(text[window:start])
    return window + match.start() if match else start
