"""Reads the tables of a web page that somebody saved. Nothing it refers to is fetched, no entity is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from palermo.sources import decoding, notes, separated
from palermo.sources.problems import Limits, SourceError
from palermo.sources.tables import Line, Table

ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^<>]*\[", re.IGNORECASE)
BLOCKS = ("p", "li", "tr", "div", "h1", "h2", "h3", "h4", "h5")
UNSEEN = frozenset(("script", "style", "head", "template", "noscript"))
FEWEST_COLUMNS, NOTE_COLUMNS = 2, 2
MOST_BLOCKS = 50_000


def read(text: str, encoding: str, limits: Limits) -> tuple[Table, ...]:
    """Every table of the page that holds no other; raise `SourceError` for entities, or where there is none."""
    refuse_entities(text)
    root = _parse(text)
    aside = notes.numbered(islice(_blocks(root), MOST_BLOCKS)) if root.find(".//table") is not None else {}
    found = []
    for element in root.iter("table"):
        if next(element.iterdescendants("table"), None) is None:
            lines, refused = _rows(element, limits)
            if any(len(line.cells) >= FEWEST_COLUMNS for line in lines):
                found.append(Table(lines, encoding=encoding, aside=aside, refused=refused))
    if not found:
        raise SourceError(
            "no-table", "the page holds no table. Open the status page in a browser and save it as HTML."
        )
    return tuple(found)


def refuse_entities(text: str) -> None:
    """Raise `SourceError` where the text declares entities: a status table has no use for them, an attack has."""
    found = ENTITIES.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise SourceError(
            "entities",
            f"line {line} declares XML entities; such files are not read. Save the page again from a browser.",
        )


def _parse(text: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError("page", f"the page cannot be read as HTML: {error}. Save it again.") from error
    if root is None:
        raise SourceError("page", "the page cannot be read as HTML: it holds no element. Save it again.")
    return root


def _rows(table: etree._Element, limits: Limits) -> tuple[tuple[Line, ...], dict[int, str]]:
    """The rows of one table, and those that joined cells make unreadable."""
    lines: list[Line] = []
    refused: dict[int, str] = {}
    reach, joined = 0, ""
    for number, row in enumerate(table.iter("tr"), start=1):
        cells = [held for held in row if held.tag in ("td", "th")]
        # Counted before they are read: a row may have a million cells.
        texts = [_text(cell) for cell in cells[: limits.columns + 1]]
        separated.within(limits, number, texts, number)
        lines.append(Line(number, tuple(texts)))
        for cell in cells:
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            if cell.tag == "td" and (down > 1 or across > 1) and number + down > reach:
                reach, joined = number + down, f"a cell joined over {down} rows and {across} columns"
        if number < reach:
            refused[number] = joined
    return tuple(lines), refused


def _span(cell: etree._Element, name: str) -> int:
    text = str(cell.get(name) or "1").strip()
    return min(int(text), 100_000) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _text(element: etree._Element) -> str:
    """The words of an element, those of a footnote mark set apart."""
    held = "".join(_parts(element)) if len(element) else str(element.text or "")
    return decoding.CONTROL.sub(" ", " ".join(held.split()))


def _parts(element: etree._Element) -> Iterator[str]:
    for event, held in etree.iterwalk(element, events=("start", "end")):
        seen = held.tag not in UNSEEN
        if event == "start":
            yield " " if held.tag in ("sup", "br", "p", "div", "td", "th", "li") else ""
            yield str(held.text or "") if seen else ""
        elif held is not element:
            yield " " if held.tag in ("sup", "p", "div", "td", "th", "li") else ""
            yield str(held.tail or "")


def _blocks(root: etree._Element) -> Iterator[str]:
    """The running text of the page, block by block; rows of wide tables are no notes."""
    for element in root.iter(*BLOCKS):
        if next(element.iterdescendants(*BLOCKS), None) is not None or _within_unseen(element):
            continue
        if element.tag != "tr" or len(element) <= NOTE_COLUMNS:
            text = _text(element)
            if text:
                yield text


def _within_unseen(element: etree._Element) -> bool:
    return any(held.tag in UNSEEN for held in element.iterancestors())
