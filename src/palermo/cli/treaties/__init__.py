"""Commands on treaties: ask, import, export."""

import typer

from palermo.cli.treaties import asking, exporting, importing

app = typer.Typer(help="Who is bound by what, since when and towards whom.", no_args_is_help=True)
asking.register_on(app)
app.command("import")(importing.import_file)
app.command("export")(exporting.export)

__all__ = ["app"]
