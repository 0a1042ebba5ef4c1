"""Commands on documents: parse, units, references, diff, lineage, schema."""

import typer

from palermo.cli.documents import chains, changes, commitments, naming, parsing, schema

app = typer.Typer(
    no_args_is_help=True,
    help="Read United Nations texts: paragraphs, commitments, references, and what changed from year to year.",
)
app.command("parse")(parsing.parse)
app.command("units")(commitments.units)
app.command("references")(naming.references)
app.command("diff")(changes.diff)
app.command("lineage")(chains.lineage)
app.command("schema")(schema.schema)

__all__ = ["app"]
