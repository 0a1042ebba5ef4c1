"""A document in the forms that programs and people read."""

from pathlib import Path

from palermo.documents.writing.difference import difference_as_html, difference_as_json, difference_as_markdown
from palermo.documents.writing.found import Found, found_in
from palermo.documents.writing.json import as_json, unit_as_json
from palermo.documents.writing.markdown import as_markdown
from palermo.documents.writing.page import as_html

SCHEMA = Path(__file__).parent / "documents.schema.json"
"""JSON Schema of what `as_json` makes."""

__all__ = [
    "SCHEMA",
    "Found",
    "as_html",
    "as_json",
    "as_markdown",
    "difference_as_html",
    "difference_as_json",
    "difference_as_markdown",
    "found_in",
    "unit_as_json",
]
