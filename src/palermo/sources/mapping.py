"""Which column of an operator's spreadsheet means what, as a dictionary or a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from palermo.reference import CONSENTS
from palermo.sources import dates, opening
from palermo.sources.problems import Limits, SourceError

KINDS = {kind.value: kind for kind in sorted(CONSENTS)}


@dataclass(frozen=True, slots=True)
class Mapped:
    """The names of the columns to read. Only `state` and one date column are needed.

    `state`, `signature_date`, `consent_date`, `entry_into_force`, `denunciation_date`, `kind_column`,
    `instrument_column` and `note` name columns; `kind`, `instrument`, `date_format` and `sheet` are values that
    hold for the whole file. `entry_into_force` is for each State; `denunciation_date` is the day of the
    notification, `denunciation_effect` the day from which it counts.
    """

    state: str
    signature_date: str = ""
    consent_date: str = ""
    entry_into_force: str = ""
    denunciation_date: str = ""
    denunciation_effect: str = ""
    kind: str = "consent"
    kind_column: str = ""
    instrument: str = ""
    instrument_column: str = ""
    note: str = ""
    date_format: str = ""
    sheet: str = ""

    def __post_init__(self) -> None:
        if not any(getattr(self, name) for name in DATED):
            raise SourceError("mapping", f"the mapping names no date column; expected one of {', '.join(DATED)}.")
        if self.kind not in KINDS:
            raise SourceError("mapping", f"kind = {self.kind!r} is no way to consent; one of {', '.join(KINDS)}.")
        if self.date_format:
            try:
                dates.compiled(self.date_format)
            except dates.UnreadableDate as error:
                raise SourceError("mapping", f"date_format = {self.date_format!r}: {error}") from error

    @property
    def columns(self) -> dict[str, str]:
        """The columns that the mapping names, by what they mean."""
        return {name: text for name in COLUMNS if (text := getattr(self, name))}


DATED = ("signature_date", "consent_date", "denunciation_date", "denunciation_effect")
COLUMNS = ("state", *DATED, "entry_into_force", "kind_column", "instrument_column", "note")
KNOWN = tuple(held.name for held in fields(Mapped))


def mapped(given: Mapping[str, object] | Path | None) -> Mapped | None:
    """The mapping from a dictionary or a TOML file; raise `SourceError` naming the entry that is wrong."""
    if given is None:
        return None
    held = _toml(given) if isinstance(given, Path) else given
    for name, value in held.items():
        if name not in KNOWN:
            raise SourceError("mapping", f"unknown entry {name!r}; expected some of {', '.join(KNOWN)}.")
        if not isinstance(value, str) or not value.strip():
            raise SourceError("mapping", f"{name} must be a text in quotes, got {value!r}.")
    if "state" not in held:
        raise SourceError("mapping", 'the mapping does not say which column holds the State: state = "Country".')
    return Mapped(**{name: str(value) for name, value in held.items()})


def _toml(path: Path) -> Mapping[str, object]:
    data = opening.take(path, Limits(bytes=100_000))
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError("mapping", f"{path.name!r} is no TOML file in UTF-8: {error}") from error
