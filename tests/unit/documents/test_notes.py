"""Notes are told from the lines that only begin with a number."""

from __future__ import annotations

import pytest

from palermo.documents import Page, Source, parse

BODY = (
    "General Assembly\n\nThe General Assembly,\n\nRecalling the lamps 6 and the wicks 7 and the oil, 8\n\n"
    "1. Urges keepers."
)


def notes(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join((BODY, "_______________", *lines))
    return [(note.marker, note.text) for note in parse(Source("lamps", "layout", (Page(1, text),)), "en").footnotes]


@pytest.mark.parametrize("ending", ["Supplement No.", "Supplément no", "vol.", "№", "(see Supplement No."])
def test_a_number_that_the_line_above_asks_for_is_no_marker(ending: str) -> None:
    found = notes(f"6 Official Records, {ending}", "8 (A/52/3).", "7 Wicks.", "8 Oil.")

    assert [marker for marker, _ in found] == ["6", "7", "8"]
    assert found[0][1] == f"Official Records, {ending} 8 (A/52/3)."


def test_a_number_out_of_order_waits_for_the_one_that_is_due() -> None:
    found = notes("6 Lamps, first printed in", "8 Colours of light.", "7 Wicks.", "8 Oil.")

    assert found == [("6", "Lamps, first printed in 8 Colours of light."), ("7", "Wicks."), ("8", "Oil.")]


def test_shuffled_markers_that_come_once_each_are_kept() -> None:
    assert notes("6 Lamps.", "8 Oil.", "7 Wicks.") == [("6", "Lamps."), ("8", "Oil."), ("7", "Wicks.")]


def test_a_line_that_goes_on_in_small_letters_is_part_of_its_note() -> None:
    assert notes("6 Lamps with", "8 wicks each.", "7 Wicks.")[0] == ("6", "Lamps with 8 wicks each.")
