"""At each limit: the last that is taken and the first that is refused. All dates are simulated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.reference import PartialDate
from palermo.sources import Limits, Reading, SourceError, dates, pages, withdrawals
from palermo.sources.intake import LONGEST_NAME
from palermo.sources.withdrawals import LONGEST

from .conftest import codes, only

STATUS = "instrument_id,iso3,signature_date,consent_type,consent_date\n"
ACTS = (
    "act,instrument,state,kind,date,effect,articles,towards,precludes,subject,replaces,source,recorded,flags,note\n"
)
MAPPED = {"state": "Country", "consent_date": "Ratified", "instrument": "TIP"}
Read = Callable[..., Reading]
Refuse = Callable[..., SourceError]


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (("Country", "Ratified"), *rows):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


# --- How large a table may be -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(bytes=100), "too-large"),
        (Limits(rows=2), "rows"),
        (Limits(columns=4), "columns"),
        (Limits(cell=10), "cell"),
    ],
)
def test_one_more_than_the_limit_is_refused_and_the_limit_is_not(
    reading: Read, refusal: Refuse, limits: Limits, code: str
) -> None:
    two = STATUS + "TIP,FRA,,ratification,2002-10-29\nTIP,DEU,,ratification,2006-06-14\n"
    held = {"bytes": len(two), "rows": 3, "columns": 5, "cell": len("signature_date")}
    assert len(reading(two, limits=Limits(**held)).acts) == 2
    error = refusal(two, limits=limits)
    assert error.code == code
    assert any(char.isdigit() for char in str(error)), "the limit is named"


def test_cells_of_a_workbook_are_counted_while_they_are_read(reading: Read, refusal: Refuse) -> None:
    data = workbook(("Chad", "2009-08-18"), ("Chile", "2004-11-29"))
    assert len(reading(data, "table.xlsx", mapping=MAPPED, limits=Limits(cells=6)).acts) == 2
    assert refusal(data, "table.xlsx", mapping=MAPPED, limits=Limits(cells=5)).code == "cells"


@pytest.mark.parametrize(("length", "code"), [(LONGEST_NAME, "unknown-state"), (LONGEST_NAME + 1, "unknown-state")])
def test_a_name_beyond_any_length_is_not_compared_with_all_names(reading: Read, length: int, code: str) -> None:
    problem = only(reading(STATUS + f"TIP,{'x' * length},,ratification,2002-10-29\n"))
    assert problem.code == code
    assert ("Shorten it" in problem.advice) is (length > LONGEST_NAME)


# --- What is no table ---------------------------------------------------------------------------------------------


def test_an_open_document_and_another_archive_say_what_to_save_instead(refusal: Refuse) -> None:
    for parts, words in (
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "OpenDocument"),
        ({"readme.txt": "hello"}, "no Excel workbook"),
    ):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as made:
            for name, content in parts.items():
                made.writestr(name, content)
        error = refusal(stream.getvalue(), "table.xlsx")
        assert error.code == "format"
        assert words in str(error)


@pytest.mark.parametrize(
    "text", ["<html></html>", "<p>No table.</p>", "<table></table>", "<table><tr><td>one</table>"]
)
def test_a_page_without_a_table_says_how_to_save_one(text: str) -> None:
    with pytest.raises(SourceError, match="no table") as caught:
        pages.read(text, "utf-8", Limits())
    assert caught.value.code == "no-table"


@pytest.mark.parametrize("text", ["", " ", "<!-- nothing -->"])
def test_a_page_without_an_element_is_no_page(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        pages.read(text, "utf-8", Limits())
    assert caught.value.code in ("page", "no-table")


@pytest.mark.parametrize("at", [0, 1, 5])
def test_declared_entities_are_refused_with_their_line(at: int) -> None:
    with pytest.raises(SourceError, match=f"line {at + 1} declares XML entities") as caught:
        pages.refuse_entities("\n" * at + '<!DOCTYPE a [<!ENTITY b "c">]>')
    assert caught.value.code == "entities"


# --- Cells --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (date(2009, 8, 18), "2009-08-18"),
        (datetime.fromisoformat("2009-08-18"), "2009-08-18"),
        ("18 Aug 2009", "2009-08-18"),
        (2009, "2009"),
        (2009.0, "2009"),
    ],
)
def test_a_day_in_a_workbook_is_the_same_day_however_it_is_kept(reading: Read, value: object, told: str) -> None:
    (act,) = reading(workbook(("Chad", value)), "table.xlsx", mapping=MAPPED).acts
    assert str(act.date) == told


def test_a_day_with_an_hour_is_not_guessed(reading: Read) -> None:
    held = reading(workbook(("Chad", datetime.fromisoformat("2009-08-18T23:30"))), "table.xlsx", mapping=MAPPED)
    assert held.acts == ()
    assert len(held.problems) >= 1


def test_a_source_that_the_register_does_not_know_is_noted_and_the_file_speaks(reading: Read) -> None:
    held = reading(ACTS + "TIP.FRA.ratification.2002-10-29,TIP,FRA,ratification,2002-10-29,,,,,,,someone,,,\n")
    assert codes(held) == [("unknown-source", 2)]
    assert [act.source for act in held.acts] == ["operator-2026"]


@pytest.mark.parametrize(
    ("written", "form", "day"),
    [
        ("29/10/2002", "%d/%m/%Y", "2002-10-29"),
        ("10/29/2002", "%m/%d/%Y", "2002-10-29"),
        ("29 Oct 2002", "%d %b %Y", "2002-10-29"),
        ("10/2002", "%m/%Y", "2002-10"),
        ("Oct 2002", "%b %Y", "2002-10"),
        ("2002", "%Y", "2002"),
    ],
)
def test_each_form_of_a_day_is_read_as_far_as_it_goes(written: str, form: str, day: str) -> None:
    assert dates.read(written, form) == PartialDate.parse(day)


@pytest.mark.parametrize("form", ["%d/%m", "%Y %Y", "%m", "%H:%M", "%d %b", "", "%Y-%d"])
def test_a_form_that_names_no_day_is_refused(form: str) -> None:
    with pytest.raises(dates.UnreadableDate) as caught:
        dates.compiled(form)
    assert caught.value.code == "date-format"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_serial_number_is_the_day_that_a_workbook_shows(day: date) -> None:
    epoch = date(1899, 12, 30)
    assert dates.serial((day - epoch).days, epoch) == PartialDate.day(day)


# --- Notes --------------------------------------------------------------------------------------------------------

WITHDREW = "On 2 May 2016, the Government of Chad notified its withdrawal from the Convention. "


@pytest.mark.parametrize("extra", [0, 1])
def test_a_note_beyond_any_length_is_for_a_person_to_read(extra: int) -> None:
    note = WITHDREW + "x" * (LONGEST - len(WITHDREW) + extra)
    assert len(note) == LONGEST + extra
    if extra:
        with pytest.raises(withdrawals.Unclear, match="too long"):
            withdrawals.find(note, ("Chad",), ("Canada",))
        return
    assert withdrawals.find(note, ("Chad",), ("Canada",)) is not None


@pytest.mark.parametrize("note", ["", "Chad is a State.", "On 2 May 2016 Chad signed."])
def test_a_note_of_something_else_announces_nothing(note: str) -> None:
    assert withdrawals.find(note, ("Chad",), ("Canada",)) is None
