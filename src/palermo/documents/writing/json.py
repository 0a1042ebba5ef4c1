"""A document as JSON: the facts of the masthead, then the parts in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from palermo.documents.source import Span
from palermo.documents.tree import Document, Item, Paragraph


def as_json(document: Document) -> dict[str, Any]:
    """Plain values for `json.dumps`. Headings stand in their place among the paragraphs, marked `kind: heading`."""
    head = document.masthead
    return {
        "name": document.name,
        "language": document.language,
        "symbol": head.symbol,
        "title": head.title,
        "organ": head.organ,
        "number": head.number,
        "session": head.session,
        "agenda_item": head.agenda_item,
        "origin": head.origin,
        "adopted": head.adopted.isoformat() if head.adopted else None,
        "issued": head.issued.isoformat() if head.issued else None,
        "enacting": document.enacting,
        "preamble": _paragraphs(document.preamble),
        "operative": _paragraphs(document.operative),
        "annexes": [
            {
                "id": annex.id,
                "title": annex.title,
                "paragraphs": _paragraphs(annex.paragraphs),
                "spans": _spans(annex.spans),
            }
            for annex in document.annexes
        ],
        "footnotes": [
            {"marker": note.marker, "text": note.text, "spans": _spans(note.spans)} for note in document.footnotes
        ],
        "references": [
            {key: getattr(reference, key) for key in reference.__slots__} for reference in document.references
        ],
        "conclusion": document.conclusion,
        "leftover": list(document.leftover),
    }


def _paragraphs(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    return [value for paragraph in paragraphs for value in (*_headings(paragraph), _paragraph(paragraph))]


def _headings(paragraph: Paragraph) -> list[dict[str, Any]]:
    return [
        {"kind": "heading", "num": "", "phrase": "", "text": text, "items": []}
        for text in paragraph.heading.splitlines()
    ]


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "kind": "paragraph",
        "id": paragraph.id,
        "num": paragraph.num,
        "phrase": paragraph.phrase,
        "text": paragraph.text,
        "items": [_item(item) for item in paragraph.items],
        "open_start": paragraph.open_start,
        "open_end": paragraph.open_end,
        "spans": _spans(paragraph.spans),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "num": item.num,
        "text": item.text,
        "items": [_item(below) for below in item.items],
        "spans": _spans(item.spans),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.page, span.start, span.end] for span in spans]
