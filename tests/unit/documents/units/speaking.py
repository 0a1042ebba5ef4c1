"""One paragraph of an invented text, and what it says in a line for each unit."""

from __future__ import annotations

from palermo.documents.tree import Annex, Document, Item, Masthead, Paragraph
from palermo.documents.units import Unit, units_of

ORGANS = {
    "en": "General Assembly",
    "fr": "Assemblée générale",
    "es": "Asamblea General",
    "ru": "Генеральная Ассамблея",
    "ar": "الجمعية العامة",
    "zh": "大会",
}


def read(language: str, text: str, *items: str, annex: bool = False) -> tuple[Unit, ...]:
    """The units of one paragraph of an invented resolution of the Assembly, or of its annex."""
    identifier = "annex_1__para_1" if annex else "main__para_1"
    held = tuple(
        Item(f"{identifier}__item_{mark}", f"({mark})", item) for mark, item in zip("abc", items, strict=False)
    )
    paragraph = Paragraph(identifier, "1.", "", text, held)
    head = Masthead(organ=ORGANS[language])
    if annex:
        return units_of(Document("invented", language, head, annexes=(Annex("annex_1", "", (paragraph,)),)))
    return units_of(Document("invented", language, head, operative=(paragraph,)))


def said(unit: Unit) -> str:
    """A unit in a line: `directive duty: secretary_general`."""
    kinds = ", ".join(dict.fromkeys(addressee.kind for addressee in unit.addressees))
    return f"{unit.act} {unit.strength}" + (f": {kinds}" if kinds else "")
