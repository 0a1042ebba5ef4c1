"""The day of a page: read, refused with a sentence that helps, carried along in links."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.web.presentation.days import AsOf, BadDay, read

TODAY = date(2026, 3, 1)


def test_without_a_day_the_page_speaks_of_today() -> None:
    assert read({}, TODAY) == AsOf(TODAY, TODAY, chosen=False)


def test_a_chosen_day_is_carried_along() -> None:
    held = read({"on": " 2010-05-01 "}, TODAY)
    assert held.on == date(2010, 5, 1)
    assert held.link("/en/states/FRA/") == "/en/states/FRA/?on=2010-05-01"
    assert held.link("/en/", page="2") == "/en/?on=2010-05-01&page=2"


def test_a_day_of_knowledge_is_read_and_carried_along_with_or_without_the_other() -> None:
    held = read({"known_on": " 2015-01-01"}, TODAY)
    assert (held.on, held.known_on, held.chosen) == (TODAY, date(2015, 1, 1), False)
    assert held.link("/en/") == "/en/?known_on=2015-01-01"
    both = read({"on": "2010-05-01", "known_on": "2015-01-01"}, TODAY)
    assert both.link("/en/", page="2") == "/en/?on=2010-05-01&known_on=2015-01-01&page=2"


def test_today_is_not_carried_along() -> None:
    assert read({}, TODAY).link("/en/") == "/en/"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-03-02", "future"),
        ("2026-02-30", "not-a-day"),
        ("yesterday", "not-a-day"),
        ("01/02/2020", "not-a-day"),
        ("2020", "not-a-day"),
        ("1899-12-31", "too-early"),
        ("9" * 5000, "not-a-day"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(BadDay) as refusal:
        read({"on": text}, TODAY)
    assert refusal.value.code == code
    with pytest.raises(BadDay) as refusal:
        read({"known_on": text}, TODAY)
    assert refusal.value.code == code
    assert len(str(refusal.value)) < 200


def test_the_refusal_says_what_to_write() -> None:
    with pytest.raises(BadDay, match="Write the day as YYYY-MM-DD, for example 2026-03-01"):
        read({"on": "soon"}, TODAY)
