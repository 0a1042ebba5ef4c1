"""What was found in a document beyond its tree: units of commitment and topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from palermo.documents.topics import Label, topics_in
from palermo.documents.tree import Document
from palermo.documents.units import Unit, units_of


@dataclass(frozen=True, slots=True)
class Found:
    """Units in the order of the text, and topics by the identifier of their part. None for what nobody asked for."""

    units: tuple[Unit, ...] | None = None
    topics: Mapping[str, tuple[Label, ...]] | None = None


def found_in(document: Document, *, units: bool = True, topics: bool = True) -> Found:
    """The units and the topics of a document, or one of the two."""
    return Found(units_of(document) if units else None, topics_in(document) if topics else None)
