"""The clock of the service. Everybody asks here for the moment and the day, so that a test can set both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

_held: datetime | None = None


def now() -> datetime:
    """This moment, in UTC."""
    return _held or datetime.now(UTC)


def today() -> date:
    """The present day, in UTC: the day that statuses are shown on when nobody asks for another."""
    return now().date()


@contextmanager
def held(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment`, in every thread of this process, until the block ends.

    Raise `ValueError` where `moment` has no time zone.
    """
    global _held
    if moment.tzinfo is None:
        raise ValueError(f"expected a moment with a time zone, got {moment.isoformat()}; add tzinfo=UTC")
    before, _held = _held, moment.astimezone(UTC)
    try:
        yield
    finally:
        _held = before
