"""What a file would change: found by facts, not by order or identifiers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from palermo.reference import Act, ActKind, PartialDate, identify
from palermo.sources import Difference, compare


def act(kind: str = "ratification", when: str = "2002-10-29", **other: object) -> Act:
    effect = other.pop("effect", "")
    state = str(other.pop("state", "FRA"))
    made = Act(
        identify("TIP", state, kind, when or str(effect)), "TIP", state, ActKind(kind),
        PartialDate.parse(when) if when else None, "first", date(2020, 1, 1),
        effect=PartialDate.parse(str(effect)) if effect else None, replaces=str(other.pop("replaces", "")),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def told(*args: str, **other: object) -> Act:
    return act(*args, **{"source": "second", "recorded": date(2026, 1, 31), **other})


def filled(difference: Difference) -> set[str]:
    return {name for name in difference.__dataclass_fields__ if getattr(difference, name)}


def accepted(held: list[Act], difference: Difference) -> list[Act]:
    return [*held, *difference.new, *(proposed for _, proposed in difference.changed)]


def test_an_act_nobody_knew_is_new():
    assert compare([], [told()]).new == (told(),)


def test_a_fact_told_again_by_another_source_changes_nothing():
    assert compare([act()], [told()]) == Difference((), (), (), (act(),), ())


def test_a_more_exact_date_is_proposed_in_place_of_the_old_one():
    ((old, proposed),) = compare([act(when="2002")], [told()]).changed
    assert old == act(when="2002")
    assert (proposed.id, proposed.replaces) == ("TIP.FRA.ratification.2002-10-29", old.id)
    assert (str(proposed.date), proposed.source, proposed.recorded) == ("2002-10-29", "second", date(2026, 1, 31))


def test_a_less_exact_date_adds_nothing():
    assert filled(compare([act()], [told(when="2002")])) == {"unchanged"}


def test_a_printed_entry_into_force_is_a_change_under_a_new_identifier():
    ((old, proposed),) = compare([act()], [told(effect="2003-12-25")]).changed
    assert proposed.id == f"{old.id}.2"
    assert str(proposed.effect) == "2003-12-25"


def test_an_undivided_consent_becomes_the_kind_a_source_names_and_not_the_other_way_round():
    ((_, proposed),) = compare([act("consent", "2002")], [told("accession")]).changed
    assert (proposed.kind, str(proposed.date)) == (ActKind.ACCESSION, "2002-10-29")
    assert filled(compare([act("accession")], [told("consent", "2002")])) == {"unchanged"}


def test_a_note_and_articles_are_details():
    ((_, proposed),) = compare([act(note="old")], [told(note="new")]).changed
    assert proposed.note == "new"
    assert filled(compare([act(note="old")], [told()])) == {"unchanged"}
    ((_, reserved),) = compare([act("reservation", "")], [told("reservation", "", articles=("5",))]).changed
    assert reserved.articles == ("5",)


def test_what_was_unverified_is_verified_by_a_source():
    held = act("denunciation", "", effect="2019", flags=("unverified",), note="from general knowledge")
    ((_, proposed),) = compare([held], [told("denunciation", "2018-03-17", effect="2019-03-17")]).changed
    assert (proposed.flags, proposed.note) == ((), "")
    assert (str(proposed.date), str(proposed.effect)) == ("2018-03-17", "2019-03-17")


def test_other_flags_stay_until_a_person_clears_them():
    ((_, proposed),) = compare([act(when="2002", flags=("verify", "not-counted"))], [told()]).changed
    assert proposed.flags == ("verify", "not-counted")


def test_another_day_contradicts_and_is_never_new():
    assert compare([act()], [told(when="2002-10-30")]) == Difference(
        (), (), ((act(), told(when="2002-10-30")),), (), ()
    )
    assert filled(compare([act(when="2002")], [told(when="2003-01-01")])) == {"contradicting"}


def test_another_way_to_consent_or_another_day_of_effect_contradicts():
    assert filled(compare([act("ratification")], [told("accession")])) == {"contradicting"}
    assert filled(compare([act(effect="2003-12-25")], [told(effect="2003-12-26")])) == {"contradicting"}


def test_a_state_that_left_may_come_back():
    held = [act(when="2002-10-29"), act("denunciation", "2010-01-01")]
    back = told("accession", "2015-01-01")
    assert compare(held, [told(when="2002-10-29"), told("denunciation", "2010-01-01"), back]).new == (back,)
    assert filled(compare(held[:1], [told(), back])) == {"unchanged", "contradicting"}


def test_the_file_itself_may_tell_that_the_state_left():
    file = [told(), told("denunciation", "", effect="2011"), told("accession", "2015-01-01")]
    assert [held.kind.value for held in compare([act()], file).new] == ["accession", "denunciation"]


def test_what_the_file_does_not_list_is_missing_only_for_the_kinds_it_lists():
    germany, signature = act(state="DEU"), act("signature", "2000-12-12")
    found = compare([act(), germany, signature], [told()])
    assert (found.unchanged, found.missing) == ((act(),), (germany,))


def test_an_entry_that_was_corrected_no_longer_speaks():
    wrong, right = act(when="2002-10-28"), act(replaces="TIP.FRA.ratification.2002-10-28")
    assert compare([wrong, right], [told()]).unchanged == (right,)
    assert compare([wrong, right], [told(when="2002-10-28")]).contradicting == ((right, told(when="2002-10-28")),)


def test_an_entry_that_was_struck_does_not_come_back_by_itself():
    struck = act("struck", replaces=act().id)
    assert compare([act(), struck], [told()]).contradicting == ((struck, told()),)


def test_reservations_may_be_many():
    held = act("reservation", "2002-10-29", articles=("5",))
    other = told("reservation", "2005-01-01", articles=("6",))
    assert compare([held], [other]).new == (other,)
    undated = told("reservation", "", articles=("6",))
    assert compare([held], [undated]).new == (undated,)


def test_corrections_in_a_file_are_known_by_their_identifier():
    strike = told("struck", "2026-01-01", replaces=act().id)
    assert compare([act()], [strike]).new == (strike,)
    assert compare([act(), strike], [strike]).unchanged == (strike,)
    assert filled(compare([act(), strike], [replace(strike, note="why")])) == {"contradicting"}


def test_two_new_acts_never_share_an_identifier():
    pair = [told(id="same"), told(id="same", state="DEU")]
    assert sorted(held.id for held in compare([], pair).new) == ["same", "same.2"]


def test_neither_order_matters():
    held = [act(when="2002"), act("signature", "2000-12-12"), act(state="DEU"), act("reservation", "")]
    file = [
        told(), told("signature", "2000-12-13"), told(state="ITA"), told("reservation", "", articles=("5",)),
        told("reservation", "2001-01-01", articles=("6",)),
    ]  # fmt: skip
    expected = compare(held, file)
    for seed in range(20):
        shuffled = random.Random(seed)
        assert compare(shuffled.sample(held, len(held)), shuffled.sample(file, len(file))) == expected


def test_a_second_import_finds_everything_unchanged():
    held = [act(when="2002"), act(state="DEU"), act("denunciation", "", effect="2019", state="DEU")]
    file = [
        told(effect="2003-12-25"), told(state="DEU", note="n"), told(state="ITA"),
        told("denunciation", "2018-05-05", effect="2019-05-05", state="DEU"),
    ]  # fmt: skip
    once = accepted(held, compare(held, file))
    assert filled(compare(once, file)) == {"unchanged"}
    assert len(compare(once, file).unchanged) == 4


def test_a_correction_in_the_file_speaks_before_the_facts_are_compared():
    wrong = act(when="2002-10-28")
    right = told(replaces=wrong.id)
    found = compare([wrong], [right, told("denunciation", "2010-01-01"), told("accession", "2015-01-01")])
    assert [held.kind.value for held in found.new] == ["accession", "denunciation", "ratification"]
    assert filled(found) == {"new"}


def test_an_entry_that_already_says_as_much_is_met_before_one_that_would_change():
    vague, exact = act("consent", "2002", id="a"), act("ratification", "2002-10-29", id="b")
    found = compare([vague, exact], [told("ratification", "2002-10-29")])
    assert (found.unchanged, found.changed) == ((exact,), ())
