"""The opening phrase of a paragraph: "Recalling also", "Takes note with appreciation", "We reaffirm"."""

from __future__ import annotations

from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import phrases_of


def phrase_in(text: str, part: str, grammar: Grammar, *, short: bool = False) -> str:
    """The opening phrase of a paragraph as printed; empty where the grammar knows none.

    `part` is `preamble`, `operative` or `declaration`; `short` leaves out the nouns that some verbs take.
    """
    verbs = {"preamble": grammar.preamble, "operative": grammar.operative, "declaration": grammar.declaration}[part]
    match = phrases_of(verbs, grammar, short=short).match(text)
    return match[0].lstrip('“"«(') if match else ""
