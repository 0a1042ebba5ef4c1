"""The difference of two texts, with each word that came or went."""

from __future__ import annotations

import pytest

from palermo.documents import Annex, Document, Masthead, Paragraph
from palermo.documents.lineage import KINDS, Difference, compare
from palermo.documents.tree import LANGUAGES
from palermo.documents.writing import difference_as_html, difference_as_json, difference_as_markdown
from palermo.documents.writing.vocabulary import words
from tests.unit.documents.writing.reading_back import Markdown, Page

URGES = "Urges the keepers to paint every lighthouse <b>red</b> before the autumn storms begin;"
GONE = "Thanks the glass-makers of three distant cities for their generous gifts of lenses and panes;"


def text(name: str, *operative: str, preamble: tuple[str, ...] = (), annex: tuple[str, ...] = ()) -> Document:
    held = tuple(Paragraph(f"annex_1__para_{n}", f"{n}.", "", words) for n, words in enumerate(annex, 1))
    return Document(
        name,
        "en",
        Masthead(symbol=name),
        preamble=tuple(Paragraph(f"main__pre_{n}", "", "", words) for n, words in enumerate(preamble, 1)),
        operative=tuple(Paragraph(f"main__para_{n}", f"{n}.", "", words) for n, words in enumerate(operative, 1)),
        annexes=(Annex("annex_1", "", held),) if held else (),
    )


@pytest.fixture(scope="module")
def told() -> tuple[Difference, Document, Document]:
    old, new = text("OLD/1", URGES, GONE), text("NEW/2", URGES.replace("autumn", "winter"))
    return compare(old, new), old, new


def test_json_has_the_counts_and_every_run(told: tuple[Difference, Document, Document]) -> None:
    held = difference_as_json(told[0])
    assert (held["counts"]["changed"], held["counts"]["dropped"]) == (1, 1)
    changed, dropped = held["pairings"]
    assert (changed["old"], changed["new"]) == (["main__para_1"], ["main__para_1"])
    assert [run["kind"] for run in changed["runs"]] == ["kept", "removed", "added", "kept"]
    assert (dropped["kind"], dropped["new"]) == ("dropped", [])


def test_markdown_marks_the_words_and_nothing_else(told: tuple[Difference, Document, Document]) -> None:
    seen = Markdown(difference_as_markdown(*told))
    assert seen.raw == {"<ins>", "</ins>", "<del>", "</del>"}
    assert "<b>red</b>" in seen.text
    assert "<del>autumn</del> <ins>winter</ins>" in difference_as_markdown(*told)


def test_the_page_marks_the_words_and_nothing_else(told: tuple[Difference, Document, Document]) -> None:
    page = difference_as_html(*told)
    seen = Page(page)
    assert "<del>autumn " in page
    assert "<ins>winter" in page
    assert {"b"} & seen.tags == set()
    assert "OLD/1" in seen.text
    assert seen.open == []


def test_a_paragraph_is_called_what_people_call_it() -> None:
    old = text("a", URGES, preamble=(GONE,), annex=("Trim every wick with scissors at dusk",))
    page = difference_as_markdown(compare(old, old), old, old)
    assert [line for line in page.splitlines() if line.startswith("**")] == [
        "**kept** Preamble 1",
        "**kept** 1",
        "**kept** Annex, 1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_has_a_name(language: str) -> None:
    assert all(words(language)[f"changes.{kind}"] for kind in KINDS)
