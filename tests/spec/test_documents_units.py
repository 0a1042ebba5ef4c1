"""Units of commitment, as a manual: who is asked to do what, how strongly, by when. All sentences are invented."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from palermo.documents import Annex, Document, Item, Masthead, Paragraph, document_of
from palermo.documents.units import Unit, units_of


def resolution(text: str, *items: str, organ: str = "General Assembly") -> tuple[Unit, ...]:
    """The units of one operative paragraph with items (a), (b), …"""
    held = tuple(
        Item(f"main__para_1__item_{mark}", f"({mark})", item) for mark, item in zip("abcd", items, strict=False)
    )
    paragraph = Paragraph("main__para_1", "1.", "", text, held)
    return units_of(Document("invented", "en", Masthead(organ=organ), operative=(paragraph,)))


def plan(text: str) -> tuple[Unit, ...]:
    """The units of one measure of a plan, or one paragraph of a declaration."""
    annex = Annex("annex_1", "Plan for lighthouses", (Paragraph("annex_1__para_1", "1.", "", text),))
    return units_of(Document("invented", "en", Masthead(organ="General Assembly"), annexes=(annex,)))


def acts(units: tuple[Unit, ...]) -> list[str]:
    return [f"{unit.phrase}: {unit.act}, {unit.strength}" for unit in units]


def kinds(units: tuple[Unit, ...]) -> list[list[str]]:
    return [[who.kind for who in unit.addressees] for unit in units]


def names(unit: Unit) -> list[str]:
    return [who.name for who in unit.addressees]


# What is done, and how strongly
def test_each_verb_of_the_organ_is_an_act_of_its_own() -> None:
    units = resolution(
        "Welcomes the opening of the school of keepers, stresses that fog signals save lives, and also requests the "
        "Secretary-General to report on both;"
    )
    assert acts(units) == [
        "Welcomes: evaluative, affirmation",
        "stresses: reinforcing, affirmation",
        "also requests: directive, duty",
    ]
    assert units[0].object == "the opening of the school of keepers"
    assert [unit.id for unit in units] == [f"main__para_1__unit_{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Demands that all States light their harbours;", "duty"),
        ("Urges Member States to light their harbours;", "encouragement"),
        ("Invites Member States to consider lighting their harbours;", "consideration"),
        ("Requests the Secretary-General to consider a fund for lamps;", "consideration"),
        ("Notes the lamps of the harbours;", "affirmation"),
    ],
)
def test_the_verb_says_how_strongly_and_consideration_weakens_it(text: str, strength: str) -> None:
    assert [unit.strength for unit in resolution(text)] == [strength]


def test_words_that_are_nouns_too_are_no_acts_in_mid_sentence() -> None:
    assert len(resolution("Notes the reports, requests and calls of the keepers, and demands for oil;")) == 1


def test_what_is_asked_holds_its_own_verbs() -> None:
    units = resolution("Calls upon States to mend lamps, to train keepers and to encourage pilots to use charts;")
    assert [unit.object for unit in units] == ["mend lamps, to train keepers and to encourage pilots to use charts"]


def test_a_verb_in_quotation_marks_is_not_said_by_the_organ() -> None:
    assert len(resolution("Recalls the keepers’ motto “We watch, and urge all to watch”, and thanks them;")) == 2


# Who is spoken to
def test_several_addressees_are_told_apart_with_their_kinds_and_names() -> None:
    (unit,) = resolution(
        "Invites Member States, the United Nations Office on Drugs and Crime and other relevant United Nations "
        "entities, as well as civil society and the private sector, to keep the lamps burning;"
    )
    assert kinds((unit,)) == [["states", "un_entity", "un_entity", "civil_society", "private_sector"]]
    assert names(unit)[1:3] == [
        "the United Nations Office on Drugs and Crime",
        "other relevant United Nations entities",
    ]


def test_a_noun_with_two_adjectives_names_two_kinds() -> None:
    (unit,) = resolution("Encourages international and regional organizations to share their charts;")
    assert set(kinds((unit,))[0]) == {"international_organization", "regional_organization"}
    assert set(names(unit)) == {"international and regional organizations"}


def test_a_name_inside_a_name_is_not_spoken_to() -> None:
    (unit,) = resolution(
        "Invites the Special Rapporteur of the Human Rights Council on lighthouses to visit the coasts;"
    )
    assert kinds((unit,)) == [["special_rapporteurs"]]


def test_those_named_in_a_side_remark_are_not_spoken_to() -> None:
    (unit,) = resolution(
        "Requests the Secretary-General, in close cooperation with Member States, to publish a list of lights;"
    )
    assert kinds((unit,)) == [["secretary_general"]]


def test_two_acts_may_share_what_they_ask() -> None:
    units = resolution("Urges Member States, and invites regional organizations, to mark the wrecks;")
    assert [unit.object for unit in units] == ["mark the wrecks", "mark the wrecks"]
    assert kinds(units) == [["states"], ["regional_organization"]]


def test_upon_carries_the_act_to_the_next_addressee() -> None:
    units = resolution("Calls upon Member States to give oil, and upon the donors to give wicks;")
    assert acts(units) == ["Calls upon: directive, encouragement"] * 2
    assert kinds(units) == [["states"], ["donors"]]


def test_them_means_those_spoken_to_before() -> None:
    units = resolution("Requests the Office to light the towers, and encourages it to mend the horns;")
    assert [names(unit) for unit in units] == [["the Office"], ["the Office"]]


def test_a_decision_binds_the_organ_that_takes_it_unless_it_says_whom() -> None:
    own = resolution("Decides to remain seized of the matter;", organ="Security Council")
    said = resolution("Decides that all States shall dim false lights;", organ="Security Council")
    assert (own[0].addressees[0].kind, own[0].addressees[0].implied) == ("security_council", True)
    assert (kinds(said), said[0].act) == ([["states"]], "deciding")


def test_an_act_that_only_repeats_speaks_to_those_whom_it_says_must_act() -> None:
    assert kinds(resolution("Stresses the need for States to inspect their towers;")) == [["states"]]
    assert kinds(resolution("Stresses the beauty of towers;")) == [[]]


def test_a_passive_speaks_to_the_one_by_whom_it_shall_be_done() -> None:
    assert kinds(resolution("Requests that a chart be drawn by the Secretary-General;")) == [["secretary_general"]]


def test_the_council_is_the_council_that_speaks() -> None:
    text = "Requests the Secretary-General to report to the Council;"
    (own,), (other,) = resolution(text, organ="Security Council"), resolution(text)
    assert [unit.recipients[0].kind for unit in (own, other)] == ["security_council", "un_entity"]


def test_a_demand_speaks_to_its_subject() -> None:
    (unit,) = resolution("Demands that all parties cease to dim the lamps;")
    assert (kinds((unit,)), unit.object) == ([["all_stakeholders"]], "that all parties cease to dim the lamps")


def test_somebody_in_no_list_is_kept_by_name() -> None:
    (unit,) = resolution("Invites the harbour masters to keep watch;")
    assert [(who.kind, who.name) for who in unit.addressees] == [("other", "the harbour masters")]


def test_a_call_that_names_nobody_is_to_everybody_who_can() -> None:
    (unit,) = resolution("Calls for the lamps to be lit;")
    assert [(who.kind, who.implied) for who in unit.addressees] == [("all_stakeholders", True)]


# What it is about, by when, for whom
def test_a_unit_keeps_what_softens_it_how_often_and_for_whom() -> None:
    (unit,) = resolution(
        "Requests the Office to provide Member States, upon request and within existing resources, with lamps every "
        "two years;"
    )
    assert unit.qualifiers == ("upon request", "within existing resources")
    assert unit.frequency == "every two years"
    assert [who.name for who in unit.recipients] == ["Member States"]


@pytest.mark.parametrize(
    ("when", "on", "session"),
    [
        ("by 2030", date(2030, 12, 31), None),
        ("no later than 31 December 2027", date(2027, 12, 31), None),
        ("in October 2017", date(2017, 10, 31), None),
        ("at its eightieth session", date(2025, 9, 30), 80),
        ("within six months", None, None),
    ],
)
def test_a_time_has_a_last_day_where_one_can_be_worked_out(when: str, on: date | None, session: int | None) -> None:
    (unit,) = resolution(f"Requests the Secretary-General to submit a report to the General Assembly {when};")
    assert [(due.text, due.on, due.session) for due in unit.due] == [(when, on, session)]


def test_the_session_of_another_organ_has_no_day() -> None:
    (unit,) = resolution("Requests the Office to report to the Human Rights Council at its sixty-first session;")
    assert [(due.on, due.session) for due in unit.due] == [(None, 61)]


def test_a_time_in_the_past_of_which_notice_is_taken_is_not_due() -> None:
    assert resolution("Recalls the storm that in 2012 put out the lamps;")[0].due == ()


# Items, plans, declarations
def test_items_that_say_what_is_asked_are_units_that_share_act_and_addressee() -> None:
    units = resolution("Requests the Secretary-General:", "To count the towers;", "To publish the count by 2031;")
    assert [(unit.within, unit.phrase, unit.object) for unit in units] == [
        ("main__para_1__item_a", "Requests", "count the towers"),
        ("main__para_1__item_b", "Requests", "publish the count by 2031"),
    ]
    assert kinds(units) == [["secretary_general"], ["secretary_general"]]


def test_items_that_only_detail_the_object_belong_to_one_unit() -> None:
    (unit,) = resolution(
        "Urges States to take measures against wreckers, including:", "Patrols at night;", "Rewards;"
    )
    assert unit.items == ("main__para_1__item_a", "main__para_1__item_b")


def test_measures_of_a_plan_speak_to_states_unless_they_ask_somebody() -> None:
    units = plan("Adopt and implement a plan of lights, and encourage the Office to share its charts;")
    assert acts(units) == ["Adopt and implement: directive, duty", "encourage: directive, encouragement"]
    assert [(who.kind, who.implied) for unit in units for who in unit.addressees] == [
        ("states", True),
        ("un_entity", False),
    ]


def test_two_verbs_with_or_stay_together() -> None:
    (unit,) = plan("Develop or strengthen schools for keepers;")
    assert (unit.phrase, unit.object) == ("Develop", "or strengthen schools for keepers")


def test_a_declaration_commits_the_states_that_make_it() -> None:
    units = plan(
        "We reaffirm our trust in lamps, commit to light every coast, and call upon the media to tell of them."
    )
    assert acts(units) == [
        "reaffirm: reinforcing, affirmation",
        "commit: deciding, duty",
        "call upon: directive, encouragement",
    ]
    assert kinds(units) == [[], ["states"], ["media"]]


def test_a_sentence_that_says_who_should_do_what_is_a_unit() -> None:
    units = plan("Support the pilots. The Special Rapporteurs should advise them.")
    assert acts(units)[1] == "should: directive, encouragement"
    assert kinds(units)[1] == ["special_rapporteurs"]


# Official texts
@pytest.fixture
def shared() -> Path:
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    return Path(folder) / "data/documents/text"


CAREFUL = {
    "1.": ["directive states", "directive states_parties"],
    "2.": [
        "directive all_stakeholders states",
        "directive conference_of_parties international_organization regional_organization",
    ],
    "3.": ["observing"],
    "4.": ["observing general_assembly", "deciding general_assembly"],
    "5.": ["directive general_assembly secretary_general"],
    "6.": ["observing general_assembly", "directive all_stakeholders"],
    "7.": ["evaluative", "directive secretary_general", "directive states"],
    "8.": ["directive un_entity"],
    "9.": ["observing"],
    "10.": ["directive un_entity", "directive donors states"],
    "11.": ["directive states"],
    "12.": ["directive civil_society international_organization private_sector states"],
    "13.": ["directive states"],
    "14.": ["directive states", "directive states"],
    "15.": ["observing"],
    "16.": ["directive un_entity"],
    "17.": ["evaluative", "observing", "directive states"],
    "18.": ["directive secretary_general"],
}


@pytest.mark.shared
def test_a_resolution_is_split_as_a_careful_reader_splits_it(shared: Path) -> None:
    document = document_of(next(shared.glob("A_RES_70_179.en*")))
    numbers = {paragraph.id: paragraph.num for paragraph in document.operative}
    found: dict[str, list[str]] = {}
    for unit in units_of(document):
        said = " ".join([unit.act, *sorted({who.kind for who in unit.addressees})])
        found.setdefault(numbers[unit.within], []).append(said)
    assert found == CAREFUL


@pytest.mark.shared
def test_every_measure_of_the_plan_has_an_act_and_an_addressee(shared: Path) -> None:
    document = document_of(next(shared.glob("A_RES_64_293.en*")))
    measures = {paragraph.id for annex in document.annexes for paragraph in annex.paragraphs if paragraph.num}
    spoken = {unit.within.split("__item")[0] for unit in units_of(document) if unit.addressees}
    assert (len(measures), measures - spoken) == (61, set())
