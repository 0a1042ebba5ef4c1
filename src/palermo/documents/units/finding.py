"""The units of a document: part by part, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from palermo.documents.tree import Document, Item, Paragraph
from palermo.documents.units.acts import strength_of
from palermo.documents.units.addressees import Speaker, Speech, first_named, organ_kind, speech_of
from palermo.documents.units.clauses import Clause, clauses, later_clauses
from palermo.documents.units.details import frequency_in, qualifiers_in, recipients_in
from palermo.documents.units.dues import dues_in
from palermo.documents.units.openers import opener_in
from palermo.documents.units.values import Addressee, Unit
from palermo.documents.units.verbs import begins_with_subject
from palermo.documents.units.vocabulary import Vocabulary, vocabulary

EDGE = " \t\n ,;.:—،؛；。，："


@dataclass(frozen=True, slots=True)
class Held:
    """What an item takes over from the words above it: the act, and to whom it speaks."""

    phrase: str
    act: str
    strength: str
    addressees: tuple[Addressee, ...]
    mood: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for a whole document while it is read."""

    words: Vocabulary
    organ: str
    name: str = ""

    def own(self, named: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
        """The same addressees, where "the Council" is the organ that speaks if its name begins or ends so."""
        ends = {word for word in self.name.split()[:: max(1, len(self.name.split()) - 1)] if word[:1].isupper()}
        return tuple(
            replace(who, kind=self.organ) if who.kind == "un_entity" and _is_short(who.name, ends) else who
            for who in named
        )


def _is_short(name: str, ends: set[str]) -> bool:
    """Whether a name is one of these words, with or without an article."""
    words = name.split()
    return len(words) in (1, 2) and words[-1] in ends and (len(words) == 1 or words[0].islower())


def units_of(document: Document) -> tuple[Unit, ...]:
    """Every unit of commitment of a document, in order: operative paragraphs, then annexes, each with its items.

    Preambular paragraphs commit nobody and give none. Neither does a paragraph without any act that the vocabulary or
    the grammar knows.
    """
    words = vocabulary(document.language)
    organ = document.masthead.organ or document.enacting
    reading = Reading(words, organ_kind(organ, words), organ)
    parts = [(paragraph, ("organ", "we", "measure")) for paragraph in document.operative]
    parts += [(held, ("we", "measure", "organ")) for annex in document.annexes for held in annex.paragraphs]
    return tuple(unit for paragraph, moods in parts for unit in _paragraph(paragraph, moods, reading))


def _paragraph(paragraph: Paragraph, moods: tuple[str, ...], reading: Reading) -> Iterator[Unit]:
    """The units of a paragraph in the first mood that it begins in; else of an act inside it; else of its phrase."""
    words, text = reading.words, paragraph.text
    for find, tried in ((clauses, moods), (later_clauses, ("we", "organ"))):
        for mood in tried:
            found = find(text, mood, words)
            if found:
                yield from _spoken(paragraph, found, Speaker(reading.organ, mood), reading)
                return
    if paragraph.phrase:
        mood = "we" if begins_with_subject(text, words) else "measure" if moods[0] == "we" else "organ"
        found = clauses(text, mood, words, phrase=paragraph.phrase)
        yield from _spoken(paragraph, found, Speaker(reading.organ, mood), reading) if found else ()


def _spoken(part: Paragraph | Item, found: tuple[Clause, ...], speaker: Speaker, reading: Reading) -> Iterator[Unit]:
    """The units of a text that begins with an act, and of the items below it."""
    text, words = part.text, reading.words
    speeches = _shared(found, _speeches(text, found, speaker, words))
    last = found[-1]
    held = Held(last.phrase, last.act, last.strength, speeches[-1][0].addressees, speaker.mood)
    alone = bool(part.items) and _opens_items(part, last, speeches[-1][0], words)
    number = 0
    for clause, (speech, end) in zip(found, speeches, strict=True):
        if alone and clause is last:
            continue
        number += 1
        items = part.items if clause is last else ()
        unit = _unit(part, clause, speech, end, reading)
        yield replace(unit, id=f"{part.id}__unit_{number}", items=tuple(_detailing(items, speaker.mood, words)))
    yield from _items(part.items, held, reading, sharing=alone)


def _speeches(text: str, found: tuple[Clause, ...], speaker: Speaker, words: Vocabulary) -> list[Speech]:
    """What each clause says to whom; "them" means those spoken to before, or whom the clause before names first."""
    made: list[Speech] = []
    before: tuple[Addressee, ...] = ()
    for clause in found:
        speech = speech_of(text, clause, speaker, words, before)
        made.append(speech)
        explicit = tuple(who for who in speech.addressees if not who.implied)
        before = explicit or first_named(text, clause.rest, clause.end, words) or before
    return made


def _shared(found: tuple[Clause, ...], speeches: list[Speech]) -> list[tuple[Speech, int]]:
    """Each speech with the end of its object. One that asks nothing by itself takes what the next one asks:
    "Urges A, and invites B, to do it"."""
    made: list[tuple[Speech, int]] = []
    for n in range(len(found) - 1, -1, -1):
        speech, end = speeches[n], found[n].end
        if made and speech.bare and found[n + 1].act == "directive":
            following, end = made[0]
            speech = replace(speech, start=following.start)
        made.insert(0, (speech, end))
    return made


def _unit(part: Paragraph | Item, clause: Clause, speech: Speech, end: int, reading: Reading) -> Unit:
    words = reading.words
    object_ = part.text[speech.start : end].strip(EDGE)
    first, last = min(clause.rest, speech.start), max(end, clause.end)
    whole = part.text[first:last]
    binding = clause.act in ("directive", "deciding") or bool(speech.addressees)
    return Unit(
        id=f"{part.id}__unit_1",
        within=part.id,
        start=clause.start,
        end=clause.end,
        phrase=clause.phrase,
        act=clause.act,
        strength=strength_of(clause.strength, clause.act, object_, words),
        addressees=reading.own(speech.addressees),
        object=object_,
        qualifiers=qualifiers_in(whole, words),
        due=dues_in(part.text, first, last, words, organ=reading.organ) if binding else (),
        frequency=frequency_in(whole, words),
        recipients=reading.own(recipients_in(part.text, speech.start, end, words)) if binding else (),
    )


def _opens_items(part: Paragraph | Item, last: Clause, speech: Speech, words: Vocabulary) -> bool:
    """Whether the last act only opens its items, each of which says what is asked: "Requests the Office: (a) To"."""
    asked = part.text[speech.start : last.end].strip(EDGE)
    if asked in words.list("object", "opens"):
        return True
    return not asked and (last.act == "directive" or any(_begins_object(item.text, words) for item in part.items))


def _begins_object(text: str, words: Vocabulary) -> bool:
    opener = opener_in(text[:1].lower() + text[1:], 0, len(text), words)
    return bool(opener and opener.start() == 0)


def _detailing(items: Iterable[Item], mood: str, words: Vocabulary) -> Iterator[str]:
    for item in items:
        if not _own_acts(item.text, mood, words, sharing=False)[1]:
            yield item.id
            yield from _detailing(item.items, mood, words)


def _items(items: Iterable[Item], held: Held, reading: Reading, *, sharing: bool) -> Iterator[Unit]:
    words = reading.words
    for item in items:
        mood, own = _own_acts(item.text, held.mood, words, sharing=sharing)
        if own:
            yield from _spoken(item, own, Speaker(reading.organ, mood), reading)
        elif sharing:
            yield _taken_over(item, held, reading)
        else:
            yield from _items(item.items, held, reading, sharing=False)


def _own_acts(text: str, mood: str, words: Vocabulary, *, sharing: bool) -> tuple[str, tuple[Clause, ...]]:
    """The acts of an item in the mood of the words above it; below a declaration it may drop its "we"."""
    own = clauses(text, mood, words)
    if own or sharing or mood != "we":
        return mood, own
    return "measure", clauses(text, "measure", words)


def _taken_over(item: Item, held: Held, reading: Reading) -> Unit:
    words = reading.words
    lowered = item.text[:1].lower() + item.text[1:]
    opener = opener_in(lowered, 0, len(lowered), words) if _begins_object(item.text, words) else None
    speech = Speech(held.addressees, opener.start("verb") if opener else 0)
    clause = Clause(0, 0, len(item.text), held.phrase, held.act, held.strength)
    unit = _unit(item, clause, speech, len(item.text), reading)
    return replace(unit, items=tuple(_detailing(item.items, held.mood, words)))
