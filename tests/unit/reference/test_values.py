"""The values of the room refuse to exist when they are wrong."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.reference import Act, ActKind, Delay, Label, Reach, State, identify
from tests.spec.invented import END, act, catalogue, instrument, state

AT = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("rule", "count", "message"),
    [
        ("weeks", 1, "expected a rule among same_day, days, months"),
        ("days", 0, "rule days needs a count of one or more, got 0"),
        ("months", -1, "rule months needs a count of one or more, got -1"),
        ("same_day", -1, "rule same_day needs a count"),
    ],
)
def test_a_delay_has_a_rule_and_a_count(rule: str, count: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Delay(rule, count)


def test_a_reach_has_a_scope() -> None:
    with pytest.raises(ValueError, match="expected scope all, members or listed, got 'some'"):
        Reach("some", AT)


@pytest.mark.parametrize("code", ["ke", "KETU", "ket", "K3T", ""])
def test_a_state_has_three_capitals(code: str) -> None:
    with pytest.raises(ValueError, match="expected an ISO 3166-1 alpha-3 code of three capitals"):
        State(code, "KE", "", "", "", "", "member", {"en": "Ketu"})


def test_a_state_has_a_standing() -> None:
    with pytest.raises(ValueError, match="KET: standing must be one of member, observer, other, got 'guest'"):
        state("KET", "Ketu", standing="guest")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"kind": ActKind.STRUCK}, "a struck entry must say which entry it replaces"),
        ({"kind": ActKind.WITHDRAWAL}, "a withdrawal must say which act it takes back"),
        ({"towards": "KET"}, "a State cannot object to itself"),
        ({"flags": ("doubtful",)}, "unknown flag 'doubtful'; expected one of verify, unverified, not-counted"),
        ({"source": ""}, "an act needs an identifier, an instrument, a State and a source"),
    ],
)
def test_an_act_is_whole(more: dict[str, object], message: str) -> None:
    whole: dict[str, object] = {"id": "a", "instrument": "PACT", "state": "KET", "kind": ActKind.ACCESSION}
    with pytest.raises(ValueError, match=message):
        Act(**{**whole, "date": None, "source": "table", "recorded": AT, **more})  # type: ignore[arg-type]


def test_an_act_without_a_date_happened_by_the_day_it_was_recorded() -> None:
    undated = act("KET accession ?", recorded="2020-01-01")
    assert (undated.earliest, undated.day, undated.counted) == (date.min, AT, True)


def test_identifiers_say_what_who_which_and_when() -> None:
    assert identify("TIP", "KET", "definitive signature", "2001") == "TIP.KET.definitive-signature.2001"
    assert identify("TIP", "KET", "reservation", "") == "TIP.KET.reservation.undated"


def test_names_fall_back_to_english_and_then_to_the_code() -> None:
    ketu, pact = state("KET", "Ketu"), instrument()
    assert (ketu.name("fr"), ketu.name("ru"), ketu.name()) == ("Ketu (fr)", "Ketu", "Ketu")
    assert (pact.name("ru"), pact.title("ru")) == ("The Pact", "The Pact of Ketu City")
    bare = catalogue(instrument()).with_reaches({}).instruments["PACT"]
    assert bare.reaches == ()


def test_labels_describe_themselves_where_they_can() -> None:
    core = Label("core", {"en": "Core", "fr": "Socle"}, descriptions={"en": "What the Plan names."})
    assert (core.name("fr"), core.name("ar"), core.description("fr")) == ("Socle", "Core", "What the Plan names.")
    assert Label("core", {"en": "Core"}).description() == ""


def test_reaches_say_up_to_which_day_absence_means_something() -> None:
    held = instrument(reaches=(Reach("all", AT), Reach("members", END), Reach("listed", date(2040, 1, 1))))
    assert (held.known_until("member"), held.known_until("observer"), held.as_of) == (END, AT, END)
    listed = instrument(reaches=(Reach("listed", AT),))
    assert (listed.known_until("member"), listed.as_of) == (None, AT)
    assert instrument(reaches=()).as_of is None


def test_a_family_comes_in_the_order_of_adoption_those_of_the_plan_first() -> None:
    old, new = instrument("OLD", adopted="1950-01-01"), instrument("NEW")
    assert [held.code for held in catalogue(new, old).family("CORE")] == ["OLD", "NEW"]
