"""Our list of acts, and that of declarations."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from palermo.reference import SHIPPED, Act, ActKind, PartialDate, acts
from palermo.sources import read, write_acts

from .conftest import codes, only

HEADER = (
    "act,instrument,state,kind,date,effect,articles,towards,precludes,subject,replaces,source,recorded,flags,note\n"
)
ROW = "TIP.FRA.ratification.2002-10-29,TIP,FRA,ratification,2002-10-29,,,,,,,,,,\n"
ACT = Act(
    "TIP.FRA.objection.2003-05-05", "TIP", "FRA", ActKind.OBJECTION, PartialDate.parse("2003-05-05"),
    "operator-2026", date(2026, 1, 31), towards="DEU", precludes=True, articles=("5", "6 (a)"),
    flags=("verify",), note="=note, with “quotes” and\nlines",
)  # fmt: skip


def written(*acts: Act) -> str:
    stream = io.StringIO(newline="")
    write_acts(acts, stream)
    return stream.getvalue()


def test_the_table_that_ships_is_read_without_a_problem(catalogue, source):
    held = read(SHIPPED / "acts.csv", catalogue=catalogue, source=source)
    assert held.problems == ()
    assert held.acts == tuple(sorted(acts(catalogue), key=lambda act: act.id))


def test_what_is_written_is_read_back(reading):
    assert reading(written(ACT)).acts == (ACT,)


def test_a_cell_that_would_run_is_escaped(reading):
    assert "\"'=note" in written(ACT)
    for note in ("=1+1", "'=1", "''=1", "'plain", "-", "@x", "+1", "\t", "'", "''"):
        if "\t" not in note:
            assert reading(written(replace(ACT, note=note))).acts[0].note == note


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ACT, articles=("5;6",)),
        replace(ACT, articles=("",)),
        replace(ACT, note="bell \x07"),
        replace(ACT, date=PartialDate(date(2003, 5, 5), date(2003, 5, 9))),
    ],
)
def test_what_could_not_be_read_back_is_not_written(wrong):
    with pytest.raises(ValueError, match=r"TIP\.FRA"):
        written(wrong)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (ROW.replace("ratification,2002", "ratifying,2002"), "kind"),
        (ROW.replace("TIP,FRA", "TIP,XXX"), "unknown-state"),
        (ROW.replace(",TIP,", ",TAP,"), "unknown-instrument"),
        (ROW.replace("2002-10-29,,,,,,,,,,", "2002-10-29,,,,,,,,2026-01,,"), "recorded"),
        (ROW.replace("2002-10-29,,,,,,,,,,", "2002-10-29,,,,,,,,,odd,"), "act"),
        (ROW.replace("2002-10-29,,,,,,,,,,", "2002-10-29,,,FRA,,,,,,,"), "act"),
        (ROW.replace("TIP.FRA.ratification.2002-10-29,", ",", 1), "act"),
        (ROW.replace("2002-10-29,,,,,,,,,,", "2002-10-29,,,,,,,,,,=1+1"), "formula"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_are_read(reading, row, code):
    good = ROW.replace("FRA", "DEU")
    held = reading(HEADER + row + good)
    assert [act.state for act in held.acts] == ["DEU"]
    assert (only(held).code, only(held).row) == (code, 2)


def test_one_identifier_cannot_name_two_acts(reading):
    held = reading(HEADER + ROW + ROW + ROW.replace("2002-10-29,,,", "2002-10-29,2003-12-25,,"))
    assert len(held.acts) == 1
    assert codes(held) == [("duplicate", 3), ("duplicate-identifier", 4)]


def test_a_state_may_leave_and_come_back(reading):
    rows = "".join(
        f"a{number},TIP,FRA,{kind},{day},,,,,,,,,,\n"
        for number, (kind, day) in enumerate(
            [("ratification", "2002-10-29"), ("denunciation", "2010-01-01"), ("accession", "2015-01-01")]
        )
    )
    assert len(reading(HEADER + rows).acts) == 3


def test_declarations_are_acts_without_a_date(reading):
    table = "instrument_id,iso3,kind,articles,source_id\nTIP,FRA,reservation_or_declaration,5;6,\nTIP,DEU,oath,,\n"
    held = reading(table)
    assert held.layout == "declarations"
    assert [(act.kind, act.articles, act.date) for act in held.acts] == [
        (ActKind.RESERVATION_OR_DECLARATION, ("5", "6"), None)
    ]
    assert codes(held) == [("kind", 3)]


def test_a_state_may_declare_twice(reading):
    row = "TIP,FRA,declaration,{},\n"
    held = reading(
        "instrument_id,iso3,kind,articles,source_id\n" + row.format("5") + row.format("6") + row.format("5")
    )
    assert [act.id for act in held.acts] == ["TIP.FRA.declaration.undated", "TIP.FRA.declaration.undated.2"]
    assert codes(held) == [("duplicate", 4)]


# --- Entries about other entries ------------------------------------------------------------------------------------

RATIFIED = "TIP.FRA.ratification.2002-10-29"
RESERVED = "TIP.DEU.reservation.2006-06-14"
HELD = (
    Act(RATIFIED, "TIP", "FRA", ActKind.RATIFICATION, PartialDate.parse("2002-10-29"), "s", date(2014, 1, 1)),
    Act(RESERVED, "TIP", "DEU", ActKind.RESERVATION, PartialDate.parse("2006-06-14"), "s", date(2014, 1, 1)),
)


def row(instrument: str, state: str, kind: str, *, towards: str = "", subject: str = "", replaces: str = "") -> str:
    return f"x.{state},{instrument},{state},{kind},2015-01-01,,,{towards},,{subject},{replaces},,,,\n"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (row("TIP", "DEU", "ratification", replaces=RATIFIED), "replaces"),
        (row("UNTOC", "FRA", "ratification", replaces=RATIFIED), "replaces"),
        (row("TIP", "DEU", "struck", replaces=RATIFIED), "replaces"),
        (row("TIP", "FRA", "withdrawal", subject=RESERVED), "subject"),
        (row("UNTOC", "DEU", "withdrawal", subject=RESERVED), "subject"),
        (row("TIP", "FRA", "objection", towards="ITA", subject=RESERVED), "subject"),
        (row("UNTOC", "FRA", "objection", towards="DEU", subject=RESERVED), "subject"),
        (row("UNTOC", "FRA", "objection", subject=RESERVED), "subject"),
    ],
)
def test_what_points_at_another_state_or_instrument_is_refused_with_its_row(reading, text, column):
    found = reading(HEADER + ROW.replace("FRA", "ITA") + text, held=HELD)
    assert [act.state for act in found.acts] == ["ITA"]
    problem = only(found)
    assert (problem.code, problem.level, problem.row, problem.column) == ("reference-astray", "error", 3, column)
    assert problem.got.startswith(RATIFIED if column == "replaces" else RESERVED)


@pytest.mark.parametrize(
    "text",
    [
        row("TIP", "FRA", "ratification", replaces=RATIFIED),
        row("TIP", "FRA", "struck", replaces=RATIFIED),
        row("TIP", "DEU", "withdrawal", subject=RESERVED),
        row("TIP", "FRA", "objection", towards="DEU", subject=RESERVED),
        row("TIP", "FRA", "objection", subject=RESERVED),
        row("TIP", "FRA", "withdrawal", subject="nobody.knows"),
    ],
)
def test_what_points_at_an_entry_of_its_own_or_at_none_that_is_known_is_taken(reading, text):
    found = reading(HEADER + text, held=HELD)
    assert (len(found.acts), found.problems) == (1, ())


def test_entries_of_the_same_file_count_as_known(reading):
    astray = row("UNTOC", "FRA", "ratification", replaces=RATIFIED)
    assert codes(reading(HEADER + ROW + astray)) == [("reference-astray", 3)]
    assert codes(reading(HEADER + astray)) == []


def test_an_act_that_points_astray_twice_is_named_twice_and_left_out_once(reading):
    text = row("UNTOC", "FRA", "withdrawal", subject=RESERVED, replaces=RATIFIED)
    found = reading(HEADER + text, held=HELD)
    assert [problem.column for problem in found.problems] == ["replaces", "subject"]
    assert found.acts == ()
