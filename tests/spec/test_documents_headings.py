"""A heading is no recital and no paragraph: it stands above the paragraph that follows it."""

from __future__ import annotations

import pytest

from palermo.documents import Document, Page, Source, parse

ENGLISH = """United Nations
S/RES/2991 (2036)
Security Council
Distr.: General
3 June 2036
Resolution 2991 (2036)
Adopted by the Security Council at its 9900th meeting, on 3 June 2036
The Security Council,

Deploring the wrecking of the harbour lamps by unknown hands,

Acting under Chapter VII of the Charter of the United Nations,

I

Return of the lamp keepers, of their families and of all who served on the outer rocks before the
evacuation of the southern harbours

1. Demands that the keepers return before winter;

2. Decides that the lamps be lit;

Safety of the harbours

3. Requests the Secretary-General to report.
"""
RUSSIAN = """Организация Объединенных Наций
A/RES/91/305
Генеральная Ассамблея
Девяносто первая сессия
Резолюция, принятая Генеральной Ассамблеей 5 мая 2036 года
91/305. Свет маяков
Генеральная Ассамблея,

ссылаясь на свои резолюции о маяках,

будучи глубоко обеспокоена темнотой на берегах,

Возвращение смотрителей маяков

1. настоятельно призывает государства зажечь огни;

2. просит Генерального секретаря представить доклад.
"""
FLAT = {"layout": False, "pages": True}


def document(text: str, form: str) -> Document:
    """The text with its lines, or as one string."""
    return parse(Source("invented", form, (Page(1, " ".join(text.split()) if FLAT[form] else text),)))


@pytest.mark.parametrize("form", FLAT)
def test_a_heading_above_the_first_number_is_no_recital(form: str) -> None:
    parsed = document(ENGLISH, form)
    assert [paragraph.phrase for paragraph in parsed.preamble] == ["Deploring", "Acting"]
    assert parsed.preamble[-1].text.endswith("Charter of the United Nations,")
    assert parsed.operative[0].heading.replace("\n", " ").startswith("I Return of the lamp keepers")
    assert parsed.operative[2].heading == "Safety of the harbours"


@pytest.mark.parametrize("form", FLAT)
def test_a_heading_is_told_where_recitals_begin_in_small_letters(form: str) -> None:
    parsed = document(RUSSIAN, form)
    assert [paragraph.phrase for paragraph in parsed.preamble] == ["ссылаясь", "будучи глубоко обеспокоена"]
    assert parsed.operative[0].heading == "Возвращение смотрителей маяков"


def test_a_section_has_recitals_of_its_own() -> None:
    text = ENGLISH.replace("3. Requests", "Having heard the keepers of the southern lamps,\n\n1. Requests")
    parsed = document(text, "layout")
    recital = parsed.operative[2]
    assert (recital.num, recital.phrase, recital.heading) == ("", "Having heard", "Safety of the harbours")
    assert [paragraph.num for paragraph in parsed.operative] == ["1.", "2.", "", "1."]


def test_a_line_that_pauses_is_a_paragraph() -> None:
    parsed = document(ENGLISH.replace("Safety of the harbours", "Mindful of the harbours,"), "layout")
    assert parsed.operative[2].heading == ""
    assert parsed.operative[2].text == "Mindful of the harbours,"


def test_a_figure_belongs_to_its_heading_in_flattened_text() -> None:
    russian = document(RUSSIAN.replace("Возвращение", "II. Возвращение"), "pages")
    assert russian.operative[0].heading == "II. Возвращение смотрителей маяков"


DRAFT = """United Nations
E/RES/2036/13
Economic and Social Council
2036 session
Resolution adopted by the Economic and Social Council on 21 July 2036
2036/13. Lamps and their keepers
The Economic and Social Council

Recommends to the General Assembly the adoption of the following draft resolution:

The General Assembly,

Recalling the count of the lamps, held in harbours,

Reaffirming that every lamp counts,

1. Encourages States to count their lamps;

2. Invites the keepers to help.
"""


@pytest.mark.parametrize("form", FLAT)
def test_the_draft_of_another_organ_keeps_its_recitals(form: str) -> None:
    parsed = document(DRAFT, form)
    assert [(paragraph.num, paragraph.phrase) for paragraph in parsed.operative if paragraph.phrase] == [
        ("", "Recommends"),
        ("", "Recalling"),
        ("", "Reaffirming"),
        ("1.", "Encourages"),
        ("2.", "Invites"),
    ]


SECTIONS = """United Nations
A/RES/91/262
General Assembly
Ninety-first session
Resolution adopted by the General Assembly on 5 May 2036
91/262. Lamps of the biennium
The General Assembly,

I

Oil

Recalling its decision on oil,

1. Takes note of the report;

2. Endorses the conclusions.
"""


@pytest.mark.parametrize("form", FLAT)
def test_a_text_in_sections_has_a_masthead(form: str) -> None:
    parsed = document(SECTIONS, form)
    assert (parsed.enacting, parsed.masthead.title) == ("The General Assembly,", "Lamps of the biennium")
    assert [paragraph.num for paragraph in parsed.operative] == ["1.", "2."]


def test_a_first_line_alone_makes_no_heading() -> None:
    wide = "Noting that the keepers of the southern harbours have counted every lamp of the coast twice,"
    text = DRAFT.replace("Recalling the count", f"{wide}\n\nRecalling,\nas before, the count")
    parsed = document(text, "layout")
    assert [paragraph.phrase for paragraph in parsed.operative][2:4] == ["Noting", "Recalling"]


def test_a_heading_at_the_top_of_a_page_is_none_of_the_page_before() -> None:
    first, second = ENGLISH.split("Safety of the harbours")
    pages = (Page(1, first), Page(2, f"S/RES/2991 (2036)\n\nSafety of the harbours{second}"))
    parsed = parse(Source("invented", "layout", pages))
    assert parsed.operative[1].text == "Decides that the lamps be lit;"
    assert parsed.operative[2].heading == "Safety of the harbours"
