"""Words with numbers: lists with a shared head, and who adopted what they name."""

from __future__ import annotations

import pytest

from tests.unit.documents.references.citing import ECOSOC, GA, HRC, SC, cited, named


def test_a_list_shares_its_head() -> None:
    text = "Recalling its resolutions 71/901 of 2 December 2016, 73/902 of 3 December 2018 and 75/903 of 4 March 2021"
    assert cited(text) == ["A/RES/71/901", "A/RES/73/902", "A/RES/75/903"]


def test_titles_between_numbers_do_not_end_a_list() -> None:
    text = (
        "Recalling its resolutions 71/901 of 2 December 2016 on the safety of ferries on inland waters, "
        "73/902 of 3 December 2018 on lighthouses, and 75/903 of 4 March 2021"
    )
    assert cited(text) == ["A/RES/71/901", "A/RES/73/902", "A/RES/75/903"]


@pytest.mark.parametrize("stop", [";", ". Another", "; other"])
def test_a_list_ends_with_its_sentence(stop: str) -> None:
    assert cited(f"Recalling resolutions 71/901 and 73/902{stop} matters, 40/11 and 41/12") == [
        "A/RES/71/901",
        "A/RES/73/902",
    ]


def test_a_word_in_the_singular_takes_one_number() -> None:
    assert cited("Recalling resolution 71/901, which two thirds, 40/60, of the members supported") == ["A/RES/71/901"]


def test_each_word_has_its_own_list() -> None:
    text = "Recalling its resolution 71/901 and its decision 72/502 of 4 May 2018"
    assert cited(text) == ["A/RES/71/901", "A/DEC/72/502"]


def test_without_a_word_a_number_is_no_reference() -> None:
    assert cited("Dial 71/904, leave by 30/06, carry 2/3 and see page 3/7") == []


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        (GA, "A/RES/40/12"),
        (HRC, "A/HRC/RES/40/12"),
        (ECOSOC, "A/RES/40/12"),
        (SC, "A/RES/40/12"),
        ("", "A/RES/40/12"),
    ],
)
def test_its_resolution_is_the_author_s(symbol: str, expected: str) -> None:
    assert cited("Recalling its resolution 40/12", symbol=symbol) == [expected]


def test_its_resolution_is_that_of_whom_the_text_has_just_named() -> None:
    assert cited("the principles endorsed by the Human Rights Council in its resolution 40/12") == ["A/HRC/RES/40/12"]


def test_another_body_in_the_sentence_does_not_own_its_resolution() -> None:
    text = "Having considered the report of the Human Rights Council, recalling its resolution 45/12"
    assert cited(text) == ["A/RES/45/12"]


def test_a_council_without_a_name_is_known_by_its_numbers() -> None:
    text = "Recalling Council resolutions 7/29, 2015/23 and 1325 (2000)"
    assert cited(text, symbol=HRC) == ["A/HRC/RES/7/29", "E/RES/2015/23", "S/RES/1325 (2000)"]


def test_a_bare_list_inherits_the_body_named_before() -> None:
    text = (
        "Recalling Human Rights Council resolution 48/53 and all texts on it, including resolutions 44/57 and 45/47"
    )
    assert cited(text) == ["A/HRC/RES/48/53", "A/HRC/RES/44/57", "A/HRC/RES/45/47"]


def test_a_body_after_the_last_number_owns_the_list() -> None:
    text = (
        "Recalling resolutions 2017/98 of 3 May 2017 and 2021/95 of 22 July 2021 of the Economic and Social Council"
    )
    assert cited(text) == ["E/RES/2017/98", "E/RES/2021/95"]


def test_bodies_after_their_numbers_each_own_theirs() -> None:
    text = "Recalling resolutions 64/12 of the General Assembly and 44/54 of the Human Rights Council"
    assert cited(text) == ["A/RES/64/12", "A/HRC/RES/44/54"]


def test_a_commission_s_resolution_is_named_and_left_open() -> None:
    found = named("Recalling Commission on Narcotic Drugs resolution 61/7 of 16 March 2018")
    assert [(each.symbol, each.text, each.open) for each in found] == [("", "61/7", True)]


def test_no_assembly_adopts_in_sessions_it_has_not_had() -> None:
    assert cited("Recalling its resolution 97/12") == [""]
    assert cited("Recalling its resolution 12/4") == [""]


def test_the_rights_council_has_only_had_so_many_sessions() -> None:
    assert cited("Recalling resolution 70/1 and Human Rights Council resolution 70/2", symbol=HRC)[0] == "A/RES/70/1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("its resolutions 72/12 A and B", ["A/RES/72/12", "A/RES/72/12 B"]),
        ("its resolutions 55/915 B to F", ["A/RES/55/915 B-F"]),
        ("its resolution 55/915 B–F", ["A/RES/55/915 B-F"]),
        ("its resolution 45/912 C", ["A/RES/45/912"]),
        (
            "its resolutions 61/915 B and C of 2 May 2007 and 62/916 B",
            ["A/RES/61/915 B", "A/RES/61/915 C", "A/RES/62/916 B"],
        ),
    ],
)
def test_parts_of_a_resolution_have_letters(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


def test_a_security_council_resolution_without_its_year_is_completed_from_the_text_or_left_open() -> None:
    alone = named("established under Security Council resolution 1999 and extended")
    assert [(each.symbol, each.open) for each in alone] == [("S/RES/1999", True)]
    twice = named("Recalling resolution 1999 (2011) and the Committee under Security Council resolution 1999")
    assert [(each.symbol, each.open) for each in twice] == [("S/RES/1999 (2011)", False)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "resolution 71/ 904",
        "resolution 71 /904",
        "resolution 71/\n904",
        "resolution 7\u00ad1/904",
        "resolution\u00a071/904",
    ],
)
def test_split_numbers_are_joined(text: str) -> None:
    assert cited(f"Recalling its {text} of 4 May 2017") == ["A/RES/71/904"]
