"""A file that was read, what it would change in the service's register, and changing it. Needs Django set up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.db import transaction

from palermo.cli import database, days
from palermo.cli.errors import Exit, Stop
from palermo.reference import CONSENTS, ActKind, Source, plain
from palermo.sources import Difference, Reading, compare, read
from palermo.web.audit.actions import OPERATOR
from palermo.web.treaties import actions, models, queries

FULL, PARTIAL = "all", "listed"
JOINING = CONSENTS | {ActKind.SIGNATURE}
LONGEST_CODE = 60
LONGEST_ADDRESS = 300  # as wide as the column of the table


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that was read, and what it would change. `reaches` are new: how far the register would then be known."""

    path: Path
    sha256: str
    source: Source
    reading: Reading
    difference: Difference
    reaches: dict[str, str]
    written: bool = False

    @property
    def empty(self) -> bool:
        """Whether the register says all of it already."""
        return not (self.difference.new or self.difference.changed or self.reaches)


def source_of(title: str, address: str, path: str, as_of: date) -> Source:
    """The code is made from title and day, so that the same file is the same source each time."""
    if len(address) > LONGEST_ADDRESS:
        raise Stop(
            Exit.BAD_INPUT,
            f"--address: expected at most {LONGEST_ADDRESS} characters, got {len(address)}; "
            "leave out what follows the question mark, or name the page that leads to the file.",
        )
    name = "-".join(plain(title).encode("ascii", "ignore").decode().split())[:LONGEST_CODE].strip("-")
    return Source(f"{name or 'import'}-{as_of:%Y%m%d}", address, path, "", as_of, title, "")


def read_file(file: Path, source: Source, *, layout: str, instrument: str | None, mapping: Path | None) -> Reading:
    """Read the file against the service's catalogue; raise `SourceError` where it cannot be read as a whole."""
    if not queries.edition():
        raise Stop(Exit.NOT_READY, f"the register at {database.present()} is empty. {database.START}")
    return read(
        file,
        catalogue=queries.catalogue(),
        source=source,
        layout=layout,
        instrument=instrument,
        mapping=mapping,
        today=days.today(),
        held=queries.whole().acts,
    )


def decide(
    file: Path, source: Source, reading: Reading, *, full_table: bool, accept: bool, keep_held: bool
) -> Intake:
    """Compare the file with the register and, where asked and nothing stands against it, write the difference.

    Compared under the lock of the write, so that what is written is what was compared.
    """
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    with transaction.atomic():
        if accept:  # one import at a time: every change of acts moves this row
            list(models.Edition.objects.select_for_update().filter(pk=1))
        difference = compare(queries.whole().acts, reading.acts)
        reaches = _reaches(reading, source.as_of, full_table=full_table)
        intake = Intake(file, digest, source, reading, difference, reaches)
        hindered = bool(reading.counts["error"]) or bool(difference.contradicting and not keep_held)
        if not accept or hindered or intake.empty:
            return intake
        _write(intake)
    return replace(intake, written=True)


def _reaches(reading: Reading, as_of: date, *, full_table: bool) -> dict[str, str]:
    """For each instrument of which the file says who joined, the scope for which it speaks, where that is new.

    A list of reservations says nothing about who is a party. A partial list says nothing about the States that it
    leaves out, so it counts only where there is nothing better.
    """
    told = {act.instrument for act in reading.acts if act.kind in JOINING}
    reaches = models.Reach.objects.filter(instrument__in=told)
    if full_table:
        reaches = reaches.filter(scope=FULL, as_of=as_of)
    known = set(reaches.values_list("instrument", flat=True))
    return dict.fromkeys(sorted(told - known), FULL if full_table else PARTIAL)


def _write(intake: Intake) -> None:
    actions.accept_import(
        by=OPERATOR,
        file_name=intake.path.name,
        sha256=intake.sha256,
        layout=intake.reading.layout,
        source=intake.source,
        new=intake.difference.new,
        replacing=[proposed for _, proposed in intake.difference.changed],
        unchanged=len(intake.difference.unchanged),
        reaches=intake.reaches,
    )


def conclude(intake: Intake, *, keep_held: bool) -> None:
    """Raise `Stop` with the code that says what is left to do; nothing where nothing is."""
    errors, contradicting = intake.reading.counts["error"], len(intake.difference.contradicting)
    if errors:
        raise Stop(
            Exit.UNREADABLE,
            f"{errors} rows cannot be taken, so nothing was written. Correct them in the file and run this again.",
        )
    if contradicting and not keep_held:
        raise Stop(
            Exit.DECISION,
            f"{contradicting} entries contradict the register, so nothing was written. Correct the register or the "
            "file, or add --keep-held to leave those entries as they are.",
        )
    if not intake.written and not intake.empty:
        raise Stop(Exit.DECISION, "nothing was written. Read the difference, then add --accept to write it.")
