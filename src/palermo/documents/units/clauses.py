"""A paragraph becomes clauses, one for each act: where the acts begin, and which verb each has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from palermo.documents.units.acts import class_of, verb_of
from palermo.documents.units.names import names_in
from palermo.documents.units.openers import opener_pattern
from palermo.documents.units.verbs import inside, later, opening
from palermo.documents.units.vocabulary import Vocabulary

LONGEST_LINK = 60  # characters from a comma to a verb: ", and in this context we"
LONGEST_SUBJECT = 160  # characters of a sentence before "should"
LONGEST_AFTER_SUBJECT = 60  # characters between the last name of a subject and "should"
MOST_BEFORE_SUBJECT = 3  # words before the noun of a subject: "All the relevant"
STOPPED = re.compile(r"[.;:—!?”»]\s*\S*\s*$")
CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"


@dataclass(frozen=True, slots=True)
class Clause:
    """One act in a text: the phrase stands at `start`, what belongs to it goes from `rest` to `end`.

    `phrase` is the verb that counts: for one taken up again ("and upon States to") that of the act before.
    `subject` is where those stand who shall do it, in a sentence that says so ("States should").
    """

    start: int
    rest: int
    end: int
    phrase: str
    act: str
    strength: str
    subject: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    phrase: str
    strength: str = ""
    subject: tuple[int, int] | None = None


@cache
def _subjects(words: Vocabulary) -> str:
    return words.words.any_of(words.list("splitting", "subjects"))


@cache
def _noun(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("splitting", "nouns"))


@cache
def _starts(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{CAPITAL}|{words.words.any_of(words.list('splitting', 'starts'))})")


def clauses(text: str, mood: str, words: Vocabulary, *, phrase: str = "") -> tuple[Clause, ...]:
    """The acts of a text, in order; none where it does not begin with one.

    `phrase` is the opening phrase as the parser found it, for verbs that only it knows.
    """
    first = _first(text, mood, words, phrase)
    return _following(text, first, mood, words) if first else ()


def later_clauses(text: str, mood: str, words: Vocabulary) -> tuple[Clause, ...]:
    """The acts of a text that begins with something else: "Today, we pledge", "States should"."""
    match = inside(text, mood, words)
    said = _Verb(match.start(), match.end(), match[0]) if match else None
    first = min(
        [verb for verb in (said, *_should(text, 0, words)) if verb], key=lambda verb: verb.start, default=None
    )
    return _following(text, first, mood, words) if first else ()


def _following(text: str, first: _Verb, mood: str, words: Vocabulary) -> tuple[Clause, ...]:
    verbs = [first, *_others(text, first, mood, words)]
    starts = [verb.subject[0] if verb.subject else verb.start for verb in verbs]
    ends = [*(_before(text, start, words) for start in starts[1:]), len(text)]
    return tuple(_clause(verb, end, mood, words) for verb, end in zip(verbs, ends, strict=True))


def _clause(verb: _Verb, end: int, mood: str, words: Vocabulary) -> Clause:
    if verb.subject:
        return Clause(verb.start, verb.end, end, verb.phrase, "directive", verb.strength, verb.subject)
    return Clause(verb.start, verb.end, end, verb.phrase, *class_of(verb.phrase, mood, words))


SENTENCE = re.compile(r"(?:^|(?<=[.;。؛；])\s+|(?<=[。；]))(?=\S)")


@cache
def modal_pattern(words: Vocabulary) -> re.Pattern[str]:
    """Words that say what somebody shall do, each in a group called by its strength."""
    strengths = ("consideration", "encouragement", "duty")
    groups = (f"(?P<{name}>{words.words.any_of(words.list('modals', name))})" for name in strengths)
    return re.compile("|".join(groups))


def _should(text: str, start: int, words: Vocabulary) -> Iterator[_Verb]:
    """Sentences with a subject that shall do something: "The mandate holders should assist"."""
    for sentence in SENTENCE.finditer(text, start):
        begin = sentence.end()
        modal = modal_pattern(words).search(text, begin, begin + LONGEST_SUBJECT)
        if not modal or modal.lastgroup == "consideration" or SENTENCE.search(text, begin + 1, modal.start()):
            continue
        named = names_in(text, begin, modal.start(), words)
        near = named and modal.start() - named[-1].end <= LONGEST_AFTER_SUBJECT
        if near and len(text[begin : named[0].start].split()) <= MOST_BEFORE_SUBJECT:
            strength = modal.lastgroup or "duty"
            yield _Verb(modal.start(), modal.end(), modal[0], strength, (begin, modal.start()))


def _is_name(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether what looks like a verb begins a name: "States parties shall"."""
    if not _noun(words).fullmatch(match[0]):
        return False
    return any(name.start == match.start() for name in names_in(text, 0, len(text), words)[:1])


def _first(text: str, mood: str, words: Vocabulary, phrase: str) -> _Verb | None:
    match = opening(text, mood, words)
    if match and not _is_name(text, match, words):
        return _Verb(match.start(), _after_subject(text, match.end(), words), match[0])
    bare = _infinitive(words).match(text) if mood == "measure" else None
    if bare:
        return _Verb(bare.start(), bare.end(), bare[0])
    start = text.find(phrase) if phrase else -1
    return _Verb(start, start + len(phrase), phrase) if 0 <= start <= 1 else None


