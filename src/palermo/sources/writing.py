"""Writes acts as our own list, such that reading it again gives the same acts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from palermo.reference import Act, PartialDate
from palermo.sources import decoding, escaping
from palermo.sources.layouts.acts import COLUMNS


def write_acts(acts: Iterable[Act], stream: TextIO) -> None:
    """Write a header and one row for each act; raise `ValueError` for an act that no reader could give back.

    Cells that a spreadsheet would run as a formula get an apostrophe in front, which the reader takes off again.
    Open `stream` as UTF-8 with `newline=""`.
    """
    stream.write(",".join(COLUMNS) + "\n")
    for act in acts:
        stream.write(",".join(_quoted(cell) for cell in _cells(act)) + "\n")


def _cells(act: Act) -> tuple[str, ...]:
    cells = (
        act.id, act.instrument, act.state, act.kind.value, _date(act, act.date), _date(act, act.effect),
        _listed(act, act.articles), act.towards, "1" if act.precludes else "", act.subject, act.replaces,
        act.source, act.recorded.isoformat(), _listed(act, act.flags), act.note,
    )  # fmt: skip
    for cell in cells:
        if found := decoding.CONTROL.search(cell):
            raise ValueError(f"{act.id}: the control character U+{ord(found.group()):04X} cannot be written")
    return cells


def _quoted(cell: str) -> str:
    """The csv module leaves a lone carriage return bare, which no reader takes back."""
    guarded = escaping.guarded(cell)
    return '"' + guarded.replace('"', '""') + '"' if set(guarded) & set(',"\r\n') else guarded


def _date(act: Act, held: PartialDate | None) -> str:
    if held is not None and held.precision == "span":
        raise ValueError(f"{act.id}: expected a day, month or year, got {held.earliest} to {held.latest}")
    return str(held or "")


def _listed(act: Act, parts: tuple[str, ...]) -> str:
    if any(not part or ";" in part for part in parts):
        raise ValueError(f"{act.id}: expected parts without a semicolon, got {parts}")
    return ";".join(parts)
