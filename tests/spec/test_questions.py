"""Questions to the ledger: who is party, what binds, what is missing, how it grew, what changed."""

from __future__ import annotations

import pytest

from palermo.reference import Reach, UnknownName
from palermo.treaties import ENDED, ENTERED, BeforeTheData, Code, Ledger
from tests.spec.invented import END, act, day, instrument, ledger

PACT, CODE = instrument(), instrument("CODE", adopted="1990-01-01", families=("regional",))


@pytest.fixture
def held() -> Ledger:
    """Ketu joined, left and came back; Limar joined within 2006; Moda signed; Nuria did nothing."""
    return ledger(
        act("KET accession 2005-01-01"),
        act("KET denunciation 2008-01-01"),
        act("KET accession 2012-01-01"),
        act("LIM accession 2006"),
        act("MOD signature 2001-01-01"),
        act("KET accession 2005-01-01", instrument="CODE"),
        of=(PACT, CODE),
    )


def test_parties_are_told_in_the_order_in_which_they_joined(held: Ledger) -> None:
    assert [each.state for each in held.parties("PACT", day("2007-01-01"))] == ["KET", "LIM"]
    assert [each.state for each in held.parties("PACT", END)] == ["LIM", "KET"]


def test_states_and_instruments_answer_to_their_names(held: Ledger) -> None:
    assert held.status("the pact", "Ketu (FR)", END) == held.status("PACT", "KET", END)


def test_bound_are_the_instruments_in_force_for_a_state(held: Ledger) -> None:
    assert [each.instrument for each in held.bound("Ketu", day("2010-01-01"))] == ["CODE"]
    assert [each.instrument for each in held.bound("Ketu", END)] == ["CODE", "PACT"]


def test_gaps_are_the_instruments_of_a_family_that_a_state_has_not_joined(held: Ledger) -> None:
    assert [(each.instrument, each.code) for each in held.gaps("MOD", END)] == [("PACT", Code.SIGNATORY)]
    assert held.gaps("LIM", END) == ()
    assert [each.instrument for each in held.gaps("LIM", END, "regional")] == ["CODE"]


def test_a_gap_beyond_the_data_says_that_it_is_not_known() -> None:
    short = ledger(of=(instrument(reaches=(Reach("all", day("2014-01-27")),)),))
    assert [each.code for each in short.gaps("KET", day("2020-01-01"))] == [Code.UNKNOWN]


def test_an_unknown_family_is_refused(held: Ledger) -> None:
    with pytest.raises(UnknownName, match=r"no family is called 'cores'. Did you mean core"):
        held.gaps("KET", END, "cores")


def test_standings_name_every_state_once(held: Ledger) -> None:
    assert [each.state for each in held.standings("PACT", END)] == ["KET", "LIM", "MOD", "NUR", "OST"]


def test_coverage_counts_members_and_observers_by_group_and_names_those_left(held: Ledger) -> None:
    one, none = held.coverage("PACT", END, by="group")
    assert (none.label, none.total, none.parties) == ("", 1, 0)
    assert (one.label, one.total, one.parties, one.unknown) == ("one", 4, 2, 0)
    assert [each.state for each in one.left] == ["MOD", "NUR"]
    assert one.counts[Code.SIGNATORY] == 1


@pytest.mark.parametrize("by", ["region", "subregion"])
def test_coverage_by_region_counts_the_same_states(held: Ledger, by: str) -> None:
    (row,) = held.coverage("PACT", END, by=by)
    assert (row.total, row.parties) == (5, 2)


def test_coverage_by_anything_else_is_refused(held: Ledger) -> None:
    with pytest.raises(ValueError, match="expected by to be one of region, subregion, group, got 'continent'"):
        held.coverage("PACT", END, by="continent")


