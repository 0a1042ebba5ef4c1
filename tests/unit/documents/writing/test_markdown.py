"""Markdown: numbers as printed, items nested, notes in their places, and no mark-up that nobody meant."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from palermo.documents import Annex, Document, Footnote, Item, Masthead, Paragraph, document_of
from palermo.documents.writing import as_markdown
from palermo.documents.writing.markdown import escaped
from tests.documents_texts import at
from tests.unit.documents.writing.reading_back import Markdown


def paragraph(num: str, text: str, *items: Item, phrase: str = "", heading: str = "") -> Paragraph:
    return Paragraph(f"main__para_{num}", num, phrase, text, items, heading)


def document(*operative: Paragraph, notes: tuple[Footnote, ...] = (), **more: object) -> Document:
    return Document("lamps.txt", "en", Masthead(), operative=operative, footnotes=notes, **more)  # type: ignore[arg-type]


def six(text: str) -> Footnote:
    """Note 6, whose mark stands after the first word of paragraph 1."""
    return Footnote("6", text, within="main__para_1.", at=len("Recalls"))


def rendered(given: Document) -> str:
    return str(MarkdownIt("commonmark").render(as_markdown(given)))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "12) no list",
        "- no list",
        "+ no list",
        "* no list",
        "---",
        "===",
        "***",
        "> no quotation",
        "<script>alert(1)</script>",
        "<!-- no comment",
        "&lt; &amp; &#60; R&D",
        "[no](link) and ![no](image)",
        "[no]: link",
        "*no* _no_ **no** ~~no~~ `no`",
        "a \\ b \\* c\\",
        "~~~",
        "```",
        "https://example.org <https://example.org>",
        "| a | b |",
    ],
)
def test_what_looks_like_mark_up_stays_text(text: str) -> None:
    seen = Markdown(escaped(text))
    assert seen.blocks == [text]
    assert seen.kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_a_paragraph_keeps_the_number_that_is_printed() -> None:
    page = rendered(document(paragraph("3.", "Three"), paragraph("4.", "Four"), paragraph("9.", "Nine")))
    assert page.count("<ol") == 2
    assert '<ol start="3">' in page
    assert '<ol start="9">' in page


@pytest.mark.parametrize("num", ["1 bis.", "١ -", "一、", "007.", "1."])
def test_a_number_of_any_kind_is_there(num: str) -> None:
    page = as_markdown(document(paragraph(num, "Keep the lamps")))
    assert num.replace("1.", "1.") in page.replace("\\", "")


def test_items_are_nested_below_their_paragraph() -> None:
    inner = Item("c", "(i)", "Glass")
    page = rendered(document(paragraph("1.", "Asks for:", Item("a", "(a)", "Oil", (inner,)), Item("b", "(b)", ""))))
    assert page.index("<ol>") < page.index("Asks for:") < page.index("(a) Oil") < page.index("(i) Glass")
    assert page.count("<ul>") == 2
    assert page.index("(i) Glass") < page.index("(b)") < page.index("</ol>")


def test_a_paragraph_without_words_keeps_its_number_and_items() -> None:
    page = rendered(document(paragraph("2.", "", Item("a", "", "", (Item("b", "(i)", "Glass"),)))))
    assert '<ol start="2">' in page
    assert page.count("<ul>") == 2


def test_the_opening_phrase_is_emphasised() -> None:
    assert "<em>Urges</em> keepers" in rendered(document(paragraph("1.", "Urges keepers", phrase="Urges")))
    assert "<em>" not in rendered(document(paragraph("1.", "(Urges) keepers", phrase="(Urges)")))
    assert "<em>" not in rendered(document(paragraph("1.", "keepers", phrase="Urges")))


def test_headings_stand_above_their_paragraphs() -> None:
    page = rendered(document(paragraph("1.", "Trim", heading="Lamps\nWicks #")))
    assert page.index("<h3>Lamps</h3>") < page.index("<h3>Wicks #</h3>") < page.index("Trim")


def test_a_note_is_referred_to_where_its_mark_stands() -> None:
    page = as_markdown(document(paragraph("1.", "Recalls lamps"), notes=(six("See lamps."),)))
    assert "1. Recalls[^6] lamps" in page
    assert page.endswith("\n[^6]: See lamps.\n")
    assert "Notes:" not in page


def test_a_note_without_a_place_is_referred_to_at_the_end() -> None:
    notes = (Footnote("1", "One."), Footnote("*", "Two words"), Footnote("1", "Three words"))
    page = as_markdown(document(paragraph("1.", "Recalls"), notes=notes))
    assert "Notes: [^note-1] [^note-2] [^note-3]" in page


def test_a_note_of_one_word_is_no_link_to_it() -> None:
    seen = Markdown(as_markdown(document(paragraph("1.", "x[^4]"), notes=(Footnote("4", "A/91/88."),))))
    assert "[^4]: A/91/88. <!-- -->" in seen.blocks
    assert "link_open" not in seen.kinds


def test_what_follows_a_mark_makes_no_link_of_it() -> None:
    given = document(paragraph("1.", "Recalls(there)"), notes=(six("In the annex"),))
    assert "Recalls[^6]\\(there)" in as_markdown(given)
    assert "link_open" not in Markdown(as_markdown(given)).kinds


def test_the_title_or_what_there_is_instead_comes_first() -> None:
    assert as_markdown(document()).startswith("# lamps.txt\n")
    assert as_markdown(document_of(at("en", "resolution.txt"))).startswith("# 91/412. Keeping lighthouses lit")


def test_an_annex_is_named_in_the_language_of_the_text() -> None:
    annex = Annex("annex_1", "", (Paragraph("annex_1__para_1", "1.", "", "Lampes"),))
    page = as_markdown(Document("x", "fr", Masthead(), annexes=(annex,)))
    assert "\n## Annexe\n" in page
