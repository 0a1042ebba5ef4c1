"""What somebody who opens a written document finds in it: the invented texts, from file to page."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from palermo.documents import Page as SourcePage
from palermo.documents import Source, document_of, parse
from palermo.documents.writing import as_html, as_json, as_markdown, found_in
from tests.documents_texts import HERE, at
from tests.unit.documents.writing.reading_back import Markdown, Page, texts

# Arabic takes seconds until its rules are put together; its page is tried where its units are.
TEXTS = tuple(path for path in sorted(HERE.glob("*/*.txt")) if path.parent.name != "ar")


@pytest.fixture(scope="module", params=TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def text(request: pytest.FixtureRequest) -> Path:
    """Each invented text."""
    return Path(request.param)


def test_the_whole_text_is_on_the_page_with_every_unit(text: Path) -> None:
    document = document_of(text)
    found = found_in(document)
    seen = Page(as_html(document, found))
    assert [each for each in texts(document) if Page.shown(each) not in seen.text] == []
    assert sum(name.startswith("unit-") for name in seen.ids) == len(found.units or ())
    assert {link[1:] for link in seen.links} <= {*seen.ids}


def test_every_number_stands_in_markdown_as_it_is_printed(text: Path) -> None:
    document = document_of(text)
    page = as_markdown(document)
    numbers = [paragraph.num for paragraph in document.paragraphs() if paragraph.num]
    plain = page.replace("\\", "")
    assert [number for number in numbers if number not in plain] == []
    assert len(Markdown(page).blocks) >= len(tuple(document.paragraphs()))


def test_a_resolution_in_markdown() -> None:
    page = as_markdown(document_of(at("en", "resolution.txt"))).split("\n\n")
    assert page[0] == "# 91/412. Keeping lighthouses lit for small boats and their crews"
    assert page[1].splitlines()[:2] == ["- Symbol: A/RES/91/412", "- Organ: General Assembly"]
    assert page[4] == "The General Assembly,"
    assert page[5].startswith("*Recalling* its resolution 89/31 of 4 December 2034,[^1] and recalling also")
    assert "1. *Urges* Member States to keep every lamp" in "\n".join(page)
    assert "   - (b) To report on:" in page
    assert "     - (i) The number of instructors;" in page
    assert "## Annex: Plan for lamps" in page
    assert page[-1] == "[^5]: Ibid., vol. 9002, No. 70002.\n"


def test_the_annex_counts_anew_in_markdown_too() -> None:
    page = MarkdownIt("commonmark").render(as_markdown(document_of(at("en", "resolution.txt"))))
    annex = page[page.index("<h2>Annex") :]
    assert "<ol>" in annex
    assert "<ol start=" not in annex


def test_a_unit_is_shown_beside_the_words_that_say_it() -> None:
    document = document_of(at("en", "resolution.txt"))
    page = as_html(document, found_in(document))
    row = page[page.index("main__pre_6") : page.index("main__para_2")]
    assert "<em>Urges</em> Member States to keep every lamp" in row
    assert "<em>invites</em> harbours" in row
    assert row.count('class="unit"') == 2


def test_a_text_that_is_mark_up_is_shown_as_it_is() -> None:
    hostile = (
        "The General Assembly,\n\nRecalling <script>alert(1)</script> and [x](y) and **z**,\n\n"
        "1. Urges States to *count* `lamps` </style><img src=x onerror=alert(1)>;\n"
    )
    document = parse(Source("hostile", "layout", (SourcePage(1, hostile),)))
    seen, page = Markdown(as_markdown(document)), Page(as_html(document, found_in(document)))
    assert {"script", "img"} & page.tags == set()
    for told in ("<script>alert(1)</script>and[x](y)and**z**,", "*count*`lamps`</style><imgsrc=xonerror=alert(1)>;"):
        assert told in seen.text
        assert told in page.text
    assert {"link_open", "code_inline", "strong_open", "image"} & seen.kinds == set()


def test_a_note_tells_in_json_where_its_mark_stands() -> None:
    held = as_json(document_of(at("en", "resolution.txt")))
    note = held["footnotes"][0]
    (recital,) = [each for each in held["preamble"] if each.get("id") == note["within"]]
    assert recital["text"][: note["at"]].endswith("4 December 2034,")
