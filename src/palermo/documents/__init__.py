"""A UN text becomes a tree of paragraphs, references and commitments."""

from palermo.documents.joining import Gap, Joined, join
from palermo.documents.opening import document_of
from palermo.documents.parsing import parse
from palermo.documents.reading import read
from palermo.documents.source import Page, Source, Span, Unreadable
from palermo.documents.tree import Annex, Document, Footnote, Item, Masthead, Paragraph, Reference

__all__ = [
    "Annex",
    "Document",
    "Footnote",
    "Gap",
    "Item",
    "Joined",
    "Masthead",
    "Page",
    "Paragraph",
    "Reference",
    "Source",
    "Span",
    "Unreadable",
    "document_of",
    "join",
    "parse",
    "read",
]
