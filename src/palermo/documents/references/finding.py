"""Every reference of a document, place by place, each kept once in a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from palermo.documents.references import (
    ibid,
    lists,
    meetings,
    paragraphs,
    publications,
    series,
    symbols,
    targets,
    titles,
)
from palermo.documents.references.author import Author, author
from palermo.documents.references.folding import fold
from palermo.documents.references.found import Found, mask
from palermo.documents.references.likely import likely, likely_adopted, likely_titled
from palermo.documents.references.places import notes, number, places
from palermo.documents.tree import Document, Footnote, Reference

# A paragraph without a digit, as most are, can hold titles of treaties and "Ibid." only.
_DIGIT = re.compile(r"\d")
_YEARLESS = "S/RES/"


def find(document: Document) -> tuple[Reference, ...]:
    """The references of `document`, in reading order, footnotes last. Never fails on a text, whatever it holds.

    `text` is what was printed, `within` the identifier of the place (`note_6` for a footnote). Of a target, a
    paragraph and a publication `number` holds the number. `open` says that the text at hand does not tell more.
    """
    by = author(document)
    return _with_years(dict.fromkeys((*_in_text(document, by), *_in_notes(document, by))))


def _in_text(document: Document, by: Author) -> Iterator[Reference]:
    for place, text in places(document):
        for hit in _in_place(text, document.language, by, None):
            yield replace(hit.reference, within=place)


def _in_notes(document: Document, by: Author) -> Iterator[Reference]:
    """The notes in order, each with what the one before it names, so that "Ibid." can be told."""
    before: tuple[Footnote, list[Reference]] | None = None
    for place, note in notes(document):
        known = before[1] if before and _follows(before[0], note) else None
        hits = _in_place(note.text, document.language, by, known)
        before = (note, ibid.carried(hits))
        for hit in hits:
            yield replace(hit.reference, within=place)


def _follows(first: Footnote, second: Footnote) -> bool:
    """Whether no note is missing between two; markers that are no numbers are taken as they come."""
    one, two = number(first), number(second)
    return one is None or two is None or two == one + 1


def _in_place(text: str, language: str, by: Author, before: Sequence[Reference] | None) -> list[Found]:
    even = fold(text, language)
    low = even.lower()
    titled = likely_titled(low, language)
    again = likely(low, language, "ibid")
    if not _DIGIT.search(even):
        held = titles.find(even, language) if titled else []
        return [*held, *(ibid.find(even, language, held, before) if again else ())]
    held = symbols.find(even, language) if "/" in even else []
    if likely(low, language, "sales"):
        held += publications.find(even, language)
    if likely(low, language, "series"):
        held += series.find(mask(even, held), language)
    left = mask(even, held) if held else even
    held += _by_word(left, low, language, by)
    if again:
        held += ibid.find(even, language, held, before)
    if likely(low, language, "paragraph"):
        held += paragraphs.find(left, language, [hit for hit in held if hit.reference.kind == "document"])
    if titled:
        held += titles.find(left, language)
    return sorted(held, key=lambda hit: (hit.start, hit.end)) if len(held) > 1 else held


def _by_word(left: str, low: str, language: str, by: Author) -> list[Found]:
    """What is named by a word and a number: resolutions and the like, targets, meetings."""
    held = lists.find(left, language, by) if likely_adopted(low, language) else []
    if likely(low, language, "target", "goal"):
        held += targets.find(left, language)
    return held + meetings.find(left, language, by) if likely(low, language, "meetings") else held


def _with_years(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Security Council resolutions without a year get that with which the text names them elsewhere."""
    dated = (each.symbol for each in found if each.symbol.startswith(_YEARLESS) and not each.open)
    full = {symbol.partition(" ")[0]: symbol for symbol in dated}
    closed = (
        replace(each, symbol=full[each.symbol], open=False) if each.open and each.symbol in full else each
        for each in found
    )
    return tuple(dict.fromkeys(closed))
