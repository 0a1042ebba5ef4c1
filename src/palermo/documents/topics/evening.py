"""A text as the rules compare it: small letters, one kind of hyphen and apostrophe, Arabic without its points."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SAME = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u00a0": " ",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ё": "е",
}
_DROPPED = frozenset("\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Even:
    """The even text, and for each of its characters where it stands in the printed one."""

    text: str
    printed: str
    places: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """What is printed between two places of the even text."""
        return " ".join(self.printed[self.places[start] : self.places[end - 1] + 1].split())


def even(printed: str) -> Even:
    """The text with what only differs in print made the same. White space inside Chinese goes, as no rule has any."""
    spaced = not _CHINESE.search(printed)
    held = [(same, at) for at, char in enumerate(printed) if (same := _one(char, spaced=spaced))]
    return Even("".join(same for same, _ in held), printed, tuple(at for _, at in held))


def _one(char: str, *, spaced: bool) -> str:
    """One character for one, or none; a letter whose small form is two stays as it is."""
    if char in _DROPPED or (unicodedata.combining(char) and "\u0610" <= char <= "\u06ed"):
        return ""
    if char.isspace():
        return " " if spaced else ""
    small = char.lower()
    return _SAME.get(small, small if len(small) == 1 else char)
