"""Short invented texts of five organs in five languages: what their mastheads say, and how their bodies begin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from palermo.documents.parsing import parse
from palermo.documents.source import Page, Source
from palermo.documents.tree import Document

TEXTS = Path(__file__).parents[1] / "documents_texts"
LANGUAGES = ("fr", "es", "ru", "ar", "zh")
ADOPTED = {
    "council": date(2036, 11, 21),
    "statement": date(2036, 12, 16),
    "ecosoc": date(2036, 7, 22),
    "emergency": date(2036, 3, 2),
    "decision": date(2037, 5, 10),
}
SYMBOLS = {
    "council": "S/RES/2998 (2036)",
    "statement": "S/PRST/2036/25",
    "ecosoc": "E/RES/2036/25",
    "emergency": "A/RES/ES-12/3",
    "decision": "A/DEC/91/402",
}
SESSIONS = {"council": "", "statement": "", "ecosoc": "2036", "emergency": "12", "decision": "91"}
ORGANS = {
    "fr": ("Conseil de sécurité", "Conseil économique et social", "Assemblée générale"),
    "es": ("Consejo de Seguridad", "Consejo Económico y Social", "Asamblea General"),
    "ru": ("Совет Безопасности", "Экономический и Социальный Совет", "Генеральная Ассамблея"),
    "ar": ("مجلس الأمن", "المجلس الاقتصادي والاجتماعي", "الجمعية العامة"),
    "zh": ("安全理事会", "经济及社会理事会", "大会"),
}
PLACE = {"council": 0, "statement": 0, "ecosoc": 1, "emergency": 2, "decision": 2}


def short_text(language: str, kind: str) -> Document:
    text = (TEXTS / language / f"{kind}.txt").read_text(encoding="utf-8")
    return parse(Source(kind, "layout", (Page(1, text),)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SYMBOLS)
def test_the_head_says_symbol_session_day_and_organ(language: str, kind: str) -> None:
    head = short_text(language, kind).masthead
    assert head.symbol == SYMBOLS[kind]
    assert head.session == SESSIONS[kind]
    assert head.adopted == ADOPTED[kind]
    assert head.organ == ORGANS[language][PLACE[kind]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["statement", "ecosoc", "emergency", "decision"])
def test_the_head_has_a_title(language: str, kind: str) -> None:
    title = short_text(language, kind).masthead.title
    assert title
    assert "\n" not in title
    assert "36/25" not in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_resolution_of_the_security_council_has_no_title(language: str) -> None:
    assert short_text(language, "council").masthead.title == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_recitals_and_two_numbers_of_the_council(language: str) -> None:
    document = short_text(language, "council")
    assert len(document.preamble) == 2
    assert all(paragraph.phrase for paragraph in document.preamble)
    assert [paragraph.num[0] for paragraph in document.operative] == ["1", "2"]
    assert len({paragraph.phrase for paragraph in document.operative}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_is_paragraphs_without_numbers(language: str) -> None:
    document = short_text(language, "statement")
    assert document.preamble == ()
    assert [paragraph.num for paragraph in document.operative] == [""] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_is_one_paragraph_and_its_meeting(language: str) -> None:
    document = short_text(language, "decision")
    assert document.enacting == ""
    assert len(document.operative) == 1
    assert "71" in document.conclusion


def test_an_emergency_session_has_letters_of_its_own_in_arabic() -> None:
    assert short_text("ar", "emergency").masthead.number == "دإط-12/3"
