"""Akoma Ntoso as the United Nations writes it (AKN4UN): XML in gives a document, a document gives XML."""

from palermo.documents.akn.placing import page
from palermo.documents.akn.reading import read, read_bytes

__all__ = ["page", "read", "read_bytes"]
