"""Reads the CSV tables of the package, or of a folder laid out like it, into the values of this room."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from palermo.reference.acts import Act, ActKind
from palermo.reference.instruments import Clause, Delay, Instrument, Reach
from palermo.reference.partial_date import PartialDate
from palermo.reference.sources import Source
from palermo.reference.states import LANGUAGES, Label, State

SHIPPED = Path(__file__).parent / "data"

Row = Mapping[str, str]
T = TypeVar("T")


class TableError(ValueError):
    """A table cannot be read; the message names the file, the line and what was expected."""


def read(folder: Path, name: str, build: Callable[[Row], T]) -> Iterator[T]:
    """Build one value for each row of `folder/name.csv`, in UTF-8; raise `TableError` naming file and line."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise TableError(f"expected a table {path.name} in {folder}; there is none")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        try:
            columns = next(reader, [])
            for cells in reader:
                yield build(_row(columns, cells))
        except KeyError as error:
            raise TableError(f"{path.name}, line {reader.line_num}: {_unknown(error, columns)}") from error
        except UnicodeDecodeError as error:
            raise TableError(f"{path.name}, after line {reader.line_num}: expected text in UTF-8, {error}") from error
        except (ValueError, csv.Error) as error:
            raise TableError(f"{path.name}, line {reader.line_num}: {error}") from error


def _row(columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise ValueError(f"expected {len(columns)} cells separated by commas, as in the first line, got {len(cells)}")
    return dict(zip(columns, cells))  # noqa: B905 -- just counted, and this runs for every row


def _unknown(error: KeyError, columns: list[str]) -> str:
    return f"expected {error} among the columns or codes that exist; the columns are {', '.join(columns)}"


def names(row: Row, prefix: str = "name") -> dict[str, str]:
    """The six languages' columns `name_en` to `name_zh`, the empty ones left out."""
    return {language: text for language in LANGUAGES if (text := row.get(f"{prefix}_{language}", ""))}


def listed(text: str) -> tuple[str, ...]:
    """The parts of a `;`-separated cell."""
    return tuple(text.split(";")) if text else ()


def state(row: Row) -> State:
    """A row of `states.csv`."""
    return State(
        code=row["iso3"],
        alpha2=row["iso2"],
        m49=row["m49"],
        region=row["region"],
        subregion=row["subregion"],
        group=row["group"],
        standing=row["standing"],
        names=names(row),
        aliases=listed(row["aliases"]),
    )


def label(row: Row) -> Label:
    """A row of `regions.csv`, `groups.csv`, `families.csv` or `depositaries.csv`."""
    described = names(row, "description")
    return Label(row["code"], names(row), row.get("parent", ""), row.get("link", ""), described or None)


def delay(rule: str, count: str) -> Delay | None:
    """A delay from its two cells; None where the rule is blank."""
    return Delay(rule, int(count or 0)) if rule else None


def clause(row: Row) -> Clause:
    """The entry-into-force clause in a row of `instruments.csv`."""
    return Clause(
        state=delay(row["state_rule"], row["state_n"]),
        threshold=int(row["threshold"]) if row["threshold"] else None,
        general=delay(row["threshold_rule"], row["threshold_n"]),
        condition=row["threshold_condition"],
        notice=delay(row["notice_rule"], row["notice_n"]),
        article=row["article"],
    )


def instrument(
    row: Row, titles: Mapping[str, Mapping[str, tuple[str, str]]], reaches: Mapping[str, tuple[Reach, ...]]
) -> Instrument:
    """A row of `instruments.csv`, with its titles (short, full) by language and what is known of it."""
    code = row["instrument"]
    held = titles.get(code, {})
    return Instrument(
        code=code,
        adopted=date.fromisoformat(row["adopted"]),
        place=row["adopted_place"],
        in_force=date.fromisoformat(row["in_force"]) if row["in_force"] else None,
        depositary=row["depositary"],
        unts_volume=row["unts_volume"],
        unts_registration=row["unts_registration"],
        depositary_ref=row["depositary_ref"],
        families=listed(row["families"]),
        in_plan=row["in_plan"] == "1",
        clause=clause(row),
        reservations=row["reservations"],
        short={language: short for language, (short, _) in held.items()},
        titles={language: full for language, (_, full) in held.items()},
        reaches=reaches.get(code, ()),
        aliases=listed(row["aliases"]),
    )


def reach(row: Row) -> tuple[str, Reach]:
    """A row of `reaches.csv`: the instrument's code, and how far its data reach."""
    return row["instrument"], Reach(row["scope"], date.fromisoformat(row["as_of"]), row["note"])


def source(row: Row) -> Source:
    """A row of `sources.csv`."""
    return Source(
        code=row["source"],
        address=row["address"],
        path=row["path"],
        revision=row["revision"],
        as_of=date.fromisoformat(row["as_of"]),
        description=row["description"],
        licence=row["licence"],
    )


KINDS = {kind.value: kind for kind in ActKind}


def act(row: Row, recorded: Mapping[str, date]) -> Act:
    """A row of `acts.csv`; `recorded` gives the as-of date of each source, for rows that name no day of their own."""
    own = row["recorded"]
    return Act(
        id=row["act"],
        instrument=row["instrument"],
        state=row["state"],
        kind=KINDS[row["kind"]],
        date=PartialDate.parse(row["date"]) if row["date"] else None,
        source=row["source"],
        recorded=date.fromisoformat(own) if own else recorded[row["source"]],
        effect=PartialDate.parse(row["effect"]) if row["effect"] else None,
        articles=listed(row["articles"]),
        towards=row["towards"],
        precludes=row["precludes"] == "1",
        subject=row["subject"],
        replaces=row["replaces"],
        flags=listed(row["flags"]),
        note=row["note"],
    )
