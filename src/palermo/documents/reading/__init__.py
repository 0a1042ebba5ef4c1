"""Files as people have them, as a source of pages."""

from palermo.documents.reading.files import is_xml, read

__all__ = ["is_xml", "read"]
