"""Sources: where a fact comes from and up to which day it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """One published table or document. `as_of` is the day up to which it speaks; `licence` what it allows."""

    code: str
    address: str
    path: str
    revision: str
    as_of: date
    description: str
    licence: str
