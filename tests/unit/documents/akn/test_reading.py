"""AKN4UN as it comes: an invented resolution with the faults of the real ones, in three scripts."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from palermo.documents import Document, Paragraph, Unreadable
from palermo.documents.akn import page, read, read_bytes
from palermo.documents.references.places import places

TEXTS = Path(__file__).parents[3] / "documents_texts"


@cache
def resolution(language: str = "en") -> Document:
    return read(TEXTS / language / "resolution.akn.xml")


def outline(paragraph: Paragraph) -> tuple[object, ...]:
    return (paragraph.num, paragraph.phrase, paragraph.text, [item.num for item in paragraph.items])


def statement(body: str, before: str = "", language: str = "eng") -> bytes:
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="statement">
      <meta><identification><FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>
      </identification></meta>
      {before}<mainBody>{body}</mainBody></statement></akomaNtoso>""".encode()


def operative(body: str) -> tuple[Paragraph, ...]:
    return read_bytes(statement(body), name="x").operative


def test_the_masthead_comes_from_cover_preface_and_identification() -> None:
    head = resolution().masthead
    assert (head.symbol, head.organ, head.number) == ("A/RES/86/412", "General Assembly", "86/412. B")
    assert (head.title, head.session) == ("Keepers of lighthouses", "86")
    assert head.agenda_item == "Agenda item 61"
    assert head.origin == "[without reference to a Main Committee (A/86/L.7)]"
    assert (head.adopted, head.issued) == (date(2031, 12, 17), date(2032, 1, 9))


def test_what_no_fact_holds_is_left_over_and_not_lost() -> None:
    left = resolution().leftover
    assert {"United Nations", "Distr.: General", "Lighthouses and the safety of passage"} <= set(left)
    assert left[-4:] == ("Harbour\tLamps", "Northport\t3", "Annex I", "Annex II")
    assert "A/RES/86/412" not in left


def test_a_subsidiary_body_speaks_before_the_body_that_issues() -> None:
    head = resolution("ar").masthead
    assert head.organ == "مجلس حقوق الإنسان"
    assert (head.adopted, head.issued) == (date(2031, 10, 2), None), "the year 1 is no date, an empty one neither"


def test_preambular_paragraphs_have_whole_words_as_phrases() -> None:
    assert resolution().enacting == "The General Assembly,"
    assert [outline(paragraph) for paragraph in resolution().preamble] == [
        ("", "Recalling also", "Recalling also its resolutions 84/19 of 3 December 2029 and 85/20,", []),
        ("", "Reaffirming", "Reaffirming that the Harbour Plan was made:", ["(a)", "(b)"]),
        ("", "Mindful", "Mindful of:", ["(a)"]),
    ]


def test_operative_paragraphs_keep_number_phrase_and_items() -> None:
    assert [outline(paragraph) for paragraph in resolution().operative] == [
        ("1.", "Urges", "Urges Member States to repair lamps,2 and invites donors to help;", []),
        ("2.", "Decides", "Decides:", ["(a)", "(b)", "II."]),
        ("", "", "Action 1. We will keep the lamps.", []),
        ("3.", "", "Closing words. And more.", []),
    ]
    assert resolution().operative[0].heading == "Harbours of the world"


def test_a_sublist_belongs_to_the_point_before_it_unless_it_counts_on_from_elsewhere() -> None:
    items = resolution().operative[1].items
    assert [[(below.num, below.text) for below in item.items] for item in items] == [
        [("(i)", "Oil;"), ("(ii)", "Wicks;")],
        [],
        [],
    ]


def test_annexes_that_share_a_file_are_parted_where_a_title_begins_as_the_first_did() -> None:
    first, second = resolution().annexes
    assert (first.id, first.title) == ("annex_1", "Plan for Harbours")
    assert (second.id, second.title) == ("annex_2", "Declaration of Keepers")
    assert [paragraph.text for paragraph in second.paragraphs] == ["We, the keepers, declare:", "Last words"]


def test_items_that_the_file_left_flat_are_items_again() -> None:
    paragraph = resolution().annexes[0].paragraphs[0]
    assert [(item.num, item.text) for item in paragraph.items] == [
        ("(a)", "Keep the lamps;"),
        ("(b)", "Count:"),
        ("(c)", "Report."),
    ]
    assert [below.num for below in paragraph.items[1].items] == ["(i)", "(ii)"]


def test_headings_stand_above_the_paragraph_that_follows() -> None:
    assert [paragraph.heading for paragraph in resolution().annexes[0].paragraphs] == ["", "Objectives\nOil", ""]


def test_identifiers_tell_part_number_and_item_and_never_come_twice() -> None:
    document = resolution()
    assert [paragraph.id for paragraph in document.preamble] == ["main__pre_1", "main__pre_2", "main__pre_3"]
    assert [paragraph.id for paragraph in document.operative] == [
        "main__para_1",
        "main__para_2",
        "main__free_1",
        "main__para_3",
    ]
    assert document.operative[1].items[0].items[1].id == "main__para_2__item_a__item_ii"
    assert [paragraph.id for paragraph in document.annexes[0].paragraphs] == [
        "annex_1__para_1",
        "annex_1__para_2",
        "annex_1__para_1-2",
    ]


