"""What holds for references in whatever text: nothing fails, and what is said can be shown in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.documents import Document, Footnote, Masthead, Paragraph, Reference
from palermo.documents.references import find
from palermo.documents.references.folding import fold
from tests.generative.examples import on_push

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
KINDS = {"document", "meeting", "treaty", "target", "paragraph", "ibid"}
PIECES = [
    "resolution",
    "resolutions",
    "résolutions",
    "resolución",
    "резолюции",
    "القرار",
    "第",
    "号",
    "决议",
    "decision",
    "its",
    "ses",
    "свои",
    "其",
    "64/293",
    "2015/23",
    "1325",
    "(2000)",
    "217",
    "A",
    "(III)",
    "S-10/1",
    "ES-11/1",
    "A/RES/64/293",
    "A/77/895-S/2023/363",
    "Ibid.,",
    "同上，",
    "المرجع",
    "نفسه،",
    "vol.",
    "2237,",
    "No.",
    "39574",
    "United",
    "Nations,",
    "Treaty",
    "Series,",
    "《条约汇编》，",
    "Council",
    "Human",
    "Rights",
    "Council",
    "Совета",
    "Conseil",
    "مجلس",
    "paragraph",
    "5",
    "of",
    "target",
    "8.7",
    "at",
    "8979th",
    "meeting",
    "and",
    ",",
    ";",
    ".",
    "Sales",
    "No.",
    "E.96.IV.13",
    "Convention",
    "on",
    "the",
    "Rights",
    "of",
    "the",
    "Child",
    "\xad",
    "\u200f",
    "\x00",
    "/",
    "(",
    "[",
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


def document(language: str, paragraphs: list[str], notes: list[str], symbol: str = "A/RES/79/400") -> Document:
    """A document of 2024 with these paragraphs and notes."""
    return Document(
        "chance",
        language,
        Masthead(symbol=symbol, adopted=date(2024, 11, 5)),
        operative=tuple(Paragraph(f"main__para_{at}", "", "", text) for at, text in enumerate(paragraphs, 1)),
        footnotes=tuple(Footnote(str(at), text) for at, text in enumerate(notes, 1)),
    )


@given(
    st.sampled_from(LANGUAGES),
    st.lists(texts, max_size=3),
    st.lists(texts, max_size=3),
    st.sampled_from(["A/RES/79/400", "S/RES/1 (2024)", "E/1", "A/HRC/RES/1/1", "", "?"]),
)
@on_push(200)
def test_no_text_fails_and_every_reference_was_printed(
    language: str, paragraphs: list[str], notes: list[str], symbol: str
) -> None:
    whole = document(language, paragraphs, notes, symbol)
    found = find(whole)
    printed = {part.id: fold(part.text, language) for part in whole.operative}
    printed |= {f"note_{note.marker}": fold(note.text, language) for note in whole.footnotes}
    assert len(set(found)) == len(found)
    for each in found:
        assert each.kind in KINDS
        assert each.text in printed[each.within]
        assert each.open or each.symbol or each.instrument or each.number or each.kind == "meeting"


@given(st.sampled_from(LANGUAGES), st.lists(texts, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_notes_on_a_page_changes_nothing(language: str, notes: list[str], chance: object) -> None:
    whole = document(language, [], notes)
    shuffled = list(whole.footnotes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find(replace(whole, footnotes=tuple(shuffled))) == find(whole)


@given(st.sampled_from(LANGUAGES), st.lists(texts, min_size=2, max_size=4))
def test_a_paragraph_reads_the_same_whatever_stands_around_it(language: str, paragraphs: list[str]) -> None:
    def plain(found: tuple[Reference, ...]) -> set[tuple[str, str, str]]:
        """Without the years of Security Council resolutions, which are the one thing that a text lends to another."""
        return {(each.kind, each.text, each.symbol.partition(" (")[0]) for each in found}

    alone = set().union(*(plain(find(document(language, [text], []))) for text in paragraphs))
    assert plain(find(document(language, paragraphs, []))) == alone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", [*PIECES, "resolutions 64/293 and ", "A/1-", "217 A, B, C ", "Ibid. A/1/2 ", "of the "]
)
def test_a_hostile_text_comes_to_an_end(language: str, piece: str) -> None:
    text = piece * (20_000 // len(piece)) if piece else ""
    find(document(language, [text], [text]))
