"""Backup and restore of the service's database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli import database

if TYPE_CHECKING:
    from palermo.web.config.backups.layout import Manifest

File = Annotated[Path, typer.Argument(help="The backup: a ZIP archive.", show_default=False)]
CAUTION = (
    "Caution: the backup holds people's addresses, password hashes, token hashes and sealed authenticator secrets. "
    "Keep it as safe as the database, and the secret key elsewhere."
)


def backup(
    file: File,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
) -> None:
    """Write the service's database to one file; the service may go on meanwhile."""
    database.connect()
    from palermo.web.config.backups import writing

    manifest = writing.backup(file, replace=replace, progress=_progress)
    typer.echo(f"Wrote {file}: {_told(manifest)}.")
    typer.echo(f"Audit log: {manifest.audit.sequence} entries, head {manifest.audit.hash}.")
    typer.echo(CAUTION, err=True)


def restore(
    file: File,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the database holds, its audit log included.")
    ] = False,
) -> None:
    """Fill the service's database from a backup: all of it, or nothing."""
    database.connect(current=False)
    from palermo.web.config.backups import layout, restoring

    manifest = restoring.restore(file, replace=replace, progress=_progress)
    typer.echo(f"Restored {_told(manifest)}.")
    typer.echo(
        f"The backup is of {manifest.created:%Y-%m-%d %H:%M} UTC. Its audit log holds; everybody is signed out."
    )
    if manifest.key != layout.key_mark():
        typer.echo(
            "Caution: this service has another secret key than the one that was backed up. Authenticator apps are "
            "not accepted until PALERMO_SECRET_KEY (or the file secret-key in PALERMO_DATA) is that of the backup.",
            err=True,
        )


def register_on(app: typer.Typer) -> None:
    """Give the commands their names."""
    app.command()(backup)
    app.command()(restore)


def _told(manifest: Manifest) -> str:
    rows = sum(entry.rows for entry in manifest.tables)
    return f"{rows} rows of {len(manifest.tables)} tables, Palermo {manifest.palermo}"


def _progress(table: str, rows: int) -> None:
    if rows > 1000:
        typer.echo(f"  {table}: {rows} rows", err=True)
