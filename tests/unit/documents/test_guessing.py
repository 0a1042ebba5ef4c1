"""A verb that no list has is told by its form and by what follows it; nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from palermo.documents import Page, Source, parse
from palermo.documents.grammar import grammar
from palermo.documents.guessing import guess_in
from palermo.documents.phrases import phrase_in

TOLD = [
    ("en", "preamble", "Foregrounding", "the lamps of the coast"),
    ("en", "preamble", "Also foregrounding", "that lamps burn"),
    ("en", "preamble", "Unnerved", "by the darkness"),
    ("en", "operative", "Greenlights", "the plan of the keepers"),
    ("en", "operative", "Further deprioritizes", "all other lamps"),
    ("fr", "preamble", "Escomptant", "que les phares brilleront"),
    ("fr", "operative", "Ordonnance", "que les phares soient allumés"),
    ("es", "preamble", "Escudriñando", "los faros de la costa"),
    ("es", "operative", "Antepone", "los faros a los puertos"),
    ("ru", "preamble", "обдумывая", "пути к маякам"),
    ("ru", "operative", "велит также", "смотрителям зажечь огни"),
    ("ar", "preamble", "وإذ تستحسن أيضا", "عمل الحراس"),
    ("ar", "operative", "تستحسن", "عمل الحراس"),
]
NOTHING = [
    ("en", "preamble", "Every evening the lamps are lit"),
    ("en", "operative", "States shall light the lamps"),
    ("en", "operative", "Policies, programmes and lamps"),
    ("en", "operative", "Lighthouses are lit"),
    ("fr", "operative", "Toute personne a droit à la lumière"),
    ("es", "operative", "Para los fareros"),
    ("ru", "operative", "Совет маяков"),
    ("ar", "operative", "تنفيذ القرار"),
    ("zh", "operative", "灯塔照亮海岸"),
]


@pytest.mark.parametrize(("language", "part", "phrase", "rest"), TOLD)
def test_an_unknown_verb_is_told_by_its_form(language: str, part: str, phrase: str, rest: str) -> None:
    text = f"{phrase} {rest}"
    assert phrase_in(text, part, grammar(language)) == ""
    assert guess_in(text, part, grammar(language)) == phrase


@pytest.mark.parametrize(("language", "part", "text"), NOTHING)
def test_what_is_no_verb_opens_nothing(language: str, part: str, text: str) -> None:
    assert guess_in(text, part, grammar(language)) == ""


def test_a_grammar_without_the_table_guesses_nothing() -> None:
    told = replace(grammar("en"), guess=None)
    assert guess_in("Greenlights the plan", "operative", told) == ""


def test_a_declaration_is_not_guessed_at() -> None:
    assert guess_in("Greenlights the plan", "declaration", grammar("en")) == ""


def test_a_guess_names_the_phrase_of_a_paragraph_and_parts_nothing() -> None:
    text = """The General Assembly,

Foregrounding the lamps of the coast, unnerving the owls of the rocks,

1. Greenlights the plan of the keepers;

2. Decides that the lamps be lit.
"""
    document = parse(Source("invented", "layout", (Page(1, text),)))
    assert [paragraph.phrase for paragraph in document.preamble] == ["Foregrounding"]
    assert [paragraph.phrase for paragraph in document.operative] == ["Greenlights", "Decides"]


def test_the_rest_of_a_sentence_at_the_top_of_a_page_is_no_verb() -> None:
    text = "A/RES/91/412 Lighting the lamps of the coast, Recalling also its resolution 89/31, 1. Urges keepers."
    first = parse(Source("lamps", "pages", (Page(2, text),)), "en").preamble[0]
    assert (first.open_start, first.phrase) == (True, "")
