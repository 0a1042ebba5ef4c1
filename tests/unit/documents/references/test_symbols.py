"""Symbols that a text prints."""

from __future__ import annotations

import pytest

from tests.unit.documents.references.citing import cited


@pytest.mark.parametrize(
    "symbol",
    [
        "A/71/53",
        "A/C.3/74/L.10/Rev.1",
        "A/CONF.183/9",
        "A/ES-11/L.1",
        "A/HRC/RES/S-24/1",
        "A/INF/75/3/Rev.1",
        "A/73/12 (Part I)",
        "A/S-23/10/Rev.1",
        "CEDAW/C/GC/38",
        "CTOC/COP/2018/13",
        "E/2002/68/Add.1",
        "E/CN.4/Sub.2/2003/12/Rev.2",
        "E/CN.15/2021/L.4",
        "FCCC/CP/2015/10/Add.1",
        "S/25221",
        "S/2017/939",
        "S/Agenda/8979",
        "S/PRST/2015/25",
        "S/RES/2990 (2024)",
        "A/RES/217(III)",
        "A/RES/72/12 B",
        "ST/SGB/2013/4/Amend.1",
        "UNEP/EA.5/Res.14",
    ],
)
def test_a_printed_symbol_is_taken_whole(symbol: str) -> None:
    assert cited(f"as set out in {symbol}, annex") == [symbol]
    assert cited(f"as set out in the report ({symbol}).") == [symbol]


def test_spellings_of_one_symbol_are_one() -> None:
    assert cited("S/RES/2990(2024)") == ["S/RES/2990 (2024)"]
    assert cited("A/RES/217 A (III)") == ["A/RES/217(III)"]
    assert cited("A/C.3/\n74/L.10") == ["A/C.3/74/L.10"]
    assert cited("A/ES\u201111/L.1") == ["A/ES-11/L.1"]


def test_a_joint_symbol_is_two() -> None:
    assert cited("(A/77/895-S/2023/363)") == ["A/77/895", "S/2023/363"]


def test_several_symbols_of_one_note() -> None:
    assert cited("A/73/188, A/HRC/22/43 and A/HRC/28/61.") == ["A/73/188", "A/HRC/22/43", "A/HRC/28/61"]


def test_the_volume_of_a_supplement_belongs_to_its_symbol() -> None:
    text = "Official Records of the General Assembly, Seventy-fourth Session, Supplement No. 49 (A/74/49), vol. II"
    assert cited(text) == ["A/74/49 (Vol. II)"]


@pytest.mark.parametrize(
    "text",
    [
        "HIV/AIDS",
        "and/or",
        "N/A",
        "COVID-19",
        "ISO/IEC 27001",
        "2/3",
        "km/h",
        "A/B testing",
        "I/2",
        "page 2/7",
        "24/7",
    ],
)
def test_what_only_looks_like_a_symbol_is_none(text: str) -> None:
    assert cited(f"on {text} and more") == []


def test_a_letter_that_begins_a_word_is_no_part() -> None:
    assert cited("A/RES/72/12 A new start") == ["A/RES/72/12"]
