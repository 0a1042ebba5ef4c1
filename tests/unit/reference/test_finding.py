"""Finding a code by its name, and what is near when there is none."""

from __future__ import annotations

import pytest

from palermo.reference import Catalogue, UnknownName, load, plain


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load()


@pytest.mark.parametrize(
    "name",
    ["CIV", "civ", "Côte d’Ivoire", "Côte d'Ivoire", "COTE D IVOIRE", "  cote   d'ivoire ", "Кот-д’Ивуар",
     "科特迪瓦", "كوت ديفوار"],
)  # fmt: skip
def test_a_state_answers_in_six_languages_whatever_the_accents(shipped: Catalogue, name: str) -> None:
    assert shipped.state(name).code == "CIV"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_every_name_leads_to_its_own(shipped: Catalogue, language: str) -> None:
    assert {shipped.state(held.name(language)).code for held in shipped.states.values()} == set(shipped.states)
    assert {shipped.instrument(held.name(language)).code for held in shipped.instruments.values()} == set(
        shipped.instruments
    )


def test_a_misspelt_state_is_refused_with_the_nearest(shipped: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        shipped.state("Nigerria")
    assert caught.value.nearest[0] == ("NGA", "Nigeria")
    assert "no State is called 'Nigerria'. Did you mean Nigeria (NGA)" in str(caught.value)


def test_part_of_a_name_brings_those_that_hold_it(shipped: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        shipped.state("Guin")
    assert "GIN" in dict(caught.value.nearest)


@pytest.mark.parametrize("text", ["", "  ", "???", "zzzzzzzz", "x" * 10_000])
def test_where_nothing_is_near_it_says_what_to_do(shipped: Catalogue, text: str) -> None:
    with pytest.raises(UnknownName, match="Use a code or an official name") as caught:
        shipped.state(text)
    assert caught.value.nearest == ()


def test_no_more_than_three_are_suggested(shipped: Catalogue) -> None:
    with pytest.raises(UnknownName) as caught:
        shipped.instrument("convention")
    assert 1 <= len(caught.value.nearest) <= 3


@pytest.mark.parametrize(
    ("text", "expected"), [("Côte-d’Ivoire", "cote d ivoire"), ("Türkiye", "turkiye"), ("ﷲ_x", "الله x"), ("", "")]
)
def test_plain_forgives_case_accents_and_punctuation(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("Palrmo", "TIP"), ("Instanbul", "COE-210"), ("traficking protocol", "TIP")]
)
def test_one_misspelt_word_of_a_longer_name_is_enough(shipped: Catalogue, typed: str, expected: str) -> None:
    with pytest.raises(UnknownName) as caught:
        shipped.instrument(typed)
    assert caught.value.nearest[0][0] == expected