def test_notes_come_in_order_with_their_markers_and_without_the_brackets_of_arabic_print() -> None:
    notes = {note.marker: note.text for note in resolution().footnotes}
    assert list(notes) == ["1", "2", "3", "4"]
    assert notes["2"] == "See A/84/53, Harbours."
    arabic = resolution("ar")
    assert arabic.footnotes[0].text == "القرار 84/19."
    assert arabic.preamble[0].text == "إذ يشير إلى خطة المنارات،"
    assert arabic.operative[0].text == "يحث الدول على إصلاح المصابيح (رقم) 5؛", "a bracket far from a note is text"


def test_links_to_documents_become_references_with_the_part_they_stand_in() -> None:
    found = [(each.kind, each.symbol, each.text, each.within) for each in resolution().references]
    assert found == [
        ("document", "A/RES/86/412", "86/412", "note_1"),
        ("document", "A/RES/84/19", "84/19", "main__pre_1"),
        ("document", "A/84/53(Vol.I)", "A/84/53", "note_2"),
        ("meeting", "S/PV.9001", "S/PV.9001", "note_3"),
    ]


def test_each_part_stands_in_its_place_on_the_page() -> None:
    document = resolution()
    text = page(document).pages[0].text
    for paragraph in document.paragraphs():
        (span,) = paragraph.spans
        assert text[span.start : span.end] == f"{paragraph.num} {paragraph.text}".strip()
        for item in paragraph.items:
            assert text[item.spans[0].start : item.spans[0].end] == f"{item.num} {item.text}"
    for note in document.footnotes:
        assert text[note.spans[-1].start : note.spans[-1].end] == f"{note.marker} {note.text}"
    assert page(document).form == "akn"


def test_a_note_tells_where_its_mark_stands() -> None:
    document = resolution()
    texts = dict(places(document))
    first, *others = document.footnotes
    assert (first.within, first.at) == ("masthead", None), "it hangs at the number"
    around = (("3 December 2029", " and 85/20,"), ("Wicks", ";"), ("Keep", " the"))
    for note, (before, after) in zip(others, around, strict=True):
        assert texts[note.within][: note.at].endswith(before)
        assert texts[note.within][note.at :].startswith(after)


def test_a_script_without_italics_sets_its_phrases_in_bold() -> None:
    document = resolution("zh")
    assert (document.language, document.preamble[0].phrase, document.operative[0].phrase) == ("zh", "回顾", "敦促")


def test_arabic_paragraphs_without_numbers_stay_in_their_place() -> None:
    assert [outline(paragraph)[:2] for paragraph in resolution("ar").operative] == [("1 -", "يحث"), ("", "يقرر")]


def test_a_presidential_statement_has_paragraphs_without_numbers() -> None:
    paragraphs = operative(
        "<alinea><content><p>The President said:</p></content></alinea>"
        "<paragraph><content><p>“<span class='italic'>The Council</span> notes.</p></content></paragraph>"
    )
    assert [outline(paragraph)[1:3] for paragraph in paragraphs] == [
        ("", "The President said:"),
        ("The Council", "“The Council notes."),
    ]


def test_words_after_the_items_are_an_item_without_a_number() -> None:
    (paragraph,) = operative(
        "<paragraph><num>1.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>A;</p></content>"
        "</point><wrapUp><p>in good time.</p></wrapUp></list></paragraph>"
    )
    assert [(item.num, item.text) for item in paragraph.items] == [("(a)", "A;"), ("", "in good time.")]


def test_chapters_are_headings_of_what_stands_in_them() -> None:
    paragraphs = operative(
        "<section><num>I</num><heading>Sea</heading><paragraph><num>1.</num><content><p>A.</p></content></paragraph>"
        "</section><section><heading>Land</heading><content><p>B.</p></content></section>"
    )
    assert [(paragraph.heading, paragraph.text) for paragraph in paragraphs] == [("I\nSea", "A."), ("Land", "B.")]


@pytest.mark.parametrize("language", ["eng", "fra", "fre", "spa", "rus", "ara", "zho", "chi", "en"])
def test_six_languages_in_both_series_of_codes(language: str) -> None:
    assert read_bytes(statement("<p>x</p>", language=language), name="x").language in (
        "en",
        "fr",
        "es",
        "ru",
        "ar",
        "zh",
    )


LAUGHS = b'<!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'
OUTSIDE = b'<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Resolution 1", "not_xml"),
        (b"<akomaNtoso><statement>", "not_xml"),
        (b"<html/>", "not_akn"),
        (b"<akomaNtoso/>", "no_body"),
        (statement("<p>x</p>", language="deu"), "language"),
        (statement("<p>x</p>").replace(b"FRBRlanguage", b"FRBRcountry"), "language"),
        (LAUGHS, "entities"),
        (OUTSIDE, "entities"),
        (b"x" * 20_000_001, "too_large"),
    ],
)
def test_what_is_no_document_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, name="paper.xml")
    assert refused.value.code == code
    assert "paper.xml" in str(refused.value)


def test_a_file_that_is_not_there_or_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as missing:
        read(tmp_path / "none.xml")
    assert missing.value.code == "missing"
    large = tmp_path / "large.xml"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(Unreadable) as refused:
        read(large)
    assert refused.value.code == "too_large"


def test_a_plain_doctype_hides_nothing_and_is_read() -> None:
    data = b"<!DOCTYPE akomaNtoso>" + statement("<p>Text.</p>")
    assert read_bytes(data, name="x").operative[0].text == "Text."
