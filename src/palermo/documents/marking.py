"""The marks of footnotes in the text: found, and written in characters that nothing else uses.

A mark is a number that stands in the way of everything that reads the text: "the Convention 7 and the Protocol". It
is written in characters of its own, as long as it was, so that every other character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from palermo.documents.flow import Line
from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import day_of
from palermo.documents.marks import number_at
from palermo.documents.tree import Footnote

SIGNS = {ord(char): 0xFDD0 + n for n, char in enumerate("0123456789*")}
BACK = {sign: char for char, sign in SIGNS.items()}
RUN = "[\ufdd0-\ufdda]"
AFTER = ",.;:)”»’]،؛。，；：、）"
NOT_AFTER = re.compile(
    r"[\d/)\]°%]|[.,:-]\d|\s?[–—]\s?\d|\.\s+[^\W\d_a-z]"
    r"|[^\S\n]*(?:per\scent|%|(?:m|b)illion|milliard|millón|millones|миллион|миллиард|مليون|مليار|[百千万亿])"
)
MOST = 30
NAMES_A_NUMBER = re.compile(
    r"\b(?:[Nn]o|[Nn]os|vols?|pp?|paras?|chap|sect|art|núm|párr|cap|rés|par)\.\s*$|\d[.:/-]\Z|(?<!\d{3})\d,\Z"
)
# Words that take a number: what follows them is rarely a mark.
COUNTED = re.compile(
    r"\b(?:than|about|some|over|least|articles?|principles?|paragraphs?|sections?|chapters?|goals?|targets?|rules?|actions?"
    r"|phases?|annex|parts?|items?|levels?|principes?|paragraphes?|objectifs?|cibles?|chapitres?|règles?|mesures?|annexe"
    r"|artículos?|principios?|párrafos?|objetivos?|metas?|capítulos?|reglas?|medidas?|anexo|стать\w+|принцип\w*|пункт\w*"
    r"|цел\w+|задач\w+|глав\w+|правил\w+|المادة|المبدأ|الفقرة|الهدف|الغاية|القاعدة)\s+$",
    re.IGNORECASE,
)
PAIRED = re.compile(r"(?:\s(?:and|to|et|au|y|al?|и|по|до|و|إلى)\s?|[和至])\d{1,2}(?![\d/])")
GLUED = re.compile(r"(?<=[^\W\d_][,;:])(\d{1,3})(?=\s|$)")
BEFORE = re.compile(r"[^\w/(]?\Z|[^\W\d_]\Z")
HELD = re.compile(r"(?:[^\W_]|[”»])\(\Z")
WORD = re.compile(r"\w")
LISTED = re.compile(r"(?<!\d{3})\d[,،、]\s$")
LAST_WORD = re.compile(r"[^\s.;:][^\S\n]+([^\W\d_])\w*\s*$")


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A number that may be a mark, and how much it looks like one."""

    start: int
    end: int
    score: int


def marked(lines: Sequence[Line], notes: Sequence[Footnote], grammar: Grammar) -> tuple[Line, ...]:
    """The lines of the body with the marks of these notes in characters of their own."""
    wanted: dict[int, list[str]] = {}
    for note in notes:
        if note.marker and note.spans:
            wanted.setdefault(note.spans[0].page, []).append(note.marker)
    made: list[Line] = []
    for page, group in groupby(lines, key=lambda line: line.page):
        made += _page(list(group), sorted(wanted.get(page, []), key=_order), grammar)
    return tuple(made)


def _page(lines: list[Line], markers: Sequence[str], grammar: Grammar) -> list[Line]:
    text = "\n".join(line.text for line in lines)
    chosen = _chosen([_candidates(text, marker, grammar) for marker in markers])
    for start, end in (*chosen, *_again(text, chosen)):
        text = text[:start] + text[start:end].translate(SIGNS) + text[end:]
    parts = zip(lines, text.split("\n"), strict=True)
    return [line if line.text == part else replace(line, text=part) for line, part in parts]


def _chosen(candidates: Sequence[Sequence[Candidate]]) -> list[tuple[int, int]]:
    """The places that together look most like marks, in the order of their numbers. A mark may be missing."""
    best: list[tuple[int, int, tuple[Candidate, ...]]] = [(0, 0, ())]
    for places in candidates:
        more = [
            (score + place.score, -place.start, (*chosen, place))
            for place in places
            for score, _, chosen in [max(held for held in best if not held[2] or held[2][-1].end <= place.start)]
        ]
        best = [*best, *more]
    return [(place.start, place.end) for place in max(best)[2]]


def _again(text: str, chosen: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a mark stands a second time: glued to a word and its pause, which no other number is."""
    if not chosen:
        return []
    markers = {text[start:end] for start, end in chosen}
    glued = (match for match in GLUED.finditer(text) if match[1] in markers)
    return [match.span(1) for match in glued if match.span(1) not in chosen]


def _candidates(text: str, marker: str, grammar: Grammar) -> list[Candidate]:
    """Where a mark may stand: after a sign of punctuation rather than after a word."""
    found = []
    for start in _alone(text, marker, held=grammar.language == "ar"):
        end = start + len(marker)
        before = text[:start].rstrip()[-1:]
        if (
            not before
            or day_of(grammar).match(text, start)
            or NAMES_A_NUMBER.search(text, max(0, start - 12), start)
            or (NOT_AFTER.match(text, end) and text[start - 1] != "(")
        ):
            continue
        if (start == 0 or text[start - 1] == "\n") and _numbers(text, start, end, grammar):
            continue
        found.append(Candidate(start, end, _score(text, start, end)))
    return found[:MOST]


def _alone(text: str, marker: str, *, held: bool) -> Iterator[int]:
    """Where a marker stands as a word or glued to the end of one; where `held`, also in brackets after a word."""
    start = text.find(marker)
    while start >= 0:
        end = start + len(marker)
        free = BEFORE.match(text[max(0, start - 1) : start]) and not WORD.match(text, end)
        if free or (held and text[end : end + 1] == ")" and HELD.match(text[max(0, start - 2) : start])):
            yield start
            start = text.find(marker, end)
        else:
            start = text.find(marker, start + 1)


def _numbers(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a number at the beginning of a line may be a paragraph's: no small letter follows it."""
    goes_on = grammar.capitals and text[end:].lstrip()[:1].islower()
    return not goes_on and number_at(text[start : end + 3], grammar) is not None


def _score(text: str, start: int, end: int) -> int:
    """How much a number looks like a mark: in brackets most, then after a pause, after a name, glued to a pause,
    after any word, and least after another number of a list, or a word that takes a number."""
    before = text[max(0, start - 24) : start]
    last = before.rstrip()[-1:]
    if last == "(" and text[end:].lstrip().startswith(")"):
        return 50
    if last and last in AFTER:
        return 32 if before[-1:] == last else 25 if LISTED.search(before) else 40
    if COUNTED.search(before) or PAIRED.match(text, end):
        return 20
    word = LAST_WORD.search(before)
    return 33 if word and word[1].isupper() else 30


def _order(marker: str) -> int:
    return int(marker) if marker.isdigit() else 0


def marks_in(text: str) -> tuple[str, ...]:
    """The markers of the notes that the text refers to, in order."""
    return tuple(run.translate(BACK) for run in re.findall(f"{RUN}+", text))


def unmarked(text: str) -> str:
    """The text without the marks, and without the space that parted them from the word before."""
    return re.sub(rf"\s?\(\s?{RUN}+\s?\)|\s?{RUN}+", "", text)
