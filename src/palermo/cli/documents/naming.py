"""`palermo documents references`: what the texts name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from palermo.cli.documents.listing import Listed, Row, Shape, listing
from palermo.cli.documents.opening import Files, Language, Tongue
from palermo.cli.documents.places import heading, places
from palermo.cli.output import Answer, Column

if TYPE_CHECKING:
    from palermo.documents import Document, Reference

COLUMNS = (
    Column("path"),
    Column("symbol"),
    Column("place", "In"),
    Column("kind", "Kind"),
    Column("text", "As printed"),
    Column("names", "Names"),
    Column("state", "Note"),
    Column("named_symbol"),
    Column("instrument"),
    Column("volume"),
    Column("number"),
    Column("within"),
    Column("open"),
)


def references(files: Files, form: Shape = Listed.TABLE, language: Language = Tongue.AUTO) -> None:
    """What the texts name: documents, meetings, treaties, targets, paragraphs of other texts."""
    listing(files, language, form, answer, COLUMNS)


def answer(document: Document) -> Answer:
    """The references of one document as rows."""
    found = document.references
    names = places(document)
    counts = Counter(reference.kind for reference in found)
    told = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    return Answer(
        title=heading(document),
        columns=COLUMNS,
        rows=tuple(_row(document, each, names.get(each.within, each.within)) for each in found),
        about={},
        notes=(f"{len(found)} references: {told}." if found else "Nothing is named.",),
    )


def _row(document: Document, reference: Reference, place: str) -> Row:
    series = f"Treaty Series vol. {reference.volume}" if reference.volume else ""
    series += f", No. {reference.number}" if reference.number and series else ""
    return {
        "path": document.name,
        "symbol": document.masthead.symbol,
        "place": place,
        "kind": reference.kind,
        "text": reference.text,
        "names": "; ".join(part for part in (reference.symbol, reference.instrument, series) if part),
        "state": "needs the page before" if reference.open else "",
        "named_symbol": reference.symbol,
        "instrument": reference.instrument,
        "volume": reference.volume,
        "number": reference.number,
        "within": reference.within,
        "open": reference.open,
    }
