"""Status: the rules by which the dated acts of a State become its standing. One sentence, one test."""

from __future__ import annotations

from datetime import timedelta

import pytest

from palermo.reference import Delay, Reach
from palermo.treaties import Code, Ledger
from tests.spec.invented import END, act, day, instrument, ledger


def code(held: Ledger, on: str, state: str = "KET") -> str:
    return held.status("PACT", state, day(on)).code.value


def history(held: Ledger, state: str = "KET") -> list[tuple[str, str]]:
    return [(spell.code.value, str(spell.start)) for spell in held.spells("PACT", state)]


# --- Consent and entry into force ---------------------------------------------------------------------------------


def test_a_signature_makes_a_signatory_and_not_a_party() -> None:
    held = ledger(act("KET signature 2001-05-01"))
    assert code(held, "2001-04-30") == "no-act"
    assert code(held, "2001-05-01") == "signatory"
    assert held.status("PACT", "KET", day("2010-01-01")).party is False


@pytest.mark.parametrize(
    "kind",
    ["ratification", "acceptance", "approval", "accession", "formal confirmation", "participation", "consent",
     "definitive signature"],
)  # fmt: skip
def test_a_state_is_a_party_from_deposit_and_bound_when_the_instruments_own_time_has_run(kind: str) -> None:
    held = ledger(act(f"KET {kind} 2005-03-01"))
    assert history(held) == [("consented", "2005-03-01"), ("bound", "2005-03-31")]


def test_nobody_is_bound_before_the_instrument_itself_is_in_force() -> None:
    held = ledger(act("KET ratification 2001-03-01"))
    assert history(held) == [("consented", "2001-03-01"), ("bound", "2003-01-01")]


def test_nobody_is_bound_before_then_even_where_a_source_prints_it() -> None:
    held = ledger(act("KET ratification 2001-03-01", effect="2001-03-31"))
    assert history(held) == [("consented", "2001-03-01"), ("bound", "2003-01-01")]


def test_the_depositary_counts_those_who_consented_before_the_instrument_was_in_force() -> None:
    held = ledger(act("KET ratification 2001-03-01"), act("LIM signature 2001-03-01"))
    assert [each.state for each in held.parties("PACT", day("2002-01-01"))] == ["KET"]


def test_an_instrument_that_never_entered_into_force_binds_nobody() -> None:
    held = ledger(act("KET ratification 2001-03-01"), of=(instrument(in_force=None),))
    assert history(held) == [("consented", "2001-03-01")]


def test_a_printed_entry_into_force_goes_before_the_rule() -> None:
    held = ledger(act("KET accession 2005-03-01", effect="2005-06-01"))
    assert held.status("PACT", "KET", day("2005-05-31")).code is Code.CONSENTED
    spell = held.status("PACT", "KET", day("2005-06-01")).spell
    assert spell is not None
    assert (spell.code, spell.basis) == (Code.BOUND, "source")


@pytest.mark.parametrize(
    ("rule", "deposit", "bound"),
    [
        (Delay("same_day"), "2005-03-01", "2005-03-01"),
        (Delay("days", 90), "2005-03-01", "2005-05-30"),
        (Delay("months", 12), "2005-03-01", "2006-03-01"),
        (Delay("months", 1), "2005-01-31", "2005-02-28"),
        (Delay("month_start_after_months", 3), "2005-01-15", "2005-05-01"),
        (Delay("month_start_after_months", 3), "2005-01-01", "2005-05-01"),
        (Delay("month_start_after_months", 3), "2005-11-30", "2006-03-01"),
        (Delay("month_start_after_days", 60), "2005-01-15", "2005-04-01"),
        (None, "2005-03-01", "2005-03-01"),  # Vienna Convention, article 24 (3)
    ],
)
def test_each_rule_as_treaties_word_it(rule: Delay | None, deposit: str, bound: str) -> None:
    held = ledger(act(f"KET accession {deposit}"), of=(instrument(rule=rule),))
    assert str(held.status("PACT", "KET", END).since) == bound


def test_a_rule_that_nobody_gave_is_assumed_and_said_so() -> None:
    held = ledger(act("KET accession 2005-03-01"), of=(instrument(rule=None),))
    assert held.spells("PACT", "KET")[-1].basis == "assumed"


