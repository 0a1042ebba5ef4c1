"""Akoma Ntoso as the United Nations writes it (AKN4UN): XML in gives a document, a document gives XML."""

from palermo.documents.akn.placing import page
from palermo.documents.akn.reading import read, read_bytes
from palermo.documents.akn.writing import Unwritable, write

__all__ = ["Unwritable", "page", "read", "read_bytes", "write"]
