"""When an act takes effect: printed by its source, or found by the instrument's own rule."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from palermo.reference import Act, ActKind, Delay, Instrument, PartialDate

PRINTED, RULE, ASSUMED = "source", "rule", "assumed"


@dataclass(frozen=True, slots=True)
class Effect:
    """The span in which an act takes effect, and how it was found: `source`, `rule` or `assumed`."""

    when: PartialDate
    basis: str


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_of_next_month(day: date) -> date:
    """The first day of the month that follows `day`."""
    return add_months(day.replace(day=1), 1)


def apply(delay: Delay, day: date) -> date:
    """The day on which `delay` has run from `day`.

    A first-of-month rule that says "following the expiration of n months" begins with the month after that in
    which the n months end, also where they end on its last day (Council of Europe practice).
    """
    match delay.rule:
        case "days":
            return day + timedelta(days=delay.count)
        case "months":
            return add_months(day, delay.count)
        case "month_start_after_months":
            return first_of_next_month(add_months(day, delay.count))
        case "month_start_after_days":
            return first_of_next_month(day + timedelta(days=delay.count))
        case _:
            return day


def of_consent(act: Act, instrument: Instrument) -> Effect | None:
    """When the instrument binds the State that gave this consent; None while it has not entered into force at all.

    A succession without a printed date, and a consent without any date, bind at the latest from the day on which
    they are certain: assumed, and said so. No instrument binds anybody before its own entry into force.
    """
    if act.effect is not None:
        return Effect(act.effect, PRINTED)
    if instrument.in_force is None:
        return None
    delay = instrument.clause.state
    if act.date is None or act.kind is ActKind.SUCCESSION or delay is None:
        return Effect(_not_before(act.earliest, act.day, instrument.in_force), ASSUMED)
    try:
        ran = apply(delay, act.date.earliest), apply(delay, act.date.latest)
    except OverflowError:  # a date so late that the calendar ends first
        return None
    return Effect(_not_before(*ran, instrument.in_force), RULE)


def of_denunciation(act: Act, instrument: Instrument) -> Effect:
    """When a denunciation ends the obligation: as printed, by the period of notice, or at the latest when certain."""
    if act.effect is not None:
        return Effect(act.effect, PRINTED)
    notice = instrument.clause.notice
    if act.date is None or notice is None:
        return Effect(PartialDate(act.earliest, act.day), ASSUMED)
    try:
        return Effect(PartialDate(apply(notice, act.date.earliest), apply(notice, act.date.latest)), RULE)
    except OverflowError:
        return Effect(PartialDate(act.earliest, act.day), ASSUMED)


def _not_before(earliest: date, latest: date, floor: date) -> PartialDate:
    return PartialDate(max(earliest, floor), max(latest, floor))
