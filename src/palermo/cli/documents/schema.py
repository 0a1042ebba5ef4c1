"""`palermo documents schema`: what the JSON of a document holds."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of what `parse` writes."""
    from palermo.documents.writing import SCHEMA

    typer.echo(SCHEMA.read_text(encoding="utf-8"), nl=False)
