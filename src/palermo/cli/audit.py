"""The audit log: does its chain hold, and where does it end."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from palermo.cli import database
from palermo.cli.errors import Exit, Stop
from palermo.cli.output import Answer, Column, Format, Value, show

REASONS = {
    "edited": "its content and its hash disagree",
    "unlinked": "it does not follow the entry before it",
    "missing": "it is gone",
    "cut": "the log ends before the place that its head names",
    "surplus": "it lies beyond the head of the log",
    "no_head": "the head of the log is gone",
    "anchor": "it is not the entry that was noted",
}
ANCHOR = re.compile(r"(\d{1,18}):([0-9a-f]{64})")

app = typer.Typer(help="The log of every write.", no_args_is_help=True)
Shape = Annotated[Format, typer.Option("--format", help="How to write the answer.")]


@app.command()
def verify(
    anchor: Annotated[
        str | None, typer.Option(metavar="NUMBER:HASH", help="An entry noted elsewhere on an earlier day.")
    ] = None,
    form: Shape = Format.TABLE,
) -> None:
    """Follow the whole chain; end with code 9 and the first bad entry where it does not hold."""
    noted = _anchor(anchor)
    database.connect()
    from palermo.web.audit import queries

    verdict = queries.verify(anchor=noted)
    row: dict[str, Value] = {
        "ok": verdict.ok,
        "length": verdict.length,
        "head": verdict.head,
        "broken_at": verdict.broken_at,
        "reason": verdict.reason,
    }
    columns = (Column("ok", "Holds"), Column("length", "Good entries"), Column("head", "Hash of the last"))
    broken = (Column("broken_at", "Broken at"), Column("reason", "Reason"))
    title = "The audit log holds." if verdict.ok else "The audit log is broken."
    origin = database.present()
    show(Answer(title, (*columns, *broken), (row,), {"register": origin}, (f"Data: {origin}.",)), form)
    if not verdict.ok:
        told = REASONS.get(verdict.reason, verdict.reason)
        raise Stop(
            Exit.INTEGRITY, f"entry {verdict.broken_at}: {told}. Keep the database as it is, and look at backups."
        )


@app.command()
def head(form: Shape = Format.TABLE) -> None:
    """The number and hash of the last entry: note them elsewhere, and give them to `verify --anchor` later."""
    database.connect()
    from palermo.web.audit import clock
    from palermo.web.audit.models import ChainHead

    held = ChainHead.objects.filter(pk=1).first()
    if held is None:
        raise Stop(Exit.INTEGRITY, "the audit log has no head. Run `palermo audit verify`, and look at backups.")
    columns = (Column("sequence", "Entries"), Column("hash", "Hash"), Column("anchor"))
    row: dict[str, Value] = {"sequence": held.sequence, "hash": held.hash, "anchor": f"{held.sequence}:{held.hash}"}
    moment, origin = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}", database.present()
    notes = (f"Anchor: {held.sequence}:{held.hash}", f"As of {moment}. Data: {origin}.")
    show(Answer("Head of the audit log", columns, (row,), {"as_of": moment, "register": origin}, notes), form)


def _anchor(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    found = ANCHOR.fullmatch(text.strip())
    if found is None:
        raise Stop(
            Exit.BAD_INPUT,
            f"--anchor: expected a number, a colon and 64 hexadecimal digits, got {text[:80]!r}; "
            "`palermo audit head` prints one.",
        )
    return int(found[1]), found[2]
