"""Files as people have them, as a source of pages."""

from palermo.documents.reading.files import read

__all__ = ["read"]
