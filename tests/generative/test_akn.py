"""Whatever a document holds, it comes back from its XML; whatever an XML file holds, it is read or refused."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st
from lxml import etree

from palermo.documents import Document, Masthead, Paragraph, Unreadable
from palermo.documents.akn import page, read_bytes, write
from palermo.documents.akn.characters import fill, fold, kept, label, named
from palermo.documents.akn.placing import placed
from tests.generative.examples import on_push
from tests.generative.trees import ANY_CHARACTER, TEXTS, documents, noted

RESOLUTION = (Path(__file__).parents[1] / "documents_texts" / "en" / "resolution.akn.xml").read_bytes()


def again(document: Document) -> Document:
    return read_bytes(write(document), name=document.name)


@given(documents())
@on_push(25)
@example(
    Document("invented", "en", Masthead(), operative=(Paragraph("p", "", "Urges\x00", "Urges\x00 \ud800 States"),))
)
def test_what_is_written_is_read_back(document: Document) -> None:
    assert again(document) == placed(document)


@given(noted())
@on_push(25)
def test_notes_come_back_to_the_places_of_their_marks(document: Document) -> None:
    assert again(placed(document)) == placed(document)


@given(documents())
@on_push(25)
def test_what_was_read_is_written_and_read_to_the_last_place(document: Document) -> None:
    read = again(document)
    assert again(read) == read


@given(documents())
@on_push(25)
def test_every_place_holds_the_words_of_its_part(document: Document) -> None:
    read = placed(document)
    text = page(read).pages[0].text if any(page_lines(read)) else ""
    for paragraph in read.paragraphs():
        for span in paragraph.spans:
            assert text[span.start : span.end] == " ".join(filter(None, (paragraph.num, paragraph.text)))
    for note in read.footnotes:
        for span in note.spans[-1:]:
            assert text[span.start : span.end] in ("", " ".join(filter(None, (note.marker, note.text))))


def page_lines(document: Document) -> list[str]:
    return page(document).pages[0].text.splitlines()


@given(TEXTS)
def test_a_text_survives_folding_by_the_names_of_its_characters(text: str) -> None:
    at = kept(text)
    holed = "".join("\ufffe" if here in at else character for here, character in enumerate(text))
    assert fill(fold(f"\t{holed}\n"), [text[here] for here in sorted(at)]) == text


@given(ANY_CHARACTER)
def test_a_character_has_one_name(character: str) -> None:
    assert named(label(character)) == character


@given(st.data())
@on_push(60)
def test_a_damaged_file_is_read_or_refused_with_a_code(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(RESOLUTION) - 1))
    end = data.draw(st.integers(start, min(len(RESOLUTION), start + 400)))
    put = data.draw(st.sampled_from([b"", b"<p>", b"</p>", b"<list>", b"&#x2029;", b"<point/>", b"<num>(a)</num>"]))
    try:
        document = read_bytes(RESOLUTION[:start] + put + RESOLUTION[end:], name="damaged")
    except Unreadable as refused:
        event(refused.code)
    else:
        assert again(document) == document


NAMES = st.sampled_from(
    ["p", "num", "heading", "list", "point", "content", "container", "paragraph", "table", "tr", "b"]
)
MIXED = st.recursive(
    st.builds("<{0}>{1}</{0}>".format, NAMES, st.sampled_from(["", "A", "(a) B", "1."])),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(MIXED, max_size=4).map("".join))
def test_no_order_of_elements_stops_the_reader(body: str) -> None:
    meta = '<meta><FRBRlanguage language="eng"/></meta>'
    xml = f"<akomaNtoso><doc>{meta}<mainBody>{body}</mainBody></doc></akomaNtoso>"
    document = read_bytes(xml.encode(), name="mixed")
    assert again(document) == document


@given(documents())
@on_push(50)
def test_what_is_written_is_valid_akoma_ntoso(document: Document) -> None:
    schema().assertValid(etree.fromstring(write(document)))


@cache
def schema() -> etree.XMLSchema:
    path = os.environ.get("PALERMO_AKN_SCHEMA")
    if not path:
        pytest.skip("PALERMO_AKN_SCHEMA does not name akomantoso30.xsd, the schema that OASIS publishes")
    return etree.XMLSchema(etree.parse(path))
