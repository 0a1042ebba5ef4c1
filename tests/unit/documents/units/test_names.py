"""Whom a text names, and which names it speaks to."""

from __future__ import annotations

import pytest

from palermo.documents.units.names import chain, kind_of, names_in, titles_in
from palermo.documents.units.values import KINDS
from palermo.documents.units.vocabulary import vocabulary

EN = vocabulary("en")


def named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[name.start : name.end], name.kinds) for name in names_in(text, 0, len(text), EN)]


def spoken(text: str, *, near: bool = False) -> list[str]:
    return [one.name for one in chain(text, 0, len(text), EN, near=near)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Member States", "states"),
        ("States parties", "states_parties"),
        ("Government of Iceland", "state"),
        ("General Assembly", "general_assembly"),
        ("Security Council", "security_council"),
        ("Economic and Social Council", "ecosoc"),
        ("Secretary-General", "secretary_general"),
        ("Special Rapporteurs", "special_rapporteurs"),
        ("Conference of the Parties", "conference_of_parties"),
        ("African Union", "regional_organization"),
        ("INTERPOL", "international_organization"),
        ("civil society", "civil_society"),
        ("private sector", "private_sector"),
        ("media", "media"),
        ("donors", "donors"),
        ("all stakeholders", "all_stakeholders"),
        ("lighthouse keepers", "other"),
    ],
)
def test_each_name_has_a_kind(name: str, kind: str) -> None:
    assert kind_of(name, EN) == kind


def test_every_kind_has_names_in_every_list() -> None:
    assert set(EN.kinds) == set(KINDS)


def test_the_longest_name_that_fits_is_taken() -> None:
    assert named("the Counter-Terrorism Committee Executive Directorate") == [
        ("Counter-Terrorism Committee Executive Directorate", ("un_entity",))
    ]


def test_bodies_of_the_system_are_joined_into_one_name() -> None:
    assert named("agencies, funds and programmes of the United Nations system") == [
        ("agencies, funds and programmes of the United Nations system", ("un_entity",))
    ]


def test_adjectives_tell_the_kinds_of_a_noun_that_they_share() -> None:
    ((name, kinds),) = named("relevant intergovernmental, regional and non-governmental organizations")
    assert name == "intergovernmental, regional and non-governmental organizations"
    assert set(kinds) == {"international_organization", "regional_organization", "civil_society"}


def test_small_letters_make_a_common_noun_of_some_names() -> None:
    assert named("it states that an office commits to a programme") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Member States and the Office", ["Member States", "the Office"]),
        ("all interested Member States, as well as donors", ["all interested Member States", "donors"]),
        ("the Office of the High Commissioner and the Fund", ["the Office of the High Commissioner", "the Fund"]),
        ("all partners, including the media", ["all partners", "the media"]),
        ("States that have lamps, and donors", ["States that have lamps"[:6], "donors"]),
        ("the Committee also", ["the Committee"]),
        ("States (and donors) and the media", ["States", "the media"]),
        ("the work of Member States", []),
    ],
)
def test_names_after_a_comma_or_a_join_are_spoken_to_and_names_after_a_preposition_are_not(
    text: str, names: list[str]
) -> None:
    assert spoken(text) == names


def test_near_asks_for_a_name_at_the_verb() -> None:
    assert spoken("cooperation, and the donors") == ["the donors"]
    assert spoken("cooperation, and the donors", near=True) == []


def test_a_name_behind_a_mask_is_passed_over() -> None:
    text = "States, with donors, and the media"
    masked = "States,            , and the media"
    assert [one.name for one in chain(text, 0, len(text), EN, masked=masked)] == ["States", "the media"]


def test_each_kind_of_a_name_is_an_addressee() -> None:
    (one,) = chain("international and regional organizations", 0, 40, EN)
    assert {(who.kind, who.name) for who in one.addressees()} == {
        ("international_organization", one.name),
        ("regional_organization", one.name),
    }


def test_a_title_in_its_marks_is_nobody() -> None:
    text = "通过《会员国灯塔公约》"
    assert titles_in(text) == ((2, len(text)),)
    assert names_in(text, 0, len(text), vocabulary("zh")) == ()
