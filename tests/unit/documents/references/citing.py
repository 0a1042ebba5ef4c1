"""Texts of one paragraph and some notes, and what is found in them: the subject of the tests beside this file."""

from __future__ import annotations

from datetime import date

from palermo.documents import Document, Footnote, Masthead, Paragraph, Reference
from palermo.documents.references import find

GA, SC, ECOSOC, HRC = "A/RES/79/400", "S/RES/2990 (2024)", "E/RES/2024/90", "A/HRC/RES/57/90"


def document(
    text: str = "",
    *,
    symbol: str = GA,
    language: str = "en",
    notes: dict[str, str] | None = None,
    conclusion: str = "",
    session: str = "79",
) -> Document:
    """A document of 2024 with one paragraph, and notes by marker."""
    paragraphs = (Paragraph("main__para_1", "1.", "", text),) if text else ()
    held = tuple(Footnote(marker, note) for marker, note in (notes or {}).items())
    head = Masthead(symbol=symbol, session=session, adopted=date(2024, 11, 5))
    return Document("invented", language, head, operative=paragraphs, footnotes=held, conclusion=conclusion)


def cited(text: str, *, symbol: str = GA, language: str = "en") -> list[str]:
    """The symbols that one paragraph cites, in order; an empty string for what is named and not resolved."""
    return [found.symbol for found in named(text, symbol=symbol, language=language, kind="document")]


def named(text: str, *, symbol: str = GA, language: str = "en", kind: str = "") -> list[Reference]:
    """The references of one kind, or of all kinds, in one paragraph."""
    found = find(document(text, symbol=symbol, language=language))
    return [reference for reference in found if kind in ("", reference.kind)]


def in_notes(notes: dict[str, str], *, language: str = "en", symbol: str = GA) -> list[Reference]:
    """The references in some footnotes."""
    return list(find(document(notes=notes, language=language, symbol=symbol)))
