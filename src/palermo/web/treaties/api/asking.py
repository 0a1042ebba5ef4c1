"""What programs may ask for in an address: language, day, span, page. A parameter that nobody knows is refused."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self

from django.utils.translation import gettext as _
from ninja import Path
from pydantic import BaseModel, Field, ValidationInfo, model_validator

from palermo.reference import ActKind
from palermo.web.audit import clock
from palermo.web.presentation.days import BadDay, read_day

Language = Literal["en", "fr", "es", "ru", "ar", "zh"]
KINDS = tuple(kind.value for kind in ActKind)
LONGEST_NAME = 120
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

StateParam = Annotated[
    str,
    Path(
        ...,
        description="An ISO 3166-1 alpha-3 code, or a name in any of the six languages.",
        examples=["FRA"],
        max_length=LONGEST_NAME,
    ),
]
InstrumentParam = Annotated[
    str,
    Path(
        ...,
        description="The register's code of an instrument, or its title in any of the six languages.",
        examples=["TIP"],
        max_length=LONGEST_NAME,
    ),
]


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


def optional(description: str, example: str, **extra: Any) -> Any:
    """A text parameter that may be left out. Left out is not the same as empty: an empty one is refused."""

    def describe(schema: dict[str, Any]) -> None:
        _without_default(schema)
        schema.update(extra, examples=[example])

    return Field(default="", description=description, max_length=LONGEST_NAME, json_schema_extra=describe)


def a_day(description: str, example: str) -> Any:
    """A parameter that is a day, YYYY-MM-DD. It is read later, so that a bad one answers 400 with a code."""
    return optional(description, example, format="date")


class Asked(BaseModel):
    """What every address takes."""

    language: Language = Field("en", description="The language of names and messages.")

    @model_validator(mode="after")
    def _knows_every_parameter(self, info: ValidationInfo) -> Self:
        """A misspelt parameter must not quietly give the answer to another question."""
        known = type(self).model_fields
        for name in info.context["request"].GET if info.context else ():
            if name not in known:
                near = get_close_matches(name[:LONGEST_NAME], known, n=1)
                raise ValueError(
                    f"there is no parameter {name[:LONGEST_NAME]!r} here; "
                    + (f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}")
                )
        return self

    def day(self, name: str, otherwise: date | None = None) -> date:
        """The day that parameter `name` gives, else `otherwise`, else the present day; raise `BadDay`."""
        today = clock.today()
        if name not in self.model_fields_set:
            return otherwise or today
        text: str = getattr(self, name)
        if not DAY.fullmatch(text):
            message = _(
                "“%(text)s” is not a day of the calendar. Write the day as YYYY-MM-DD, for example %(today)s."
            )
            raise BadDay("not-a-day", message % {"text": text[:40], "today": today})
        return read_day(text, today)

    def day_or_none(self, name: str) -> date | None:
        """The day that parameter `name` gives, None where it is left out; raise `BadDay`."""
        return self.day(name) if name in self.model_fields_set else None

    def span(self, otherwise: date | None = None) -> tuple[date | None, date | None]:
        """The days `since` and `until`, where they are given and in order; raise `BadDay`."""
        since, until = self.day_or_none("since") or otherwise, self.day_or_none("until")
        if since and until and until < since:
            message = _("The span begins on %(since)s, after it ends on %(until)s. Choose an earlier beginning.")
            raise BadDay("backwards", message % {"since": since, "until": until})
        return since, until


class Paged(Asked):
    """What every list takes."""

    page: int = Field(1, ge=1, le=1_000_000, description="Which page of the list.")
    per_page: int = Field(50, ge=1, le=500, description="How many items a page holds.")


ON = "The day to answer for. Without it, the present day."
KNOWN_ON = "Answer with what the register knew on this day. Without it, with all that is known now."
FAMILY = "Only instruments of this family, by its code or name: core, regional, labour, …"


class OnDay(Paged):
    """A list as of a day."""

    on: str = a_day(ON, "2022-11-30")


class Statuses(OnDay):
    """The statuses of a State."""

    known_on: str = a_day(KNOWN_ON, "2026-07-01")
    family: str = optional(FAMILY, "core")


class Gaps(OnDay):
    """What a State has not joined."""

    family: str = Field("core", description=FAMILY, max_length=LONGEST_NAME)


class Coverage(OnDay):
    """How far an instrument has come."""

    by: Literal["region", "subregion", "group"] = Field("region", description="What the rows stand for.")


class Acts(Paged):
    """Acts, narrowed. What is not given does not narrow."""

    instrument: str = optional("Only acts under this instrument, by code or title.", "TIP")
    state: str = optional("Only acts of this State, by code or name.", "FRA")
    kind: str = optional("Only acts of this kind.", "ratification", enum=list(KINDS))
    since: str = a_day("Only acts of this day or later. Acts without a day are then left out.", "2000-12-12")
    until: str = a_day("Only acts of this day or earlier. Acts without a day are then left out.", "2003-12-25")

    @model_validator(mode="after")
    def _knows_the_kind(self) -> Self:
        if "kind" in self.model_fields_set and self.kind not in KINDS:
            raise ValueError(f"kind: expected one of {', '.join(KINDS)}")
        return self


class OneStatus(Asked):
    """One State under one instrument."""

    instrument: str = Field(
        description="The instrument, by code or title.", max_length=LONGEST_NAME, examples=["TIP"]
    )
    state: str = Field(description="The State, by code or name.", max_length=LONGEST_NAME, examples=["FRA"])
    on: str = a_day(ON, "2022-11-30")
    known_on: str = a_day(KNOWN_ON, "2026-07-01")


class Relations(OnDay):
    """What binds two States."""

    a: str = Field(description="One State, by code or name.", max_length=LONGEST_NAME, examples=["FRA"])
    b: str = Field(description="The other State, by code or name.", max_length=LONGEST_NAME, examples=["NGA"])


class Changes(Paged):
    """A span of days."""

    since: str = a_day("The first day. Without it, two years before the last.", "2024-01-01")
    until: str = a_day("The last day. Without it, the present day.", "2024-12-31")
