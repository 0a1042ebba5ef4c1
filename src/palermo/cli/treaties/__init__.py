"""Commands on treaties: ask, import, export."""

import typer

from palermo.cli.treaties import asking

app = typer.Typer(help="Who is bound by what, since when and towards whom.", no_args_is_help=True)
asking.register_on(app)

__all__ = ["app"]
