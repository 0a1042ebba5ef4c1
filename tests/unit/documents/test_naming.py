"""What a text is called: by its symbol, or where none is printed, by its number and its organ."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.documents import Document, Page, Source, parse
from palermo.documents.grammar import grammar
from palermo.documents.naming import Named, named

HEADS = {
    "old Assembly": ("1814 (XIX). Lamps of the outer rocks", "General Assembly"),
    "letter": ("217 B (III). Lamps of the inner rocks", "General Assembly"),
    "old Council": ("1903 (XLIX). Lamps and their keepers", "Economic and Social Council"),
    "without masthead": ("91/12. Lamps on the coast", "General Assembly"),
    "rights": ("S-40/1. Lamps and rights", "Human Rights Council"),
    "security": ("Resolution 991 (1995) of 3 May 1995", "Security Council"),
}
NAMES = {
    "old Assembly": Named("A/RES/1814 (XIX)", "1814 (XIX).", "Lamps of the outer rocks", "19"),
    "letter": Named("A/RES/217 B (III)", "217 B (III).", "Lamps of the inner rocks", "3"),
    "old Council": Named("E/RES/1903 (XLIX)", "1903 (XLIX).", "Lamps and their keepers", "49"),
    "without masthead": Named("A/RES/91/12", "91/12.", "Lamps on the coast"),
    "rights": Named("A/HRC/RES/S-40/1", "S-40/1.", "Lamps and rights"),
    "security": Named("S/RES/991 (1995)"),
}


@pytest.mark.parametrize("kind", HEADS)
def test_a_text_without_a_symbol_has_one_by_its_number(kind: str) -> None:
    text, organ = HEADS[kind]
    assert named(text, "", organ, grammar("en")) == NAMES[kind]


def test_a_number_of_nobody_is_no_symbol() -> None:
    assert named("91/12. Lamps on the coast", "", "", grammar("en")) == Named("")


@pytest.mark.parametrize(
    ("symbol", "text", "title"),
    [
        ("UNEP/EA.9/RES.4", "adopted in Nairobi 9/4. Oil for lamps", "Oil for lamps"),
        ("A/C.3/91/L.7", "Third Committee Chile and Fiji: draft resolution Keeping lamps lit", "Keeping lamps lit"),
        ("A/C.3/91/L.7/Rev.1", "Chile: revised draft resolution Keeping lamps lit*", "Keeping lamps lit"),
        ("A/RES/91/12", "91/12. Keeping lamps lit 1", "Keeping lamps lit"),
        ("S/PRST/2036/2", "Statement by the President of the Security Council", None),
    ],
)
def test_the_title_follows_the_number_or_the_word_for_a_draft(symbol: str, text: str, title: str | None) -> None:
    assert named(text, symbol, "", grammar("en")).title == (text if title is None else title)


def old_text(ending: str) -> Document:
    text = f"""1814 (XIX). Lamps of the outer rocks
The General Assembly,

Mindful of the darkness of the outer rocks,

1. Declares that every rock shall have a lamp;

2. Invites the keepers to return.

{ending}
"""
    return parse(Source("invented", "layout", (Page(1, text),)))


def test_an_old_text_ends_with_its_meeting_and_day() -> None:
    document = old_text("947th plenary meeting,\n14 December 1964.")
    assert document.conclusion == "947th plenary meeting, 14 December 1964."
    assert document.masthead.adopted == date(1964, 12, 14)
    assert (document.masthead.symbol, document.masthead.organ) == ("A/RES/1814 (XIX)", "General Assembly")


def test_an_old_text_ends_with_its_vote() -> None:
    assert old_text("Adopted unanimously at the 947th meeting.").conclusion == (
        "Adopted unanimously at the 947th meeting."
    )


def test_a_resolution_may_have_paragraphs_only() -> None:
    text = "Resolution 991 (1995)\nof 3 May 1995\nThe Security Council\n\n1. Calls for lamps;\n\n2. Waits.\n"
    document = parse(Source("invented", "layout", (Page(1, text),)))
    assert [paragraph.num for paragraph in document.operative] == ["1.", "2."]
    assert (document.masthead.symbol, document.masthead.adopted) == ("S/RES/991 (1995)", date(1995, 5, 3))


def test_a_subsidiary_organ_speaks_for_itself_and_is_dated_under_its_distribution() -> None:
    text = """United Nations
A/HRC/RES/91/3
General Assembly
Distr.: General
11 July 2036
Original: English
Human Rights Council
Ninety-first session
13 June - 8 July 2036
Resolution adopted by the Human Rights Council on 6 July 2036
91/3. Lamps and rights
The Human Rights Council,

Guided by the purposes of the Charter,

1. Decides to remain seized of the matter.
"""
    head = parse(Source("invented", "layout", (Page(1, text),))).masthead
    assert (head.organ, head.session) == ("Human Rights Council", "91")
    assert (head.issued, head.adopted) == (date(2036, 7, 11), date(2036, 7, 6))
