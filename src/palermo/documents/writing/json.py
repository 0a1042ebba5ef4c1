"""A document as JSON: the facts of the masthead, the parts in order, and what was found in them.

`documents.schema.json` beside this file describes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from palermo.documents.source import Span
from palermo.documents.tree import Document, Item, Paragraph
from palermo.documents.units import Addressee, Unit
from palermo.documents.writing.found import Found


def as_json(document: Document, found: Found | None = None) -> dict[str, Any]:
    """Plain values for `json.dumps`. Headings stand in their place among the paragraphs, marked `kind: heading`.

    `units` and `topics` are there only where they are among what was found.
    """
    return {**_document(document), **(_found(found) if found else {})}


def unit_as_json(unit: Unit) -> dict[str, Any]:
    """A unit of commitment as plain values; days as YYYY-MM-DD."""
    return {
        "id": unit.id,
        "within": unit.within,
        "start": unit.start,
        "end": unit.end,
        "phrase": unit.phrase,
        "act": unit.act,
        "strength": unit.strength,
        "addressees": _addressees(unit.addressees),
        "object": unit.object,
        "qualifiers": list(unit.qualifiers),
        "due": [
            {"text": due.text, "on": due.on.isoformat() if due.on else None, "session": due.session}
            for due in unit.due
        ],
        "frequency": unit.frequency,
        "recipients": _addressees(unit.recipients),
        "items": list(unit.items),
    }


def _addressees(addressees: Iterable[Addressee]) -> list[dict[str, Any]]:
    return [{"kind": each.kind, "name": each.name, "implied": each.implied} for each in addressees]


def _found(found: Found) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if found.units is not None:
        made["units"] = [unit_as_json(unit) for unit in found.units]
    if found.topics is not None:
        made["topics"] = [
            {"within": part, "topic": label.topic, "reason": label.reason, "heading": label.heading}
            for part, labels in found.topics.items()
            for label in labels
        ]
    return made


def _document(document: Document) -> dict[str, Any]:
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
            {
                "marker": note.marker,
                "text": note.text,
                "within": note.within,
                "at": note.at,
                "spans": _spans(note.spans),
            }
            for note in document.footnotes
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
