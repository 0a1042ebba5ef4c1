"""What depositaries print, cell by cell: every mark in every place, every way to head a column, every month.

All dates are simulated.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from palermo.reference import ActKind
from palermo.sources import Limits, Reading, SourceError, compare, dates, withdrawals
from palermo.sources.layouts.untc import MARKS

from .conftest import codes, only
from .test_layout_untc import HEAD, page

Read = Callable[..., Reading]
Refuse = Callable[..., SourceError]

# --- Marks ---------------------------------------------------------------------------------------------------------

PLACES = {
    "after a blank": "7 May 2004 {}", "without a blank": "7 May 2004{}", "in round brackets": "7 May 2004 ({})",
    "after a comma": "7 May 2004, {}", "before a footnote": "7 May 2004 {} <sup>3</sup>",
    "after a footnote": "7 May 2004 <sup>3</sup> {}", "after a hard blank": "7\u00a0May\u00a02004\u00a0{}",
}  # fmt: skip


@pytest.mark.parametrize(("mark", "place"), list(product(MARKS, PLACES)))
def test_every_mark_is_read_in_every_place(reading: Read, mark: str, place: str) -> None:
    held = reading(page(("Albania", "", PLACES[place].format(mark))), instrument="TIP")
    assert [(act.kind, str(act.date)) for act in held.acts] == [(MARKS[mark], "2004-05-07")]
    assert held.problems == ()


@pytest.mark.parametrize("mark", ["aa", "Aa", "C", "D", "S", "p", "r", "R", "a.", "AAA", "sA", "†", "а"])
def test_a_mark_that_is_only_nearly_one_is_not_guessed(reading: Read, mark: str) -> None:
    """The last one is a Cyrillic letter."""
    held = reading(page(("Albania", "", f"7 May 2004 {mark}"), ("Chad", "", "7 May 2004 a")), instrument="TIP")
    assert codes(held) == [("mark", 2)]
    assert [act.state for act in held.acts] == ["TCD"]


# --- Brackets ------------------------------------------------------------------------------------------------------

NOTE = "<p>4. On 2 May 2016, Burundi denounced the Protocol with effect from 2 May 2017.</p>"
BRACKETED = (
    ("[Burundi 4]", "", "21 Sep 2004 a"),
    ("[Burundi] 4", "", "21 Sep 2004 a"), ("[Burundi <sup>4</sup>]", "", "21 Sep 2004 a"),
    ("Burundi 4", "", "[21 Sep 2004 a]"),
    ("Burundi", "", "[21 Sep 2004 a <sup>4</sup>]"), ("Burundi 4", "[13 Jan 2001]", "21 Sep 2004 a"),
)  # fmt: skip


@pytest.mark.parametrize("row", BRACKETED)
def test_whatever_the_brackets_embrace_the_state_has_left(reading: Read, row: tuple[str, str, str]) -> None:
    held = reading(page(row, notes=NOTE), instrument="TIP")
    assert [str(act.effect) for act in held.acts if act.kind is ActKind.DENUNCIATION] == ["2017-05-02"]


@pytest.mark.parametrize("row", BRACKETED)
def test_without_its_note_a_bracketed_row_makes_nobody_a_party(reading: Read, row: tuple[str, str, str]) -> None:
    held = reading(page(row, ("Chad", "", "7 May 2004")), instrument="TIP")
    assert [act.state for act in held.acts] == ["TCD"]
    assert codes(held) == [("withdrawal-unclear", 2)]


# --- Leaving twice -------------------------------------------------------------------------------------------------


def test_two_notes_on_leaving_are_for_a_person_to_read(reading: Read) -> None:
    notes = NOTE + "<p>5. On 3 May 2019, Burundi denounced the Protocol with effect from 3 May 2020.</p>"
    held = reading(page(("[Burundi 4, 5]", "", "21 Sep 2004 a"), notes=notes), instrument="TIP")
    assert held.acts == ()
    assert "more than one footnote" in only(held).got


HISTORY = (
    "a1,TIP,BDI,accession,2004-09-21\na2,TIP,BDI,denunciation,2010-01-01\n"
    "a3,TIP,BDI,accession,2015-01-01\na4,TIP,BDI,denunciation,2020-01-01\n"
)
LIST = "act,instrument,state,kind,date,source\n"


def test_our_own_list_tells_of_a_state_that_left_twice(reading: Read) -> None:
    held = reading(LIST + "".join(f"{row},\n" for row in HISTORY.split()))
    assert [act.id for act in held.acts] == ["a1", "a2", "a3", "a4"]
    found = compare((), held.acts)
    assert [act.id for act in found.new] == ["a1", "a2", "a3", "a4"]
    assert compare(found.new, held.acts).unchanged == found.new


def test_a_table_with_a_row_for_each_state_cannot_tell_of_leaving_twice_and_says_so(reading: Read) -> None:
    asked = {"state": "State", "consent_date": "Day", "kind_column": "Act", "instrument": "TIP"}
    rows = "".join(f"{row.split(',')[2]},{row.split(',')[3]},{row.split(',')[4]}\n" for row in HISTORY.split())
    held = reading("State,Act,Day\n" + rows, mapping=asked)
    assert [act.id for act in held.acts] == ["TIP.BDI.accession.2004-09-21", "TIP.BDI.denunciation.2010-01-01"]
    assert codes(held) == [("contradiction", 4), ("contradiction", 5)]


# --- Once more after a correction ----------------------------------------------------------------------------------


def test_a_file_that_was_corrected_by_hand_contradicts_and_never_undoes_the_correction(reading: Read) -> None:
    told = reading(page(("Albania", "", "21 Aug 2002"), ("Chad", "", "18 Aug 2009 a")), instrument="TIP").acts
    register = compare((), told).new
    fixed = reading(
        "act,instrument,state,kind,date,replaces,source\n"
        "fixed,TIP,ALB,ratification,2002-08-22,TIP.ALB.ratification.2002-08-21,\n"
    ).acts
    again = compare((*register, *fixed), told)
    assert [(known.id, act.id) for known, act in again.contradicting] == [
        ("fixed", "TIP.ALB.ratification.2002-08-21")
    ]
    assert (again.new, again.changed) == ((), ())
    assert [act.state for act in again.unchanged] == ["TCD"]


def test_an_entry_that_was_struck_does_not_come_back_with_the_next_file(reading: Read) -> None:
    told = reading(page(("Albania", "", "21 Aug 2002")), instrument="TIP").acts
    strike = reading(
        "act,instrument,state,kind,date,replaces,source\n"
        "gone,TIP,ALB,struck,2026-01-01,TIP.ALB.ratification.2002-08-21,\n"
    ).acts
    again = compare((*told, *strike), told)
    assert [(known.id, act.id) for known, act in again.contradicting] == [("gone", told[0].id)]
    assert again.new == ()


# --- Months --------------------------------------------------------------------------------------------------------

MONTHS = (
    "January Jan janvier janv.", "February Feb février févr.", "March Mar mars", "April Apr avril avr.", "May mai",
    "June Jun juin", "July Jul juillet juil.", "August Aug août", "September Sept. septembre sept.",
    "October Oct octobre", "November Nov novembre", "December Dec décembre",
)  # fmt: skip


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_in_english_and_french_in_every_manner(number: int) -> None:
    for name in MONTHS[number - 1].split():
        for written in {name, name.upper(), name.lower(), name.title()}:
            for form in ("7 {} 2004", "7. {} 2004", "07 {} 2004", "7-{}-2004"):
                assert str(dates.read(form.format(written))) == f"2004-{number:02}-07", form.format(written)
            assert str(dates.read(f"{written} 2004")) == f"2004-{number:02}"


@pytest.mark.parametrize(
    "text", ["31 April 2004", "31 juin 2004", "30 février 2004", "29 Feb 1900", "32 May 2004", "0 May 2004"]
)
def test_a_day_that_its_month_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(dates.UnreadableDate) as refusal:
        dates.read(text)
    assert refusal.value.code == "impossible-date"


@pytest.mark.parametrize("name", ["Mayo", "Juni", "enero", "Ma", "J", "Brumaire", "мая", "五月"])
def test_a_month_of_another_language_is_not_guessed(name: str) -> None:
    with pytest.raises(dates.UnreadableDate) as refusal:
        dates.read(f"7 {name} 2004")
    assert refusal.value.code == "not-a-date"


# --- Headers -------------------------------------------------------------------------------------------------------

HEADERS = {
    HEAD: "ratification", "Ratification": "ratification", "RATIFICATION, ACCESSION(A)": "ratification",
    "Ratification, Acceptation(A), Approbation(AA), Adhésion(a), Succession(d)": "ratification",
    "Accession(a), Ratification": "ratification", "Ratification <sup>1</sup>": "ratification",
    "Definitive signature(s), Ratification": "ratification", "Consent to be bound": "",
    "Accession(a), Succession(d)": "",
}  # fmt: skip


@pytest.mark.parametrize("head", HEADERS)
def test_however_the_column_is_headed_a_bare_date_means_ratification_only_where_it_says_so(
    reading: Read, head: str
) -> None:
    held = reading(page(("Albania", "", "21 Aug 2002"), ("Chad", "", "18 Aug 2009 a"), head=head), instrument="TIP")
    kinds = [act.kind.value for act in held.acts]
    assert kinds == [kind for kind in (HEADERS[head], "accession") if kind]
    assert codes(held) == ([] if HEADERS[head] else [("mark", 2)])


@pytest.mark.parametrize(
    "name", ["Participant", "PARTICIPANT", "Participants", "Participant <sup>1</sup>", " Participant "]
)
@pytest.mark.parametrize("signature", ["Signature", "Signature, Succession to signature(d)", "SIGNATURE"])
def test_the_other_columns_may_be_headed_in_several_ways_too(reading: Read, name: str, signature: str) -> None:
    text = page(("Albania", "12 Dec 2000", "21 Aug 2002"))
    text = text.replace("<th>Participant</th><th>Signature</th>", f"<th>{name}</th><th>{signature}</th>")
    assert len(reading(text, instrument="TIP").acts) == 2


# --- Mapped layouts ------------------------------------------------------------------------------------------------

MAPPED = {"state": "Country", "consent_date": "Day", "instrument": "TIP", "kind": "accession"}
WRONG_CELLS = {
    "a State nobody knows": ("Atlantis,2009-08-18", "unknown-state"), "no State": (",2009-08-18", "no-state"),
    "a territory": ("Gibraltar,2009-08-18", "territory"),
    "a State of the past": ("Yugoslavia,2009-08-18", "former-state"),
    "a word for a day": ("Chad,in force", "not-a-date"), "a day there is not": ("Chad,2009-02-30", "impossible-date"),
    "two days at once": ("Chad,03/04/2009", "ambiguous-date"), "a formula": ("Chad,=TODAY()", "formula"),
    "before the instrument": ("Chad,1999-01-01", "before-adoption"),
    "still to come": ("Chad,2026-02-01", "future-date"),
    "no day": ("Chad,", "no-act"), "a dash for no day": ("Chad,–", "no-act"), "a row cut short": ("Chad", "no-act"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG_CELLS)
def test_a_cell_that_cannot_be_taken_is_named_and_the_next_row_is_read(reading: Read, what: str) -> None:
    row, code = WRONG_CELLS[what]
    held = reading(f"Country,Day\n{row}\nChile,2004-11-29\n", mapping=MAPPED)
    assert [act.state for act in held.acts] == ["CHL"]
    assert (only(held).code, only(held).row) == (code, 2)
    assert only(held).advice.endswith((".", "?"))


# --- Size ----------------------------------------------------------------------------------------------------------


def test_a_saved_page_just_below_the_limit_is_read_and_one_byte_more_is_refused(
    reading: Read, refusal: Refuse
) -> None:
    """A browser saves scripts and pictures with the table: the page may be large, and still be the right one."""
    text = page(("Albania", "", "21 Aug 2002"))
    limits = Limits(bytes=400_000)
    filled = text.replace("<body>", "<body><script>" + "x" * (400_000 - len(text) - 17) + "</script>")
    assert len(filled.encode()) == 400_000
    assert [act.state for act in reading(filled, instrument="TIP", limits=limits).acts] == ["ALB"]
    assert refusal(filled + " ", instrument="TIP", limits=limits).code == "too-large"


def test_the_day_of_the_source_is_the_last_that_can_have_happened(reading: Read) -> None:
    rows = page(("Albania", "", "31 January 2026 a"), ("Chad", "", "1 February 2026 a"))
    held = reading(rows, instrument="TIP")
    assert [(act.state, act.date and act.date.latest) for act in held.acts] == [("ALB", date(2026, 1, 31))]
    assert codes(held) == [("future-date", 3)]


def test_a_note_that_speaks_of_a_reservation_anywhere_is_left_to_a_person() -> None:
    with pytest.raises(withdrawals.Unclear, match="reservation"):
        withdrawals.find("Chad denounced with effect from 3 May 2017 its reservation", ("Chad",), ())
