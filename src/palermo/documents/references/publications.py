"""United Nations publications, which have a sales number instead of a symbol: "Sales No. E.96.IV.13"."""

from __future__ import annotations

import re
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.vocabulary import vocabulary
from palermo.documents.tree import Reference

_NUMBER = r"[A-Z](?:/[A-Z]){0,5}\.\d{2,4}\.[IVXL]{1,6}(?:\.[A-Z])?\.\d{1,3}"


def find(text: str, language: str) -> list[Found]:
    """Every sales number in the folded `text` of one place: a document without a symbol, its number in `number`."""
    return [
        Found(match.start(), match.end(), Reference("document", match[0], number=match["number"]))
        for match in _pattern(language).finditer(text)
    ]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language).pattern("sales")
    return re.compile(rf"{words}[.:：\s]{{0,3}}(?P<number>{_NUMBER})", re.IGNORECASE)
