"""Whom a text names: the words and names of bodies, with their kinds, and how far each name goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from palermo.documents.units.values import KINDS, Addressee
from palermo.documents.units.vocabulary import Vocabulary

LONGEST_LEAD = 90  # characters between a comma and the noun of a name: "all newly appointed and interested"
LONGEST_TAIL = 160  # characters of a name after its noun: "on the sale of children"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its noun from `start` to `end`, and its kinds; "international and regional organizations"
    has two."""

    start: int
    end: int
    kinds: tuple[str, ...]


@cache
def _all(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern([name for names in words.kinds.values() for name in names], names=True)


@cache
def _of_kind(words: Vocabulary, kind: str) -> re.Pattern[str]:
    return words.words.pattern(words.kinds.get(kind, ()), names=True)


@lru_cache(maxsize=20_000)
def kind_of(name: str, words: Vocabulary) -> str:
    """The kind of a name that stands in the vocabulary; `other` for one that does not."""
    return next((kind for kind in KINDS if _of_kind(words, kind).fullmatch(name)), "other")


@cache
def _mixed(words: Vocabulary) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]] | None:
    """Finds a noun with adjectives that tell kinds, in either order, and the adjectives of each kind."""
    table = words.raw.get("mixed", {})
    if not table.get("nouns"):
        return None
    make = words.words
    by_kind = {kind: make.pattern(names) for kind, names in table.get("words", {}).items()}
    told = make.any_of([name for names in table["words"].values() for name in names])
    any_word = make.any_of(
        [*table.get("fillers", ()), *(name for names in table["words"].values() for name in names)]
    )
    nouns = make.any_of(table["nouns"])
    space = r"\s+" if words.spaced else r"\s*"
    run = f"(?:{any_word}{make.join}){{0,6}}"
    before = f"{told}(?:{make.join}{any_word}){{0,6}}{space}{nouns}(?:{make.joined}{nouns}){{0,2}}"
    after = f"{nouns}(?:{make.joined}{nouns}){{0,2}}{space}{run}{told}(?:{make.join}{told}){{0,4}}"
    both = before if table.get("adjectives") == "before" else f"{before}|{after}"
    return re.compile(both, re.IGNORECASE), by_kind


TITLE = re.compile("《[^》]*》")


def titles_in(text: str) -> tuple[tuple[int, int], ...]:
    """The places of titles in their marks: a treaty or a plan is nobody, and its words ask nothing."""
    return tuple(match.span() for match in TITLE.finditer(text))


def names_in(text: str, start: int, end: int, words: Vocabulary) -> tuple[Name, ...]:
    """Every name between two places, in order; of two that overlap the longer one."""
    return tuple(name for name in _held(text, words) if start <= name.start and name.end <= end)


@lru_cache(maxsize=500)  # a paragraph and its items, each asked for many times while it is read
def _held(text: str, words: Vocabulary) -> tuple[Name, ...]:
    titles = titles_in(text)
    found = [*_plain(text, 0, len(text), words), *_joint(text, 0, len(text), words)]
    found = [name for name in found if not any(opens < name.start and name.end < ends for opens, ends in titles)]
    found.sort(key=lambda name: (name.start - name.end, -len(name.kinds)))
    taken: list[Name] = []
    for name in found:
        if all(name.end <= other.start or other.end <= name.start for other in taken):
            taken.append(name)
    return tuple(sorted(taken, key=lambda name: name.start))


def _plain(text: str, start: int, end: int, words: Vocabulary) -> Iterator[Name]:
    for match in _all(words).finditer(text, start, end):
        yield Name(match.start(), match.end(), (kind_of(match[0], words),))


def _joint(text: str, start: int, end: int, words: Vocabulary) -> Iterator[Name]:
    mixed = _mixed(words)
    if mixed is None:
        return
    pattern, by_kind = mixed
    for match in pattern.finditer(text, start, end):
        yield Name(
            match.start(),
            match.end(),
            tuple(kind for kind in KINDS if kind in by_kind and by_kind[kind].search(match[0])),
        )


