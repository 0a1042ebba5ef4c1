"""The layouts that can be read: one file for each, one row here."""

from __future__ import annotations

from palermo.sources.layouts import acts, declarations, mapped, status, untc
from palermo.sources.layouts.layout import Asked, Layout, Recognised

ALL = (acts.LAYOUT, status.LAYOUT, declarations.LAYOUT, untc.LAYOUT, mapped.LAYOUT)
NAMES = tuple(layout.name for layout in ALL)

__all__ = ["ALL", "NAMES", "Asked", "Layout", "Recognised"]
