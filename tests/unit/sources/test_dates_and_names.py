"""Dates and names of participants, as depositaries print them."""

from __future__ import annotations

import pytest

from palermo.sources import dates
from palermo.sources.names import participant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2001", "2001"),
        ("2001-11", "2001-11"),
        ("2001-11-19", "2001-11-19"),
        ("2001-11-19 00:00:00", "2001-11-19"),
        ("19 Nov 2001", "2001-11-19"),
        (" 19\u00a0November  2001 ", "2001-11-19"),
        ("19-Nov-2001", "2001-11-19"),
        ("1er mars 2001", "2001-03-01"),
        ("3 févr. 2001", "2001-02-03"),
        ("3 août 2001", "2001-08-03"),
        ("3 DÉCEMBRE 2001", "2001-12-03"),
        ("November 19, 2001", "2001-11-19"),
        ("Nov 2001", "2001-11"),
        ("29 Feb 2004", "2004-02-29"),
    ],
)
def test_dates_are_read_as_far_as_they_go(text, expected):
    assert str(dates.read(text)) == expected


@pytest.mark.parametrize(
    ("text", "date_format", "expected"),
    [
        ("03/04/2005", "%d/%m/%Y", "2005-04-03"),
        ("03/04/2005", "%m/%d/%Y", "2005-04-03".replace("04-03", "03-04")),
        ("3.4.2005", "%d.%m.%Y", "2005-04-03"),
        ("04/2005", "%m/%Y", "2005-04"),
        ("Apr 3 2005", "%b %d %Y", "2005-04-03"),
        ("2005-04-03", "%d/%m/%Y", "2005-04-03"),
        ("2005", "%Y", "2005"),
    ],
)
def test_a_format_says_which_figure_is_the_month(text, date_format, expected):
    assert str(dates.read(text, date_format)) == expected


@pytest.mark.parametrize(
    ("text", "date_format", "code"),
    [
        ("31 Feb 2001", "", "impossible-date"),
        ("2001-02-29", "", "impossible-date"),
        ("0000", "", "impossible-date"),
        ("31/02/2005", "%d/%m/%Y", "impossible-date"),
        ("03/04/2005", "", "ambiguous-date"),
        ("13/04/2005", "", "ambiguous-date"),
        ("03.04.05", "", "ambiguous-date"),
        ("19 Brumaire 2001", "", "not-a-date"),
        ("in force", "", "not-a-date"),
        ("٢٠٠١-٠١-٠١", "", "not-a-date"),
        ("19 Nov 2001", "%d/%m/%Y", "not-a-date"),
        ("1 1 2001", "%d %y", "date-format"),
    ],
)
def test_what_is_not_certain_is_refused(text, date_format, code):
    with pytest.raises(dates.UnreadableDate) as caught:
        dates.read(text, date_format)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "name", "footnotes", "bracketed"),
    [
        ("France", "France", (), False),
        ("China 2, 3", "China", ("2", "3"), False),
        ("China 2,3", "China", ("2", "3"), False),
        ("China² ³", "China", ("2", "3"), False),
        ("Viet Nam*", "Viet Nam", (), False),
        ("Netherlands (Kingdom of the) 5", "Netherlands (Kingdom of the)", ("5",), False),
        ("Serbia (12)", "Serbia", ("12",), False),
        ("[Burundi 4]", "Burundi", ("4",), True),
        ("[Burundi] 4", "Burundi", ("4",), True),
        ("  Saint\u00a0Lucia ", "Saint Lucia", (), False),
        ("15", "15", (), False),
    ],
)
def test_marks_are_taken_off_a_name(text, name, footnotes, bracketed):
    held = participant(text)
    assert (held.name, held.footnotes, held.bracketed) == (name, footnotes, bracketed)


@pytest.mark.parametrize(
    ("name", "kind"), [("Aruba", "territory"), ("Curaçao", "territory"), ("Zanzibar", "former"), ("Chad", "state")]
)
def test_territories_and_states_of_the_past_are_told_apart(name, kind):
    assert participant(name).kind == kind


def test_no_state_of_the_register_is_called_a_territory(catalogue):
    names = {name for state in catalogue.states.values() for name in (*state.names.values(), *state.aliases)}
    assert {name for name in names if participant(name).kind == "territory"} == set()
