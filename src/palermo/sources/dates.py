"""Dates as depositaries print them. What could be two days is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date

from palermo.reference import ImpossibleDate, PartialDate, plain

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fevr fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}
ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
ISO_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(:00(\.0+)?)?Z?")
DAY_FIRST = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)?[\s.-]+([^\W\d]+)\.?,?[\s-]+([0-9]{4})")
MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
MONTH_YEAR = re.compile(r"([^\W\d]+)\.?\s+([0-9]{4})")
NUMERIC = re.compile(r"([0-9]{1,2})\s*([/.-])\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{2}|[0-9]{4})")
DIRECTIVES = {"%d": r"(?P<d>[0-9]{1,2})", "%m": r"(?P<m>[0-9]{1,2})", "%Y": r"(?P<Y>[0-9]{4})"} | dict.fromkeys(
    ("%b", "%B"), r"(?P<b>[^\W\d]+)\.?"
)


class UnreadableDate(ValueError):  # noqa: N818 -- named for what is wrong
    """The text is no date that can be read with certainty; `code` says why, the message what to do."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def read(text: str, date_format: str = "") -> PartialDate:
    """The date in `text`: ISO, `19 Nov 2001`, `1er mars 2001`, `November 2001`, or by `date_format`.

    Raise `UnreadableDate` for a day that does not exist, a text that is no date, and figures such as 03/04/2005
    where no format says which is the month.
    """
    cleaned = " ".join(text.split())
    if ISO.fullmatch(cleaned):
        return _iso(cleaned)
    if found := ISO_TIME.fullmatch(cleaned):
        return _iso(found[1])
    if date_format:
        return _by_format(cleaned, date_format)
    if found := DAY_FIRST.fullmatch(cleaned):
        return _day(found[3], _month(found[2]), found[1])
    if found := MONTH_FIRST.fullmatch(cleaned):
        return _day(found[3], _month(found[1]), found[2])
    if found := MONTH_YEAR.fullmatch(cleaned):
        return _iso(f"{found[2]}-{_month(found[1]):02}")
    if found := NUMERIC.fullmatch(cleaned):
        raise UnreadableDate("ambiguous-date", _which(found))
    raise UnreadableDate("not-a-date", "Write it as YYYY-MM-DD, or as 19 Nov 2001.")


def compiled(date_format: str) -> re.Pattern[str]:
    """The pattern of a format made of %d %m %Y %b %B; raise `UnreadableDate` for any other."""
    parts = re.split(r"(%.)", date_format)
    if any(part.startswith("%") and part not in DIRECTIVES for part in parts):
        raise UnreadableDate("date-format", "Use %d, %m, %Y (four figures), %b or %B, as in '%d/%m/%Y'.")
    used = sorted({"%B": "%b"}.get(part, part) for part in parts if part.startswith("%"))
    if used not in (["%Y", "%d", "%m"], ["%Y", "%b", "%d"], ["%Y", "%m"], ["%Y", "%b"], ["%Y"]):
        raise UnreadableDate("date-format", "A format names year, month and day once each, as in '%d/%m/%Y'.")
    return re.compile("".join(DIRECTIVES.get(part) or re.escape(part) for part in parts))


def serial(number: int, epoch: date) -> PartialDate:
    """The day that a workbook stores as a number, counted from its epoch (1899-12-30 or 1904-01-01)."""
    return PartialDate.day(date.fromordinal(epoch.toordinal() + number))


def _by_format(text: str, date_format: str) -> PartialDate:
    found = compiled(date_format).fullmatch(text)
    if found is None:
        raise UnreadableDate("not-a-date", f"The mapping says that dates look like {date_format}.")
    held = found.groupdict()
    month = _month(held["b"]) if held.get("b") else held.get("m")
    if month is None:
        return _iso(held["Y"])
    if held.get("d") is None:
        return _iso(f"{held['Y']}-{int(month):02}")
    return _day(held["Y"], int(month), held["d"])


def _month(name: str) -> int:
    number = MONTHS.get(plain(name))
    if number is None:
        raise UnreadableDate("not-a-date", f"{name!r} is no month in English or French; write YYYY-MM-DD.")
    return number


def _day(year: str, month: int, day: str) -> PartialDate:
    return _iso(f"{year}-{month:02}-{int(day):02}")


def _iso(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ImpossibleDate as error:
        raise UnreadableDate("impossible-date", "There is no such day; look it up at the depositary.") from error


def _which(found: re.Match[str]) -> str:
    mark = found[2]
    if len(found[4]) == 2:
        return "Two figures do not say which century; write the year with four."
    fits = [
        f"{order[0]}{mark}{order[1]}{mark}%Y"
        for order, month in ((("%d", "%m"), found[3]), (("%m", "%d"), found[1]))
        if 1 <= int(month) <= 12
    ]
    return f"Say which figure is the month: date_format = {' or '.join(repr(fit) for fit in fits) or '%d/%m/%Y'}."
