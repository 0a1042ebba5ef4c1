"""The day that a page speaks of: read from the address, refused when it cannot be, carried along in links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

FIRST = date(1900, 1, 1)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadDay(ValueError):  # noqa: N818 -- named for what is wrong
    """A day in the address cannot be used. `code` is `not-a-day`, `future` or `too-early`."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day a page speaks of, the present day, and whether the reader chose the former.

    `known_on` is the day of knowledge, where the reader asks for what the register knew then.
    """

    on: date
    today: date
    chosen: bool
    known_on: date | None = None

    @property
    def query(self) -> dict[str, str]:
        """What an address needs so that the next page speaks of the same day."""
        on = {"on": self.on.isoformat()} if self.chosen else {}
        return {**on, **({"known_on": self.known_on.isoformat()} if self.known_on else {})}

    def link(self, address: str, **values: str) -> str:
        """`address`, with the chosen day and these values in its query."""
        query = {**self.query, **values}
        return f"{address}?{urlencode(query)}" if query else address


def read_day(text: str, today: date) -> date:
    """A day as YYYY-MM-DD, not after `today` and not before 1900; raise `BadDay` saying what to write instead."""
    try:
        day = date.fromisoformat(text if DAY.fullmatch(text) else "")  # Python alone would take 20200101 too
    except ValueError:
        message = _("“%(text)s” is not a day of the calendar. Write the day as YYYY-MM-DD, for example %(today)s.")
        raise BadDay("not-a-day", message % {"text": text[:40], "today": today}) from None
    if day > today:
        message = _("%(day)s lies in the future. The register knows what has happened, up to %(today)s.")
        raise BadDay("future", message % {"day": day, "today": today})
    if day < FIRST:
        message = _("%(day)s is before the first instrument of this register. Choose a day from %(first)s on.")
        raise BadDay("too-early", message % {"day": day, "first": FIRST})
    return day


def read(params: Mapping[str, str], today: date) -> AsOf:
    """The day in `?on=`, the present day where there is none; and the day of knowledge in `?known_on=`, if any."""
    on, known_on = (params.get(name, "").strip() for name in ("on", "known_on"))
    return AsOf(
        read_day(on, today) if on else today,
        today,
        chosen=bool(on),
        known_on=read_day(known_on, today) if known_on else None,
    )
