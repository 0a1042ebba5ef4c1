"""Whatever a text says, its units stand where they say they do, and splitting it never fails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.documents import Annex, Document, Item, Masthead, Paragraph
from palermo.documents.tree import LANGUAGES
from palermo.documents.units import KINDS, Unit, units_of
from palermo.documents.units.vocabulary import MOODS, vocabulary
from tests.generative.examples import on_push

PIECES = {
    language: (
        *(verb for mood in MOODS for verb in list(vocabulary(language).classes[mood])[::7]),
        *(name for names in vocabulary(language).kinds.values() for name in names[:3]),
        *vocabulary(language).list("object", "opens"),
        *vocabulary(language).list("splitting", "joins")[:6],
        *vocabulary(language).list("asides", "opens")[:6],
        *vocabulary(language).list("modals", "encouragement")[:2],
        *(", ", "; ", ". ", ": ", "“", "”", " 2030 ", "\u00ad", "(", "\u200f", "x", "，", "،"),
    )
    for language in LANGUAGES
}


@st.composite
def texts(draw: st.DrawFn, language: str) -> str:
    """A text of the words of commitment in any order, with noise between."""
    pieces = draw(st.lists(st.sampled_from(PIECES[language]), min_size=1, max_size=14))
    return draw(st.sampled_from((" ", ""))).join(pieces)


def document(language: str, text: str, items: list[str]) -> Document:
    """The text once as an operative paragraph with items, once as a measure of a plan."""
    main = Paragraph("main__para_1", "1.", "", text, tuple(_items("main__para_1", items)))
    annex = Annex(
        "annex_1", "", (Paragraph("annex_1__para_1", "1.", "", text, tuple(_items("annex_1__para_1", items))),)
    )
    return Document("invented", language, Masthead(), operative=(main,), annexes=(annex,))


def _items(identifier: str, texts: list[str]) -> Iterator[Item]:
    for mark, text in zip("abc", texts, strict=False):
        yield Item(f"{identifier}__item_{mark}", f"({mark})", text)


def parts(held: Document) -> dict[str, str]:
    """The text of each part by its identifier."""
    found: dict[str, str] = {}
    for paragraph in held.paragraphs():
        found[paragraph.id] = paragraph.text
        found |= {item.id: item.text for item in paragraph.items}
    return found


def stands(unit: Unit, held: dict[str, str]) -> bool:
    """Whether the phrase stands at the place of the unit, or, where the act is carried on, before it or above it."""
    text = held[unit.within]
    above = held.get(unit.within.split("__item")[0], "")
    return text.startswith(unit.phrase, unit.start) or unit.phrase in text[: unit.start] or unit.phrase in above


@pytest.mark.parametrize("language", LANGUAGES)
@on_push(40)
@given(data=st.data())
def test_units_stand_where_they_say_and_do_not_overlap(language: str, data: st.DataObject) -> None:
    text, items = data.draw(texts(language)), data.draw(st.lists(texts(language), max_size=2))
    made = document(language, text, items)
    held = parts(made)
    units = units_of(made)
    for unit in units:
        assert 0 <= unit.start < unit.end <= len(held[unit.within])
        assert stands(unit, held)
        assert {who.kind for who in (*unit.addressees, *unit.recipients)} <= set(KINDS)
        assert set(unit.items) <= set(held)
        assert unit.object in " ".join(held.values())
    for before, after in pairwise(units):
        assert before.within != after.within or before.end <= after.start
    assert len({unit.id for unit in units}) == len(units)


@on_push(60)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_characters_at_all_can_be_split(text: str, language: str) -> None:
    assert all(unit.phrase for unit in units_of(document(language, text, [text])))


@on_push(60)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_phrase_that_stands_elsewhere_in_the_text_is_no_reason_to_fail(data: st.DataObject, language: str) -> None:
    text = data.draw(texts(language))
    start = data.draw(st.integers(0, len(text)))
    paragraph = Paragraph("main__para_1", "1.", text[start : start + 9], text)
    made = Document("invented", language, Masthead(), operative=(paragraph,))
    assert all(0 <= unit.start < unit.end <= len(text) for unit in units_of(made))


@on_push(60)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_paragraph_with_a_phrase_has_a_unit(data: st.DataObject, language: str) -> None:
    verbs = vocabulary(language).grammar.operative.heads
    phrase = data.draw(st.sampled_from(verbs))
    paragraph = Paragraph("main__para_1", "1.", phrase, f"{phrase} {data.draw(texts(language))}")
    made = Document("invented", language, Masthead(), operative=(paragraph,))
    assert any(unit.within == "main__para_1" for unit in units_of(made))
