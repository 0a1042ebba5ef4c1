"""Dates known to the day, the month or the year."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.reference import ImpossibleDate, PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2016-02-29", "2016-02-29", "2016-02-29", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2015-02", "2015-02-01", "2015-02-28", "month"),
        ("2016-12", "2016-12-01", "2016-12-31", "month"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
    ],
)
def test_what_is_open_stays_open(text: str, earliest: str, latest: str, precision: str) -> None:
    read = PartialDate.parse(text)
    assert (str(read.earliest), str(read.latest), read.precision) == (earliest, latest, precision)
    assert str(read) == text


@pytest.mark.parametrize(
    ("first", "last"),
    [("2016-01-31", "2017-01-30"), ("2016-01-05", "2017-01-04"), ("2016-01-01", "2016-01-30"),
     ("2016-02-01", "2016-12-31"), ("2016-01-01", "2017-12-31"), ("2016-01-01", "2016-06-30")],
)  # fmt: skip
def test_any_other_stretch_is_a_span_and_written_as_one(first: str, last: str) -> None:
    span = PartialDate(date.fromisoformat(first), date.fromisoformat(last))
    assert (span.precision, str(span)) == ("span", f"{first}/{last}")


@pytest.mark.parametrize(
    "text",
    ["", "16", "2016-1", "2016-1-1", "20160101", "2016-W01-1", "01.02.2016", "2016-02-01T00:00", "٢٠١٦", " 2016"],
)
def test_other_ways_to_write_a_date_are_refused(text: str) -> None:
    with pytest.raises(ImpossibleDate, match="expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2015-02-29", "2016-13", "2016-00", "2016-04-31", "0000", "0000-01-01"])
def test_days_that_never_were_are_refused(text: str) -> None:
    with pytest.raises(ImpossibleDate, match=f"'{text}' is not a day of the calendar"):
        PartialDate.parse(text)


def test_a_span_ends_after_it_begins() -> None:
    with pytest.raises(ImpossibleDate, match="expected a span that ends after it begins"):
        PartialDate(date(2016, 2, 1), date(2016, 1, 31))


def test_a_day_is_the_span_of_itself() -> None:
    assert PartialDate.day(date(2016, 2, 1)) == PartialDate.parse("2016-02-01")
