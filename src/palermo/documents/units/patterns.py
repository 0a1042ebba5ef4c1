"""From the words of a vocabulary to patterns: stars, slots, word edges, in languages with and without spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from palermo.documents.grammar.patterns import VOWELS, either

SLOT = re.compile(r"\{(\w+)([*?]?)\} ?")
STAR = "\ue000"  # a letter that no text has, so that a star travels through the tree of letters as one
FIRST_SLOT = 0xE001
ENDING = r"\w{0,6}"


def folded(words: str) -> str:
    """Words in one spelling: small letters, straight apostrophes, single spaces, no vowel signs, `ё` as `е`."""
    plain = re.sub(VOWELS, "", words.casefold().replace("’", "'").replace("ё", "е"))
    return " ".join(plain.split())


def starred(words: Iterable[str]) -> str:
    """One of the words as text of a pattern; a star in a word is any ending."""
    return either(word.replace("*", STAR) for word in words).replace(STAR, ENDING)


class Words:
    """Makes patterns for one language. `slots` are the lists that a name in braces stands for."""

    def __init__(
        self,
        *,
        spaced: bool,
        slots: Mapping[str, str],
        joins: Iterable[str] = (),
        prefixed: Iterable[str] = (),
        clitics: Iterable[str] = (),
    ):
        self.spaced = spaced
        self.slots = dict(slots)
        joined, glued = either(joins), either(prefixed)
        self.joined = rf"\s+(?:{joined})\s+" if spaced else rf"\s*(?:{joined})\s*"
        with_next = f"(?:{glued})?" if glued else ""
        comma = rf"\s*[,،、，;；]\s*{with_next}"
        self.join = (
            rf"(?:{comma}(?:(?:{joined})\s+)?|{self.joined}|\s+{with_next})" if joined else rf"(?:{comma}|\s+)"
        )
        parted = "".join(rf"|(?<=\b{re.escape(word)})" for word in (*prefixed, *clitics))
        self.before = rf"(?:(?<!\w){parted})" if spaced else ""
        self.after = r"(?!\w)" if spaced else ""

    def any_of(self, words: Iterable[str], *, names: bool = False) -> str:
        """One of the words, the longest first. `names` keeps capitals; a small first letter may be a capital one.

        A list without words gives a pattern that never matches.
        """
        words = tuple(words)
        if names:
            words = (*words, *(word[0].upper() + word[1:] for word in words))
        return f"{self.before}(?:{self._inner(words)}){self.after}" if words else r"(?!)"

    def _inner(self, words: Iterable[str]) -> str:
        codes: dict[str, str] = {}

        def coded(slot: re.Match[str]) -> str:
            return codes.setdefault(self._slot(slot), chr(FIRST_SLOT + len(codes)))

        # Words that begin with a slot come first: the tree of letters would end a shorter word before it tries them.
        held = [SLOT.sub(coded, word) for word in words]
        slotted = [word for word in held if word[0] in codes.values()]
        plain = starred([word for word in held if word[0] not in codes.values()])
        pattern = f"(?:{starred(slotted)}|{plain})" if slotted and plain else starred(slotted) or plain
        for filled, code in codes.items():
            pattern = pattern.replace(code, filled)
        return pattern if self.spaced else pattern.replace(r"\s+", r"\s*")

    def _slot(self, slot: re.Match[str]) -> str:
        name, often = slot.groups()
        one = self.slots.get(name, r"[^\s.;,]{1,40}")
        space = (r"\s+" if self.spaced else r"\s*") if slot[0].endswith(" ") else ""
        if often == "*":
            return f"(?:{one})(?:{self.join}(?:{one})){{0,5}}{space}"
        return f"(?:(?:{one}){space}){often}"

    def pattern(self, words: Iterable[str], *, names: bool = False) -> re.Pattern[str]:
        """The same, compiled: names with their capitals, other words with any."""
        return re.compile(self.any_of(words, names=names), 0 if names else re.IGNORECASE)
