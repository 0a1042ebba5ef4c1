"""A date as far as the source gives it: to the day, the month or the year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class ImpossibleDate(ValueError):  # noqa: N818 -- named for what is wrong
    """The text is no date of the form YYYY, YYYY-MM or YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Some day between `earliest` and `latest`, both included.

    What the source leaves open stays open: `2016` is the whole of 2016. Rules that must decide take the
    cautious end, so that nobody is called bound before it is certain.
    """

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ImpossibleDate(f"expected a span that ends after it begins, got {self.earliest} to {self.latest}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise `ImpossibleDate` for anything else."""
        return _parse(text)

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """The span of one known day."""
        return cls(day, day)

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`; `span` for any other stretch, such as a year moved on by a period of notice."""
        first, last = self.earliest, self.latest
        if first == last:
            return "day"
        if (first.year, first.day) != (last.year, 1) or last.day != monthrange(last.year, last.month)[1]:
            return "span"
        if first.month == last.month:
            return "month"
        return "year" if (first.month, last.month) == (1, 12) else "span"

    def __str__(self) -> str:
        """As it was written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a span as `first/last` (ISO 8601)."""
        if self.precision == "span":
            return f"{self.earliest}/{self.latest}"
        return self.earliest.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


@lru_cache(maxsize=50_000)
def _parse(text: str) -> PartialDate:
    match = PATTERN.fullmatch(text)
    if match is None:
        raise ImpossibleDate(f"expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got {text!r}")
    try:
        if match[3]:
            return PartialDate.day(date.fromisoformat(text))
        first = date.fromisoformat(f"{match[1]}-{match[2] or '01'}-01")
        month = first.month if match[2] else 12
        return PartialDate(first, date(first.year, month, monthrange(first.year, month)[1]))
    except ValueError as error:
        raise ImpossibleDate(f"{text!r} is not a day of the calendar ({error}); write it as YYYY-MM-DD") from error
