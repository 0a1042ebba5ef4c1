"""Every place of a document that can hold a reference, in reading order, with its identifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.documents.tree import Document, Footnote, Item, Paragraph


def places(document: Document) -> Iterator[tuple[str, str]]:
    """Pairs of identifier and text: each paragraph, its items below it, and the lines after the last paragraph."""
    for paragraph in document.paragraphs():
        yield from _within(paragraph)
    if document.conclusion:
        yield "conclusion", document.conclusion


def notes(document: Document) -> tuple[tuple[str, Footnote], ...]:
    """The footnotes with their identifiers, in the order of their markers where these are different numbers.

    Pages give notes in any order; a chain of "Ibid." follows the markers.
    """
    held = document.footnotes
    numbers = [number(note) for note in held]
    known = [value for value in numbers if value is not None]
    if len(known) == len(held) and len(set(known)) == len(known):
        held = tuple(sorted(held, key=lambda note: number(note) or 0))
    return tuple((f"note_{note.marker}", note) for note in held)


def number(note: Footnote) -> int | None:
    """The marker as a number; None for a star or a letter."""
    return int(note.marker) if note.marker.isascii() and note.marker.isdigit() and len(note.marker) < 6 else None


def _within(part: Paragraph | Item) -> Iterator[tuple[str, str]]:
    yield part.id, part.text
    yield from _items(part.items)


def _items(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield from _within(item)
