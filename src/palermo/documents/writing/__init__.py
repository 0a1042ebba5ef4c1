"""A document in the forms that programs and people read."""

from palermo.documents.writing.json import as_json

__all__ = ["as_json"]
