"""Instruments: what they are called, when they entered into force, and by which rule they bind a State."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

RULES = ("same_day", "days", "months", "month_start_after_months", "month_start_after_days")


@dataclass(frozen=True, slots=True)
class Delay:
    """The time between an act and its effect, as treaties word it.

    `days`: the nth day after; `months`: n months after; `month_start_after_months` and `month_start_after_days`:
    the first day of the month that follows n months, or the nth day; `same_day`: at once.
    """

    rule: str
    count: int = 0

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise ValueError(f"expected a rule among {', '.join(RULES)}, got {self.rule!r}")
        if self.count < 0 or (self.rule != "same_day" and self.count == 0):
            raise ValueError(f"rule {self.rule} needs a count of one or more, got {self.count}")


@dataclass(frozen=True, slots=True)
class Clause:
    """How an instrument enters into force, for itself and for a State that joins later, and how a State leaves.

    `threshold` is the number of consents that bring it into force, `condition` a code for what these must include.
    """

    state: Delay | None
    threshold: int | None = None
    general: Delay | None = None
    condition: str = ""
    notice: Delay | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """Up to which day the data on an instrument are known, for `scope`: `all` or `members` of the United Nations.

    Scope `listed` means that only the States with a row are known, so that absence says nothing.
    """

    scope: str
    as_of: date
    note: str = ""

    def __post_init__(self) -> None:
        if self.scope not in ("all", "members", "listed"):
            raise ValueError(f"expected scope all, members or listed, got {self.scope!r}")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or protocol. `in_force` is the day it entered into force as a whole, None if not yet or unknown."""

    code: str
    adopted: date
    place: str
    in_force: date | None
    depositary: str
    unts_volume: str
    unts_registration: str
    depositary_ref: str
    families: tuple[str, ...]
    in_plan: bool
    clause: Clause
    reservations: str
    short: Mapping[str, str]
    titles: Mapping[str, str]
    reaches: tuple[Reach, ...] = ()
    aliases: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The short title in `language`, in English where that language is missing."""
        return self.short.get(language) or self.short.get("en") or self.code

    def title(self, language: str = "en") -> str:
        """The full title in `language`, in English where that language is missing."""
        return self.titles.get(language) or self.titles.get("en") or self.name(language)

    @property
    def as_of(self) -> date | None:
        """The latest day that its data reach; None where there are no status data at all.

        A partial list counts only where there is nothing better.
        """
        full = [reach.as_of for reach in self.reaches if reach.scope != "listed"]
        return max(full or (reach.as_of for reach in self.reaches), default=None)

    def known_until(self, standing: str) -> date | None:
        """Up to which day absence of an act tells something of a State of this standing; None if never."""
        scopes = {"all", "members"} if standing == "member" else {"all"}
        return max((reach.as_of for reach in self.reaches if reach.scope in scopes), default=None)
