"""Where a day is known to a month or a year only, where two rules meet on one day, and on what a status rests."""

from __future__ import annotations

from itertools import combinations

import pytest

from palermo.reference import Delay, Reach
from palermo.treaties import Ledger
from palermo.treaties.folding import current
from palermo.treaties.status import Code
from tests.spec.invented import END, act, day, instrument, ledger

JOINED = act("KET accession 2005-01-01")


def code(held: Ledger, on: str) -> str:
    return held.status("PACT", "KET", day(on)).code.value


def bases(held: Ledger) -> list[tuple[str, str]]:
    return [(spell.code.value, spell.basis) for spell in held.spells("PACT", "KET")]


# --- On what a status rests ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("when", "basis"), [("2001-05-01", "source"), ("2001", "source"), ("?", "assumed")])
def test_a_signature_rests_on_its_source_unless_nobody_gave_its_day(when: str, basis: str) -> None:
    assert bases(ledger(act(f"KET signature {when}"))) == [("signatory", basis)]


@pytest.mark.parametrize(
    ("when", "effect", "last"),
    [("2005-03-01", None, "rule"), ("2005", None, "rule"), ("2005-03-01", "2005-09-01", "source")],
)
def test_consent_rests_on_its_source_and_force_on_the_rule_unless_printed(
    when: str, effect: str | None, last: str
) -> None:
    held = ledger(act(f"KET ratification {when}", **({"effect": effect} if effect else {})))
    assert bases(held) == [("consented", "source"), ("bound", last)]


@pytest.mark.parametrize(
    ("notice", "more", "basis"),
    [
        (Delay("months", 12), {}, "rule"),
        (Delay("months", 12), {"effect": "2012-02-01"}, "source"),
        (None, {}, "assumed"),
        (None, {"effect": "2012-02-01"}, "source"),
    ],
)
def test_an_end_rests_on_the_period_of_notice_unless_printed_or_unknown(
    notice: Delay | None, more: dict[str, str], basis: str
) -> None:
    held = ledger(JOINED, act("KET denunciation 2011-01-01", **more), of=(instrument(notice=notice),))
    assert bases(held)[-1] == ("withdrawn", basis)


# --- Days known to a month or a year ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("revoked", "stays"),
    [("2010-12-31", True), ("2011-01-01", True), ("2011-06-15", True), ("2011-12-30", True), ("2011-12-31", False)],
)
def test_a_denunciation_that_ends_within_a_year_may_be_revoked_until_the_last_day_of_the_year(
    revoked: str, stays: bool
) -> None:
    leaving = act("KET denunciation 2010-01-01", effect="2011")
    held = ledger(JOINED, leaving, act(f"KET withdrawal {revoked}", subject=leaving.id))
    assert code(held, "2020-01-01") == ("bound" if stays else "withdrawn")


@pytest.mark.parametrize(("on", "stands"), [("2015-05-01", True), ("2015-05-30", True), ("2015-05-31", False)])
def test_a_reservation_stands_until_its_withdrawal_is_certain(on: str, stands: bool) -> None:
    reservation = act("KET reservation 2005-01-01", articles=("15",))
    held = ledger(JOINED, reservation, act("KET withdrawal ?", subject=reservation.id, effect="2015-05"))
    assert held.standing("PACT", "KET", day(on)) == ((reservation,) if stands else ())


@pytest.mark.parametrize(("on", "stands"), [("2004-12-31", False), ("2005-01-01", True)])
def test_a_reservation_of_a_year_may_stand_from_its_first_day(on: str, stands: bool) -> None:
    held = ledger(JOINED, act("KET reservation 2005", articles=("15",)))
    assert bool(held.standing("PACT", "KET", day(on))) is stands


@pytest.mark.parametrize("order", [("2010-01-01", "2015-01-01"), ("2015-01-01", "2010-01-01")])
def test_an_objection_falls_with_the_first_of_its_own_withdrawal_and_that_of_its_reservation(
    order: tuple[str, str],
) -> None:
    reservation = act("LIM reservation 2006-01-01", articles=("15",))
    objection = act("KET objection 2007-01-01", towards="LIM", subject=reservation.id)
    held = ledger(
        JOINED,
        act("LIM accession 2006-01-01"),
        reservation,
        objection,
        act(f"KET withdrawal {order[0]}", subject=objection.id),
        act(f"LIM withdrawal {order[1]}", subject=reservation.id),
    )
    assert held.standing("PACT", "KET", day("2009-12-31")) == (objection,)
    assert held.standing("PACT", "KET", day("2010-01-01")) == ()


