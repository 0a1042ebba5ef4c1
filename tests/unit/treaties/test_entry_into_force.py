"""The calendar of treaty clauses, at its edges."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.reference import Delay
from palermo.treaties.entry_into_force import add_months, apply, earliest, first_of_next_month, of_denunciation
from tests.spec.invented import act, instrument


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2016-01-31", 1, "2016-02-29"),
        ("2015-01-31", 1, "2015-02-28"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2015-11-30", 3, "2016-02-29"),
        ("2015-12-31", 1, "2016-01-31"),
        ("2015-12-15", 24, "2017-12-15"),
        ("2015-06-15", 0, "2015-06-15"),
    ],
)
def test_months_end_where_the_shorter_month_ends(day: str, months: int, expected: str) -> None:
    assert str(add_months(date.fromisoformat(day), months)) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2015-12-31", "2016-01-01"), ("2016-02-01", "2016-03-01"), ("2016-02-29", "2016-03-01")]
)
def test_the_first_of_the_next_month(day: str, expected: str) -> None:
    assert str(first_of_next_month(date.fromisoformat(day))) == expected


@pytest.mark.parametrize("rule", ["days", "months", "month_start_after_months", "month_start_after_days"])
def test_a_rule_that_outruns_the_calendar_stops_at_its_end(rule: str) -> None:
    assert apply(Delay(rule, 60), date(9999, 12, 31)) == date.max


def test_a_day_before_adoption_stays_what_it_is() -> None:
    assert earliest(act("KET accession 1990-05-01"), instrument()) == date(1990, 5, 1)


def test_a_year_that_ends_before_adoption_is_kept_inside_itself() -> None:
    assert earliest(act("KET accession 1990"), instrument()) == date(1990, 12, 31)


def test_an_undated_denunciation_is_certain_when_notice_has_run_from_the_day_it_was_known() -> None:
    effect = of_denunciation(act("KET denunciation ?", recorded="2020-01-01"), instrument())
    assert (str(effect.when), effect.basis) == ("2001-01-01/2021-01-01", "assumed")
