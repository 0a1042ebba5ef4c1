"""Finds the code behind a name, forgiving case and accents, and says what is near when there is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

NEAREST = 3
SHORTEST = 3


class UnknownName(LookupError):  # noqa: N818 -- named for what is wrong
    """No State, instrument or family has this code or name. `nearest` holds the codes that come close."""

    def __init__(self, what: str, text: str, nearest: tuple[tuple[str, str], ...]) -> None:
        self.what, self.text, self.nearest = what, text, nearest
        near = "; ".join(f"{name} ({code})" for code, name in nearest)
        advice = f"Did you mean {near}?" if near else "Use a code or an official name."
        super().__init__(f"no {what} is called {text!r}. {advice}")


def plain(text: str) -> str:
    """`text` without case, accents, punctuation and double spaces, so that spellings can be compared."""
    # Both ways, because a sign such as ㎒ falls apart into capitals, and İ into a letter and a dot.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", kept).strip()


class Index:
    """From every spelling of a thing to its code. The first code to claim a spelling keeps it."""

    def __init__(self, what: str, spellings: Mapping[str, Iterable[str]]) -> None:
        self._what = what
        self._codes: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for code, held in spellings.items():
            for spelling in held:
                self._codes.setdefault(plain(spelling), code)
                self._shown.setdefault(plain(spelling), spelling)

    def find(self, text: str) -> str:
        """The code for this spelling; raise `UnknownName`, with what comes near, where there is none."""
        code = self._codes.get(plain(text))
        if code is None:
            raise UnknownName(self._what, text, self._near(plain(text)))
        return code

    def _near(self, text: str) -> tuple[tuple[str, str], ...]:
        """Whole spellings that come close; then those that hold the text; then those with a word like its longest."""
        whole = get_close_matches(text, self._codes, n=2 * NEAREST, cutoff=0.6)
        inside = [spelling for spelling in self._codes if len(text) > SHORTEST and text in spelling]
        alike = set(get_close_matches(max(text.split(), key=len, default=""), self._words, n=NEAREST, cutoff=0.75))
        worded = [spelling for spelling in self._codes if alike & set(spelling.split())]
        found: dict[str, str] = {}
        for spelling in [*whole, *sorted(inside, key=len), *sorted(worded, key=len)]:
            found.setdefault(self._codes[spelling], self._shown[spelling])
        return tuple(found.items())[:NEAREST]

    @cached_property
    def _words(self) -> list[str]:
        """The words of all spellings that are long enough to be mistaken for one another."""
        return sorted({word for spelling in self._codes for word in spelling.split() if len(word) > SHORTEST})
