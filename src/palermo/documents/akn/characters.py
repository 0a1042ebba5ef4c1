"""Characters that XML cannot hold, or that folding would change, and the way they are kept.

White space is folded when XML is read, because AKN4UN fills its paragraphs with tabs and line ends. What must not be
folded, and what XML 1.0 forbids (control characters, lone surrogates), stands as an empty
`<inline name="character" title="U+000B"/>`: valid, visible, and read back as the character itself.
"""

from __future__ import annotations

import re

NAME = "character"
HOLE = "\ufffe"
"""Stands for a kept character while text is folded. XML forbids it, so no text that was read contains it."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"U\+([0-9A-F]{4,6})")


def fold(text: str) -> str:
    """White space folded to single spaces, none at the ends."""
    return " ".join(text.split())


def fill(folded: str, characters: list[str]) -> str:
    """Folded text with the kept characters back in their holes, in order."""
    rest = iter(characters)
    return "".join(next(rest, "") if character == HOLE else character for character in folded)


def label(character: str) -> str:
    """How a character is named in an attribute: `U+000B`."""
    return f"U+{ord(character):04X}"


def named(value: str) -> str:
    """The character that a label names; empty for a label that names none."""
    match = _NUMBER.fullmatch(value)
    number = int(match[1], 16) if match else 0x110000
    return chr(number) if number < 0x110000 else ""


def kept(text: str) -> frozenset[int]:
    """Where in the text the characters stand that must be kept by name."""
    return frozenset(at for at, character in enumerate(text) if _must_be_kept(text, at, character))


def _must_be_kept(text: str, at: int, character: str) -> bool:
    if character == " ":
        return at in (0, len(text) - 1) or text[at - 1].isspace()
    return character.isspace() or bool(_FORBIDDEN.match(character))
