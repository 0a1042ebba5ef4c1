"""Links that the file makes itself: the address of a document becomes its symbol."""

from __future__ import annotations

import re
from urllib.parse import unquote

from palermo.documents.tree import Reference

_ADDRESS = re.compile(r"(?:undocs\.org|docs\.un\.org)/(?:[a-z]{2}/)?(?P<symbol>[^?#]+)$", re.IGNORECASE)
_MEETING = re.compile(r"/(?:PV|SR)\.\d")
_CODE = re.compile(r"[a-z]+|\d+[a-z]")


def symbol(address: str) -> str:
    """`https://undocs.org/en/A/hrc/RES/44/4` → `A/HRC/RES/44/4`; empty for an address of something else.

    Brackets keep their case: `A/76/49(Vol.II)`.
    """
    match = _ADDRESS.search(unquote(address.strip()))
    if not match:
        return ""
    steps = " ".join(match["symbol"].split()).strip("/ ").split("/")
    return "/".join(step.upper() if _CODE.fullmatch(step) else step for step in steps)


def references(links: list[tuple[str, str]], within: str) -> tuple[Reference, ...]:
    """A reference for each link that leads to a document, in order."""
    found = ((symbol(address), text) for address, text in links)
    return tuple(
        Reference("meeting" if _MEETING.search(code) else "document", text, symbol=code, within=within)
        for code, text in found
        if code
    )
