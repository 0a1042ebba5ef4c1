"""A paragraph as words: what each is compared by, and where it stands in the printed text.

A Chinese word is a character. Case, Arabic vowel signs, note markers and the ordinals of sessions make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from palermo.documents.lineage.sessions import ORDINALS
from palermo.documents.tree import Document, Item, Paragraph

SEQUENCE = 6
HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{HAN}]|(?:[^\W_{HAN}][\u0300-\u036f\u0640\u064b-\u0652]*)+")
MARKER = re.compile(r"(?<=[^\W\d_第])\d{1,3}(?!\w)|(?<=[,.;:)\]”»،؛，。；])\d{1,3}(?!\w)|[⁰¹²³⁴-⁹]+|\[\d{1,3}\]")
SIGNS = re.compile(r"[\u0640\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class Words:
    """The printed text, what its words are compared by, and where each begins in the text."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]

    def printed(self, begin: int, end: int) -> str:
        """The text of some words, with all that stands up to the next one: the slices of a text join to the text."""
        start = self.starts[begin] if begin else 0
        return self.text[start : self.starts[end] if end < len(self.starts) else len(self.text)]


def words_of(paragraphs: tuple[Paragraph, ...], document: Document) -> Words:
    """The words of some paragraphs of a document, with their items."""
    text = " ".join(part for paragraph in paragraphs for part in _parts(paragraph) if part)
    silent = [match.span() for match in ORDINALS[document.language].finditer(text) if match[0]]
    markers = {note.marker.strip("[]()* ") for note in document.footnotes}
    silent += [match.span() for match in MARKER.finditer(text) if _marks(match[0], markers)]
    blank = _blanked(text, silent)
    found = [(_key(match[0]), match.start()) for match in WORD.finditer(blank)]
    return Words(text, tuple(key for key, _ in found), tuple(start for _, start in found))


def sequences(keys: tuple[str, ...], length: int = SEQUENCE) -> set[tuple[str, ...]]:
    """The runs of six words of a paragraph; all its words where it has fewer, none where it has none."""
    if len(keys) <= length:
        return {keys} if keys else set()
    return {keys[at : at + length] for at in range(len(keys) - length + 1)}


def _parts(part: Paragraph | Item) -> Iterator[str]:
    yield part.text
    for item in part.items:
        yield from _parts(item)


def _marks(printed: str, markers: set[str]) -> bool:
    """Plain digits are a marker only if a note has them; raised or bracketed ones always are."""
    return not printed.isdecimal() or printed in markers


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with spaces in these places, so that all that follows stays where it is."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _key(word: str) -> str:
    return SIGNS.sub("", unicodedata.normalize("NFKC", word).casefold())
