"""The drafting language of one tongue, as a lawyer wrote it down in `<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from palermo.documents.tree import LANGUAGES

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # one of each a language: told apart by identity, found at once
class Verbs:
    """The verbs that open a kind of paragraph, and for some of them the words that belong to the opening phrase.

    One of `subjects` may stand before the verb; where `always`, one must.
    """

    heads: Words
    takes: tuple[tuple[str, Words], ...] = ()
    subjects: Words = ()
    always: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # one of each a language: told apart by identity, found at once
class Guess:
    """What a verb that no list has looks like: patterns for its form, words after it that belong to the phrase, words
    that begin its object, and words of such a form that are no verbs."""

    preamble: Words
    operative: Words
    after: Words = ()
    before_object: Words = ()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)  # one of each a language: told apart by identity, found at once
class Grammar:
    """The words of drafting in one language. The comments in `en.toml` say what each list is for."""

    language: str
    spaced: bool
    capitals: bool
    enacting: Words
    openings: Words
    organs: Words
    distribution: Words
    sessions: Words
    agenda: Words
    adoptions: Words
    titles: Words
    drafts: Words
    boundaries: Words
    dates: Words
    months: Words
    ordinals: tuple[tuple[str, int], ...]
    numbers: Words
    items: Words
    letters: Words
    romans: Words
    annexes: Words
    ibid: Words
    meetings: Words
    votes: Words
    words: tuple[tuple[str, Words], ...]
    before: Words
    after: Words
    preamble: Verbs
    operative: Verbs
    declaration: Verbs
    doubtful: Words = ()
    starts: Words = ()
    pairs: Words = ()
    short: Words = ()
    manner: Words = ()
    possessives: Words = ()
    kept: Words = ()
    within: Words = ()
    guess: Guess | None = None


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language.

    Raises ValueError for a language other than the six, and KeyError naming the table that its file lacks.
    """
    if language not in LANGUAGES:
        raise ValueError(f"expected a language among {', '.join(LANGUAGES)}, got {language!r}")
    return _grammar(tomllib.loads((files(__package__) / f"{language}.toml").read_text(encoding="utf-8")))


def _grammar(data: Mapping[str, Any]) -> Grammar:
    head, phrases, numbering = data["masthead"], data["phrases"], data["numbering"]
    return Grammar(
        language=data["language"],
        spaced=data["spaced"],
        capitals=data["capitals"],
        enacting=tuple(data["enacting"]),
        openings=tuple(data["openings"]),
        organs=tuple(head["organs"]),
        distribution=tuple(head["distribution"]),
        sessions=tuple(head["sessions"]),
        agenda=tuple(head["agenda"]),
        adoptions=tuple(head["adoptions"]),
        titles=tuple(head["titles"]),
        drafts=tuple(head.get("drafts", ())),
        boundaries=tuple(head["boundaries"]),
        dates=tuple(data["dates"]["forms"]),
        months=tuple(data["dates"]["months"]),
        ordinals=tuple(_ordinals(data["ordinals"]).items()),
        numbers=tuple(numbering["paragraph"]),
        items=tuple(numbering["items"]),
        letters=tuple(numbering["letters"]),
        romans=tuple(numbering["romans"]),
        annexes=tuple(data["annex"]["words"]),
        ibid=tuple(data["notes"]["ibid"]),
        meetings=tuple(data["conclusion"]["meetings"]),
        votes=tuple(data["conclusion"]["votes"]),
        words=tuple((name, tuple(words)) for name, words in data.get("words", {}).items()),
        before=tuple(phrases["before"]),
        after=tuple(phrases["after"]),
        preamble=_verbs(phrases.get("preamble", {})),
        operative=_verbs(phrases.get("operative", {})),
        declaration=_verbs(phrases.get("declaration", {})),
        doubtful=tuple(phrases.get("doubtful", ())),
        starts=tuple(phrases.get("starts", ())),
        pairs=tuple(phrases.get("pairs", ())),
        short=tuple(phrases.get("short", ())),
        manner=tuple(phrases.get("manner", ())),
        possessives=tuple(phrases.get("possessives", ())),
        kept=tuple(phrases.get("kept", ())),
        within=tuple(phrases.get("within", ())),
        guess=_guess(phrases["guess"]) if "guess" in phrases else None,
    )


def _guess(data: Mapping[str, Any]) -> Guess:
    return Guess(
        preamble=tuple(data["preamble"]),
        operative=tuple(data["operative"]),
        after=tuple(data.get("after", ())),
        before_object=tuple(data.get("before_object", ())),
        never=frozenset(word.casefold() for word in data.get("never", ())),
    )


def _verbs(data: Mapping[str, Any]) -> Verbs:
    takes = tuple((head, tuple(words)) for head, words in data.get("takes", {}).items() if words)
    return Verbs(tuple(data.get("heads", ())), takes, tuple(data.get("subjects", ())), bool(data.get("always")))


def _ordinals(data: Mapping[str, Any]) -> dict[str, int]:
    """Every ordinal as a word: those written out, and tens with ones. `Seventy-fourth` is found in lower case."""
    compound: str = data["compound"]
    made = {
        compound.format(tens=tens, ones=ones): more + less
        for tens, more in data.get("tens", {}).items()
        for ones, less in data.get("ones", {}).items()
    }
    return {word.casefold(): number for word, number in {**made, **data.get("exact", {})}.items()}
