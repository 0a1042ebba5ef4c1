"""The marks of notes while they stand in a text: a marker between two signs that no text uses.

They live only between the XML and the tree. The tree's texts are as they were adopted; a footnote says itself where
its mark stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from palermo.documents.akn import characters
from palermo.documents.tree import Footnote

OPEN, CLOSE = "\ufdd0", "\ufdd1"
MARK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_SPACED = re.compile(f"(?: (?={OPEN}[^{OPEN}{CLOSE}]*{CLOSE}(?: |$)))?{MARK.pattern}")


def mark(marker: str) -> str:
    """A marker as a mark; empty where it cannot be one."""
    return f"{OPEN}{marker}{CLOSE}" if is_usable(marker) else ""


def is_usable(marker: str) -> bool:
    """Whether a marker can stand in an attribute as it is, and between the signs."""
    return bool(marker) and " " not in marker and not characters.kept(marker) and not {OPEN, CLOSE} & set(marker)


def unmarked(text: str) -> str:
    """A text without marks."""
    return MARK.sub("", text)


def strip(text: str, waiting: dict[int, Footnote]) -> tuple[str, list[tuple[int, int]]]:
    """A text without the marks of these notes, and for each mark the note and where in the text it stood.

    Takes the notes it finds out of `waiting`. A space that stood only for the mark goes with it. A text that is
    nothing but marks has no place for them.
    """
    found: list[tuple[int, int]] = []
    kept: list[str] = []
    end = length = 0
    for match in _SPACED.finditer(text):
        note = next((at for at, each in waiting.items() if each.marker == match[1] and is_usable(match[1])), None)
        if note is not None:
            del waiting[note]
            kept.append(text[end : match.start()])
            length += len(kept[-1])
            found.append((note, length))
            end = match.end()
    bare = "".join((*kept, text[end:]))
    return bare, found if bare else []


def insert(text: str, places: Sequence[tuple[int, str]]) -> str:
    """A text with marks at these places, which ascend."""
    for at, marker in reversed(places):
        text = text[:at] + mark(marker) + text[at:]
    return text