def test_the_first_of_two_consents_counts() -> None:
    held = ledger(act("KET accession 2007-01-01"), act("KET ratification 2005-01-01"))
    assert history(held) == [("consented", "2005-01-01"), ("bound", "2005-01-31")]


def test_a_signature_on_the_day_of_consent_or_after_it_changes_nothing() -> None:
    held = ledger(
        act("KET ratification 2005-01-01"), act("KET signature 2005-01-01"), act("LIM accession 2005-01-01")
    )
    assert history(held) == history(held, "LIM")


# --- Succession ---------------------------------------------------------------------------------------------------


def test_a_succession_binds_on_its_deposit_where_nothing_else_is_printed() -> None:
    held = ledger(act("KET succession 2005-03-01"))
    assert history(held) == [("bound", "2005-03-01")]
    assert held.spells("PACT", "KET")[0].basis == "assumed"


def test_a_succession_reaches_back_to_the_day_that_is_printed() -> None:
    held = ledger(act("KET succession 2008-03-01", effect="2006-07-01"))
    assert code(held, "2006-06-30") == "no-act"
    assert code(held, "2006-07-01") == "bound"


# --- Leaving and coming back --------------------------------------------------------------------------------------


def test_a_denunciation_ends_the_bond_when_its_notice_has_run() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01"))
    assert code(held, "2011-05-31") == "bound"
    assert code(held, "2011-06-01") == "withdrawn"


def test_a_printed_end_goes_before_the_notice() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01", effect="2012-01-01"))
    assert history(held)[-1] == ("withdrawn", "2012-01-01")


def test_without_a_clause_on_leaving_the_end_is_certain_after_twelve_months() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01"), of=(instrument(notice=None),))
    status = held.status("PACT", "KET", day("2010-12-01"))
    assert (status.code, status.party) == (Code.BOUND, None)
    assert code(held, "2011-06-01") == "withdrawn"


def test_who_left_and_acceded_again_is_a_party_again() -> None:
    held = ledger(
        act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01"), act("KET accession 2015-01-01")
    )
    assert history(held) == [
        ("consented", "2005-01-01"),
        ("bound", "2005-01-31"),
        ("withdrawn", "2011-06-01"),
        ("consented", "2015-01-01"),
        ("bound", "2015-01-31"),
    ]


def test_a_denunciation_can_be_revoked_until_it_takes_effect() -> None:
    leaving = act("KET denunciation 2010-06-01")
    held = ledger(act("KET accession 2005-01-01"), leaving, act("KET withdrawal 2011-02-01", subject=leaving.id))
    assert code(held, "2020-01-01") == "bound"


def test_a_denunciation_cannot_be_revoked_afterwards() -> None:
    leaving = act("KET denunciation 2010-06-01")
    held = ledger(act("KET accession 2005-01-01"), leaving, act("KET withdrawal 2011-07-01", subject=leaving.id))
    assert code(held, "2020-01-01") == "withdrawn"


def test_the_day_of_the_end_is_too_late_to_revoke() -> None:
    leaving = act("KET denunciation 2010-06-01")
    held = ledger(act("KET accession 2005-01-01"), leaving, act("KET withdrawal 2011-06-01", subject=leaving.id))
    assert code(held, "2020-01-01") == "withdrawn"


def test_who_accedes_again_on_the_day_it_leaves_stays_a_party() -> None:
    held = ledger(
        act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01"), act("KET accession 2011-06-01")
    )
    assert [code(held, on) for on in ("2011-05-31", "2011-06-01", "2011-07-01")] == ["bound", "consented", "bound"]


def test_who_leaves_had_joined_though_nobody_knows_when() -> None:
    held = ledger(act("KET denunciation 2010-06-01"), act("KET signature 2001-01-01"))
    assert code(held, "2005-01-01") == "unknown"
    assert held.status("PACT", "KET", day("2005-01-01")).party is None
    assert code(held, "2011-06-01") == "withdrawn"


def test_who_leaves_twice_left_the_first_time() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("KET denunciation 2010-06-01"), act("KET denunciation 2013"))
    assert history(held)[-1] == ("withdrawn", "2011-06-01")


# --- Dates that are known only in part ----------------------------------------------------------------------------


