"""A bullet begins an item, below a letter or right below its paragraph."""

from __future__ import annotations

import pytest

from palermo.documents import Document, Page, Source, parse

TEXT = """The General Assembly,

Mindful of the darkness of the rocks,

1. Requests the keepers to report on:

• Lamps that burn;

• Lamps that were lost and on the oil that they would have
needed in winter;

2. Decides that the report shall have:

(a) A chapter on harbours, with:

• Their depth;

• Their pilots;

(b) A chapter on rocks;

3. Invites the keepers:

– To count the lamps;

– To light them.
"""


def document(form: str) -> Document:
    return parse(Source("invented", form, (Page(1, TEXT if form == "layout" else " ".join(TEXT.split())),)))


@pytest.mark.parametrize("form", ["layout", "pages"])
def test_bullets_are_items(form: str) -> None:
    first, second = document(form).operative[0].items
    assert (first.num, first.text) == ("•", "Lamps that burn;")
    assert second.text.endswith("needed in winter;")
    assert first.id != second.id


@pytest.mark.parametrize("form", ["layout", "pages"])
def test_bullets_stand_below_a_letter(form: str) -> None:
    items = document(form).operative[1].items
    assert [item.num for item in items] == ["(a)", "(b)"]
    assert [below.text for below in items[0].items] == ["Their depth;", "Their pilots;"]


def test_dashes_are_bullets_after_a_colon_or_a_semicolon() -> None:
    assert [item.text for item in document("layout").operative[2].items] == ["To count the lamps;", "To light them."]


def test_a_dash_elsewhere_is_none() -> None:
    text = "The General Assembly,\n\n1. Decides to wait.\n\n– Nobody spoke against it\n"
    assert parse(Source("invented", "layout", (Page(1, text),))).operative[0].items == ()
