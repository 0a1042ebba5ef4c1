"""English beside the others: what the same rules say of its own forms."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CASES = {
    "Welcomes the new lamps, and in this context takes note of the work of the pilots;": [
        "evaluative affirmation",
        "observing affirmation",
    ],
    "Reaffirms its request to the Secretary-General and to the President of the General Assembly to "
    "light the towers;": ["directive duty: secretary_general, general_assembly"],
    "Notes with deep regret that three towers have fallen dark;": ["evaluative affirmation"],
    "Notes the requests for help and the calls of the keepers;": ["observing affirmation"],
    "Calls for the towers to be opened to Member States;": ["directive encouragement: all_stakeholders"],
    "Demands that the Government of Iceland light the tower, and that it continue to do so;": [
        "directive duty: state"
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_what_an_english_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("en", text)] == CASES[text]


def test_a_verb_with_a_subject_of_its_own_is_an_act() -> None:
    text = "We commit to light every coast and to mend horns, and we note the fog. In this regard, we urge all."
    units = read("en", text, annex=True)
    assert [said(unit) for unit in units] == [
        "deciding duty: states",
        "observing affirmation",
        "directive encouragement: states",
    ]


def test_a_call_that_only_opens_its_items_leaves_them_to_say_what_is_asked() -> None:
    units = read("en", "Calls upon the media:", "Reports from the towers;", "Portraits of keepers;")
    assert [said(unit) for unit in units] == ["directive encouragement: media"] * 2
