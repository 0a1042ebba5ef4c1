"""The marks of footnotes in the text: found, and written in characters that nothing else uses.

A mark is a number that stands in the way of everything that reads the text: "the Convention 7 and the Protocol". It is
written in characters of its own, as long as it was, so that every other character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from palermo.documents.flow import Line
from palermo.documents.tree import Footnote

SIGNS = {ord(char): 0xFDD0 + n for n, char in enumerate("0123456789*")}
BACK = {sign: char for char, sign in SIGNS.items()}
RUN = "[\ufdd0-\ufdda]"
AGAIN = re.compile(r"(?<=[^\W\d_][,.;:])\d{1,3}(?=\s|$)|(?<=[^\W\d_][”»’)][,.;:])\d{1,3}(?=\s|$)")
STARS = re.compile(r"(?<=\S)\s?(\*{1,4})(?=[\s,.;:)]|$)")
STRONG = r"(?<=[,.;:)”»’\]،؛。，；：、）])\s*"
NAMES_A_NUMBER = re.compile(r"(?:\b(?:[Nn]o|[Nn]os|vols?|pp?|paras?|chap|sect|art|núm|párr|cap|rés|par)\.|\d[.,:/-])\s*$")


def marked(lines: Sequence[Line], notes: Sequence[Footnote]) -> tuple[Line, ...]:
    """The lines of the body with the marks of these notes in characters of their own."""
    wanted: dict[int, list[str]] = {}
    for note in notes:
        if note.marker.isdigit() and note.spans:
            wanted.setdefault(note.spans[0].page, []).append(note.marker)
    stars = any(note.marker.startswith("*") for note in notes)
    made: list[Line] = []
    for page, group in groupby(lines, key=lambda line: line.page):
        made += _page(list(group), sorted(wanted.get(page, []), key=int), stars)
    return tuple(made)


def _page(lines: list[Line], markers: Sequence[str], stars: bool) -> list[Line]:
    text = "\n".join(line.text for line in lines)
    at = 0
    for marker in markers:
        found = _find(text, marker, at)
        if found:
            text, at = _written(text, *found), found[1]
    if markers or AGAIN.search(text):
        text = AGAIN.sub(lambda match: match[0].translate(SIGNS), text)
    if stars:
        text = STARS.sub(lambda match: match[0].translate(SIGNS), text)
    return [replace(line, text=part) for line, part in zip(lines, text.split("\n"), strict=True)]


def _written(text: str, start: int, end: int) -> str:
    return text[:start] + text[start:end].translate(SIGNS) + text[end:]


def _find(text: str, marker: str, at: int) -> tuple[int, int] | None:
    """Where the mark stands: after a sign of punctuation if it can, else after a word."""
    edge = rf"{marker}(?![\d/)\]°%]|[.,:-]\d|\.\s+[^\W\d_a-z]|[^\S\n]*(?:per\scent|%))"
    for before in (STRONG, r"(?<=[^\W\d_])\s*", r"(?<=\S)\s+"):
        for match in re.compile(f"{before}({edge})").finditer(text, at):
            start, end = match.span(1)
            if not NAMES_A_NUMBER.search(text, max(0, start - 12), start) and not _begins_line(text, start, end):
                return start, end
    return None


def _begins_line(text: str, start: int, end: int) -> bool:
    """Whether the number is that of a paragraph: first in its line, with a full stop."""
    return text[end : end + 1] in (".", "．", "、") and (start == 0 or text[start - 1] == "\n")


def marks_in(text: str) -> tuple[str, ...]:
    """The markers of the notes that the text refers to, in order."""
    return tuple(run.translate(BACK) for run in re.findall(f"{RUN}+", text))


def unmarked(text: str) -> str:
    """The text without the marks, and without the space that parted them from the word before."""
    return re.sub(rf"\s?{RUN}+", "", text)
