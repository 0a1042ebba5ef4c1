"""Folding the naive way: walk the calendar day by day and do on each day what was done on it. An oracle for tests."""

from __future__ import annotations

from datetime import date, timedelta

from palermo.reference import CONSENTS, Act, ActKind, Delay, Instrument
from palermo.treaties import Code

DAY = timedelta(days=1)


def walked(delay: Delay, day: date) -> date:
    """The day on which a delay has run, found by walking there."""
    if delay.rule in ("days", "month_start_after_days"):
        for _ in range(delay.count):
            day += DAY
    if delay.rule in ("months", "month_start_after_months"):
        for _ in range(delay.count):
            day = _a_month_on(day)
    if delay.rule.startswith("month_start"):
        day += DAY
        while day.day != 1:
            day += DAY
    return day


def _a_month_on(day: date) -> date:
    """Good from the first to the 28th, where months are alike; the caller keeps to those days."""
    wanted = day.day
    day += 28 * DAY
    while day.day != wanted:
        day += DAY
    return day


def end_of(act: Act, instrument: Instrument) -> date:
    """When a denunciation ends the bond."""
    return act.effect.latest if act.effect else walked(instrument.clause.notice or Delay("months", 12), act.day)


def bound_from(act: Act, instrument: Instrument) -> date:
    """When a consent binds; the end of time if never."""
    if act.effect:
        return max(act.effect.latest, instrument.in_force or date.min)
    if instrument.in_force is None:
        return date.max
    delay = Delay("same_day") if act.kind is ActKind.SUCCESSION else instrument.clause.state or Delay("same_day")
    return max(walked(delay, act.day), instrument.in_force)


def history(acts: list[Act], instrument: Instrument, first: date, last: date) -> dict[date, Code]:
    """The code of each day from the first to the last, for acts of one State that are known to their day."""
    ends = [end_of(act, instrument) for act in acts if act.kind is ActKind.DENUNCIATION]
    consents = sorted((act for act in acts if act.kind in CONSENTS), key=lambda act: act.id)
    signed = min((act.day for act in acts if act.kind is ActKind.SIGNATURE), default=date.max)
    inside: Act | None = None
    ever_in = ever_out = False
    codes: dict[date, Code] = {}
    day = first
    while day <= last:
        if day in ends and (inside or not (ever_in or ever_out)):
            if not inside:
                codes = dict.fromkeys(codes, Code.UNKNOWN)
            inside, ever_out = None, True
        for act in consents:
            if act.day == day and inside is None:
                inside, ever_in = act, True
        if inside:
            codes[day] = Code.BOUND if bound_from(inside, instrument) <= day else Code.CONSENTED
        elif ever_out:
            codes[day] = Code.WITHDRAWN
        else:
            codes[day] = Code.SIGNATORY if signed <= day else Code.NO_ACT
        day += DAY
    return codes