def test_a_consent_known_to_its_year_is_certain_at_the_end_of_it_and_possible_within_it() -> None:
    held = ledger(act("KET accession 2005"))
    within = held.status("PACT", "KET", day("2005-06-01"))
    assert (within.code, within.party) == (Code.NO_ACT, None)
    assert within.possibly is not None
    assert code(held, "2005-12-31") == "consented"
    assert held.status("PACT", "KET", day("2004-12-31")).party is False


def test_a_month_likewise() -> None:
    held = ledger(act("KET accession 2005-02"))
    assert history(held) == [("consented", "2005-02-28"), ("bound", "2005-03-30")]
    assert held.status("PACT", "KET", day("2005-02-01")).party is None


def test_the_rule_runs_from_both_ends_of_an_open_date() -> None:
    bound = ledger(act("KET accession 2005")).spells("PACT", "KET")[-1]
    assert (bound.earliest, bound.start) == (day("2005-01-31"), day("2006-01-30"))


def test_a_consent_without_a_date_is_certain_on_the_day_its_source_speaks_of() -> None:
    held = ledger(act("KET ratification ?", recorded="2020-05-01"))
    assert code(held, "2020-04-30") == "no-act"
    assert held.status("PACT", "KET", day("2020-04-30")).party is None
    assert code(held, "2020-05-01") == "consented"


def test_nothing_can_have_been_done_to_an_instrument_before_its_adoption() -> None:
    held = ledger(act("KET ratification ?", recorded="2020-05-01"), act("LIM accession 1999"))
    assert held.status("PACT", "KET", day("1999-12-31")).possibly is None
    assert held.status("PACT", "KET", day("2000-01-01")).possibly is not None


def test_in_the_year_in_which_a_state_left_it_is_not_known_whether_it_is_a_party() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("KET denunciation ?", effect="2010"))
    status = held.status("PACT", "KET", day("2010-06-01"))
    assert (status.code, status.party) == (Code.BOUND, None)
    assert status.possibly is not None
    assert status.possibly.code is Code.WITHDRAWN
    assert code(held, "2010-12-31") == "withdrawn"


def test_who_leaves_was_inside_the_day_before_whatever_is_open_about_its_joining() -> None:
    held = ledger(act("KET ratification ?"), act("KET denunciation ?", effect="2010-03-15"))
    assert history(held) == [("bound", "2010-03-14"), ("withdrawn", "2010-03-15")]
    assert held.status("PACT", "KET", day("2005-01-01")).party is None


def test_joining_and_leaving_known_to_the_same_year() -> None:
    held = ledger(act("KET accession 2010"), act("KET denunciation ?", effect="2010"))
    assert code(held, "2010-12-31") == "withdrawn"
    assert held.status("PACT", "KET", day("2010-07-01")).party is None


def test_leaving_and_coming_back_known_to_the_same_year() -> None:
    held = ledger(act("KET accession 2005"), act("KET denunciation ?", effect="2010"), act("KET accession 2010"))
    assert held.status("PACT", "KET", day("2010-07-01")).party is None
    assert held.status("PACT", "KET", day("2010-12-31")).party is True


# --- What is not known --------------------------------------------------------------------------------------------


def test_absence_says_no_only_as_far_as_the_data_reach() -> None:
    held = ledger(of=(instrument(reaches=(Reach("all", day("2014-01-27")),)),))
    assert code(held, "2014-01-27") == "no-act"
    after = held.status("PACT", "KET", day("2014-01-28"))
    assert (after.code, after.party, after.beyond) == (Code.UNKNOWN, None, True)


def test_an_instrument_without_data_is_unknown_at_any_time() -> None:
    held = ledger(of=(instrument(reaches=()),))
    status = held.status("PACT", "KET", day("2005-01-01"))
    assert (status.code, status.as_of) == (Code.UNKNOWN, None)


def test_data_on_members_only_say_nothing_of_an_observer() -> None:
    reaches = (Reach("all", day("2014-01-27")), Reach("members", day("2022-06-13")))
    held = ledger(of=(instrument(reaches=reaches),))
    assert code(held, "2020-01-01", "KET") == "no-act"
    assert code(held, "2020-01-01", "OST") == "unknown"


