"""Find out what a file is, and have it read."""

from __future__ import annotations

import json
from pathlib import Path

from palermo.documents.reading.docx import read_docx
from palermo.documents.reading.pdf import read_pdf
from palermo.documents.source import Page, Source, Unreadable

LARGEST = 200 * 1024 * 1024
FLAT = 1500  # a page in one line longer than this has lost its lines


def read(path: Path) -> Source:
    """The pages of a file: text (pages parted by form feeds), pages as JSON Lines, PDF or DOCX.

    Raises Unreadable (`missing`, `empty`, `huge`, `undecodable`, and those of each form).
    """
    if not path.is_file():
        raise Unreadable("missing", f"{path}: no such file")
    size = path.stat().st_size
    if not size:
        raise Unreadable("empty", f"{path} is empty; expected a document")
    if size > LARGEST:
        raise Unreadable("huge", f"{path} has {size:,} bytes; files up to {LARGEST:,} are read")
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        return read_pdf(str(path), data)
    if data.startswith(b"PK"):
        return read_docx(str(path), data)
    if path.suffix == ".jsonl":
        return read_pages(str(path), _text(path, data))
    return read_text(str(path), _text(path, data))


def is_xml(path: Path) -> bool:
    """Whether a file holds XML, by its first characters rather than its name."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<akomaNtoso", b"<akn:"))


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            "undecodable", f"{path}: expected UTF-8, byte {error.start} is not; save it as UTF-8"
        ) from error


def read_text(name: str, text: str) -> Source:
    """A text as layout, or as pages where each page is one flattened line; form feeds part its pages."""
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    if not any(map(str.strip, texts)):
        raise Unreadable("empty", f"{name} has no text; expected a document")
    form = "pages" if all(map(_is_flat, texts)) else "layout"
    return Source(name, form, tuple(Page(number, page) for number, page in enumerate(texts, 1)))


def _is_flat(page: str) -> bool:
    return "\n" not in page.strip() and len(page) > FLAT


def read_pages(name: str, lines: str) -> Source:
    """One JSON object a line, each with the `text` of a page."""
    try:
        texts = [json.loads(line)["text"] for line in lines.splitlines() if line.strip()]
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("malformed", f"{name}: expected one JSON object a line with a text, got {error}") from error
    return Source(name, "pages", tuple(Page(number, str(text)) for number, text in enumerate(texts, 1)))
