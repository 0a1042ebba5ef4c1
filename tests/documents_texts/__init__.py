"""Invented texts in the manner of the United Nations, and what a document holds of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from palermo.documents import Document, Item, Source

BRACKETS = re.compile(r"\(\s*[\d*]*\s*\)")
HERE = Path(__file__).parent


def at(language: str, name: str) -> Path:
    """The file of an invented text."""
    return HERE / language / name


def pieces(document: Document) -> Iterator[str]:
    """Every string of the document that holds characters of its source."""
    head = document.masthead
    yield from (head.symbol, head.title, head.organ, head.origin, head.agenda_item)
    yield from (document.enacting, document.conclusion, *document.leftover)
    for annex in document.annexes:
        yield annex.title
    for note in document.footnotes:
        yield from (note.marker, note.text)
    for paragraph in document.paragraphs():
        yield from (paragraph.heading, paragraph.num, paragraph.text)
        yield from (piece for item in paragraph.items for piece in _item(item))


def _item(item: Item) -> Iterator[str]:
    yield from (item.num, item.text)
    yield from (piece for below in item.items for piece in _item(below))


def lost(source: Source, document: Document) -> str:
    """The characters of the source that are nowhere in the document.

    The marks of notes are known by the notes themselves, so that digits and stars are left out of account, and
    brackets with nothing else in them, which Arabic print sets around a mark.
    """
    missing = characters(BRACKETS.sub("", "".join(page.text for page in source.pages)))
    missing.subtract(characters("".join(pieces(document))))
    return "".join(char * count for char, count in missing.items() if count > 0)


def characters(text: str) -> Counter[str]:
    """How often each character stands in a text, without white space, digits, stars and soft hyphens."""
    return Counter(char for char in text if not (char.isspace() or char.isdigit() or char in "*\u00ad"))
