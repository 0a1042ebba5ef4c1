"""By when, and how often: what counts as a time, and which day it is."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.documents.units.details import frequency_in, qualifiers_in, recipients_in
from palermo.documents.units.dues import dues_in
from palermo.documents.units.vocabulary import vocabulary

EN = vocabulary("en")


def dues(text: str, organ: str = "general_assembly") -> list[tuple[str, date | None, int | None]]:
    return [(due.text, due.on, due.session) for due in dues_in(text, 0, len(text), EN, organ=organ)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("by 2030", ("by 2030", date(2030, 12, 31), None)),
        ("by the end of 2026", ("by the end of 2026", date(2026, 12, 31), None)),
        ("before 1 March 2028", ("before 1 March 2028", date(2028, 3, 1), None)),
        ("no later than February 2028", ("no later than February 2028", date(2028, 2, 29), None)),
        ("not later than nine days", ("not later than nine days", None, None)),
        ("within 12 months", ("within 12 months", None, None)),
        ("at its ninety-first session", ("at its ninety-first session", date(2036, 9, 30), 91)),
        ("at its eleventh emergency special session", ("at its eleventh emergency special session", None, 11)),
        ("at its next session", ("at its next session", None, None)),
    ],
)
def test_a_time_and_its_last_day(text: str, due: tuple[str, date | None, int | None]) -> None:
    assert dues(f"to report {text} on lamps") == [due]


def test_a_day_that_no_calendar_has_is_kept_without_one() -> None:
    assert dues("to report by 31 February 2027") == [("by 31 February 2027", None, None)]


def test_its_session_is_that_of_the_organ_named_last() -> None:
    assert dues("to report to the Commission on Lamps at its sixtieth session")[0][1] is None
    assert dues("to report to the General Assembly at its eightieth session", "un_entity")[0][1] == date(2025, 9, 30)
    assert dues("to report at its eightieth session", "un_entity")[0][1] is None


def test_several_times_come_in_order_and_a_part_of_one_is_not_another() -> None:
    assert [text for text, _, _ in dues("by 1 May 2027, and again at its eighty-second session")] == [
        "by 1 May 2027",
        "at its eighty-second session",
    ]


def test_a_year_in_a_name_is_no_time() -> None:
    assert dues("to carry out the 2030 Agenda and resolution 2015 of the Council") == []


def test_only_what_stands_between_the_places_counts() -> None:
    text = "by 2027; by 2029"
    assert [due.text for due in dues_in(text, 8, len(text), EN, organ="")] == ["by 2029"]


@pytest.mark.parametrize("often", ["every two years", "annually", "on a regular basis", "on a four-year basis"])
def test_how_often_is_kept_as_printed(often: str) -> None:
    assert frequency_in(f"to inspect the towers {often}, in fog", EN) == often
    assert frequency_in("to inspect the towers in fog", EN) == ""


def test_qualifiers_are_kept_as_printed_each_once() -> None:
    text = "to help, as appropriate and upon request, in accordance with national law, and, as appropriate, to report"
    assert qualifiers_in(text, EN) == ("as appropriate", "upon request", "in accordance with national law")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("provide the Office with lamps", ["Office"]),
        ("submit a report to the Security Council", ["Security Council"]),
        ("assist developing countries and report", ["developing countries"]),
        ("give shelter to victims of trafficking", ["victims of trafficking"]),
        ("act in relation to Member States", []),
        ("build towers with donors", []),
    ],
)
def test_recipients_stand_after_a_word_of_giving_or_helping(text: str, names: list[str]) -> None:
    assert [who.name for who in recipients_in(text, 0, len(text), EN)] == names
