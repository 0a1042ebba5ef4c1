"""What a reader of a United Nations text sees at once, the tree says too."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.documents import Document, Page, Source, parse, read
from palermo.documents.writing import as_json
from tests.documents_texts import at, lost


@pytest.fixture(scope="module", params=["resolution.txt", "resolution.jsonl"])
def resolution(request: pytest.FixtureRequest) -> Document:
    """The same invented resolution, with its lines, and flattened with split words."""
    return parse(read(at("en", request.param)))


def test_the_masthead(resolution: Document) -> None:
    head = resolution.masthead
    assert head.symbol == "A/RES/91/412"
    assert head.title == "Keeping lighthouses lit for small boats and their crews"
    assert (head.organ, head.session, head.agenda_item) == ("General Assembly", "91", "Agenda item 118 (b)")
    assert (head.adopted, head.issued) == (date(2036, 12, 17), date(2037, 1, 11))
    assert head.origin == "[on the report of the Second Committee (A/91/377, para. 12)]"


def test_the_preamble(resolution: Document) -> None:
    assert resolution.enacting == "The General Assembly,"
    assert [paragraph.phrase for paragraph in resolution.preamble] == [
        "Recalling",
        "Recalling also",
        "Deeply concerned",
        "Expressing grave concern also",
        "Taking note with appreciation",
        "Convinced",
    ]


def test_an_item_goes_on_over_the_page(resolution: Document) -> None:
    items = resolution.preamble[4].items
    assert [item.num for item in items] == ["(a)", "(b)"]
    assert items[1].text.endswith("each night without a lamp, and to publish what was counted,")
    assert {span.page for span in items[1].spans} == {1, 2}


def test_the_operative_paragraphs(resolution: Document) -> None:
    assert [(paragraph.num, paragraph.phrase) for paragraph in resolution.operative] == [
        ("1.", "Urges"),
        ("2.", "Also urges"),
        ("3.", "Welcomes"),
        ("4.", "Takes note with appreciation"),
        ("5.", "Decides"),
    ]
    assert resolution.operative[3].text.endswith("and encourages other cities to do the same;")


def test_items_below_items(resolution: Document) -> None:
    items = resolution.operative[2].items
    assert [(item.num, [below.num for below in item.items]) for item in items] == [
        ("(a)", []),
        ("(b)", ["(i)", "(ii)"]),
        ("(c)", []),
    ]
    assert items[1].items[1].id == "main__para_3__item_b__item_ii"


def test_the_annex_counts_anew(resolution: Document) -> None:
    (annex,) = resolution.annexes
    assert [paragraph.id for paragraph in annex.paragraphs] == ["annex_1__para_1", "annex_1__para_2"]
    assert annex.paragraphs[1].phrase == "We reaffirm"
    assert resolution.conclusion == "61st plenary meeting 17 December 2036"


def test_notes_and_no_marks_in_the_text(resolution: Document) -> None:
    assert [note.marker for note in resolution.footnotes] == ["1", "2", "3", "4", "5"]
    assert resolution.footnotes[4].text == "Ibid., vol. 9002, No. 70002."
    assert "4 December 2034, and recalling" in resolution.preamble[0].text


def test_a_claim_is_shown_in_its_place() -> None:
    source = read(at("en", "resolution.txt"))
    (span,) = parse(source).operative[1].spans
    assert source.pages[span.page - 1].text[span.start : span.end].startswith("Also urges Member States")


def test_a_decision_has_no_formula() -> None:
    source = read(at("en", "decision.txt"))
    document = parse(source)
    assert (document.masthead.symbol, document.masthead.title) == (
        "A/DEC/91/512 B",
        "Election of the keeper of the north light",
    )
    assert document.masthead.adopted == date(2037, 5, 10)
    assert [paragraph.num for paragraph in document.operative] == ["", ""]
    assert lost(source, document) == ""


def test_a_page_alone_says_that_it_is_open() -> None:
    page = read(at("en", "resolution.jsonl")).pages[1]
    document = parse(
        Source("page 2", "pages", (Page(1, page.text.replace("crews and to", "crews of lamps, and to")),))
    )
    first, *_, last = document.paragraphs()
    assert first.open_start
    assert last.open_end
    assert [paragraph.num for paragraph in document.operative] == ["1.", "2.", "3.", "4."]


def test_headings_stand_in_their_place_in_json() -> None:
    annex = as_json(parse(read(at("en", "resolution.txt"))))["annexes"][0]
    assert [(each["kind"], each["num"]) for each in annex["paragraphs"]] == [
        ("heading", ""),
        ("paragraph", "1."),
        ("paragraph", "2."),
    ]


def test_what_nobody_understands_is_kept() -> None:
    source = Source("x", "layout", (Page(1, "zzz qqq\n\n??? 17\n\n(a)"),))
    assert lost(source, parse(source)) == ""