def test_the_timeline_has_a_point_for_each_day_on_which_the_number_changed(held: Ledger) -> None:
    points = [(str(each.day), each.joined, each.left, each.parties) for each in held.timeline("PACT")]
    assert points == [
        ("2005-01-01", ("KET",), (), 1),
        ("2006-12-31", ("LIM",), (), 2),
        ("2009-01-01", (), ("KET",), 1),
        ("2012-01-01", ("KET",), (), 2),
    ]


def test_changes_are_acts_and_what_took_effect(held: Ledger) -> None:
    found = [
        (str(each.day), each.what, each.act.state) for each in held.changes(day("2008-01-01"), day("2012-01-31"))
    ]
    assert found == [
        ("2008-01-01", "denunciation", "KET"),
        ("2009-01-01", ENDED, "KET"),
        ("2012-01-01", "accession", "KET"),
        ("2012-01-31", ENTERED, "KET"),
    ]


def test_changes_leave_out_acts_that_nobody_can_date() -> None:
    undated = ledger(act("KET reservation ?", recorded="2010-01-01"))
    assert undated.changes(day("2000-01-01"), END) == ()


def test_changes_want_a_span_that_ends_after_it_begins(held: Ledger) -> None:
    with pytest.raises(ValueError, match="expected a span that ends after it begins, got 2010-01-01 to 2009-01-01"):
        held.changes(day("2010-01-01"), day("2009-01-01"))


def test_a_day_of_knowledge_before_the_first_is_refused(held: Ledger) -> None:
    with pytest.raises(BeforeTheData, match="expected a day of knowledge from 2030-12-31 on, got 2020-01-01"):
        held.status("PACT", "KET", END, known_on=day("2020-01-01"))


def test_an_empty_ledger_knows_nothing_on_any_day() -> None:
    with pytest.raises(BeforeTheData, match="from the first import on"):
        ledger().parties("PACT", END, known_on=END)


def test_every_question_can_be_asked_of_the_ledger_as_it_stood() -> None:
    held = ledger(
        act("KET accession 2005-01-01", recorded="2010-01-01"), act("LIM accession 2006-01-01", recorded="2020-01-01")
    )
    then = held.as_known(day("2015-01-01"))
    assert then.relations("KET", "LIM", day("2009-01-01")) == ()
    assert then.grid(day("2009-01-01")).rows["PACT"]["LIM"].code is Code.UNKNOWN
    assert held.as_known(None) is held


def test_the_grid_says_what_may_already_have_begun() -> None:
    cell = ledger(act("KET accession 2005")).grid(day("2005-06-01")).rows["PACT"]["KET"]
    assert (cell.code, cell.beyond, cell.spell) == (Code.NO_ACT, False, None)
    assert cell.possibly is not None


def test_the_grid_knows_a_partial_list_for_those_it_names() -> None:
    held = ledger(act("KET accession 2005-01-01"), of=(instrument(reaches=(Reach("listed", END),)),))
    row = held.grid(day("2010-01-01")).rows["PACT"]
    assert (row["KET"].beyond, row["LIM"].beyond) == (False, True)


def test_the_network_leaves_out_what_is_precluded_and_marks_what_is_touched() -> None:
    held = ledger(
        *(act(f"{state} accession 2005-01-01") for state in ("KET", "LIM", "MOD", "NUR")),
        act("KET objection 2006-01-01", towards="LIM", precludes=True),
        act("MOD objection 2006-01-01", towards="LIM"),
    )
    links = held.network(END)
    assert links["KET", "LIM"].instruments == ()
    assert (links["LIM", "MOD"].instruments, links["LIM", "MOD"].touched) == (("PACT",), ("PACT",))
    assert (links["MOD", "NUR"].instruments, links["MOD", "NUR"].touched) == (("PACT",), ())
    assert links["KET", "OST"].instruments == ()


def test_a_reservation_touches_every_link_of_its_state() -> None:
    held = ledger(
        *(act(f"{state} accession 2005-01-01") for state in ("KET", "LIM", "MOD")), act("KET reservation ?")
    )
    links = held.network(END)
    assert (links["KET", "LIM"].touched, links["LIM", "MOD"].touched) == (("PACT",), ())
