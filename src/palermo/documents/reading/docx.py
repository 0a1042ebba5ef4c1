"""Word files: their paragraphs in order, with the numbers that Word counts, and the notes at the end."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from palermo.documents.source import Page, Source, Unreadable

LARGEST = 400 * 1024 * 1024
RULE = "__________________"


def read_docx(name: str, data: bytes) -> Source:
    """The text of a Word file as one page of layout, its notes under a rule.

    Raises Unreadable: `malformed`, `huge` (unpacks to more than 400 MB), `empty`.
    """
    word = _opened(name, data)
    notes = dict(_notes(word))
    body = [*_masthead(word), *_body(word)]
    if not any(line.strip() for line in body):
        raise Unreadable("empty", f"{name} has no text; expected a document")
    foot = ["", RULE, *(f"{marker} {text}" for marker, text in notes.items())] if notes else []
    return Source(name, "layout", (Page(1, "\n".join([*body, *foot])),))


def _opened(name: str, data: bytes) -> WordDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > LARGEST:
            raise Unreadable("huge", f"{name} unpacks to {size:,} bytes; up to {LARGEST:,} are read")
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("malformed", f"{name} is no Word file that can be read: {error}") from error


def _masthead(word: WordDocument) -> Iterator[str]:
    """The first page's own header, where the United Nations prints symbol and organ."""
    section = word.sections[0] if len(word.sections) else None
    if section is not None and section.different_first_page_header_footer:
        for part in section.first_page_header.iter_inner_content():
            yield from (line for line in _lines(part, Counter(), word) if line.strip())


def _body(word: WordDocument) -> Iterator[str]:
    counts: Counter[tuple[str, str]] = Counter()
    for part in word.iter_inner_content():
        for line in _lines(part, counts, word):
            yield from ("", line)


def _lines(part: Paragraph | Table, counts: Counter[tuple[str, str]], word: WordDocument) -> Iterator[str]:
    if isinstance(part, Table):
        for row in part.rows:
            yield "    ".join(cell.text.strip().replace("\n", " ") for cell in row.cells)
        return
    text = _text(part).strip()
    if text:
        yield f"{_number(part, counts, word)}{text}"


def _text(paragraph: Paragraph) -> str:
    """The text of a paragraph, with the number of each note where its mark stands."""
    parts = []
    for element in paragraph._p.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:footnoteReference")):
        if element.tag == qn("w:footnoteReference"):
            parts.append(f" {element.get(qn('w:id'))} ")
        else:
            parts.append(element.text or "" if element.tag == qn("w:t") else " ")
    return "".join(parts)


def _number(paragraph: Paragraph, counts: Counter[tuple[str, str]], word: WordDocument) -> str:
    """The number that Word would print; empty where the paragraph is not counted."""
    num, level = _counted(paragraph)
    if not num:
        return ""
    counts[num, level] += 1
    for other in [key for key in counts if key[0] == num and key[1] > level]:
        del counts[other]
    return _printed(word, num, level, counts[num, level])


def _counted(paragraph: Paragraph) -> tuple[str, str]:
    """In which list and at which level the paragraph is counted: by itself, by its style, or the one beneath that."""
    element, style = paragraph._p, paragraph.style
    while True:
        num = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if num is not None:
            level = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
            return num.get(qn("w:val")) or "", (level.get(qn("w:val")) or "0") if level is not None else "0"
        if style is None:
            return "", ""
        element, style = style.element, style.base_style


def _printed(word: WordDocument, num: str, level: str, value: int) -> str:
    root = word.part.numbering_part.element
    abstract = _value(root, f"{_named('num', 'numId', num)}/{qn('w:abstractNumId')}")
    place = f"{_named('abstractNum', 'abstractNumId', abstract)}/{_named('lvl', 'ilvl', level)}"
    form = _value(root, f"{place}/{qn('w:numFmt')}") or "bullet"
    text = _value(root, f"{place}/{qn('w:lvlText')}")
    return text.replace(f"%{int(level) + 1}", _written(value, form)) + " " if form != "bullet" else ""


def _named(tag: str, attribute: str, value: str) -> str:
    return f"{qn(f'w:{tag}')}[@{qn(f'w:{attribute}')}='{value}']"


def _value(root: etree._Element, path: str) -> str:
    found = root.find(path)
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _written(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman if form == "lowerRoman" else roman.upper()
    return str(value)


def _roman(value: int) -> str:
    signs = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
    made = ""
    for sign, worth in signs:
        count, value = divmod(value, worth)
        made += sign * count
    return made


def _notes(word: WordDocument) -> Iterator[tuple[str, str]]:
    """The notes with their numbers; Word keeps two notes of its own, the rules, below number 1."""
    for part in word.part.package.iter_parts():
        if str(part.partname).endswith("/footnotes.xml"):
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            for note in root.iter(qn("w:footnote")):
                text = "".join(piece.text or "" for piece in note.iter(qn("w:t"))).strip()
                if text:
                    yield note.get(qn("w:id")) or "", text
