"""Whose text it is, and of which year: "its resolution" is read by the one, and what cannot be yet by the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.documents.references.folding import fold
from palermo.documents.references.vocabulary import vocabulary
from palermo.documents.tree import Document

# The first pattern that fits the symbol wins.
_SYMBOLS = (
    ("HRC", re.compile(r"A/HRC\b")),
    ("GA", re.compile(r"A/")),
    ("SC", re.compile(r"S/")),
    ("SUB", re.compile(r"E/CN\.4/Sub\.[12]\b", re.IGNORECASE)),
    ("CHR", re.compile(r"E/CN\.4\b")),
    ("OTHER", re.compile(r"E/(?:CN\.|C\.|ICEF|ECE|ESCAP|ECA)")),
    ("ECOSOC", re.compile(r"E/")),
    ("UNEA", re.compile(r"UNEP/EA\b")),
    ("OTHER", re.compile(r"[A-Z]")),
)
_GA_SESSION = re.compile(r"A/(?:(?:RES|DEC|C\.\d|BUR|INF)/)?(\d{2,3})/")
_YEAR = re.compile(r"(?<!\d)(19[4-9]\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Author:
    """The organ whose text it is (`""` where the text does not say), its year if known, its session as printed."""

    body: str
    year: int | None
    session: str = ""


def author(document: Document) -> Author:
    """Read the author from the symbol, else from the organ or the enacting formula."""
    head = document.masthead
    body = (
        _from_symbol(head.symbol)
        or _named(head.organ, document.language)
        or _named(document.enacting, document.language)
    )
    return Author(body, _year(document), head.session)


def _from_symbol(symbol: str) -> str:
    plain = fold(symbol, "en")
    return next((body for body, pattern in _SYMBOLS if pattern.match(plain)), "")


def _named(text: str, language: str) -> str:
    words = vocabulary(language)
    match = words.bodies.search(fold(text, language))
    return words.body(match[0]) if match else ""


def _year(document: Document) -> int | None:
    head = document.masthead
    day = head.adopted or head.issued
    if day is not None:
        return day.year
    if session := _GA_SESSION.match(head.symbol):
        return 1946 + int(session[1])
    printed = _YEAR.search(head.symbol)
    return int(printed[1]) if printed else None
