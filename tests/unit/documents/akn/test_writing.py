"""What another program finds in the XML that is written, and what is refused."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from palermo.documents import Annex, Document, Footnote, Item, Masthead, Paragraph, Reference, document_of
from palermo.documents.akn import Unwritable, read, read_bytes, write
from palermo.documents.akn.placing import placed

TEXTS = Path(__file__).parents[3] / "documents_texts"
NAMESPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def document(*operative: Paragraph, **parts: tuple[object, ...]) -> Document:
    return Document("invented", "en", Masthead(symbol="A/RES/86/412"), operative=operative, **parts)


def xml(whole: Document) -> etree._Element:
    return etree.fromstring(write(whole))


def found(whole: Document, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in xml(whole).xpath(path, namespaces=NAMESPACE)]


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_file_that_was_read_comes_back_whole(language: str) -> None:
    read_once = read(TEXTS / language / "resolution.akn.xml")
    assert read_bytes(write(read_once), name=read_once.name) == read_once


def test_a_note_hangs_where_its_mark_stood() -> None:
    root = xml(read(TEXTS / "en" / "resolution.akn.xml"))
    note = root.xpath("//a:authorialNote[@marker='3']", namespaces=NAMESPACE)[0]
    assert (note.getparent().text, note.tail) == ("Wicks", ";")
    assert note.get("placement") == "bottom"


def test_a_note_of_a_text_hangs_where_it_belongs_and_comes_back() -> None:
    notes = (
        Footnote("*", "Late.", within="masthead", at=5),
        Footnote("1", "See oil.", within="main__para_1", at=10),
        Footnote("2", "See wicks.", within="main__para_1", at=10),
        Footnote("3", "See nothing.", within="main__para_9", at=4),
        Footnote("4", "See far.", within="main__para_1", at=99),
    )
    whole = replace(
        document(Paragraph("main__para_1", "1.", "Urges", "Urges care, and light."), footnotes=notes),
        masthead=Masthead(title="Lamps"),
    )
    hung = xml(whole).xpath("//a:authorialNote", namespaces=NAMESPACE)
    assert [(note.get("marker"), note.getparent().tag.rpartition("}")[2]) for note in hung] == [
        ("*", "docTitle"),
        ("1", "p"),
        ("2", "p"),
    ]
    assert hung[2].tail == ", and light."
    again = read_bytes(write(whole), name="invented")
    assert [(note.marker, note.within, note.at) for note in again.footnotes] == [
        (note.marker, note.within, note.at) for note in notes
    ]
    assert (again.masthead.title, again.operative[0].text) == ("Lamps", "Urges care, and light.")


def test_a_note_without_a_mark_stands_with_the_notes_of_the_head() -> None:
    whole = document(Paragraph("main__para_1", "1.", "", "Text."), footnotes=(Footnote("7", "A note."),))
    assert found(whole, "//a:meta/a:notes/a:note/a:num") == ["7"]
    assert found(whole, "//a:authorialNote") == []
    assert read_bytes(write(whole), name="invented").footnotes[0].text == "A note."


def test_the_opening_phrase_is_set_apart_and_documents_are_linked() -> None:
    text = "Recalls its resolution 84/19 and its work;"
    reference = Reference("document", "84/19", symbol="A/RES/84/19 B", within="main__para_1")
    whole = document(Paragraph("main__para_1", "1.", "Recalls", text), references=(reference,))
    assert found(whole, "//a:mainBody//a:inline[@class='italic']") == ["Recalls"]
    (link,) = xml(whole).xpath("//a:mainBody//a:a/@href", namespaces=NAMESPACE)
    assert link == "https://undocs.org/en/A/RES/84/19%20B"


def test_a_phrase_that_is_not_in_the_text_is_kept_beside_it() -> None:
    whole = document(Paragraph("main__para_1", "1.", "Calls upon", "Calls  upon States;"))
    assert read_bytes(write(whole), name="invented").operative[0].phrase == "Calls upon"


def test_characters_that_xml_cannot_hold_are_named() -> None:
    whole = document(Paragraph("main__para_1", "1.", "", "Page\x0cbreak \ud800"))
    titles = xml(whole).xpath("//a:mainBody//a:inline[@name='character']/@title", namespaces=NAMESPACE)
    assert titles == ["U+000C", "U+D800"]
    assert read_bytes(write(whole), name="invented") == placed(whole)


@pytest.mark.parametrize("identifier", ["", "main para", "main\x00", "note_1", "formula_1", "annex_1"])
def test_an_identifier_that_cannot_name_a_part_is_refused(identifier: str) -> None:
    paragraph = Paragraph("main__para_1", "1.", "", "x", items=(Item(identifier, "(a)", "x"),))
    with pytest.raises(Unwritable) as refused:
        write(document(paragraph, footnotes=(Footnote("1", "x"),), annexes=(Annex("annex_1", "", ()),)))
    assert refused.value.code == "identifier"
    assert repr(identifier) in str(refused.value)


@pytest.mark.shared
def test_every_file_of_the_united_nations_comes_back_whole() -> None:
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    files = sorted(Path(folder, "data", "documents", "akn").glob("*.xml"))
    assert files
    for file in files:
        read_once = read(file)
        assert read_bytes(write(read_once), name=read_once.name) == read_once, file.name
        assert all(note.spans for note in read_once.footnotes), file.name


@pytest.mark.shared
def test_every_text_of_the_united_nations_comes_back_with_its_notes_in_their_places() -> None:
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    data = Path(folder, "data", "documents")
    files = sorted((*data.glob("text/*.txt"), *data.glob("pages/*.jsonl")))
    assert files
    for file in files:
        whole = document_of(file)
        written = write(whole)
        assert read_bytes(written, name=whole.name) == placed(whole), file.name
        assert written.count(b"<authorialNote") == len(whole.footnotes), file.name
