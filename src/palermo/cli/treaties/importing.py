"""Import: what a downloaded file would change, shown first; written only when it is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from palermo.cli import database, days
from palermo.cli.output import Format, show

File = Annotated[
    Path, typer.Argument(help="The file that was downloaded: CSV, TSV, HTML or XLSX.", show_default=False)
]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="The day up to which the file speaks.", show_default=False)
]
Instrument = Annotated[str | None, typer.Option(help="The instrument, where the file does not name it.")]
Title = Annotated[str | None, typer.Option("--source-title", help="What the file is; its name if left out.")]
Address = Annotated[str, typer.Option(help="Where it was downloaded.")]
Mapping = Annotated[Path | None, typer.Option(help="A TOML file that says which column means what.")]
FullTable = Annotated[
    bool, typer.Option("--full-table/--partial", help="Whether States that the file leaves out have done nothing.")
]
Layout = Annotated[str, typer.Option(help="How the file is laid out: auto, or one of the layouts of the reference.")]
Accept = Annotated[
    bool, typer.Option("--accept", help="Write the new and changed acts. Without it nothing is written.")
]
KeepHeld = Annotated[
    bool, typer.Option("--keep-held", help="Where the file contradicts the register, leave the register as it is.")
]
Shape = Annotated[Format, typer.Option("--format", help="How to write the difference.")]


def import_file(
    file: File,
    as_of: AsOf,
    instrument: Instrument = None,
    source_title: Title = None,
    address: Address = "",
    mapping: Mapping = None,
    full_table: FullTable = False,
    layout: Layout = "auto",
    accept: Accept = False,
    keep_held: KeepHeld = False,
    form: Shape = Format.TABLE,
) -> None:
    """Show what a downloaded file would change in the service's register; with --accept, change it."""
    day = days.day(as_of, "--as-of", present=days.today())
    database.connect()
    from palermo.cli.treaties import differences, intake

    source = intake.source_of(source_title or file.name, address, file.name, day)
    reading = intake.read_file(file, source, layout=layout, instrument=instrument, mapping=mapping)
    found = intake.decide(file, source, reading, full_table=full_table, accept=accept, keep_held=keep_held)
    show(differences.answer(found), form)
    intake.conclude(found, keep_held=keep_held)