def test_a_partial_list_says_nothing_of_those_it_does_not_name() -> None:
    held = ledger(act("KET accession 2005-01-01"), of=(instrument(reaches=(Reach("listed", END),)),))
    assert code(held, "2010-01-01", "KET") == "bound"
    assert code(held, "2004-01-01", "KET") == "no-act"
    assert code(held, "2010-01-01", "LIM") == "unknown"


def test_beyond_the_data_a_party_is_still_shown_as_the_last_thing_known() -> None:
    held = ledger(act("KET accession 2005-01-01"), of=(instrument(reaches=(Reach("all", day("2014-01-27")),)),))
    status = held.status("PACT", "KET", day("2026-01-01"))
    assert (status.code, status.beyond, status.as_of) == (Code.BOUND, True, day("2014-01-27"))


def test_an_act_that_is_not_counted_changes_no_status() -> None:
    held = ledger(act("KET accession 2005-01-01", flags=("not-counted",)))
    assert history(held) == []
    assert held.parties("PACT", END) == ()


# --- What was known when ------------------------------------------------------------------------------------------


def test_what_was_recorded_later_is_left_out() -> None:
    held = ledger(
        act("KET accession 2005-01-01", recorded="2010-01-01"), act("LIM accession 2006-01-01", recorded="2020-01-01")
    )
    on = day("2009-01-01")
    assert [each.state for each in held.parties("PACT", on)] == ["KET", "LIM"]
    assert [each.state for each in held.parties("PACT", on, known_on=day("2015-01-01"))] == ["KET"]


def test_what_was_recorded_on_a_day_was_known_on_it() -> None:
    reaches = (Reach("all", day("2010-01-01")),)
    held = ledger(act("KET accession 2005-01-01", recorded="2010-01-01"), of=(instrument(reaches=reaches),))
    known = day("2010-01-01")
    assert held.status("PACT", "KET", known, known_on=known).code is Code.BOUND
    assert held.status("PACT", "LIM", known, known_on=known).code is Code.NO_ACT


def test_data_that_arrived_later_reached_nowhere_before() -> None:
    held = ledger(act("KET accession 2005-01-01", recorded="2010-01-01"))
    status = held.status("PACT", "LIM", day("2009-01-01"), known_on=day("2015-01-01"))
    assert (status.code, status.as_of) == (Code.UNKNOWN, None)


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    wrong = act("KET accession 2005-01-01", recorded="2010-01-01")
    right = act("KET accession 2006-01-01", recorded="2020-01-01", replaces=wrong.id)
    held = ledger(wrong, right)
    assert str(held.status("PACT", "KET", END).since) == "2006-01-31"
    assert str(held.status("PACT", "KET", END, known_on=day("2015-01-01")).since) == "2005-01-31"


def test_a_struck_entry_is_gone_and_what_it_was_remains_known() -> None:
    wrong = act("KET accession 2005-01-01", recorded="2010-01-01")
    held = ledger(wrong, act("KET struck 2020-01-01", recorded="2020-01-01", replaces=wrong.id))
    assert code(held, "2025-01-01") == "no-act"
    assert held.status("PACT", "KET", END, known_on=day("2015-01-01")).code is Code.BOUND


def test_a_struck_correction_does_not_bring_back_what_it_corrected() -> None:
    first = act("KET accession 2005-01-01")
    second = act("KET accession 2006-01-01", replaces=first.id)
    held = ledger(first, second, act("KET struck 2020-01-01", replaces=second.id))
    assert history(held) == []


def test_each_day_is_a_party_or_not_without_a_gap_between_spells() -> None:
    held = ledger(act("KET accession 2005"), act("KET denunciation ?", effect="2010"))
    days = [day("2004-12-01") + timedelta(days=count) for count in range(2300)]
    codes = [held.status("PACT", "KET", each).code for each in days]
    assert list(dict.fromkeys(codes)) == [Code.NO_ACT, Code.CONSENTED, Code.BOUND, Code.WITHDRAWN]


def test_a_lone_denunciation_leaves_the_time_before_unknown_even_if_the_state_joins_that_day() -> None:
    held = ledger(act("KET denunciation 2010-06-01", effect="2010-06-01"), act("KET accession 2010-06-01"))
    assert code(held, "2010-05-31") == "unknown"
    assert code(held, "2010-06-01") == "consented"
