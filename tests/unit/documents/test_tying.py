"""Notes tied to the places of their marks: which part, and after how many characters."""

from __future__ import annotations

import pytest

from palermo.documents import Document, Footnote, Page, Source, parse

HEAD = """United Nations
A/RES/91/412
General Assembly
Ninety-first session
91/412. Lamps and lighthouses{mark}
The General Assembly,

Recalling the Convention on Lights,{one} which keepers hold dear,

"""
RULE = "\n_______________\n"


def resolution(body: str, notes: str, *, mark: str = "", one: str = "") -> Document:
    return parse(Source("lamps", "layout", (Page(1, HEAD.format(mark=mark, one=one) + body + RULE + notes),)))


def places(document: Document) -> list[tuple[str, str, str]]:
    """Of each note the marker, the part, and the text of the part before the mark."""
    texts = {"masthead": document.masthead.title, "conclusion": document.conclusion}
    for paragraph in document.paragraphs():
        texts[paragraph.id], texts[f"{paragraph.id}__heading"] = paragraph.text, paragraph.heading
        texts |= {item.id: item.text for item in paragraph.items}
    texts |= {annex.id: annex.title for annex in document.annexes}
    return [(note.marker, note.within, texts.get(note.within, "")[: note.at]) for note in document.footnotes]


def test_a_mark_in_a_paragraph_and_one_in_an_item() -> None:
    body = "1. Urges States:\n\n(a) To trim every wick,8 and\n\n(b) To fill every tank.9\n"
    document = resolution(body, "7 See lights.\n8 See wicks.\n9 See tanks.", one="7")
    assert places(document) == [
        ("7", "main__pre_1", "Recalling the Convention on Lights,"),
        ("8", "main__para_1__item_a", "To trim every wick,"),
        ("9", "main__para_1__item_b", "To fill every tank."),
    ]
    assert document.preamble[0].text == "Recalling the Convention on Lights, which keepers hold dear,"


def test_a_mark_after_a_space_and_one_in_the_title() -> None:
    document = resolution("1. Urges care.\n", "* Adopted late.\n1 See lights.", mark=" *", one=" 1")
    assert places(document) == [
        ("*", "masthead", "Lamps and lighthouses"),
        ("1", "main__pre_1", "Recalling the Convention on Lights,"),
    ]


def test_a_note_whose_mark_is_nowhere_is_kept_untied() -> None:
    document = resolution("1. Urges care.\n", "4 See nothing.")
    (note,) = document.footnotes
    assert (note.text, note.within, note.at) == ("See nothing.", "", None)


def test_marks_in_headings_count_from_the_first_line_of_the_heading() -> None:
    body = "Lamps of the north1\n\nWicks2\n\n1. Urges keepers to trim every wick that burns in the north.\n"
    document = resolution(body, "1 See lamps.\n2 See wicks.")
    assert document.operative[0].heading == "Lamps of the north\nWicks"
    assert places(document) == [
        ("1", "main__para_1__heading", "Lamps of the north"),
        ("2", "main__para_1__heading", "Lamps of the north\nWicks"),
    ]


def test_the_same_marker_on_two_pages_ties_each_note_to_its_own_page() -> None:
    pages = (
        HEAD.format(mark="", one="") + "1. Urges care." + RULE + "* See the first.",
        "A/RES/91/412\nLamps and lighthouses\n2. Urges light.*\n" + RULE + "* See the second.",
    )
    document = parse(Source("lamps", "layout", tuple(Page(n, text) for n, text in enumerate(pages, 1))))
    assert places(document) == [("*", "", ""), ("*", "main__para_2", "Urges light.")]


def test_a_mark_that_stands_again_ties_where_it_stood_first_and_leaves_the_text() -> None:
    document = resolution("1. Takes note of the survey;1\n\n2. Urges care.\n", "1 See the survey.", one=" 1")
    assert places(document) == [("1", "main__pre_1", "Recalling the Convention on Lights,")]
    assert document.operative[0].text == "Takes note of the survey;"


@pytest.mark.parametrize(
    "body",
    [
        "Recalling more than 3 million lamps and the Compact of Keepers 3 of the north,",
        "Recalling principle 3 of the compact, and the Compact of Keepers 3 of the north,",
        "Recalling ports under 3 years of age and the rules of 2014, the Compact of Keepers,3 and oil",
        "Recalling the meeting held in Vardo 3–4 March, the Compact of Keepers 3 of the north,",
        "Recalling the meeting held in Vardo 3 and 4 March, the Compact of Keepers 3 of the north,",
        "Recalling 3 ships under the Compact of Keepers 3 of the north,",
    ],
)
def test_a_number_that_counts_something_is_no_mark(body: str) -> None:
    document = resolution(f"{body}\n\n1. Urges care.\n", "3 See the compact.")
    ((marker, _, before),) = places(document)
    assert (marker, before.rstrip(",")[-18:]) == ("3", "Compact of Keepers")


@pytest.mark.parametrize(
    ("language", "text", "before"),
    [
        ("zh", "大会，\n\n回顾其灯塔决议，3 并强调灯塔的作用，\n\n1. 敦促各国修灯。\n", "回顾其灯塔决议，"),
        (
            "ar",
            "إن الجمعية العامة،\n\nإذ تشير إلى اتفاقية المنارات(3)،\n\n1 - تحث الدول على إصلاح المصابيح.\n",
            "إذ تشير إلى اتفاقية المنارات",
        ),
        (
            "ru",
            "Генеральная Ассамблея,\n\nссылаясь на Конвенцию о маяках3,\n\n1. призывает государства чинить лампы.\n",
            "ссылаясь на Конвенцию о маяках",
        ),
    ],
)
def test_other_scripts(language: str, text: str, before: str) -> None:
    document = parse(Source("lamps", "layout", (Page(1, f"{text}{RULE}3 See A/84/53."),)), language)
    assert places(document) == [("3", "main__pre_1", before)]


def test_a_note_is_untied_when_it_is_made() -> None:
    assert (Footnote("1", "x").within, Footnote("1", "x").at) == ("", None)
