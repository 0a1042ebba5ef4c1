"""Pages of one text that come alone: what is open, what is closed, and what is not. The texts are invented."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from palermo.documents import Document, Page, Reference, Source, parse, read
from palermo.documents.joining import Gap, Joined, join
from palermo.documents.references import find

HEAD = (
    "United Nations A/RES/91/412 General Assembly Ninety-first session "
    "91/412. Keeping lighthouses lit The General Assembly, "
)
RUNNING = "A/RES/91/412 Keeping lighthouses lit "
RULE = " __________________ "
ONE = (
    f"{HEAD}Recalling its resolution 89/31 of 4 December 2034, 1 Recalling also the Convention on the Keeping of "
    f"Lights, 2 as well as the Protocol on{RULE}1 Resolution 89/31. 2 United Nations, Treaty Series, vol. 2225, "
    "No. 39574. 1/5"
)
TWO = (
    f"{RUNNING}Lamps of Small Harbours, 3 which keepers hold dear, Reaffirming that lights were built: (a) To guide "
    "boats at night, (b) To warn of rocks, Taking note of the survey of lights, 4 Noting the oil that the harbours "
    f"lent{RULE}3 Ibid., vol. 2237, No. 39574. 4 A/91/88. 2/5"
)
THREE = f"{RUNNING}to one another, 1. Urges States to keep every lamp lit; 2. Requests keepers to report. 3/5"
FOUR = f"{RUNNING}3. Invites harbours to lend oil; 4. Calls upon ships to carry lamps; 4/5"
FIVE = f"{RUNNING}Annex Rules of the lamps 1. Keep the wick dry. 2. Count the lamps. 5/5"
PAGES = (ONE, TWO, THREE, FOUR, FIVE)


def alone(text: str, name: str = "page", form: str = "pages", number: int = 1) -> Source:
    return Source(name, form, (Page(number, text),))


def joined(*texts: str) -> Joined:
    return join([alone(text) for text in texts])


def ibid(document: Document) -> Reference:
    return next(reference for reference in document.references if reference.within == "note_3")


def test_a_page_alone_is_open_at_both_ends_and_so_is_its_ibid() -> None:
    document = parse(alone(TWO))
    first, reaffirming, _, last = document.preamble
    assert (first.open_start, first.open_end, last.open_start, last.open_end) == (True, False, False, True)
    assert [item.num for item in reaffirming.items] == ["(a)", "(b)"]
    assert [note.marker for note in document.footnotes] == ["3", "4"]
    assert ibid(replace(document, references=find(document))).open


@pytest.mark.parametrize("form", ["pages", "layout"])
def test_items_at_the_top_of_a_page_belong_to_a_paragraph_whose_words_are_not_at_hand(form: str) -> None:
    text = "A/RES/91/412\n\n(c) To warn of rocks;\n\n(d) To guide boats;\n\n4. Urges keepers to keep watch;\n\n3/5"
    above, fourth = parse(alone(text, form=form)).operative
    assert (above.id, above.num, above.text, above.open_start) == ("main__free_1", "", "", True)
    assert [(item.num, item.text) for item in above.items] == [
        ("(c)", "To warn of rocks;"),
        ("(d)", "To guide boats;"),
    ]
    assert (fourth.num, fourth.open_start) == ("4.", False)


def test_a_small_letter_goes_on_with_the_page_before_whatever_verb_follows() -> None:
    page = parse(
        alone(f"{RUNNING}taking into account the price of oil, Recalling its lamps, 3/5"),
        title="Keeping lighthouses lit",
    )
    assert [(paragraph.text, paragraph.open_start) for paragraph in page.preamble] == [
        ("taking into account the price of oil,", True),
        ("Recalling its lamps,", False),
    ]


def test_a_last_page_may_hold_nothing_but_the_meeting() -> None:
    page = parse(alone("A/RES/91/412\n\n71st plenary meeting\n17 December 2036\n\n5/5", form="layout"))
    assert (list(page.paragraphs()), page.conclusion) == ([], "71st plenary meeting 17 December 2036")


def test_joined_with_the_page_before_its_halves_and_its_chain_are_closed() -> None:
    document = joined(TWO, ONE).document
    assert [note.marker for note in document.footnotes] == ["1", "2", "3", "4"]
    halves = document.preamble[1]
    assert halves.text.endswith("as well as the Protocol on Lamps of Small Harbours, which keepers hold dear,")
    assert not halves.open_start
    closed = ibid(document)
    assert (closed.kind, closed.volume, closed.number, closed.open) == ("treaty", "2237", "39574", False)
    assert closed.instrument == "TIP"


def test_what_is_missing_is_told_before_between_and_after() -> None:
    part = joined(FOUR, TWO)
    assert part.pages == (2, 4)
    assert part.missing == (1, 3, 5)
    assert part.gaps == (
        Gap((1,), "", "main__page_2__pre_1"),
        Gap((3,), "main__page_2__pre_4", "main__para_3"),
        Gap((5,), "main__para_4", ""),
    )


def test_the_running_title_goes_where_two_pages_show_it() -> None:
    assert parse(alone(TWO)).preamble[0].text.startswith("Keeping lighthouses lit Lamps"), "one page does not tell"
    assert joined(TWO, FOUR).document.preamble[0].text.startswith("Lamps of Small Harbours")


def test_nothing_is_closed_over_a_gap() -> None:
    document = joined(ONE, THREE, FOUR, FIVE).document
    half, other = document.preamble[-2:]
    assert (half.open_end, other.open_start) == (True, True)
    assert (half.text[-11:], other.text) == ("Protocol on", "to one another,")
    assert other.id == "main__page_3__pre_1"


def test_ibid_stays_open_over_a_gap() -> None:
    document = joined(TWO, THREE).document
    assert ibid(document).open


def test_after_operative_paragraphs_nothing_is_preamble() -> None:
    whole = join([alone(text) for text in (ONE, TWO, THREE, f"{RUNNING}and to sail on. 9. Asks for oil; 5/5")])
    assert [paragraph.id for paragraph in whole.document.operative[-2:]] == ["main__page_5__free_1", "main__para_9"]


def test_numbers_that_begin_again_after_a_gap_are_an_annex() -> None:
    after = f"{RUNNING}1. Keep the wick dry. 2. Count the lamps. 5/5"
    document = joined(ONE, TWO, THREE, after).document
    (annex,) = document.annexes
    assert [paragraph.id for paragraph in annex.paragraphs] == ["annex_1__para_1", "annex_1__para_2"]
    assert [paragraph.num for paragraph in document.operative] == ["1.", "2."]


def test_an_annex_goes_on_after_a_gap_in_it() -> None:
    texts = [
        *PAGES[:4],
        FIVE.replace("5/5", "5/7"),
        f"{RUNNING}8. Ensure that wicks are dry. Annex Signals 1. Ring the bell. 7/7",
    ]
    document = joined(*texts).document
    assert [(annex.id, len(annex.paragraphs)) for annex in document.annexes] == [("annex_1", 3), ("annex_2", 1)]
    assert document.annexes[1].paragraphs[0].id == "annex_2__para_1"


def test_a_page_of_another_text_is_set_aside() -> None:
    stranger = FOUR.replace("91/412", "77/3")
    whole = joined(*PAGES, stranger)
    assert [(aside.source.pages[0].text, aside.reason) for aside in whole.aside] == [(stranger, "other text")]
    assert whole.missing == ()


def test_of_two_pages_with_one_number_the_longer_stays() -> None:
    short = FOUR.replace("; 4. Calls upon ships to carry lamps;", ";")
    whole = joined(*PAGES, short)
    assert [(aside.source.pages[0].text, aside.reason) for aside in whole.aside] == [(short, "repeated")]
    assert whole.document == joined(*PAGES).document


def test_pages_that_print_no_numbers_are_taken_as_their_sources_number_them() -> None:
    bare = [text[:-4] for text in PAGES]
    given = [alone(text, number=number) for number, text in enumerate(bare, 1)]
    assert join(reversed(given)).document == join(given).document
    assert join([alone(text) for text in bare]).document == join(given).document, "else as they come"


def test_a_page_without_a_number_among_others_is_set_aside_unless_it_is_the_first() -> None:
    whole = joined(ONE[:-4], TWO, f"{RUNNING}to one another.")
    assert whole.pages == (1, 2)
    assert [aside.reason for aside in whole.aside] == ["unnumbered"]


def test_pages_of_both_forms_are_joined_flattened() -> None:
    laid_out = TWO.replace(RULE, "\n__________________\n").replace(" 2/5", "\n2/5")
    whole = join([alone(ONE), alone(laid_out, form="layout")])
    assert whole.source.form == "pages"
    assert whole.document == joined(ONE, TWO).document


def test_places_are_told_on_the_pages_at_hand() -> None:
    part = joined(TWO, FOUR)
    third = next(paragraph for paragraph in part.document.operative if paragraph.num == "3.")
    span = third.spans[0]
    assert (span.page, part.pages[span.page - 1]) == (2, 4)
    assert part.source.pages[span.page - 1].text[span.start : span.end].startswith("Invites harbours")


@pytest.mark.parametrize("given", [[], [alone(" \n ")]])
def test_nothing_to_join_is_refused(given: list[Source]) -> None:
    with pytest.raises(ValueError, match="expected pages with text"):
        join(given)


def test_xml_has_no_pages_to_join() -> None:
    with pytest.raises(ValueError, match="got XML"):
        join([alone("<akomaNtoso/>", form="akn")])


def shared() -> Path:
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    return Path(folder, "data", "documents")


def before(folder: Path, symbol: str) -> Source:
    """The first page of a later resolution of the same words, as if it were that of this one."""
    first = json.loads((folder / "pages/A_RES_74_176.en.jsonl").read_text(encoding="utf-8").splitlines()[0])["text"]
    text = (
        first.replace("74/176", symbol)
        .replace("1/13", "1/7")
        .replace("Trafficking in __", "Trafficking in Persons, __")
    )
    return alone(text)


@pytest.mark.shared
def test_the_real_page_alone_and_with_the_page_before() -> None:
    folder = shared()
    page = read(next((folder / "seed").glob("*.txt")))
    document = parse(page)
    assert (document.preamble[0].open_start, document.preamble[-1].open_end) == (True, True)
    assert [item.num for part in document.preamble for item in part.items] == [
        "(a)",
        "(b)",
        "(c)",
        "(d)",
        "(e)",
        "(f)",
    ]
    assert [note.marker for note in document.footnotes] == ["6", "7", "8", "9"]
    assert [reference.open for reference in find(document) if reference.kind == "ibid"] == [True] * 3
    whole = join([page, before(folder, "70/179")])
    assert whole.missing == (3, 4, 5, 6, 7)
    chain = [each for each in whole.document.references if each.within in ("note_6", "note_7", "note_8")]
    assert [(each.volume, each.number, each.instrument, each.open) for each in chain] == [
        ("2237", "39574", "TIP", False),
        ("2171", "27531", "OPSC", False),
        ("266", "3822", "SLAVERY1956", False),
    ]
    halves = next(paragraph for paragraph in whole.document.preamble if "Protocol to Prevent" in paragraph.text)
    assert "Trafficking in Persons, Especially Women and Children," in halves.text


@pytest.mark.shared
def test_every_text_that_comes_page_by_page_from_the_last_is_the_text() -> None:
    folder = shared()
    files = sorted((*folder.glob("text/*.txt"), *folder.glob("pages/*.jsonl"), *folder.glob("pdf/*.pdf")))
    assert files
    for file in files:
        source = read(file)
        whole = parse(source)
        pages = [alone(page.text, source.name, source.form) for page in reversed(source.pages)]
        assert join(pages).document == replace(whole, references=find(whole)), file.name
