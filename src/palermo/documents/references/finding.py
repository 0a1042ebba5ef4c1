"""Every reference of a document, place by place, each kept once in a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from palermo.documents.references import lists, symbols
from palermo.documents.references.author import Author, author
from palermo.documents.references.folding import fold
from palermo.documents.references.found import Found, mask
from palermo.documents.references.places import notes, places
from palermo.documents.tree import Document, Reference

_YEARLESS = "S/RES/"


def find(document: Document) -> tuple[Reference, ...]:
    """The references of `document`, in reading order, footnotes last. Never fails on a text, whatever it holds."""
    by = author(document)
    found: dict[Reference, None] = {}
    for place, text in [*places(document), *((name, note.text) for name, note in notes(document))]:
        for hit in _in_place(fold(text, document.language), document.language, by):
            found.setdefault(replace(hit.reference, within=place))
    return _with_years(found)


def _in_place(text: str, language: str, by: Author) -> list[Found]:
    printed = symbols.find(text, language)
    named = lists.find(mask(text, printed), language, by)
    return sorted([*printed, *named], key=lambda hit: hit.start)


def _with_years(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Security Council resolutions without a year get that with which the text names them elsewhere."""
    dated = (each.symbol for each in found if each.symbol.startswith(_YEARLESS) and not each.open)
    full = {symbol.partition(" ")[0]: symbol for symbol in dated}
    closed = (
        replace(each, symbol=full[each.symbol], open=False) if each.open and each.symbol in full else each
        for each in found
    )
    return tuple(dict.fromkeys(closed))
