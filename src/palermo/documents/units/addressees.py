"""To whom an act speaks, and where what it asks begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.documents.units.clauses import Clause, modal_pattern
from palermo.documents.units.names import Spoken, chain, has_preposition, kind_of, names_in, titles_in
from palermo.documents.units.openers import opener_in
from palermo.documents.units.patterns import folded
from palermo.documents.units.values import Addressee
from palermo.documents.units.vocabulary import Vocabulary

PAUSE = re.compile("[,;،؛，；]")
LONGEST_PRONOUN = 9  # characters of a pronoun before the verb, with the spaces around it
LONGEST_UNKNOWN = 90  # characters of a name that no list has
NEAR = 220  # characters from the verb in which a name after a preposition still tells whom a call means


@dataclass(frozen=True, slots=True)
class Speech:
    """To whom a clause speaks; `start` is where what it asks begins, `bare` says that it asks nothing by itself."""

    addressees: tuple[Addressee, ...]
    start: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the kind of the organ, and the mood in which it does: `organ`, `we` or `measure`."""

    organ: str
    mood: str


def speech_of(
    text: str, clause: Clause, speaker: Speaker, words: Vocabulary, before: tuple[Addressee, ...] = ()
) -> Speech:
    """Whom a clause addresses by name, or by its sort: decisions the organ that takes them, measures States.

    Acts that only notice, judge or repeat address nobody, unless they say who shall act ("Stresses the need for
    States to"). `before` are those whom "them" means.
    """
    if clause.subject:
        return Speech(
            _addressees(text, chain(text, *clause.subject, words)), _skip_space(text, clause.rest, clause.end)
        )
    if clause.act == "directive":
        return _asked(text, clause, speaker, words, before)
    who = _named_to_act(text, clause, words) or _implied(text, clause, speaker, words)
    return Speech(who, _skip_space(text, clause.rest, clause.end))


