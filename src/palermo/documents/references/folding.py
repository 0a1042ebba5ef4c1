"""A text made even before anything is looked for in it: one kind of hyphen, digit, bracket and space."""

from __future__ import annotations

import re
import unicodedata

_SAME = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2044": "/",
    "\uff0f": "/",
    "\uff08": "(",
    "\uff09": ")",
    "\uff3b": "[",
    "\uff3d": "]",
}
_ARABIC_DIGITS = {chr(first + digit): str(digit) for first in (0x0660, 0x06F0, 0xFF10) for digit in range(10)}
# Soft hyphens, joiners and marks of direction are no characters of a number.
_NOTHING = dict.fromkeys(
    (0x00AD, 0xFEFF, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_TABLE = str.maketrans(_SAME | _ARABIC_DIGITS) | _NOTHING
_ODD = re.compile(f"[{''.join(map(chr, sorted(_TABLE)))}]")
_VOWELS = re.compile("[\u064b-\u0652\u0640]")
_SPLIT_NUMBER = re.compile(r"(?<=\d) ?/ ?(?=\d)")
_SPLIT_SYMBOL = re.compile(r"(?<=[A-Z0-9]/) (?=[A-Z]{0,4}\d)")
_CHINESE_SPACE = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff0c\uff1a\uff1b]) | (?=[\u3000-\u303f\u4e00-\u9fff\uff0c\uff1a\uff1b])"
)


def fold(text: str, language: str) -> str:
    """`text` with spaces, digits, hyphens and brackets of one kind, and with split numbers and symbols joined."""
    even = " ".join((text.translate(_TABLE) if _ODD.search(text) else text).split())
    if language == "ar":
        even = _VOWELS.sub("", unicodedata.normalize("NFC", even))
    if language == "zh":
        even = _CHINESE_SPACE.sub("", even)
    if "/ " not in even and " /" not in even:
        return even
    return _SPLIT_SYMBOL.sub("", _SPLIT_NUMBER.sub("/", even))
