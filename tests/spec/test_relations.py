"""Relations: which instruments bind two States to one another, and what reservations and objections take out."""

from __future__ import annotations

import pytest

from palermo.reference import Act, UnknownName
from palermo.treaties import Ledger, Relation
from tests.spec.invented import END, act, day, instrument, ledger

BOTH = (act("KET accession 2005-01-01"), act("LIM accession 2006-01-01"), act("MOD accession 2006-01-01"))


def between(held: Ledger, a: str = "KET", b: str = "LIM", on: str = "2020-01-01") -> Relation:
    (relation,) = held.relations(a, b, day(on))
    return relation


def with_acts(*acts: Act) -> Ledger:
    return ledger(*BOTH, *acts)


def test_two_states_are_related_from_the_day_on_which_the_instrument_binds_both() -> None:
    held = with_acts()
    assert held.relations("KET", "LIM", day("2006-01-30")) == ()
    assert str(between(held, on="2006-01-31").since) == "2006-01-31"


def test_consent_alone_relates_nobody() -> None:
    held = ledger(BOTH[0], act("LIM accession 2020-01-01"))
    assert held.relations("KET", "LIM", day("2020-01-15")) == ()


def test_the_relation_ends_when_one_of_them_leaves() -> None:
    held = with_acts(act("LIM denunciation 2010-01-01"))
    assert between(held, on="2010-12-31").in_force
    assert held.relations("KET", "LIM", day("2011-01-01")) == ()


def test_the_relation_is_the_same_from_either_side() -> None:
    held = with_acts(act("LIM reservation 2006-01-01", articles=("15",)))
    assert held.relations("KET", "LIM", END) == held.relations("LIM", "KET", END)


def test_a_reservation_takes_its_articles_out_for_both() -> None:
    held = with_acts(
        act("LIM reservation 2006-01-01", articles=("15", "9")),
        act("KET reservation 2005-01-01", articles=("15", "28")),
    )
    assert between(held).taken_out == ("9", "15", "28")
    assert between(held).in_force


def test_it_takes_nothing_out_between_two_others() -> None:
    held = with_acts(act("LIM reservation 2006-01-01", articles=("15",)))
    assert between(held, "KET", "MOD").taken_out == ()


def test_a_reservation_whose_articles_are_not_given_must_be_read() -> None:
    held = with_acts(act("LIM reservation 2006-01-01"))
    assert between(held).taken_out == ()
    assert [each.state for each in between(held).to_read] == ["LIM"]


@pytest.mark.parametrize("kind", ["declaration", "statement", "reservation or declaration"])
def test_what_may_be_a_reservation_must_be_read_and_takes_nothing_out(kind: str) -> None:
    held = with_acts(act(f"LIM {kind} 2006-01-01", articles=("3",)))
    assert (between(held).taken_out, len(between(held).to_read)) == ((), 1)


def test_an_undated_reservation_is_taken_to_stand_from_the_beginning() -> None:
    held = with_acts(act("LIM reservation ?", articles=("15",)))
    assert between(held, on="2006-01-31").taken_out == ("15",)


def test_a_reservation_stands_until_the_day_of_its_withdrawal() -> None:
    reservation = act("LIM reservation 2006-01-01", articles=("15",))
    held = with_acts(reservation, act("LIM withdrawal 2015-05-01", subject=reservation.id))
    assert between(held, on="2015-04-30").taken_out == ("15",)
    assert between(held, on="2015-05-01").taken_out == ()


def test_a_withdrawal_also_takes_back_what_has_been_corrected_since() -> None:
    first = act("LIM reservation 2006-01-01", articles=("15",))
    second = act("LIM reservation 2006-01-02", articles=("16",), replaces=first.id)
    held = with_acts(first, second, act("LIM withdrawal 2015-05-01", subject=first.id))
    assert between(held, on="2015-04-30").taken_out == ("16",)
    assert between(held, on="2015-05-01").taken_out == ()


def test_an_objection_alone_does_not_keep_the_instrument_from_being_in_force() -> None:
    held = with_acts(act("KET objection 2007-01-01", towards="LIM"))
    assert between(held).in_force
    assert [each.kind.value for each in between(held).to_read] == ["objection"]


def test_an_objection_that_says_so_keeps_it_from_being_in_force_between_the_two_only() -> None:
    held = with_acts(act("KET objection 2007-01-01", towards="LIM", precludes=True))
    assert not between(held).in_force
    assert between(held).to_read == ()
    assert between(held, "KET", "MOD").in_force
    assert between(held, "KET", "MOD").to_read == ()


def test_an_objection_that_does_not_say_towards_whom_must_be_read() -> None:
    held = with_acts(act("KET objection 2007-01-01", precludes=True))
    assert between(held).in_force
    assert len(between(held).to_read) == 1


def test_an_objection_falls_with_the_reservation_it_names() -> None:
    reservation = act("LIM reservation 2006-01-01", articles=("15",))
    objection = act("KET objection 2007-01-01", towards="LIM", precludes=True, subject=reservation.id)
    held = with_acts(reservation, objection, act("LIM withdrawal 2015-05-01", subject=reservation.id))
    assert not between(held, on="2015-04-30").in_force
    assert between(held, on="2015-05-01").in_force


def test_what_was_reserved_before_leaving_does_not_return_with_a_new_accession() -> None:
    held = with_acts(
        act("LIM reservation 2006-01-01", articles=("15",)),
        act("LIM denunciation 2010-01-01"),
        act("LIM accession 2012-01-01"),
        act("LIM reservation 2012-01-01", articles=("16",)),
    )
    assert between(held, on="2009-01-01").taken_out == ("15",)
    assert between(held, on="2020-01-01").taken_out == ("16",)


def test_what_is_reserved_on_the_day_of_return_stands() -> None:
    held = with_acts(
        act("LIM denunciation 2010-01-01"),
        act("LIM accession 2011-01-01"),
        act("LIM reservation 2011-01-01", articles=("16",)),
    )
    assert between(held).taken_out == ("16",)


def test_the_relation_is_known_as_far_as_both_states_are() -> None:
    assert between(with_acts()).as_of == END


def test_instruments_come_in_the_order_of_their_adoption() -> None:
    held = ledger(
        *(
            act(f"{state} accession 2005-01-01", instrument=code)
            for code in ("NEW", "OLD")
            for state in ("KET", "LIM")
        ),
        of=(instrument("NEW"), instrument("OLD", adopted="1950-01-01")),
    )
    assert [each.instrument for each in held.relations("KET", "LIM", END)] == ["OLD", "NEW"]


def test_a_state_has_no_relation_to_itself() -> None:
    with pytest.raises(ValueError, match="expected two different States, got KET twice"):
        with_acts().relations("KET", "Ketu", END)


def test_an_unknown_state_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean Ketu \(KET\)"):
        with_acts().relations("Ketuu", "LIM", END)
