"""Elements of a page. A plain string becomes text, whatever it holds; only `Markup` is taken as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# Characters that HTML forbids, with the lone halves of pairs, which UTF-8 cannot hold.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

SPEAKING = re.compile(f"{FORBIDDEN.pattern[:-1]}&<>\"']")
"""What cannot stand as it is; most pieces of a page have none of it."""


class Markup(str):
    """A string that is a piece of a page already."""

    __slots__ = ()


def text(value: str) -> Markup:
    """A string as text; a character that a page cannot hold becomes the sign for that."""
    if isinstance(value, Markup):
        return value
    if not SPEAKING.search(value):
        return Markup(value)
    return Markup(html.escape(FORBIDDEN.sub("\ufffd", value)))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Pieces one after another."""
    return Markup(text(between).join(map(text, parts)))


def element(name: str, /, *content: str, **attributes: str) -> Markup:
    """An element. `class_` and `for_` stand for attributes that Python reserves, `_` for a hyphen."""
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{given}>{joined(content)}</{name}>")
