"""Files as people have them become pages, or an error that says what to do."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pypdf
import pytest
import typst

from palermo.documents import Unreadable, document_of, parse, read
from palermo.documents.reading.docx import read_docx
from palermo.documents.reading.pdf import read_pdf
from tests.documents_texts import at

TYPST = """
#set page(width: 16cm, height: 12cm, margin: 2cm)
#set text(size: 10pt)
#set par(leading: 0.5em, spacing: 1.6em)
A/RES/91/500

General Assembly

91/500. Salt

The General Assembly,

Recalling its resolution 89/40, which is about salt and about the people who carry it over
the hills in winter,#footnote[Resolution 89/40.]

1. Calls upon cooks to use less salt.
"""


def pdf(text: str = TYPST) -> bytes:
    made = typst.compile(text.encode())
    assert isinstance(made, bytes)
    return made


def code(name: str, data: bytes, tmp_path: Path) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value.code


def test_form_feeds_part_the_pages_of_a_text() -> None:
    source = read(at("en", "resolution.txt"))
    assert (source.form, len(source.pages)) == ("layout", 3)


def test_pages_of_one_long_line_each_are_flattened(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("The General Assembly, " + "Recalling lamps, " * 200, encoding="utf-8")
    assert read(path).form == "pages"


def test_pages_come_as_json_lines() -> None:
    source = read(at("en", "resolution.jsonl"))
    assert (source.form, [page.number for page in source.pages]) == ("pages", [1, 2, 3])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\f \n", "empty"),
        ("a.txt", b"caf\xe9 caf\xe9", "undecodable"),
        ("a.jsonl", b'{"words": "none"}\n', "malformed"),
        ("a.jsonl", b"no json\n", "malformed"),
        ("a.pdf", b"%PDF-1.7 and no more", "malformed"),
        ("a.docx", b"PK\x03\x04 and no more", "malformed"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, expected: str, tmp_path: Path) -> None:
    assert code(name, data, tmp_path) == expected


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read(tmp_path / "none.txt")


def test_the_lines_of_a_pdf_keep_their_distances_and_its_notes_stand_under_a_rule() -> None:
    document = parse(read_pdf("salt", pdf()))
    assert [paragraph.phrase for paragraph in document.preamble] == ["Recalling"]
    assert document.preamble[0].text.endswith("in winter,")
    assert [(note.marker, note.text) for note in document.footnotes] == [("1", "Resolution 89/40.")]
    assert [paragraph.num for paragraph in document.operative] == ["1."]


def test_a_pdf_of_pictures_is_called_a_scan() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(Unreadable) as caught:
        read_pdf("scan", stream.getvalue())
    assert caught.value.code == "scanned"


def test_a_pdf_with_a_password_is_called_encrypted() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(Unreadable) as caught:
        read_pdf("locked", stream.getvalue())
    assert caught.value.code == "encrypted"


def word(*lines: str) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_the_paragraphs_of_a_word_file() -> None:
    data = word("The Security Council,", "Recalling its resolution 9001 (2035),", "1. Decides to count the lamps.")
    document = parse(read_docx("lamps", data))
    assert [paragraph.phrase for paragraph in document.paragraphs()] == ["Recalling", "Decides"]


def test_a_word_file_counts_its_own_numbers() -> None:
    made = docx.Document()
    for line in ("Trim the wick.", "Clean the glass."):
        made.add_paragraph(line, style="List Number")
    stream = io.BytesIO()
    made.save(stream)
    assert read_docx("numbers", stream.getvalue()).pages[0].text.split("\n\n") == [
        "\n1. Trim the wick.",
        "2. Clean the glass.",
    ]


def test_an_empty_word_file() -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx("nothing", word(""))
    assert caught.value.code == "empty"


def test_akn_is_known_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "resolution"
    path.write_bytes(at("en", "resolution.akn.xml").read_bytes())
    assert document_of(path).operative


def test_a_document_says_what_it_names() -> None:
    named = {reference.symbol for reference in document_of(at("en", "resolution.txt")).references}
    assert "A/RES/89/31" in named


def test_pages_may_carry_more_than_their_text(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"symbol": "X", "text": "The Security Council,"}) + "\n", encoding="utf-8")
    assert read(path).pages[0].text == "The Security Council,"
