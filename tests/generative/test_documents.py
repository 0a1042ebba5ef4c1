"""Reading a document never fails and never loses a character, whatever the text and however it was damaged."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.documents import Page, Source, parse
from tests.documents_texts import HERE, lost

TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*/*.txt")))
NOISE = (
    "\f",
    "\n\n",
    " 7 ",
    "(a) ",
    "1. ",
    "__________________\n",
    "\u00ad",
    "‑",
    "Annex\n",
    " \u200f",
    "l. ",
    "*",
    ";",
    "é",
)


def source(text: str, form: str) -> Source:
    """The text as a source; form feeds part its pages."""
    pages = text.split("\f")
    return Source("invented", form, tuple(Page(number, page) for number, page in enumerate(pages, 1)))


def damaged(text: str, chance: Random) -> str:
    """The text after one to six faults of an extractor: parts lost, moved, doubled, split, or noise let in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(1, 200))
        part, rest = text[start:end], text[:start] + text[end:]
        at = chance.randrange(len(rest) + 1)
        text = chance.choice(
            (
                rest,
                rest[:at] + part + rest[at:],
                text[:end] + part + text[end:],
                text[:start] + chance.choice(NOISE) + text[start:],
                text[:start] + " " + text[start:],
                text[:start] + part.replace("\n", " ") + text[end:],
            )
        )
    return text


@given(st.text(max_size=400), st.sampled_from(("layout", "pages")))
def test_any_characters_at_all_become_a_document_that_holds_them(text: str, form: str) -> None:
    given_source = source(text, form)
    assert lost(given_source, parse(given_source)) == ""


@pytest.mark.parametrize("seed", range(150))
def test_damage_loses_nothing(seed: int) -> None:
    chance = Random(seed)
    form = chance.choice(("layout", "pages"))
    given_source = source(damaged(chance.choice(TEXTS), chance), form)
    assert lost(given_source, parse(given_source)) == ""


@pytest.mark.parametrize("seed", range(60))
def test_every_span_lies_in_its_page(seed: int) -> None:
    chance = Random(seed)
    given_source = source(damaged(chance.choice(TEXTS), chance), "layout")
    document = parse(given_source)
    spans = [span for paragraph in document.paragraphs() for span in paragraph.spans]
    assert all(span.end <= len(given_source.pages[span.page - 1].text) for span in spans)


@pytest.mark.parametrize("seed", range(60))
def test_no_two_parts_share_an_identifier(seed: int) -> None:
    chance = Random(seed)
    names = [
        paragraph.id for paragraph in parse(source(damaged(chance.choice(TEXTS), chance), "layout")).paragraphs()
    ]
    assert len(names) == len(set(names))


@pytest.mark.slow
def test_twenty_thousand_faults() -> None:
    chance = Random(20_000)
    for _ in range(20_000):
        text = damaged(chance.choice(TEXTS), chance)
        given_source = source(text, chance.choice(("layout", "pages")))
        assert lost(given_source, parse(given_source)) == "", text
