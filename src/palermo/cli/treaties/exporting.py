"""Export: the acts as a list that can be imported again, or a status table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from palermo.cli import register
from palermo.cli.errors import Exit, Stop
from palermo.cli.register import Register
from palermo.cli.treaties.asking import FromDatabase
from palermo.reference import CONSENTS, Act, ActKind
from palermo.treaties import Code, Ledger

STATUS_COLUMNS = (
    "instrument_id", "iso3", "state_name", "signature_date", "consent_type", "consent_date",
    "entry_into_force_date", "eif_basis", "withdrawal_date", "source_id", "note",
)  # fmt: skip


class Written(StrEnum):
    """What to write."""

    ACTS = "acts"
    STATUS = "status"


def export(
    layout: Annotated[
        Written, typer.Option(help="Every act, or one row for each State and instrument.")
    ] = Written.ACTS,
    instrument: Annotated[str | None, typer.Option(help="One instrument only: its code or title.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output if left out.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    from_database: FromDatabase = None,
) -> None:
    """Write the register as CSV. The list of acts holds everything and can be imported again."""
    if out is not None and out.exists() and not replace:
        raise Stop(Exit.REFUSED, f"{out} is there already; add --replace to write over it.")
    held = register.read(from_database)
    code = held.ledger.catalogue.instrument(instrument).code if instrument else ""
    text = {Written.ACTS: _acts, Written.STATUS: _status}[layout](held.ledger, code)
    if out is None:
        typer.echo(text, nl=False)
    else:
        _keep(out, text)
    _say(held, code, out)


def _say(held: Register, code: str, out: Path | None) -> None:
    instruments = held.ledger.catalogue.instruments
    days = sorted(each.as_of for each in instruments.values() if each.as_of and code in ("", each.code))
    span = f"{days[0]} to {days[-1]}" if days else "no day"
    typer.echo(f"Wrote {out or 'to standard output'}. As of {span}, by instrument. Data: {held.origin}.", err=True)


def _acts(ledger: Ledger, instrument: str) -> str:
    """Every entry, replaced ones too: without them, the history of corrections would be lost."""
    from palermo.sources import write_acts

    stream = io.StringIO(newline="")
    write_acts((act for act in ledger.acts if instrument in ("", act.instrument)), stream)
    return stream.getvalue()


def _status(ledger: Ledger, instrument: str) -> str:
    from palermo.sources.escaping import guarded

    joined: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in ledger.current:
        if instrument in ("", act.instrument) and (act.kind in CONSENTS or act.kind in TOLD):
            joined[act.instrument, act.state].append(act)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(STATUS_COLUMNS)
    for pair in sorted(joined):
        writer.writerow(guarded(cell) for cell in _row(ledger, *pair, joined[pair]))
    return stream.getvalue()


TOLD = frozenset({ActKind.SIGNATURE, ActKind.DENUNCIATION})


def _row(ledger: Ledger, instrument: str, state: str, acts: list[Act]) -> tuple[str, ...]:
    signature = _last(act for act in acts if act.kind is ActKind.SIGNATURE)
    consent = _last(act for act in acts if act.kind in CONSENTS)
    end = _last(act for act in acts if act.kind is ActKind.DENUNCIATION)
    if end and consent and end.day < consent.day:
        end = None  # it left and came back
    told = consent or signature or end
    effect, basis = _effect(ledger, consent) if consent else ("", "")
    return (
        instrument,
        state,
        ledger.catalogue.states[state].name(),
        str(signature.date or "") if signature else "",
        consent.kind.value if consent else "",
        str(consent.date or "") if consent else "",
        effect,
        basis,
        str(end.effect or end.date or "") if end else "",
        told.source if told else "",
        told.note if told else "",
    )


def _effect(ledger: Ledger, consent: Act) -> tuple[str, str]:
    """The entry into force, and whether the source prints it or the instrument's rule gives it."""
    if consent.effect:
        return str(consent.effect), "source"
    spells = ledger.spells(consent.instrument, consent.state)
    start = next((each.start for each in spells if each.code is Code.BOUND and each.act.id == consent.id), None)
    return (start.isoformat(), "computed") if start else ("", "")


def _last(acts: Iterable[Act]) -> Act | None:
    return max(acts, key=lambda act: (act.day, act.id), default=None)


def _keep(out: Path, text: str) -> None:
    """Write beside and move into place, so that nobody ever finds half a file; a fault names the file asked for."""
    try:
        _move_into_place(out, text)
    except OSError as error:
        raise Stop(
            Exit.UNREADABLE, f"{out} cannot be written: {error.strerror or error}. Name another file with --out."
        ) from error


def _move_into_place(out: Path, text: str) -> None:
    handle, drafted = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        Path(drafted).chmod(0o644)
        Path(drafted).replace(out)
    finally:
        Path(drafted).unlink(missing_ok=True)
