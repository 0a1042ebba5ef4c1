"""A file becomes a document, whatever form it has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from palermo.documents import akn
from palermo.documents.parsing import parse
from palermo.documents.reading import is_xml, read
from palermo.documents.references import find
from palermo.documents.tree import Document, Reference


def document_of(path: Path, language: str | None = None) -> Document:
    """The document in a file, with everything it names. AKN4UN says its language itself.

    Raises Unreadable as `read` and `akn.read` do, and ValueError for a language that is none of the six.
    """
    document = akn.read(path) if is_xml(path) else parse(read(path), language)
    return replace(document, references=(*document.references, *_unlinked(document)))


def _unlinked(document: Document) -> tuple[Reference, ...]:
    """What the text names beyond its links: AKN4UN links symbols only, not treaties, targets and "Ibid."."""
    linked = {(held.within, held.symbol) for held in document.references}
    return tuple(held for held in find(document) if not held.symbol or (held.within, held.symbol) not in linked)
