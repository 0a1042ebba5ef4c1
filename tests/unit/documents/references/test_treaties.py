"""Treaties by title and by their place in the Treaty Series, and the chains of "Ibid." between notes."""

from __future__ import annotations

import pytest

from palermo.documents import Reference
from palermo.reference import load
from tests.unit.documents.references.citing import in_notes, named

UNTOC = {
    "en": "United Nations, Treaty Series, vol. 2225, No. 39574.",
    "fr": "Nations Unies, Recueil des Traités, vol. 2225, no 39574.",
    "es": "Naciones Unidas, Treaty Series, vol. 2225, núm. 39574.",
    "ru": "United Nations, Treaty Series, vol. 2225, No. 39574.",
    "ar": "الأمم المتحدة، مجموعة المعاهدات، المجلد 2225، الرقم 39574.",
    "zh": "联合国，《条约汇编》，第2225卷，第39574号。",
}
IBID = {
    "en": "Ibid., vol. 2237, No. 39574.",
    "fr": "Ibid., vol. 2237, no 39574.",
    "es": "Ibid., vol. 2237, núm. 39574.",
    "ru": "Там же, том 2237, № 39574.",
    "ar": "المرجع نفسه، المجلد 2237، الرقم 39574.",
    "zh": "同上，第2237卷，第39574号。",
}


def placed(found: list[Reference]) -> list[tuple[str, str, str, str, str, bool]]:
    """What a reference says, in short."""
    return [(each.within, each.kind, each.instrument, each.volume, each.number, each.open) for each in found]


@pytest.mark.parametrize("language", UNTOC)
def test_a_chain_goes_on_in_each_language(language: str) -> None:
    found = in_notes({"5": UNTOC[language], "6": IBID[language]}, language=language)
    assert placed(found) == [
        ("note_5", "treaty", "UNTOC", "2225", "39574", False),
        ("note_6", "treaty", "TIP", "2237", "39574", False),
    ]


@pytest.mark.parametrize("language", IBID)
def test_a_page_that_begins_with_ibid_leaves_it_open(language: str) -> None:
    found = in_notes({"6": IBID[language]}, language=language)
    assert placed(found) == [("note_6", "ibid", "", "2237", "39574", True)]


def test_notes_of_a_lone_page_and_of_two_joined_ones() -> None:
    page = {
        "8": "Ibid., vol. 266, No. 3822.",
        "6": IBID["en"],
        "7": "Ibid., vol. 2171, No. 27531.",
        "9": "Resolutions 71/901 and 73/902.",
    }
    alone = in_notes(page)
    assert [(each.within, each.kind, each.open) for each in alone] == [
        ("note_6", "ibid", True),
        ("note_7", "ibid", True),
        ("note_8", "ibid", True),
        ("note_9", "document", False),
        ("note_9", "document", False),
    ]
    joined = in_notes({"5": UNTOC["en"], **page})
    assert placed(joined)[1:4] == [
        ("note_6", "treaty", "TIP", "2237", "39574", False),
        ("note_7", "treaty", "OPSC", "2171", "27531", False),
        ("note_8", "treaty", "SLAVERY1956", "266", "3822", False),
    ]


def test_a_missing_note_breaks_the_chain() -> None:
    assert [each.open for each in in_notes({"5": UNTOC["en"], "7": IBID["en"]})] == [False, True]


def test_a_bare_ibid_is_what_the_note_before_names() -> None:
    found = in_notes(
        {"1": "See A/60/687 and A/61/5.", "2": "Ibid., annex.", "3": "Ibid.", "4": "A/70/1.", "5": "Ibid."}
    )
    assert [(each.within, each.symbol) for each in found] == [
        ("note_1", "A/60/687"),
        ("note_1", "A/61/5"),
        ("note_2", "A/60/687"),
        ("note_2", "A/61/5"),
        ("note_3", "A/60/687"),
        ("note_3", "A/61/5"),
        ("note_4", "A/70/1"),
        ("note_5", "A/70/1"),
    ]


def test_an_ibid_that_names_its_own_symbol_needs_nothing_else() -> None:
    notes = {
        "7": "Official Records of the General Assembly, Seventy-sixth Session, Supplement No. 53 (A/76/53).",
        "8": "Ibid., Seventy-fifth Session, Supplement No. 53 (A/75/53), chap. V.",
        "9": "Ibid.",
    }
    assert [each.symbol for each in in_notes(notes)] == ["A/76/53", "A/75/53", "A/75/53"]


def test_an_ibid_after_words_alone_stays_open() -> None:
    assert placed(in_notes({"1": "As some delegations said.", "2": "Ibid."})) == [
        ("note_2", "ibid", "", "", "", True)
    ]


def test_the_league_of_nations_has_a_series_of_its_own() -> None:
    found = in_notes({"1": "League of Nations, Treaty Series, vol. LX, No. 1414.", "2": "Ibid., vol. II, No. 9."})
    assert placed(found) == [
        ("note_1", "treaty", "SLAVERY1926", "LNTS 60", "LNTS 1414", False),
        ("note_2", "treaty", "", "LNTS 2", "LNTS 9", False),
    ]


def test_volumes_and_numbers_share_a_head() -> None:
    found = in_notes({"1": "United Nations, Treaty Series, vols. 2171 and 2173, No. 27531; and resolution 66/138."})
    assert [(each.instrument, each.symbol) for each in found] == [("OPSC", ""), ("OPAC", ""), ("", "A/RES/66/138")]
    four = in_notes({"1": "United Nations, Treaty Series, vol. 75, Nos. 970–973."})
    assert [each.number for each in four] == ["970", "971", "972", "973"]


def test_a_publication_has_a_sales_number() -> None:
    (found,) = in_notes({"1": "Report of a conference (United Nations publication, Sales No. E.96.IV.13), chap. I."})
    assert (found.kind, found.symbol, found.number) == ("document", "", "E.96.IV.13")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("code", ["UNTOC", "TIP", "SOM", "CRC", "OPSC", "CEDAW", "SLAVERY1956", "ROME"])
def test_every_title_is_found_in_every_language(language: str, code: str) -> None:
    title = load().instruments[code].title(language)
    assert [each.instrument for each in named(f"… {title}, …", language=language, kind="treaty")] == [code]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (
            "en",
            "the Protocol to Prevent, Suppress and Punish Trafficking in\nPersons, Especially Women and Children",
            "TIP",
        ),
        ("fr", "la CONVENTION relative aux droits de l’enfant", "CRC"),
        ("ru", "положений Конвенции Организации Объединенных Наций против коррупции", "UNCAC"),
        ("ru", "в соответствии с Международной конвенцией о ликвидации всех форм расовой дискриминации", "CERD"),
        ("ar", "وإذ تشير إلى أحكام واتفاقية حقوق الطفل", "CRC"),
        ("zh", "回顾《儿童权利公约》的规定", "CRC"),
    ],
)
def test_titles_survive_case_endings_and_line_breaks(language: str, text: str, code: str) -> None:
    assert [each.instrument for each in named(text, language=language, kind="treaty")] == [code]


def test_a_title_inside_a_longer_one_is_not_told_twice() -> None:
    text = (
        "the Optional Protocol to the Convention on the Rights of the Child on the sale of children, "
        "child prostitution and child pornography"
    )
    assert [each.instrument for each in named(text, kind="treaty")] == ["OPSC"]