@cache
def _subject_after(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s+{words.words.any_of(words.list('splitting', 'inverted'))}")


def _after_subject(text: str, end: int, words: Vocabulary) -> int:
    """Where a verb ends, with the organ that speaks where it may follow: "requests the Council", in Arabic."""
    match = _subject_after(words).match(text, end)
    return match.end() if match else end


@cache
def _infinitive(words: Vocabulary) -> re.Pattern[str]:
    """A verb that no list has, told by its ending: a measure of a plan may say anything."""
    endings = words.list("object", "infinitives")
    return re.compile(rf"\w+(?:{'|'.join(map(re.escape, endings))})(?!\w)" if endings else r"(?!)")


def _others(text: str, first: _Verb, mood: str, words: Vocabulary) -> Iterator[_Verb]:
    last = first
    quoted = _quotations(text)
    found = [*_finite(text, first.end, mood, words), *_carried(text, first, words), *_should(text, first.end, words)]
    for verb in sorted(found, key=lambda verb: verb.start):
        if verb.start < last.end or any(start < verb.start < end for start, end in quoted):
            continue
        if _is_alike(text, last, verb, mood, words):
            continue
        if verb.subject or verb.phrase == first.phrase or _splits(text, last, verb, mood, words):
            last = verb
            yield verb


@cache
def _alike(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("splitting", "alike"))


def _is_alike(text: str, last: _Verb, verb: _Verb, mood: str, words: Vocabulary) -> bool:
    """Whether a form that says what is asked as well as what the organ does goes on with what is asked: after a
    request or a decision, or without a comma."""
    if not _alike(words).fullmatch(verb.phrase):
        return False
    asked = class_of(last.phrase, mood, words)[0] in ("directive", "deciding")
    return asked or not re.search(r"[,،;؛.]\s*\S?$", text[last.end : verb.start])


def _finite(text: str, start: int, mood: str, words: Vocabulary) -> Iterator[_Verb]:
    last = start
    for match in later(text, start, mood, words):
        if match.start() >= last and _is_verb(text, match, mood, words):
            last = match.end()
            yield _Verb(match.start(), _after_subject(text, match.end(), words), match[0])


def _is_verb(text: str, match: re.Match[str], mood: str, words: Vocabulary) -> bool:
    """Whether a form that may be a noun is a verb here: something must follow that only a verb has. Inside a
    sentence a capital letter makes it a name ("the Sanctions Committee")."""
    if match[0][:1].isupper() and not STOPPED.search(text, 0, match.start()):
        return False
    bare = match[0].split()[-1] if words.spaced else match[0]
    held = verb_of(match[0], mood, words)
    alone = _noun(words).fullmatch(bare) and (" " not in held or _noun(words).fullmatch(held))
    noun = _noun(words).fullmatch(match[0]) or alone
    if not noun or _starts(words).match(text, match.end()):
        return True
    return bool(_own_subject(words).search(text[max(0, match.start() - LONGEST_LINK) : match.start()]))


def _splits(text: str, last: _Verb, verb: _Verb, mood: str, words: Vocabulary) -> bool:
    """Whether a verb begins an act of its own. An organ's finite verb does. A bare verb may go on with an infinitive
    ("to prevent crime, protect victims and …"): it does only after comma and join, or where no infinitive is open."""
    between = text[last.end : verb.start]
    if words.list("splitting", "later"):
        return _splits_bare(between, last, mood, words)
    if mood in ("organ", *words.list("splitting", "finite")) or not between.strip():
        return bool(between.strip())
    if mood == "measure" and not text[last.end : _before(text, verb.start, words)].strip():
        return False
    if re.search(r"[;.؛；。]\s*\S*\s*$", between) or _comma_and_join(words).search(between):
        return True
    if _own_subject(words).search(between):
        return True
    return not opener_pattern(words).search(between) and not _relative(words).search(between)


@cache
def _own_subject(words: Vocabulary) -> re.Pattern[str]:
    """A verb with a subject of its own is an act: ", and we note"."""
    joins = words.words.any_of(words.list("splitting", "between"))
    return re.compile(rf"[,،，;.]\s*(?:{joins},?\s*)?{_subjects(words)}\s*$", re.IGNORECASE)


def _splits_bare(between: str, last: _Verb, mood: str, words: Vocabulary) -> bool:
    """The same where no verb has an ending: after a comma alone it goes on with what is asked, if something is."""
    if not between.strip() or _side_clause(words).search(between):
        return False
    if re.search(r"[;；。]\s*\S*\s*$", between) or _comma_and_join(words).search(between):
        return True
    return class_of(last.phrase, mood, words)[0] != "directive"


@cache
def _side_clause(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"{words.words.any_of(words.list('splitting', 'relatives'))}[^；。;]*$")


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
    """The comma, the joins and the subject before a verb; a subject counts only after one of the others."""
    joins = words.words.any_of(words.list("splitting", "between"))
    parted = rf"(?:\s*[,;.،؛，；。—]|\s{'+' if words.spaced else '*'}{joins}(?=\s|$))"
    prefixed = "".join(map(re.escape, words.list("splitting", "prefixed")))
    glued = rf"(?:(?<=\s)[{prefixed}])?" if prefixed else ""
    return re.compile(rf"(?:{parted}(?:[\s,]|{joins})*(?:{_subjects(words)})?)*\s*{glued}$", re.IGNORECASE)


def _before(text: str, start: int, words: Vocabulary) -> int:
    """Where the clause before ends, without the comma and the word that joins."""
    window = max(0, start - LONGEST_LINK)
    match = _joined_end(words).search(text[window:start])
    return window + match.start() if match else start
