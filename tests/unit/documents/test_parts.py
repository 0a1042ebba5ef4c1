"""The small rules that find the parts of a text: furniture, marks, notes, phrases, numbers, languages."""

from __future__ import annotations

from time import monotonic

import pytest

from palermo.documents import Footnote, Page, Source, Span, parse
from palermo.documents.flow import Line, joined, lines_of
from palermo.documents.furniture import after, strip
from palermo.documents.grammar import grammar
from palermo.documents.grammar.patterns import day_in
from palermo.documents.languages import language_of
from palermo.documents.marking import marked, marks_in, unmarked
from palermo.documents.marks import item_at, letter_of, number_at
from palermo.documents.masthead import SYMBOL, head_of
from palermo.documents.notes import footnotes
from palermo.documents.phrases import phrase_in

EN = grammar("en")


def lines(text: str) -> tuple[Line, ...]:
    return tuple(lines_of(Page(1, text)))


@pytest.mark.parametrize(
    ("text", "part", "phrase"),
    [
        ("Recalling also the lamp,", "preamble", "Recalling also"),
        ("Deeply concerned that lamps go out,", "preamble", "Deeply concerned"),
        ("Expressing its deep appreciation to keepers,", "preamble", "Expressing its deep appreciation"),
        ("Reiterating its strong condemnation of the dark,", "preamble", "Reiterating its strong condemnation"),
        ("Taking note with appreciation further of oil,", "preamble", "Taking note with appreciation further"),
        ("Recalling its resolutions,", "preamble", "Recalling"),
        ("Welcomes further briefings on lamps;", "operative", "Welcomes"),
        ("Decides further that lamps burn;", "operative", "Decides further"),
        ("Notes with concern the dark;", "operative", "Notes with concern"),
        ("Also calls upon keepers to wake;", "operative", "Also calls upon"),
        ("Strongly condemns the dark;", "operative", "Strongly condemns"),
        ("Welcomes and urges the gift of oil;", "operative", "Welcomes and urges"),
        ("Wel comes the gift of oil;", "operative", "Welcomes"),
        ("We reaffirm our lamp.", "declaration", "We reaffirm"),
        ("Ensure that lamps burn.", "declaration", "Ensure"),
        ("Lamps and their keepers", "operative", ""),
    ],
)
def test_the_opening_phrase(text: str, part: str, phrase: str) -> None:
    assert phrase_in(text, part, EN) == phrase


def test_some_organs_set_fewer_words_with_the_verb() -> None:
    text = "Condemns in the strongest terms the dark;"
    assert phrase_in(text, "operative", EN) == "Condemns in the strongest terms"
    assert phrase_in(text, "operative", EN, short=True) == "Condemns"


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/78/228",
        "S/RES/1540 (2004)",
        "A/HRC/RES/54/20",
        "E/2021/L.31",
        "A/RES/ES-11/1",
        "A/DEC/77/538 B",
        "S/PRST/2015/25",
    ],
)
def test_a_symbol_is_found_whole(symbol: str) -> None:
    match = SYMBOL.match(symbol)
    assert match
    assert match[0] == symbol


@pytest.mark.parametrize(
    ("text", "value"), [("14. Urges", 14), ("l. Urges", 1), ("0.006 per cent", None), ("Urges", None)]
)
def test_the_number_of_a_paragraph(text: str, value: int | None) -> None:
    mark = number_at(text, EN)
    assert (mark.value if mark else None) == value


@pytest.mark.parametrize(("text", "letter"), [("(a) To trim", "a"), ("(iv) To clean", "iv"), ("(2004) was", None)])
def test_the_letter_of_an_item(text: str, letter: str | None) -> None:
    mark = item_at(text, EN)
    assert (letter_of(mark.printed) if mark else None) == letter


def test_marks_of_notes_are_told_from_other_numbers() -> None:
    body = lines("Recalling resolution 7 of 8 May 2030, 7 and the Convention 8 in force for 9 years,")
    notes = [Footnote(marker, "x", (Span(1, 0, 1),)) for marker in ("7", "8")]
    text = marked(body, notes, EN)[0].text
    assert marks_in(text) == ("7", "8")
    assert unmarked(text) == "Recalling resolution 7 of 8 May 2030, and the Convention in force for 9 years,"
    assert len(text) == len(body[0].text)


