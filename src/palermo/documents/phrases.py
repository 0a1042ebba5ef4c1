"""The opening phrase of a paragraph: "Recalling also", "Takes note with appreciation", "We reaffirm"."""

from __future__ import annotations

import re

from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import phrases_of

SPLIT = re.compile(r"([“\"«(]?[^\W\d_]{1,12})\s(?=[^\W\d_])")


def phrase_in(text: str, part: str, grammar: Grammar, *, short: bool = False) -> str:
    """The opening phrase of a paragraph as printed; empty where the grammar knows none.

    `part` is `preamble`, `operative` or `declaration`; `short` leaves out the words of manner.
    """
    verbs = {"preamble": grammar.preamble, "operative": grammar.operative, "declaration": grammar.declaration}[part]
    pattern = phrases_of(verbs, grammar, short=short)
    match = pattern.match(text) or _healed(text, pattern)
    return match[0].lstrip('“"«(') if match else ""


def _healed(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The phrase where an extractor put a space into one of its first words: "Wel comes"."""
    split = SPLIT.match(text)
    if not split:
        return None
    match = pattern.match(text[: split.end(1)] + text[split.end() :])
    return match if match and match.end() > split.end(1) else None
