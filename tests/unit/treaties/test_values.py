"""Statuses, cells and ledgers as values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from palermo.treaties import Code, Ledger, Status, current
from palermo.treaties.grid import NO_ACT, UNKNOWN
from palermo.treaties.status import place
from tests.spec.invented import END, act, instrument, ledger


def test_a_status_tells_since_when_and_by_which_act() -> None:
    accession = act("KET accession 2005-01-01")
    held = ledger(accession).status("PACT", "KET", END)
    assert (held.since, held.act, held.party) == (date(2005, 1, 31), accession, True)
    nothing = ledger().status("PACT", "KET", END)
    assert (nothing.since, nothing.act, nothing.party) == (None, None, False)


def test_values_do_not_change() -> None:
    status = Status("KET", "PACT", END, Code.BOUND, END)
    with pytest.raises(FrozenInstanceError):
        status.state = "LIM"  # type: ignore[misc]


def test_no_spell_holds_where_there_is_none() -> None:
    assert place((), END) == (None, None)
    assert (NO_ACT.beyond, UNKNOWN.beyond) == (False, True)


def test_a_ledger_keeps_all_acts_and_gives_the_current_ones() -> None:
    first = act("KET accession 2005-01-01", recorded="2010-01-01")
    second = act("KET accession 2006-01-01", recorded="2020-01-01", replaces=first.id)
    held = ledger(first, second)
    assert held.acts == (first, second)
    assert held.current == (second,)
    assert current(held.acts, known_on=date(2015, 1, 1)) == [first]


def test_corrections_that_point_at_each_other_are_both_gone_and_break_nothing() -> None:
    one = act("KET accession 2005", replaces="PACT.KET.accession.2006")
    other = act("KET accession 2006", replaces=one.id)
    withdrawal = act("KET withdrawal 2007-01-01", subject=one.id)
    assert [each.kind.value for each in current([one, other, withdrawal])] == ["withdrawal"]


def test_a_day_of_knowledge_is_filtered_once() -> None:
    held = ledger(act("KET accession 2005-01-01", recorded="2010-01-01"))
    assert held.as_known(date(2015, 1, 1)) is held.as_known(date(2015, 1, 1))
    assert held.begins == date(2010, 1, 1)
    assert ledger().begins is None


def test_articles_come_in_the_order_of_their_numbers_and_names_before_them() -> None:
    held = ledger(
        act("KET accession 2005-01-01"), act("LIM accession 2005-01-01"),
        act("KET reservation ?", articles=("10", "9", "VI", "22 bis", "22")),
    )  # fmt: skip
    (relation,) = held.relations("KET", "LIM", END)
    assert relation.taken_out == ("VI", "9", "10", "22", "22 bis")


def test_a_relation_of_states_beyond_any_data_is_known_up_to_no_day() -> None:
    held = ledger(act("KET accession 2005-01-01"), act("LIM accession 2005-01-01"), of=(instrument(reaches=()),))
    (relation,) = held.relations("KET", "LIM", END)
    assert relation.as_of is None


def test_the_shipped_ledger_loads_by_either_name() -> None:
    assert Ledger.shipped().acts == Ledger.load().acts
