"""What AKN wants to know of every document: its work, its expression in one language, its manifestation as a file."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from palermo.documents.akn.names import AKN
from palermo.documents.tree import Document

LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho"}
_BODIES = (("A/HRC/", "unhrc"), ("A/", "unga"), ("S/", "unsc"), ("E/", "ecosoc"))
_UNKNOWN = date(1, 1, 1)


def identify(meta: etree._Element, document: Document, part: str = "!main") -> None:
    """Adds the identification to a `meta`. `part` is `!main`, or `!main/annex_1` for an annex."""
    identification = _add(meta, "identification", source="#palermo")
    body, head = issuer(document), document.masthead
    work = f"/akn/un/statement/deliberation/{body}/{head.adopted or _UNKNOWN}/{_number(document)}/"
    expression = f"{work}{LANGUAGES[document.language]}@"
    level = _level(identification, "FRBRWork", f"{work}{part}", work, head.adopted, "adoption", body)
    _add(level, "FRBRcountry", value="un")
    level = _level(
        identification, "FRBRExpression", f"{expression}{part}", expression, head.issued, "publication", body
    )
    _add(level, "FRBRlanguage", language=LANGUAGES[document.language])
    file = f"{expression}.xml"
    _level(identification, "FRBRManifestation", f"{expression}/{part}.xml", file, head.issued, "markup", "palermo")


def organizations(meta: etree._Element, document: Document) -> None:
    """Adds to a `meta` whom its `#…` name."""
    references = _add(meta, "references", source="#palermo")
    for key, shown in (("palermo", "Palermo"), (issuer(document), "Issuing body")):
        href = f"/akn/ontology/organization/un/{key}"
        _add(references, "TLCOrganization", eId=f"organization_{key}", href=href, showAs=shown)


def _level(
    parent: etree._Element, name: str, this: str, uri: str, day: date | None, event: str, author: str
) -> etree._Element:
    level = _add(parent, name)
    _add(level, "FRBRthis", value=this)
    _add(level, "FRBRuri", value=uri)
    _add(level, "FRBRdate", date=(day or _UNKNOWN).isoformat(), name=event if day else "unknown")
    _add(level, "FRBRauthor", href=f"#organization_{author}")
    return level


def issuer(document: Document) -> str:
    """The body that issued a document, as AKN4UN abbreviates it; `un` where the symbol does not tell."""
    return next((body for start, body in _BODIES if document.masthead.symbol.startswith(start)), "un")


def _number(document: Document) -> str:
    """The last part of the address: the number of the resolution, `78-228`; of others, what the symbol has."""
    symbol = document.masthead.symbol
    return re.sub(r"[^0-9A-Za-z]+", "-", symbol.split("RES/")[-1].split("DEC/")[-1]).strip("-") or "unnumbered"


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{AKN}}}{tag}", attributes)
