"""The tree of commands, and the one place where an error becomes a sentence and an exit code.

Commands import what they need when they run: `palermo treaties status` from the shipped tables must not wait for the
web framework.
"""

from __future__ import annotations

import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import palermo
from palermo.cli import audit, backups, documents, service, treaties, users
from palermo.cli.errors import Exit, explain


class Commands(TyperGroup):
    """Turns whatever a command raises into one line on standard error and an exit code that says the cause."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except (typer.TyperException, typer.Exit, typer.Abort, BrokenPipeError, EOFError):
            raise  # Typer's own: usage, help, an answer of no, a reader that went away
        except Exception as error:
            raise typer.Exit(_report(error, debug=bool(ctx.params.get("debug")))) from None


def _report(error: Exception, *, debug: bool) -> Exit:
    code, message = explain(error)
    if debug:
        traceback.print_exception(error)
    typer.echo(f"palermo: {message}", err=True)
    return code


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"palermo {palermo.__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    name="palermo",
    help="The register of the United Nations Global Plan of Action to Combat Trafficking in Persons.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
service.register_on(app)
backups.register_on(app)
app.add_typer(treaties.app, name="treaties")
app.add_typer(documents.app, name="documents")
app.add_typer(audit.app, name="audit")
app.add_typer(users.app, name="user")


@app.callback()
def _root(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read by `Commands` and by `_version`."""


def main() -> None:
    """Run the command line; ends the process with an exit code of `errors.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a name still shows the rest
    app()
