"""When an act takes effect: printed by its source, or found by the instrument's own rule."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from palermo.reference import Act, ActKind, Delay, Instrument, PartialDate

PRINTED, RULE, ASSUMED = "source", "rule", "assumed"

# What the law gives where the instrument gives nothing: a consent binds on its day, and nobody leaves on less
# than twelve months' notice (Vienna Convention on the Law of Treaties, articles 24 (3) and 56 (2)).
AT_ONCE, TWELVE_MONTHS = Delay("same_day"), Delay("months", 12)


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
    """The day on which `delay` has run from `day`; the last day of the calendar where it would run beyond that.

    A first-of-month rule that says "following the expiration of n months" begins with the month after that in
    which the n months end, also where they end on its last day (Council of Europe practice).
    """
    try:
        return _run(delay, day)
    except (OverflowError, ValueError):
        return date.max


def _run(delay: Delay, day: date) -> date:
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


def earliest(act: Act, instrument: Instrument) -> date:
    """The first day on which an act can have happened: not before there was an instrument to act upon."""
    first, last = act.earliest, act.day
    return first if first == last else max(first, min(instrument.adopted, last))


def of_consent(act: Act, instrument: Instrument) -> Effect | None:
    """When the instrument binds the State that gave this consent; None while it has not entered into force at all.

    A succession without a printed date, and a consent without any date or any rule, is assumed to bind on the day
    by which it is certain or when the rule has run from there, and said to be assumed. No instrument binds anybody
    before its own entry into force, whatever is printed.
    """
    if act.effect is not None:
        return Effect(_not_before(act.effect, instrument.in_force or date.min), PRINTED)
    if instrument.in_force is None:
        return None
    delay = instrument.clause.state
    known = act.date is not None and delay is not None and act.kind is not ActKind.SUCCESSION
    ran = _span(AT_ONCE if act.kind is ActKind.SUCCESSION else delay or AT_ONCE, act, instrument)
    return Effect(_not_before(ran, instrument.in_force), RULE if known else ASSUMED)


def of_denunciation(act: Act, instrument: Instrument) -> Effect:
    """When a denunciation ends the obligation: as printed, by the period of notice, or at the latest when certain.

    Where the instrument has no period of notice, twelve months are assumed at the latest.
    """
    if act.effect is not None:
        return Effect(act.effect, PRINTED)
    notice = instrument.clause.notice
    if notice is None:
        return Effect(PartialDate(earliest(act, instrument), apply(TWELVE_MONTHS, act.day)), ASSUMED)
    return Effect(_span(notice, act, instrument), RULE if act.date else ASSUMED)


def _span(delay: Delay, act: Act, instrument: Instrument) -> PartialDate:
    first, last = earliest(act, instrument), act.day
    ran = apply(delay, last)
    return PartialDate(ran if first == last else apply(delay, first), ran)


def _not_before(when: PartialDate, floor: date) -> PartialDate:
    return when if when.earliest >= floor else PartialDate(floor, max(when.latest, floor))
