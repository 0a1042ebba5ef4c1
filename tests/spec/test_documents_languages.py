"""An invented resolution about lighthouses in five languages: what every reader of it would say it holds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from palermo.documents.parsing import parse
from palermo.documents.source import Page, Source
from palermo.documents.tree import Document

TEXTS = Path(__file__).parents[1] / "documents_texts"
LANGUAGES = ("fr", "es", "ru", "ar", "zh")

PREAMBLE = {
    "fr": (
        "Rappelant",
        "Rappelant également",
        "Prenant note avec satisfaction",
        "Se déclarant profondément préoccupée",
        "Réaffirmant son attachement",
        "Ayant également à l’esprit",
        "Gravement préoccupée",
    ),
    "es": (
        "Recordando",
        "Recordando también",
        "Tomando nota con aprecio",
        "Expresando su profunda preocupación",
        "Reafirmando su compromiso",
        "Teniendo también presente",
        "Gravemente preocupada",
    ),
    "ru": (
        "ссылаясь",
        "ссылаясь также",
        "с удовлетворением принимая к сведению",
        "будучи глубоко обеспокоена",
        "вновь подтверждая свою приверженность",
        "принимая также во внимание",
        "выражая глубокую озабоченность",
    ),
    "ar": (
        "إذ تشير",
        "وإذ تشير أيضا",
        "وإذ تحيط علماً مع التقدير",
        "وإذ يساورها بالغ القلق",
        "وإذ تؤكد من جديد التزامها",
        "وإذ تضع أيضا في اعتبارها",
        "واقتناعا منها",
    ),
    "zh": ("回顾", "又回顾", "表示赞赏地注意到", "深为关切", "重申", "铭记", "严重关切"),
}
OPERATIVE = {
    "fr": (
        "Exprime sa profonde gratitude",
        "Prie instamment",
        "Décide en outre",
        "Demande de nouveau",
        "Prend également note",
        "Est consciente",
        "Prie",
    ),
    "es": (
        "Expresa su profunda gratitud",
        "Insta encarecidamente",
        "Decide además",
        "Solicita de nuevo",
        "Acoge también con beneplácito",
        "Es consciente",
        "Solicita",
    ),
    "ru": (
        "выражает искреннюю признательность",
        "настоятельно призывает",
        "постановляет далее",
        "вновь просит",
        "принимает также к сведению",
        "сознает",
        "просит",
    ),
    "ar": (
        "تعرب عن عميق امتنانها",
        "تحث بقوة",
        "تقرر كذلك",
        "تكرر طلبها",
        "تحيط أيضا علما",
        "تدرك",
        "تطلب",
    ),
    "zh": ("表示衷心感谢", "强烈敦促", "还决定", "再次请", "又表示注意到", "意识到", "请"),
}
TITLES = {
    "fr": "Protection des gardiennes et gardiens de phare",
    "es": "Protección de las fareras y los fareros",
    "ru": "Защита смотрителей маяков",
    "ar": "حماية حراس المنارات",
    "zh": "保护灯塔守护人",
}


def lighthouses(language: str, *, numbered: bool = True) -> Document:
    text = (TEXTS / language / "lighthouses.txt").read_text(encoding="utf-8")
    if not numbered:
        text = re.sub(r"(?m)^[1-7](?:\.| -) (?!\(\))", "", text)
    pages = tuple(Page(number, page) for number, page in enumerate(text.split("\f"), 1))
    return parse(Source(f"{language}/lighthouses.txt", "layout", pages))


@pytest.fixture(params=LANGUAGES, scope="module")
def document(request: pytest.FixtureRequest) -> Document:
    return lighthouses(request.param)


def digits(marks: tuple[str, ...]) -> list[str]:
    return ["".join(char for char in mark if char.isalnum()) for mark in marks]


def test_the_language_is_found(document: Document) -> None:
    assert document.name.startswith(document.language)


def test_the_head_says_symbol_number_and_title(document: Document) -> None:
    head = document.masthead
    assert head.symbol == "A/RES/91/412"
    assert head.number.rstrip(".") == "91/412"
    assert head.title == TITLES[document.language]


def test_the_session_in_words_is_a_number(document: Document) -> None:
    assert document.masthead.session == "91"


def test_the_day_of_adoption_is_not_the_day_of_issue(document: Document) -> None:
    assert document.masthead.adopted == date(2036, 12, 14)
    assert document.masthead.issued == date(2036, 12, 19)


def test_the_agenda_item_keeps_its_letter(document: Document) -> None:
    assert "88" in document.masthead.agenda_item
    assert "b" in document.masthead.agenda_item or "ب" in document.masthead.agenda_item


def test_the_preamble_opens_as_printed(document: Document) -> None:
    assert tuple(paragraph.phrase for paragraph in document.preamble) == PREAMBLE[document.language]


def test_the_operative_part_opens_as_printed(document: Document) -> None:
    assert tuple(paragraph.phrase for paragraph in document.operative) == OPERATIVE[document.language]


def test_the_operative_numbers_run_from_one(document: Document) -> None:
    assert digits(tuple(paragraph.num for paragraph in document.operative)) == list("1234567")


def test_a_verb_within_a_paragraph_begins_none(document: Document) -> None:
    assert len(document.preamble) == 7


def test_items_stand_below_their_paragraph(document: Document) -> None:
    assert len(document.preamble[4].items) == 2
    assert len(document.operative[1].items) == 2


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ar"])
def test_roman_items_stand_below_letters(language: str) -> None:
    second = lighthouses(language).operative[1].items[1]
    assert digits(tuple(item.num for item in second.items)) == ["i", "ii"]


def test_notes_keep_their_order_over_pages(document: Document) -> None:
    assert [note.marker for note in document.footnotes] == ["1", "2", "3"]
    assert "88/17" in document.footnotes[0].text
    assert "90/3" in document.footnotes[2].text


def test_no_mark_of_a_note_stays_in_a_paragraph(document: Document) -> None:
    first, third = document.preamble[0].text, document.preamble[2].text
    assert " 1 " not in first
    assert " 2 " not in third
    assert "( )" not in first


def test_the_annex_begins_anew(document: Document) -> None:
    (annex,) = document.annexes
    assert digits(tuple(paragraph.num for paragraph in annex.paragraphs)) == ["1", "2"]


def test_the_meeting_is_the_conclusion(document: Document) -> None:
    assert "63" in document.conclusion
    assert "2036" in document.conclusion


def test_a_page_turn_leaves_a_paragraph_whole(document: Document) -> None:
    joined = " ".join(paragraph.text for paragraph in (*document.preamble, *document.operative))
    assert "36-70412" not in joined
    assert "91/412" not in joined


def test_chinese_lines_join_without_a_space() -> None:
    assert " " not in lighthouses("zh").operative[3].text


# Chinese has one form for "recalling" and "recalls": only its numbers part the two.
@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar"])
def test_the_verb_alone_parts_the_operative_paragraphs(language: str) -> None:
    document = lighthouses(language, numbered=False)
    assert tuple(paragraph.phrase for paragraph in document.preamble) == PREAMBLE[language]
    assert tuple(paragraph.phrase for paragraph in document.operative) == OPERATIVE[language]
    assert {paragraph.num for paragraph in document.operative} == {""}
