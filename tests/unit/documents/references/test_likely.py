"""A look before a pattern: it may let a text through that names nothing, and never stops one that names something."""

from __future__ import annotations

import pytest

from palermo.documents.references.likely import likely, likely_adopted, likely_titled
from palermo.documents.references.vocabulary import KINDS, vocabulary

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["ibid", "series", "sales", "target", "goal", "paragraph", "meetings"])
def test_every_word_of_a_list_is_seen(language: str, key: str) -> None:
    for word in vocabulary(language).words(key):
        said = word.replace("*", "").replace("{n}", "4").lower()
        assert likely(f"x {said} y", language, key), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_for_what_organs_adopt_is_seen(language: str) -> None:
    words = vocabulary(language)
    for kind in KINDS:
        for word in (*words.raw[kind]["one"], *words.raw[kind]["many"]):
            assert likely_adopted(word.replace("*", "").lower(), language), word


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the convention on lamps"), ("fr", "le protocole des phares"), ("es", "la convención de los faros"),
        ("ru", "конвенции о маяках"), ("ar", "اتفاقية المنارات"), ("zh", "灯塔公约"),
    ],
)  # fmt: skip
def test_a_title_is_seen_with_its_accents_and_endings(language: str, text: str) -> None:
    assert likely_titled(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_words_holds_nothing(language: str) -> None:
    assert not likely("7 and 8", language, "ibid", "series", "sales")
    assert not likely_adopted("1 2 3", language)
    assert not likely_titled("1 2 3", language)
