"""An invented text cut into pages anywhere, its pages in any order: joined, they are the text again."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.documents import Document, Page, Source, parse
from palermo.documents.joining import join
from palermo.documents.references import find
from tests.documents_texts import lost

HEAD = """United Nations
A/RES/91/412
General Assembly
Ninety-first session
91/412. Keeping lighthouses lit
The General Assembly,
"""
BODY = """
Recalling its resolution 89/31 of 4 December 2034,<1> and the harbour charter that
the coastal States adopted at their first meeting,<2>

Recalling also the Convention on the Keeping of Lights,<3> and the Protocol
thereto,<4> which keepers hold dear,

Taking note with appreciation of the survey of lights:<5>

(a) To count the lamps that burn through the night,

(b) To name the keepers who have no deputy, and to tell the
harbours closest to them of each night without a lamp,

1. Urges Member States to keep every lamp on their coasts lit
from dusk to dawn, and invites harbours to lend oil;<6>

2. Also urges Member States that have not yet done so to become parties
to the Convention on the Keeping of Lights;

3. Requests the Secretary-General:

(a) To send instructors where keepers ask for them;

(b) To report on the islands that they reached.<7>
"""
NOTES = {
    "1": "Resolution 89/31.",
    "2": "See A/90/15, annex.",
    "3": "United Nations, Treaty Series, vol. 2225, No. 39574.",
    "4": "Ibid., vol. 2237, No. 39574.",
    "5": "A/91/88.",
    "6": "Ibid., annex II.",
    "7": "Resolution 90/15.",
}
RULE = "__________________"
LINES = BODY.split("\n")


def laid_out(cuts: list[int]) -> list[str]:
    """The text with a page turned before each of these lines: header, the notes of the page, and footer."""
    starts = [0, *sorted(cuts)]
    pages = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(LINES)], strict=True), 1):
        top = HEAD if number == 1 else "A/RES/91/412  Keeping lighthouses lit\n"
        body = "\n".join(LINES[start:end])
        printed = re.sub(r"<(.)>", r" \1", body)
        notes = [f"{marker} {NOTES[marker]}" for marker in re.findall(r"<(\d)>", body)]
        foot = "\n".join([*([RULE, *notes] if notes else []), "", f"36-20111  {number}/{len(starts)}"])
        pages.append(f"{top}\n{printed}\n\n{foot}")
    return pages


def sources(pages: list[str], form: str) -> list[Source]:
    """Each page alone, as if nobody knew of the others."""
    flat = form == "pages"
    return [Source("lamps", form, (Page(1, " ".join(page.split()) if flat else page),)) for page in pages]


def whole(pages: list[str], form: str) -> Document:
    held = tuple(Page(n, source.pages[0].text) for n, source in enumerate(sources(pages, form), 1))
    document = parse(Source("lamps", form, held))
    return replace(document, references=find(document))


def told(document: Document) -> list[object]:
    """What a reader sees of a document, wherever its pages turn."""
    paragraphs = [(each.id, each.num, each.phrase, each.text, each.items) for each in document.paragraphs()]
    bare = [(*each[:4], [(item.id, item.text) for item in each[4]]) for each in paragraphs]
    notes = [(note.marker, note.text, note.within, note.at) for note in document.footnotes]
    return [bare, notes, document.references]


CUTS = st.lists(st.integers(2, len(LINES) - 2), min_size=1, max_size=4, unique=True)
FORMS = st.sampled_from(("layout", "pages"))


@pytest.mark.parametrize("line", range(2, len(LINES) - 2))
def test_a_page_may_turn_before_any_line(line: int) -> None:
    first, second = sources(laid_out([line]), "layout")
    assert told(join([second, first]).document) == told(whole(laid_out([]), "layout"))


@given(CUTS, FORMS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_pages_in_any_order_are_the_text_in_order(cuts: list[int], form: str, chance: Random) -> None:
    pages = laid_out(cuts)
    shuffled = sources(pages, form)
    chance.shuffle(shuffled)
    joined = join(shuffled)
    assert joined.document == whole(pages, form)
    assert (joined.pages, joined.gaps, joined.aside) == (tuple(range(1, len(pages) + 1)), (), ())


@given(CUTS, FORMS, st.data())
@settings(max_examples=40)
def test_a_page_that_comes_twice_counts_once(cuts: list[int], form: str, data: st.DataObject) -> None:
    given_sources = sources(laid_out(cuts), form)
    again = data.draw(st.sampled_from(given_sources))
    at = data.draw(st.integers(0, len(given_sources)))
    joined = join([*given_sources[:at], again, *given_sources[at:]])
    assert joined.document == join(given_sources).document
    assert [(aside.source, aside.reason) for aside in joined.aside] == [(again, "repeated")]


@given(CUTS, FORMS, st.data())
@settings(max_examples=60)
def test_a_missing_page_leaves_a_gap_that_is_told(cuts: list[int], form: str, data: st.DataObject) -> None:
    pages = sources(laid_out(cuts), form)
    gone = data.draw(st.integers(1, len(pages)))
    joined = join(pages[: gone - 1] + pages[gone:])
    (gap,) = joined.gaps
    assert (gap.pages, joined.missing) == ((gone,), (gone,))
    identifiers = [paragraph.id for paragraph in joined.document.paragraphs()]
    assert len(set(identifiers)) == len(identifiers)
    assert {gap.before, gap.after} <= {"", *identifiers}
    markers = {note.marker for note in joined.document.footnotes}
    chain = [each for each in joined.document.references if each.within == "note_4"]
    assert all(each.open or "3" in markers for each in chain), "what note 3 names is not at hand"


@given(CUTS, FORMS, st.data())
@settings(max_examples=40)
def test_every_word_of_the_pages_at_hand_is_in_the_document(cuts: list[int], form: str, data: st.DataObject) -> None:
    pages = sources(laid_out(cuts), form)
    gone = data.draw(st.integers(0, len(pages) - 1))
    joined = join(pages[:gone] + pages[gone + 1 :])
    assert lost(joined.source, joined.document) == ""