@cache
def _boundary(words: Vocabulary) -> re.Pattern[str]:
    """What parts two names: a comma, a word that joins, or both."""
    joins = words.list("splitting", "joins")
    prefixed = "|".join(map(re.escape, words.list("splitting", "prefixed")))
    glued = rf"|(?<=\s)(?:{prefixed})(?=\w)" if prefixed else ""
    space = r"\s*" if words.spaced else ""
    return re.compile(
        rf"{space}[,،、，;；]\s*(?:{words.words.any_of(joins)}\s*)?|{space}{words.words.any_of(joins)}{space}{glued}"
    )


@cache
def _preposition(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("prepositions", "words"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name as it is spoken to or served, with all its words, from `start` to `end`."""

    start: int
    end: int
    kinds: tuple[str, ...]
    name: str

    def addressees(self) -> tuple[Addressee, ...]:
        """One addressee for each kind."""
        return tuple(Addressee(kind, self.name) for kind in self.kinds)


def chain(
    text: str, start: int, end: int, words: Vocabulary, *, masked: str = "", near: bool = False
) -> tuple[Spoken, ...]:
    """The names spoken to between two places: "Member States, the Office and other relevant bodies" are three.

    A name after a preposition belongs to the name before it: "the Office of the High Commissioner" is one. `masked`
    is the text with blanks for what is to be passed over. `near` asks that the first name stand at the start.
    """
    heads: list[tuple[int, Name]] = []
    names, text = names_in(text, start, end, words), masked or text
    for name in names:
        if text[name.start : name.end].isspace() or _is_bracketed(text, start, name.start):
            continue
        lead = _lead(text, heads[-1][1].end if heads else None, (start, name.start), words)
        if lead is not None and near and not heads and text[start:lead].strip(" ,،，"):
            return ()
        if lead is not None:
            heads.append((lead, name))
    return tuple(
        _whole(text, lead, name, heads[n + 1][0] if n + 1 < len(heads) else end, words)
        for n, (lead, name) in enumerate(heads)
    )


def _is_bracketed(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def _lead(text: str, last: int | None, span: tuple[int, int], words: Vocabulary) -> int | None:
    """Where the name with this noun begins: after the last comma or join; None if it belongs to the name before."""
    start, noun = span
    begin, parted = (start, True) if last is None else (last, False)
    for boundary in _boundary(words).finditer(text, begin, noun):
        begin, parted = boundary.end(), True
    lead = text[begin:noun]
    return begin + len(lead) - len(lead.lstrip()) if parted and _is_lead(lead, words) else None


def _is_lead(lead: str, words: Vocabulary) -> bool:
    lead = _given(words).sub("", lead)
    return len(lead) <= LONGEST_LEAD and not has_preposition(lead, words)


def has_preposition(text: str, words: Vocabulary) -> bool:
    """Whether a preposition stands in a text, so that what follows it is not spoken to."""
    return bool(_preposition(words).search(text))


@cache
def _given(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"^\s*{words.words.any_of(words.list('object', 'leads'))}(?:\s|$)")


@cache
def _name_ends(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"\s*[,;:.،，；：。(]|\s+{words.words.any_of(words.list('splitting', 'relatives'))}", re.IGNORECASE
    )


def _whole(text: str, lead: int, noun: Name, limit: int, words: Vocabulary) -> Spoken:
    tail = _name_ends(words).search(text, noun.end, limit)
    end = min(tail.start() if tail else limit, noun.end + LONGEST_TAIL)
    name = _without_join(text[lead:end], words)
    return Spoken(lead, lead + len(name), noun.kinds, name)


@cache
def _last_join(words: Vocabulary) -> re.Pattern[str]:
    """What may hang at the end of a name and is not of it: a join, an adverb ("the Committee also")."""
    joins = words.words.any_of([*words.list("splitting", "joins"), *words.grammar.before])
    return re.compile(rf"(?:\s*[,،、，]?\s*{joins})*\s*$")


def _without_join(name: str, words: Vocabulary) -> str:
    return _last_join(words).sub("", name)
