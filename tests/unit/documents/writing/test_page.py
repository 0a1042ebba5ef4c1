"""The page: text on one side, units on the other, nothing loaded and nothing run."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from palermo.documents import Document, Footnote, Item, Masthead, Paragraph, Span
from palermo.documents.topics import TOPICS, Label
from palermo.documents.tree import LANGUAGES
from palermo.documents.units import ACTS, KINDS, STRENGTHS, Addressee, Due, Unit
from palermo.documents.writing import Found, as_html
from palermo.documents.writing.vocabulary import words
from tests.unit.documents.writing.reading_back import Page

TEXT = "Urges keepers to trim each wick, and invites harbours to lend oil;"
PARAGRAPH = Paragraph("p1", "1.", "Urges", TEXT, (Item("p1a", "(a)", "At dusk"),), "Lamps", spans=(Span(2, 10, 77),))
LAMPS = Document("lamps.txt", "en", Masthead(symbol="A/RES/91/412"), operative=(PARAGRAPH,))
URGES = Unit(
    "u1", "p1", 0, 31, "Urges", "directive", "encouragement", (Addressee("states", "keepers"),), "trim each wick"
)
INVITES = replace(URGES, id="u2", start=37, end=65, phrase="invites", addressees=(Addressee("states", "", True),))


def page(document: Document = LAMPS, *units: Unit, **topics: tuple[Label, ...]) -> str:
    return as_html(document, Found(units, topics))


def test_each_unit_stands_beside_its_paragraph_and_its_number_in_the_text() -> None:
    told = page(LAMPS, URGES, INVITES)
    assert re.search(r'href="#unit-1"[^>]*>1</a><em>Urges</em> keepers to trim', told)
    assert re.search(r'href="#unit-2"[^>]*>2</a><em>invites</em> harbours', told)
    assert told.index('id="unit-1"') < told.index('id="unit-2"')


def test_a_card_tells_everything_about_a_unit() -> None:
    unit = replace(
        URGES,
        qualifiers=("as appropriate",),
        due=(Due("at its ninety-third session", date(2038, 9, 30), 93),),
        frequency="every two years",
        recipients=(Addressee("civil_society", "crews"),),
        items=("p1a",),
    )
    told = Page(page(LAMPS, unit)).text
    for words_of_it in ("keepers(States)", "trimeachwick", "asappropriate", "everytwoyears", "crews(civilsociety)"):
        assert words_of_it in told
    assert "2038-09-30,session93" in told
    assert "Items(a)" in told


def test_what_is_implied_is_said_to_be() -> None:
    assert "States(implied)" in Page(page(LAMPS, INVITES)).text


def test_a_unit_whose_part_is_nowhere_is_shown_all_the_same() -> None:
    assert 'id="unit-1"' in page(LAMPS, replace(URGES, within="nowhere"))


def test_an_operative_paragraph_without_units_says_so_and_a_recital_does_not() -> None:
    assert page().count("No unit") == 1
    assert "No unit" not in page(replace(LAMPS, preamble=(PARAGRAPH,), operative=()))


def test_topics_show_their_reasons() -> None:
    told = Page(page(LAMPS, p1=(Label("prevention", "trim"), Label("data", "count", heading=True)))).text
    assert "preventiontrim" in told
    assert "datacount(fromtheheading)" in told


def test_a_part_tells_where_it_stands_in_the_source() -> None:
    assert "page2·characters10–77·p1" in Page(page()).text


def test_notes_are_linked_both_ways() -> None:
    given = replace(
        LAMPS,
        footnotes=(Footnote("6", "See lamps.", within="p1", at=5), Footnote("7", "Lost.")),
    )
    seen = Page(page(given, URGES))
    assert {"#note-1", "#mark-1"} <= set(seen.links)
    assert "#mark-2" not in seen.links
    assert {link[1:] for link in seen.links} <= set(seen.ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_in_the_language_and_direction_of_its_text(language: str) -> None:
    told = page(replace(LAMPS, language=language), URGES)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in told
    assert words(language)["units"] in told


def test_nothing_is_loaded_and_nothing_runs() -> None:
    told = page(LAMPS, URGES)
    style = re.search(r"<style>(.*?)</style>", told, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in told
    seen = Page(told)
    assert not {"script", "img", "link", "iframe", "object", "form"} & seen.tags
    assert not {"style", "src", "onclick", "onload"} & seen.attributes
    assert all(link.startswith("#") for link in seen.links)
    assert "url(" not in style[1]
    assert "@import" not in style[1]


@pytest.mark.parametrize(
    "hostile", ["</style><script>alert(1)</script>", '" onload="x', "<!--", "]]>", "\x00\ud800", "&lt;b&gt;"]
)
def test_hostile_words_stay_words_wherever_they_stand(hostile: str) -> None:
    head = Masthead(hostile, hostile, hostile, hostile, hostile, hostile, hostile)
    part = Paragraph(hostile, hostile, hostile, hostile, (Item("i", hostile, hostile),), hostile)
    given = Document(hostile, "en", head, hostile, (part,), (part,), (), (Footnote(hostile, hostile),), (), hostile)
    unit = replace(
        URGES, within=hostile, phrase=hostile, object=hostile, addressees=(Addressee("other", hostile),),
        qualifiers=(hostile,), due=(Due(hostile),), frequency=hostile, items=(hostile,),
    )  # fmt: skip
    seen = Page(as_html(replace(given, leftover=(hostile,)), Found((unit,), {hostile: (Label("data", hostile),)})))
    assert seen.open == []
    assert "script" not in seen.tags
    assert "onload" not in seen.attributes
    assert seen.text.count(Page.shown(hostile)) >= 18


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_can_be_needed_is_there_in_every_language(language: str) -> None:
    held = words(language)
    assert set(held) == set(words("en"))
    assert all(value.strip() for value in held.values())
    for group, names in (("acts", ACTS), ("strengths", STRENGTHS), ("kinds", KINDS), ("labels", TOPICS)):
        assert {f"{group}.{name}" for name in names} == {key for key in held if key.startswith(f"{group}.")}
