"""Whoever knows a name, in any script and nearly rightly spelt, finds the page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.html import escape

from palermo.web.treaties import queries

pytestmark = pytest.mark.usefixtures("register")

STATES = {
    "FRA": "FRA", "fra": "FRA", "France": "FRA", "  france  ": "FRA", "Francia": "FRA", "Франция": "FRA",
    "فرنسا": "FRA", "法国": "FRA", "Côte d’Ivoire": "CIV", "cote d'ivoire": "CIV", "España": "ESP",
    "Republic of Albania": "ALB", "viet-nam": "VNM",
}  # fmt: skip
INSTRUMENTS = {
    "TIP": "TIP", "untoc": "UNTOC", "Palermo Protocol": "TIP", "protocole de palerme": "TIP",
    "بروتوكول باليرمو": "TIP", "巴勒莫公约": "UNTOC", "Палермская конвенция": "UNTOC", "C029": "ILO-C029",
    "ILO 29": "ILO-C029", "ilo-c029": "ILO-C029", "CETS 197": "COE-197", "ICC Statute": "ROME",
    "1956 Convention": "SLAVERY1956",
}  # fmt: skip


def search(client: Client, text: str, **query: str) -> tuple[int, str, str]:
    """Status, where it leads, and what it says."""
    response = client.get("/en/search/", {"q": text, **query})
    return response.status_code, response.get("Location", ""), response.content.decode()


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code in STATES.items() if code])
def test_a_name_of_a_state_leads_to_its_page(client: Client, text: str, code: str) -> None:
    assert search(client, text)[:2] == (302, f"/en/states/{code}/")


@pytest.mark.parametrize(("text", "code"), INSTRUMENTS.items())
def test_a_name_of_an_instrument_leads_to_its_page(client: Client, text: str, code: str) -> None:
    assert search(client, text)[:2] == (302, f"/en/instruments/{code}/")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_every_name_that_the_home_page_offers_leads_somewhere(client: Client, language: str) -> None:
    names = client.get(f"/{language}/").context["names"]
    assert len(names) > 230
    for name in names[::9]:
        assert client.get(f"/{language}/search/", {"q": name}).status_code == 302, name


def test_every_code_leads_to_its_own_page(client: Client) -> None:
    catalogue = queries.catalogue()
    for code in [*catalogue.states, *catalogue.instruments][::7]:
        assert search(client, code)[1].split("/")[-2] == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("repub", "Dominican Republic"),
        ("корея", "Republic of Korea"),
        ("阿", "Argentina"),
        ("traffick", "TIP"),
        ("guin", "Guinea-Bissau"),
    ],
)
def test_a_part_of_a_name_finds_all_that_have_it(client: Client, text: str, found: str) -> None:
    response = client.get("/en/search/", {"q": text})
    assert response.status_code == 200
    shown = [*response.context["states"], *response.context["instruments"]]
    assert any(found in (cell.text, cell.link.split("/")[-2]) for cell in shown)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Frnce", "France"),
        ("Swizterland", "Switzerland"),
        ("Germani", "Germany"),
        ("UNTOCC", "UNTOC"),
        ("Camboida", "Cambodia"),
    ],
)
def test_a_name_that_is_nearly_right_is_answered_with_the_nearest(client: Client, text: str, near: str) -> None:
    response = client.get("/en/search/", {"q": text})
    names = [name for _, name in response.context["nearest"]]
    assert near in names
    assert f"No State and no instrument is called “{text}”." in response.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "?!", "\u200f", "'"])
def test_a_question_without_a_word_finds_nothing_and_breaks_nothing(client: Client, text: str) -> None:
    response = client.get("/en/search/", {"q": text})
    assert response.status_code == 200
    assert response.context["states"] == response.context["instruments"] == []


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>', "{{ 7|add:7 }}", "%s %(q)s", "‮evil"])
def test_what_was_typed_is_shown_and_never_run(client: Client, text: str) -> None:
    _, _, said = search(client, text)
    assert escape(text) in said
    assert "<img" not in said
    assert "alert(1)</script>" not in said


@pytest.mark.parametrize("text", ["x" * 5000, "France " * 700, "é" * 5000, "<" * 5000, "中" * 3000, "a b " * 1250])
def test_five_thousand_characters_are_a_question_like_any_other(client: Client, text: str) -> None:
    status, _, said = search(client, text)
    assert status == 200
    assert "No State and no instrument is called" in said


def test_the_day_is_kept_on_the_way(client: Client) -> None:
    assert search(client, "France", on="2010-01-01")[1] == "/en/states/FRA/?on=2010-01-01"
    assert 'href="/en/states/GIN/?on=2010-01-01"' in search(client, "guin", on="2010-01-01")[2]
    assert search(client, "France", on="soon")[0] == 400


def test_what_is_found_is_shown_in_the_language_of_the_page(client: Client) -> None:
    said = client.get("/ru/search/", {"q": "guin"}).content.decode()
    assert "Гвинея" in said
