"""Where what is asked begins: "to" before a verb, an infinitive by its ending, or a word that opens it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from palermo.documents.grammar.patterns import either
from palermo.documents.units.names import Name, names_in, titles_in
from palermo.documents.units.vocabulary import Vocabulary


@cache
def opener_pattern(words: Vocabulary) -> re.Pattern[str]:
    """Where what is asked begins: "to" before a verb. The group `verb` begins with the first word of it."""
    keys = ("opens", "endings", "begins", "never")
    opens, endings, begins, never = (words.list("object", key) for key in keys)
    if not opens and not endings and not begins:
        return re.compile(r"(?!)")
    not_noun = rf"(?!{words.words.any_of(never)})(?![A-Z])" if never else "(?![A-Z])"
    ended = rf"(?=\w*(?:{'|'.join(map(re.escape, endings))})(?!\w))" if endings else ""
    edge, end = (r"(?<!\w)", r"(?!\w)") if words.spaced else ("", "")
    alone = f"(?={either(begins)}{end})" if begins else ended
    if not opens:
        return re.compile(f"{edge}(?P<verb>{not_noun}{alone})")
    glued = "|".join(re.escape(word) for word in opens if word[-1] in "’'")
    glue = f"|(?:{glued})" if glued else ""
    opened = rf"(?:{words.words.any_of(opens)}(?:(?P<pause>,\s*)|\s+){glue})"
    bare = f"|{alone}" if begins else ""
    return re.compile(rf"{edge}(?:{opened}{bare})(?P<verb>(?(pause)|{not_noun}{ended}))")


def opener_in(text: str, start: int, end: int, words: Vocabulary) -> re.Match[str] | None:
    """The first place from which on the text says what is asked.

    Where a word that begins it may stand in a name, too, names and titles are passed over, and so is what stands
    before a name and is tied to it ("that have not yet acceded" before "States", in Chinese).
    """
    if not words.list("object", "begins"):
        return opener_pattern(words).search(text, start, end)
    names = [name for name in _held(text, words) if name.start >= start]
    tied = names and _tied(words).search(text[start : names[0].start])
    found = opener_pattern(words).finditer(text, names[0].end if tied else start, end)
    spans = (*titles_in(text), *((name.start, name.end) for name in names))
    return next((match for match in found if not any(opens <= match.start() < ends for opens, ends in spans)), None)


@lru_cache(maxsize=100)
def _held(text: str, words: Vocabulary) -> tuple[Name, ...]:
    return names_in(text, 0, len(text), words)


@cache
def _tied(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(f"^[^,，;；。]*{words.words.any_of(words.list('object', 'ties'))}$")
