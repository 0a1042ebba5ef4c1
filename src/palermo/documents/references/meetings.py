"""Meetings: the 8979th of the Security Council is in S/PV.8979, the 3rd plenary of session 79 in A/79/PV.3."""

from __future__ import annotations

import re
from functools import cache

from palermo.documents.references.author import Author
from palermo.documents.references.found import Found
from palermo.documents.references.vocabulary import Vocabulary, vocabulary
from palermo.documents.tree import Reference

BEFORE = 40  # "by the Security Council at its 8979th meeting"
_SESSION = re.compile(r"(?:ES-|S-)?\d{1,4}")


def find(text: str, language: str, author: Author) -> list[Found]:
    """Every numbered meeting in the folded `text` of one place, with the symbol of its record if that is known."""
    words = vocabulary(language)
    found = []
    for match in _pattern(language).finditer(text):
        body = _body(text, match.start(), words) or author.body
        symbol = _record(body, match["number"], author, plenary=bool(match["plenary"]))
        found.append(Found(match.start(), match.end(), Reference("meeting", match[0], symbol)))
    return found


def _body(text: str, at: int, words: Vocabulary) -> str:
    """The body named just before, if any."""
    named = list(words.bodies.finditer(text, max(0, at - BEFORE), at))
    return words.body(named[-1][0]) if named else ""


def _record(body: str, number: str, author: Author, *, plenary: bool) -> str:
    """The Security Council counts its meetings through; the Assembly and ECOSOC anew each session."""
    if body == "SC" or (body == "COUNCIL" and author.body == "SC"):
        return f"S/PV.{number}"
    session = author.session if author.body == body and _SESSION.fullmatch(author.session) else ""
    if body == "GA" and plenary and session:
        return f"A/{session}/PV.{number}"
    return f"E/{session}/SR.{number}" if body == "ECOSOC" and plenary and len(session) == 4 else ""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """The forms of the vocabulary: `{n}` is the number, the one group in brackets says that a meeting is plenary."""
    (form,) = vocabulary(language).words("meeting")
    number = r"(?P<number>\d{1,5})"
    named = re.sub(r"(?<!\\)\((?!\?)", "(?P<plenary>", form)
    before = r"(?<![\d/.])" if form.startswith("{n}") else ""
    return re.compile(before + named.replace("{n}", number), re.IGNORECASE)