@cache
def _own(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*{words.words.any_of(words.list('object', 'own'))}")


def _implied(text: str, clause: Clause, speaker: Speaker, words: Vocabulary) -> tuple[Addressee, ...]:
    """Whom an act binds that names nobody: States in a plan, the speaker in a decision, also in one recalled."""
    if speaker.mood == "measure" or (speaker.mood == "we" and clause.act == "deciding"):
        return (Addressee("states", implied=True),)
    if speaker.mood == "organ" and (clause.act == "deciding" or _own(words).match(text, clause.rest, clause.end)):
        return (Addressee(speaker.organ, implied=True),)
    return ()


def _given_before(text: str, clause: Clause, words: Vocabulary) -> bool:
    """Whether the pronoun stands before the verb, as in French: "et les invite à"; or at its end, as in Arabic."""
    if folded(clause.phrase) in words.list("object", "enclitics"):
        return True
    pronouns = tuple(f" {word}" for word in words.list("object", "proclitics"))
    return text[max(0, clause.start - LONGEST_PRONOUN) : clause.start].casefold().rstrip().endswith(pronouns)


@cache
def _pronouns(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*{words.words.any_of(words.list('object', 'pronouns'))}")


def _asked(text: str, clause: Clause, speaker: Speaker, words: Vocabulary, before: tuple[Addressee, ...]) -> Speech:
    if speaker.mood == "measure" and not _is_request(clause, words):
        return Speech(_implied(text, clause, speaker, words), _skip_space(text, clause.rest, clause.end))
    masked = _masked(text, clause, words)
    lead = _after_lead(masked, clause.rest, clause.end, words)
    given = any(not masked[lead : name.start].strip() for name in names_in(text, lead, clause.end, words)[:1])
    opener = opener_in(masked, lead if given else clause.rest, clause.end, words)
    colon = max(text.find(mark, clause.rest, clause.end) for mark in ":：")
    limit = min(place for place in (opener.start() if opener else clause.end, colon, clause.end) if place >= 0)
    named = chain(
        text, _after_lead(masked, clause.rest, limit, words), limit, words, masked=masked, near=limit == clause.end
    )
    who = () if _that(words).match(text, clause.rest, clause.end) else _addressees(text, named)
    if not who and before and (_pronouns(words).match(masked, lead, limit) or _given_before(text, clause, words)):
        return Speech(before, opener.start("verb") if opener else _skip_space(text, clause.rest, clause.end))
    if not who:
        who = _named_to_act(text, clause, words)
        if not who and speaker.mood != "measure":
            who = _unknown(text, masked, lead, limit, clause, words) or _named_later(
                text, masked, clause, words, opener
            )
        return Speech(who or (_anybody(speaker),), _object_start(text, clause, opener))
    if opener:
        return Speech(who, opener.start("verb"))
    if colon >= 0:
        return Speech(who, colon + 1, bare=not text[colon + 1 : clause.end].strip())
    rest = named[-1].end
    return Speech(who, _skip_space(text, rest, clause.end), bare=not text[rest : clause.end].strip(" ,;.:"))


def _addressees(text: str, named: tuple[Spoken, ...]) -> tuple[Addressee, ...]:
    """The addressees of a chain, each once, with the words of the text behind the mask."""
    return tuple(
        dict.fromkeys(Addressee(kind, text[spoken.start : spoken.end]) for spoken in named for kind in spoken.kinds)
    )


def _object_start(text: str, clause: Clause, opener: re.Match[str] | None) -> int:
    """Without addressee "to" opens the object only directly after the verb: "agrees to meet"."""
    directly = opener and not text[clause.rest : opener.start()].strip(" ,")
    return opener.start("verb") if opener and directly else _skip_space(text, clause.rest, clause.end)


def _anybody(speaker: Speaker) -> Addressee:
    """A call that names nobody is to everybody who can; in a plan or declaration it is the States' own."""
    return Addressee("states" if speaker.mood != "organ" else "all_stakeholders", implied=True)


@cache
def _requests(words: Vocabulary) -> frozenset[str]:
    return frozenset(verb for verb, held in words.classes["measure"].items() if held[0] == "directive")


def _is_request(clause: Clause, words: Vocabulary) -> bool:
    """Whether a measure asks somebody ("Encourage the Office to"), and does not itself say what is to be done."""
    bare = folded(clause.phrase)
    return any(
        re.search(rf"(?<!\w){re.escape(verb)}(?!\w)" if words.spaced else re.escape(verb), bare)
        for verb in _requests(words)
    )


@cache
def _leads(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*{words.words.any_of(words.list('object', 'leads'))}(?=\s)")


def _after_lead(text: str, start: int, end: int, words: Vocabulary) -> int:
    match = _leads(words).match(text, start, end)
    return match.end() if match else start


@cache
def _asides(words: Vocabulary) -> re.Pattern[str]:
    opens = words.words.any_of(words.list("asides", "opens"))
    joins = words.words.any_of(words.list("splitting", "joins"))
    return re.compile(rf"[,،，]\s*(?:{opens}|{joins}\s*{opens})(?P<inner>[^,،，;:]*)")


def _masked(text: str, clause: Clause, words: Vocabulary) -> str:
    """The text with its side remarks and titles blanked, of the same length: what they name is not spoken to."""
    masked = list(text)
    for start, end in titles_in(text):
        masked[start + 1 : end - 1] = " " * (end - start - 2)
    for match in _asides(words).finditer(text, clause.rest, clause.end):
        end = match.end()
        opener = opener_in(text, match.start("inner"), end, words)
        if end >= clause.end and opener:
            end = opener.start()
        masked[match.start() + 1 : end] = " " * (end - match.start() - 1)
    return "".join(masked)


@cache
def _that(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*{words.words.any_of(words.list('object', 'that'))}\s*")


@cache
def _needs(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("object", "needs"))


def _named_to_act(text: str, clause: Clause, words: Vocabulary) -> tuple[Addressee, ...]:
    """Whom a clause names as those who shall act: "that all States shall", "the need for States to"."""
    that = _that(words).match(text, clause.rest, clause.end)
    if that:
        modal = modal_pattern(words).search(text, that.end(), clause.end)
        if modal and modal.lastgroup != "consideration" and modal.start() - that.end() <= NEAR:
            return _addressees(text, chain(text, that.end(), modal.start(), words, near=True))
        if clause.act == "directive" and (subject := _nouns(text, that.end(), clause, words)):
            return subject
    need = _needs(words).search(text, clause.rest, min(clause.end, clause.rest + NEAR))
    opener = opener_in(text, need.end(), clause.end, words) if need else None
    if not need or not opener or opener.start() - need.end() > NEAR:
        return ()
    named = chain(text, need.end(), opener.start(), words)
    return _addressees(text, named) if named and not text[need.end() : named[0].start].strip() else ()


def _nouns(text: str, start: int, clause: Clause, words: Vocabulary) -> tuple[Addressee, ...]:
    """The subject of "demands that all parties cease": how far it goes cannot be told, so it ends with its noun."""
    stop = PAUSE.search(text, start, clause.end)
    named = chain(text, start, stop.start() if stop else clause.end, words, near=True)[:1]
    known = names_in(text, start, clause.end, words)
    return tuple(
        Addressee(kind, text[spoken.start : name.end])
        for spoken in named
        for name in known
        if spoken.start <= name.start < spoken.end and name.kinds == spoken.kinds
        for kind in name.kinds
    )[: len(named[0].kinds) if named else 0]


@cache
def _wanting(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"{words.words.any_of(words.list('object', 'wants'))}\s*$", re.IGNORECASE)


def _unknown(
    text: str, masked: str, start: int, limit: int, clause: Clause, words: Vocabulary
) -> tuple[Addressee, ...]:
    """Somebody in no list, who stands between the verb and what is asked: "Invites the harbour masters to". Where the
    verb names what is wanted ("Calls for the lamps to be lit"), nobody is."""
    between = masked[start:limit]
    name = between.split("  ")[0].strip(" ,")
    wants = not words.list("object", "wants") or _wanting(words).search(clause.phrase)
    if (
        limit == clause.end
        or wants
        or not name
        or len(name) > LONGEST_UNKNOWN
        or _that(words).match(text, clause.rest)
    ):
        return ()
    if _pronouns(words).match(name) or has_preposition(name, words) or names_in(text, start, limit, words):
        return ()
    return (Addressee("other", name),)


@cache
def _agents(words: Vocabulary) -> re.Pattern[str]:
    return words.words.pattern(words.list("object", "by"))


def _named_later(
    text: str, masked: str, clause: Clause, words: Vocabulary, opener: re.Match[str] | None
) -> tuple[Addressee, ...]:
    """Whom a call without addressee means: the one by whom it shall be done, else the first name near the verb.

    A name after the opener is in what is asked, and is not spoken to.
    """
    end = min(opener.start() if opener else clause.end, clause.rest + NEAR)
    for by in _agents(words).finditer(masked, clause.rest, clause.end):
        stops = (PAUSE.search(text, by.end(), clause.end), opener_in(text, by.end(), clause.end, words))
        stop = min((match.start() for match in stops if match), default=clause.end)
        named = chain(text, by.end(), stop, words, masked=masked)
        if named and not _far(text, by.end(), named[0].start):
            return _addressees(text, named)
    return first_named(text, clause.rest, end, words, masked=masked)


def first_named(text: str, start: int, end: int, words: Vocabulary, *, masked: str = "") -> tuple[Addressee, ...]:
    """Whom a text names first between two places, whether it speaks to them or not; nobody that `masked` blanks."""
    seen = masked or text
    names = (name for name in names_in(text, start, end, words) if not seen[name.start : name.end].isspace())
    first = next(names, None)
    return tuple(Addressee(kind, text[first.start : first.end]) for kind in first.kinds) if first else ()


def _far(text: str, start: int, end: int) -> bool:
    return len(text[start:end].split()) > 2


def organ_kind(name: str, words: Vocabulary) -> str:
    """The kind of an organ by its name; `un_entity` for one that the vocabulary does not know."""
    named = names_in(name, 0, len(name), words)
    kind = named[0].kinds[0] if named else kind_of(name, words)
    return "un_entity" if kind == "other" else kind


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\n ,:":
        start += 1
    return start
