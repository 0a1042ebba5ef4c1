"""Days as arguments: written as YYYY-MM-DD, not in the future, not before the first instrument."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from palermo.cli.errors import Exit, Stop

FIRST = date(1900, 1, 1)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def today() -> date:
    """The present day, in UTC."""
    return datetime.now(UTC).date()


def day(text: str | None, option: str, *, present: date) -> date:
    """The day that an option names, `present` where it names none; raise `Stop` saying what to write instead."""
    if text is None:
        return present
    found = _parsed(text, option, present)
    if found > present:
        raise Stop(
            Exit.BAD_INPUT,
            f"{option}: {found} lies in the future; the register knows what has happened, up to {present}.",
        )
    if found < FIRST:
        raise Stop(Exit.BAD_INPUT, f"{option}: {found} is before the first instrument; choose a day from {FIRST} on.")
    return found


def _parsed(text: str, option: str, present: date) -> date:
    try:
        return date.fromisoformat(text if DAY.fullmatch(text) else "")  # Python alone would take 2020-W01-1 too
    except ValueError:
        raise Stop(
            Exit.BAD_INPUT,
            f"{option}: {text[:40]!r} is not a day of the calendar; write it as YYYY-MM-DD, for example {present}.",
        ) from None
