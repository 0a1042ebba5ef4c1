"""A footnote is read as a withdrawal only where no second reading is possible."""

from __future__ import annotations

import pytest

from palermo.sources import withdrawals

OWN, OTHERS = ("Burundi",), ("Canada", "Gambia", "Niger", "Netherlands")


def found(note: str) -> tuple[str, str]:
    held = withdrawals.find(note, OWN, OTHERS)
    assert held is not None
    return str(held.notified or ""), str(held.effect or "")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("On 2 May 2016, the Government of Burundi denounced the Convention.", ("2016-05-02", "")),
        ("Burundi denounced the Convention with effect from 2 May 2017.", ("", "2017-05-02")),
        (
            "In a communication received on 2 May 2016, Burundi notified its decision to withdraw from the Protocol. "
            "The action took effect for Burundi on 2 May 2017.",
            ("2016-05-02", "2017-05-02"),
        ),
        (
            "On 2 May 2016, Burundi notified its withdrawal from the Statute, which shall take effect on 2 May 2017.",
            ("2016-05-02", "2017-05-02"),
        ),
        (
            "Le 2 mai 2016, le Gouvernement du Burundi a dénoncé la Convention avec effet au 1er mars 2017.",
            ("2016-05-02", "2017-03-01"),
        ),
        ("Le retrait de Burundi de la Convention prendra effet le 2 août 2017.", ("", "2017-08-02")),
    ],
)
def test_days_are_taken_from_plain_sentences(note, expected):
    assert found(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "",
        "As from 9 April 2009. Formerly: Upper Burundi.",
        "On 2 May 2016, Burundi informed the Secretary-General that it had decided to withdraw the reservation to "
        "part of the text, made upon accession.",
        "Burundi withdrew its declaration on 2 May 2016.",
        "With a declaration under which it consents.",
    ],
)
def test_notes_on_other_things_are_no_withdrawal(note):
    assert withdrawals.find(note, OWN, OTHERS) is None


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("Burundi denounced the Convention.", "no date"),
        ("On 2 May 2016 Canada denounced the Convention.", "does not name this State"),
        ("On 2 May 2016 Burundi and Gambia denounced the Convention.", "also names Gambia"),
        ("On 2 May 2016 Burundi denounced article 5 of the Convention.", "limits"),
        ("On 2 May 2016 Burundi denounced the Convention in respect of an island.", "limits"),
        ("Burundi decided to rescind its notification of withdrawal of 2 May 2016.", "limits"),
        ("On 2 May 2016 Burundi denounced the Convention and withdrew its reservation.", "reservation"),
        ("Burundi denounced it with effect from 2 May 2016, later with effect from 2 May 2017.", "more than one"),
        ("Burundi denounced the Convention with effect from 31 February 2017.", "no date"),
        ("On 2 May 2016 Burundi denounced it with effect from 2 May 2015.", "before its notification"),
    ],
)
def test_anything_else_is_for_a_person_to_read(note, why):
    with pytest.raises(withdrawals.Unclear, match=why):
        withdrawals.find(note, OWN, OTHERS)


def test_a_name_inside_another_is_not_that_state():
    with pytest.raises(withdrawals.Unclear, match="does not name this State"):
        withdrawals.find("On 2 May 2016 Nigeria denounced the Convention.", ("Niger",), OTHERS)
