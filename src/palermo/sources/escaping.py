"""Cells that a spreadsheet would run as a formula are written with an apostrophe, and read back without it."""

from __future__ import annotations

import re

RUN = ("=", "+", "-", "@", "\t", "\r")
ESCAPED = re.compile(r"'+[=+\-@\t\r]")
TO_ESCAPE = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """`text` with one apostrophe more where it, after any apostrophes of its own, would begin a formula."""
    return f"'{text}" if TO_ESCAPE.match(text) else text


def plain_text(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if ESCAPED.match(text) else text