def test_of_two_withdrawals_of_one_reservation_the_first_counts() -> None:
    reservation = act("KET reservation 2005-01-01", articles=("15",))
    taken_back = [act(f"KET withdrawal {year}-01-01", subject=reservation.id) for year in (2012, 2010, 2011)]
    held = ledger(JOINED, reservation, *taken_back)
    assert held.standing("PACT", "KET", day("2009-12-31")) == (reservation,)
    assert held.standing("PACT", "KET", day("2010-01-01")) == ()


# --- On the very day ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "stands"), [("2011-12-31", True), ("2012-01-01", False), ("2012-01-02", False)])
def test_a_reservation_goes_with_its_state_on_the_day_that_it_leaves(on: str, stands: bool) -> None:
    held = ledger(JOINED, act("KET reservation 2005-01-01"), act("KET denunciation 2011-01-01"))
    assert bool(held.standing("PACT", "KET", day(on))) is stands


def test_a_reservation_made_on_joining_again_on_that_day_stands() -> None:
    held = ledger(
        JOINED,
        act("KET denunciation 2011-01-01"),
        act("KET accession 2012-01-01"),
        act("KET reservation 2012-01-01", articles=("3",)),
    )
    assert [each.articles for each in held.standing("PACT", "KET", day("2012-01-01"))] == [("3",)]


@pytest.mark.parametrize(("on", "stands"), [("1999-12-31", False), ("2000-01-01", True)])
def test_an_act_without_a_day_stands_from_the_adoption_of_its_instrument(on: str, stands: bool) -> None:
    held = ledger(JOINED, act("KET declaration ?"))
    assert bool(held.standing("PACT", "KET", day(on))) is stands


def test_nothing_stands_under_an_instrument_that_is_not_in_the_catalogue() -> None:
    held = ledger(JOINED, act("KET declaration 2006-01-01", instrument="GONE"))
    assert held.standing("GONE", "KET", END) == ()
    assert held.network(END)["KET", "LIM"].touched == ()


def test_the_network_names_the_instruments_in_force_between_two_and_no_others() -> None:
    pacts = [instrument(name) for name in ("ALPHA", "BETA", "GAMMA", "PACT")]
    parties = {
        "ALPHA": ("KET", "LIM"),
        "BETA": ("LIM", "MOD"),
        "GAMMA": ("KET", "LIM", "MOD"),
        "PACT": ("KET", "MOD"),
    }
    joined = [
        act(f"{state} accession 2005-01-01", instrument=name) for name, states in parties.items() for state in states
    ]
    touching = act("KET reservation 2005-01-01", instrument="GAMMA", articles=("2",))
    network = ledger(*joined, touching, of=tuple(pacts)).network(END)
    for pair in combinations(("KET", "LIM", "MOD"), 2):
        assert network[pair].instruments == tuple(name for name in parties if set(pair) <= set(parties[name]))
        assert network[pair].touched == (("GAMMA",) if "KET" in pair else ())
    assert network["KET", "NUR"].instruments == ()


# --- Questions that cannot be answered ----------------------------------------------------------------------------


def test_a_state_has_no_relation_with_itself() -> None:
    held = ledger(JOINED)
    with pytest.raises(ValueError, match="expected two different States, got KET twice"):
        held.relations("KET", "Ketu", END)


def test_where_the_data_end_no_act_becomes_unknown_and_an_act_stays_as_last_known() -> None:
    held = ledger(JOINED)
    after = day("2031-01-01")
    assert [held.status("PACT", state, END).code for state in ("KET", "LIM")] == [Code.BOUND, Code.NO_ACT]
    assert [held.status("PACT", state, after).code for state in ("KET", "LIM")] == [Code.BOUND, Code.UNKNOWN]
    assert [held.status("PACT", state, after).beyond for state in ("KET", "LIM")] == [True, True]
    assert [held.status("PACT", state, after).party for state in ("KET", "LIM")] == [True, None]


def test_two_states_are_known_up_to_the_earlier_of_their_two_days() -> None:
    early = day("2020-06-30")
    pact = instrument(reaches=(Reach("all", early), Reach("members", END)))
    held = ledger(*(act(f"{state} accession 2005-01-01") for state in ("KET", "LIM", "OST")), of=(pact,))
    (members,), (mixed,) = (held.relations("KET", other, early) for other in ("LIM", "OST"))
    assert (members.as_of, mixed.as_of) == (END, early)


@pytest.mark.parametrize(("on", "found"), [("2019-12-31", 0), ("2020-01-01", 1)])
def test_what_was_recorded_on_a_day_is_known_on_that_day(on: str, found: int) -> None:
    recorded = act("KET signature 2005-01-01", recorded="2020-01-01")
    assert len(current([recorded], day(on))) == found
    held = ledger(act("LIM signature 2004-01-01", recorded="2010-01-01"), recorded)
    assert len(held.as_known(day(on)).acts) == 1 + found
