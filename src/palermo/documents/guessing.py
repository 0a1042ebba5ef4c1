"""A guess at the opening phrase where the grammar knows no verb: by its ending, and by the word after it.

Each grammar says under `[phrases.guess]` what a verb looks like; without that table nothing is guessed. A guess never
parts a text: it only names the phrase of a paragraph that stands there anyway.
"""

from __future__ import annotations

import re
from functools import cache

from palermo.documents.grammar import Grammar, Guess
from palermo.documents.grammar.patterns import either


def guess_in(text: str, part: str, grammar: Grammar) -> str:
    """What looks like the opening phrase of a paragraph of the preamble or the operative part; empty where nothing
    does."""
    guess = grammar.guess
    if guess is None or part not in ("preamble", "operative"):
        return ""
    match = _pattern(grammar, guess, part).match(text)
    if not match or match["verb"].casefold() in guess.never:
        return ""
    return match[0].lstrip('“"«(')


@cache
def _pattern(grammar: Grammar, guess: Guess, part: str) -> re.Pattern[str]:
    """Words before, a word with such an ending, words after, and one of the words that may follow a verb."""
    verb = "|".join(guess.preamble if part == "preamble" else guess.operative) or "(?!)"
    before = f"(?:(?:{either(grammar.before)})\\s+){{0,3}}" if grammar.before else ""
    after = f"(?:\\s+(?:{either(guess.after)})(?!\\w)){{0,2}}" if guess.after else ""
    pause = "[,:]|" if part == "preamble" else ""
    follow = rf"(?={pause}\s+(?:{either(guess.before_object)})(?!\w))" if guess.before_object else r"(?=[\s,:])"
    return re.compile(rf"[“\"«(]?{before}(?P<verb>{verb})(?!\w){after}{follow}", re.IGNORECASE)