def test_a_day_after_the_number_is_no_mark() -> None:
    body = lines("Recalling the meeting of 1 August 2030 and the lamp 1 that burned,")
    text = marked(body, [Footnote("1", "x", (Span(1, 0, 1),))], EN)[0].text
    assert unmarked(text) == "Recalling the meeting of 1 August 2030 and the lamp that burned,"


def test_notes_keep_numbers_that_begin_their_lines() -> None:
    found = footnotes(
        lines("4 See lamps, Supplement No.\n53 (A/91/53), chap. V.\n5 Ibid., vol. 9, No. 1."), flat=False
    )
    assert [(note.marker, note.text) for note in found] == [
        ("4", "See lamps, Supplement No. 53 (A/91/53), chap. V."),
        ("5", "Ibid., vol. 9, No. 1."),
    ]


def test_shuffled_notes_keep_their_markers() -> None:
    found = footnotes(lines("6 Lamp six.\n5 Lamp five."), flat=False)
    assert {note.marker: note.text for note in found} == {"6": "Lamp six.", "5": "Lamp five."}


def test_a_marker_carried_to_the_end_of_the_page_comes_back() -> None:
    line = lines("6 Ibid., vol. 1, No. 2. Ibid., vol. 3, No. 4. 8 Ibid., vol. 5, No. 6. 7")
    assert [(note.marker, note.text) for note in footnotes(line, flat=True)] == [
        ("6", "Ibid., vol. 1, No. 2."),
        ("7", "Ibid., vol. 3, No. 4."),
        ("8", "Ibid., vol. 5, No. 6."),
    ]


def test_a_running_title_over_two_lines_is_taken_off() -> None:
    first = "The General Assembly,\n\nRecalling the lamp,"
    second = "A/RES/91/1\nOn lamps that burn\nthrough the night\n\nand the oil,\n\n36-20111  2/2"
    stripped = strip(Source("x", "layout", (Page(1, first), Page(2, second))), "On lamps that burn through the night")
    assert [line.text for line in stripped.body] == ["The General Assembly,", "Recalling the lamp,", "and the oil,"]


def test_a_title_is_passed_over_though_it_was_split() -> None:
    assert after("A On la mps and", 2, "On lamps") == 11
    assert after("A On oil", 2, "On lamps") == 2


def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_word() -> None:
    assert joined(lines("the light\u00ad\nhouses of\u00a0the coast")) == "the lighthouses of the coast"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The keepers of the lamps and the boats", "en"),
        ("Les gardiens des phares et des bateaux dans la nuit", "fr"),
        ("Los guardianes de los faros y del mar", "es"),
        ("Хранители маяков", "ru"),
        ("حراس المنارات", "ar"),
        ("灯塔看守人", "zh"),
        ("1234", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "day"),
    [("on28 April 2004", "2004-04-28"), ("31 February 2004", None), ("in May", None)],
)
def test_a_day(text: str, day: str | None) -> None:
    found = day_in(text, EN)
    assert (found.isoformat() if found else None) == day


def test_a_language_that_is_none_of_the_six() -> None:
    with pytest.raises(ValueError, match="expected a language among en, fr"):
        grammar("de")


def test_a_flattened_text_may_count_anew_and_may_have_lost_a_number() -> None:
    text = "The General Assembly, Recalling oil, 1. Notes oil; 3. Notes wicks; 4. Notes 12. ash; I Sea 1. Notes tar."
    document = parse(Source("x", "pages", (Page(1, text),)))
    assert [paragraph.num for paragraph in document.operative] == ["1.", "3.", "4.", "1."]
    assert len({paragraph.id for paragraph in document.operative}) == 4


@pytest.mark.parametrize(
    "text", ["and also further " * 5_000, "(a) (i) " * 5_000, "1 2 3 4 5 6 7 8 9 " * 3_000, "“" * 20_000]
)
def test_no_text_keeps_the_reader_long(text: str) -> None:
    begun = monotonic()
    for form in ("layout", "pages"):
        parse(Source("x", form, (Page(1, f"The General Assembly, {text}"),)))
    assert monotonic() - begun < 20  # far above what it takes, far below what trying every way would


def test_a_page_from_the_middle_has_no_head() -> None:
    head = head_of(Source("x", "pages", (Page(1, "A/RES/91/1 On lamps and so on, At the end"),)), EN)
    assert (head.masthead.symbol, head.end) == ("A/RES/91/1", 0)
