"""`palermo documents units`: who is to do what, how strongly and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from palermo.cli.documents.listing import Listed, Row, Shape, listing
from palermo.cli.documents.opening import Files, Language, Tongue
from palermo.cli.documents.places import heading, places
from palermo.cli.output import Answer, Column

if TYPE_CHECKING:
    from palermo.documents import Document
    from palermo.documents.units import Addressee, Due, Unit

COLUMNS = (
    Column("path"),
    Column("symbol"),
    Column("place", "Para"),
    Column("who", "Who"),
    Column("phrase", "Verb"),
    Column("act"),
    Column("strength", "Strength"),
    Column("object", "What"),
    Column("when", "By when"),
    Column("qualified"),
    Column("whom"),
    Column("id"),
    Column("within"),
    Column("start"),
    Column("end"),
    Column("addressee_kinds"),
    Column("addressee_names"),
    Column("due_on"),
    Column("due_sessions"),
    Column("frequency"),
    Column("recipient_kinds"),
    Column("items"),
)

MORE = "--format json, jsonl or csv also tells acts, qualifiers, beneficiaries and places in the text."


def units(files: Files, form: Shape = Listed.TABLE, language: Language = Tongue.AUTO) -> None:
    """The units of commitment: who, does what act, about what, how strongly, by when."""
    listing(files, language, form, answer, COLUMNS)


def answer(document: Document) -> Answer:
    """The units of one document as rows."""
    from palermo.documents.units import units_of

    found = units_of(document)
    names = places(document)
    counts = Counter(unit.strength for unit in found)
    told = ", ".join(f"{count} {strength}" for strength, count in counts.most_common())
    return Answer(
        title=heading(document),
        columns=COLUMNS,
        rows=tuple(_row(document, unit, names.get(unit.within, unit.within)) for unit in found),
        about={},
        notes=(
            f"{len(found)} units: {told}." if found else "No unit of commitment was found.",
            *([MORE] if found else []),
        ),
    )


def _row(document: Document, unit: Unit, place: str) -> Row:
    return {
        "path": document.name,
        "symbol": document.masthead.symbol,
        "place": place,
        "who": "; ".join(map(_said, unit.addressees)),
        "phrase": unit.phrase,
        "act": unit.act,
        "strength": unit.strength,
        "object": unit.object,
        "when": "; ".join([*map(_when, unit.due), *([unit.frequency] if unit.frequency else [])]),
        "qualified": "; ".join(unit.qualifiers),
        "whom": "; ".join(map(_said, unit.recipients)),
        "id": unit.id,
        "within": unit.within,
        "start": unit.start,
        "end": unit.end,
        "addressee_kinds": _kinds(unit.addressees),
        "addressee_names": [each.name for each in unit.addressees],
        "due_on": [str(due.on) for due in unit.due if due.on],
        "due_sessions": [str(due.session) for due in unit.due if due.session],
        "frequency": unit.frequency,
        "recipient_kinds": _kinds(unit.recipients),
        "items": list(unit.items),
    }


def _said(addressee: Addressee) -> str:
    from palermo.documents.writing.vocabulary import words

    if addressee.name:
        return addressee.name
    return f"({words('en')[f'kinds.{addressee.kind}']})"


def _when(due: Due) -> str:
    return f"{due.text} ({due.on})" if due.on else due.text


def _kinds(addressees: Iterable[Addressee]) -> list[str]:
    return [each.kind for each in addressees]
