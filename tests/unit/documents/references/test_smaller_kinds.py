"""Targets, paragraphs and meetings; where references stand; what is kept once."""

from __future__ import annotations

import pytest

from palermo.documents import Annex, Document, Footnote, Item, Masthead, Paragraph
from palermo.documents.references import find
from tests.unit.documents.references.citing import HRC, SC, document, named


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Sustainable Development Goal targets 5.2, 8.7 and 16.2", ["5.2", "8.7", "16.2"]),
        ("en", "Target 16.a", ["16.a"]),
        ("en", "Sustainable Development Goals 5 and 16", ["5", "16"]),
        ("fr", "les cibles 5.2, 8.7 et 16.2", ["5.2", "8.7", "16.2"]),
        ("es", "las metas 5.2, 8.7 y 16.2", ["5.2", "8.7", "16.2"]),
        ("ru", "задачи 5.2, 8.7 и 16.2", ["5.2", "8.7", "16.2"]),
        ("ar", "الغايات 5-2 و 8-7 و 16-2", ["5.2", "8.7", "16.2"]),
        ("zh", "具体目标5.2、8.7和16.2", ["5.2", "8.7", "16.2"]),
    ],
)
def test_targets_share_a_head(language: str, text: str, numbers: list[str]) -> None:
    assert [each.number for each in named(text, language=language, kind="target")] == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Alliance 8.7"), ("en", "target 18.3"), ("en", "the target of 5.2 per cent"), ("zh", "目标8.7联盟")],
)
def test_no_targets(language: str, text: str) -> None:
    assert named(text, language=language, kind="target") == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "Recalling paragraphs 5 and 6 of its resolution 58/1 B",
            [("5", "A/RES/58/1 B"), ("6", "A/RES/58/1 B")],
        ),
        ("en", "A/HRC/54/56, para. 86", [("86", "A/HRC/54/56")]),
        ("en", "as set out in paragraph 3 above", [("3", "")]),
        ("fr", "le paragraphe 4 de sa résolution 71/901", [("4", "A/RES/71/901")]),
        ("es", "el párrafo 4 de su resolución 71/901", [("4", "A/RES/71/901")]),
        ("ru", "в пункте 4 резолюции 71/901", [("4", "A/RES/71/901")]),
        ("ar", "الفقرة 4 من قرارها 71/901", [("4", "A/RES/71/901")]),
        ("zh", "第71/901号决议第4段", [("4", "A/RES/71/901")]),
    ],
)
def test_paragraphs_belong_to_the_text_beside_them(language: str, text: str, found: list[tuple[str, str]]) -> None:
    got = named(text, language=language, kind="paragraph")
    assert [(each.number, each.symbol) for each in got] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at its 8979th meeting"),
        ("fr", "à sa 8979e séance"),
        ("es", "en su 8979ª sesión"),
        ("ru", "на своем 8979-м заседании"),
        ("ar", "في جلسته 8979"),
        ("zh", "第8979次会议"),
    ],
)
def test_the_security_council_counts_its_meetings_through(language: str, text: str) -> None:
    assert [each.symbol for each in named(text, language=language, symbol=SC, kind="meeting")] == ["S/PV.8979"]


def test_the_assembly_counts_its_plenary_meetings_in_each_session() -> None:
    (found,) = find(document(conclusion="54th plenary meeting 19 December 2024"))
    assert (found.kind, found.symbol, found.within) == ("meeting", "A/79/PV.54", "conclusion")
    (other,) = find(document(conclusion="47th meeting 12 October 2024", symbol=HRC, session="57"))
    assert (other.kind, other.symbol) == ("meeting", "")


def test_a_meeting_belongs_to_the_body_named_before_it() -> None:
    (found,) = named("the decision of the Security Council at its 8979th meeting", kind="meeting")
    assert found.symbol == "S/PV.8979"


def test_every_place_is_looked_at_and_named() -> None:
    deep = Item("main__para_1__item_a__item_i", "(i)", "resolution 70/3")
    item = Item("main__para_1__item_a", "(a)", "resolution 70/2", (deep,))
    whole = Document(
        "invented",
        "en",
        Masthead(symbol="A/RES/79/400"),
        preamble=(Paragraph("main__pre_1", "", "", "resolution 70/1"),),
        operative=(Paragraph("main__para_1", "1.", "", "resolution 70/1", (item,)),),
        annexes=(Annex("annex_1", "", (Paragraph("annex_1__para_1", "1.", "", "resolution 70/4"),)),),
        footnotes=(Footnote("1", "Resolution 70/5."),),
    )
    assert [(each.within, each.symbol) for each in find(whole)] == [
        ("main__pre_1", "A/RES/70/1"),
        ("main__para_1", "A/RES/70/1"),
        ("main__para_1__item_a", "A/RES/70/2"),
        ("main__para_1__item_a__item_i", "A/RES/70/3"),
        ("annex_1__para_1", "A/RES/70/4"),
        ("note_1", "A/RES/70/5"),
    ]


def test_the_same_is_kept_once_in_a_place() -> None:
    assert len(named("its resolution 70/1, and in its resolution 70/1 again")) == 1
