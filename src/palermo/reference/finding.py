"""Finds the code behind a name, forgiving case and accents, and says what is near when there is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

NEAREST = 3


class UnknownName(LookupError):  # noqa: N818 -- named for what is wrong
    """No State, instrument or family has this code or name. `nearest` holds the codes that come close."""

    def __init__(self, what: str, text: str, nearest: tuple[tuple[str, str], ...]) -> None:
        self.what, self.text, self.nearest = what, text, nearest
        near = "; ".join(f"{name} ({code})" for code, name in nearest)
        advice = f"Did you mean {near}?" if near else "Use a code or an official name."
        super().__init__(f"no {what} is called {text!r}. {advice}")


def plain(text: str) -> str:
    """`text` without case, accents, punctuation and double spaces, so that spellings can be compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
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
        inside = [spelling for spelling in self._codes if text and len(text) > 3 and text in spelling]
        close = [*get_close_matches(text, self._codes, n=2 * NEAREST, cutoff=0.6), *sorted(inside, key=len)]
        found: dict[str, str] = {}
        for spelling in close:
            found.setdefault(self._codes[spelling], self._shown[spelling])
        return tuple(found.items())[:NEAREST]
