"""Lines again from a flattened page: a cut before everything that may begin a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from palermo.documents.flow import Line
from palermo.documents.grammar import Grammar
from palermo.documents.grammar.patterns import either, filled, phrases_of
from palermo.documents.marks import annex_words, meeting_words


def cut(lines: Sequence[Line], grammar: Grammar) -> tuple[Line, ...]:
    """The pages cut where something may begin. Guarantees that no character is lost and that order is kept."""
    return tuple(part for line in lines for part in _parts(line, grammar))


def _parts(line: Line, grammar: Grammar) -> Iterator[Line]:
    starts = [0, *(at for match in _starts(grammar).finditer(line.text) if (at := _start(match)))]
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        part = line.cut(start, end, gap=True)
        if part.text:
            yield part


@cache
def _starts(grammar: Grammar) -> re.Pattern[str]:
    upper = r"(?=[“\"«]?[^\W\d_a-z])" if grammar.capitals else r"(?=[^\W\d_]|[“\"«])"
    numbers = "|".join(filled(form, {"number": r"\d{1,3}"}).replace(r"\s+", r"\s?") for form in grammar.numbers)
    slots = {"letter": either(grammar.letters), "roman": either(grammar.romans)}
    items = "|".join(filled(form, slots) for form in grammar.items)
    verbs = phrases_of(grammar.preamble, grammar).pattern
    annex = annex_words(grammar).pattern
    meeting = meeting_words(grammar).pattern
    pause = r"[,;،؛，；][”’\"»)]?\s?(?:[\ufdd0-\ufdda]{1,3}|\d{1,2}|\*)?"
    return re.compile(
        rf"(?<=\s)(?P<cut>[•▪●‣]\s?(?=\S)|(?:{numbers})\s+{upper}|(?:{items})\s+(?=\S)|(?:{annex})\s+(?:{upper}|(?=\d))|(?i:{meeting}))"
        rf"|[.:;]\s+(?P<speech>[“«]){upper}|:\s+(?P<title>){upper}"
        rf"|{pause}\s+(?P<verb>){upper}(?=(?i:{verbs})|[^\W\d_]{{1,9}}\s[^\W\d_]{{1,12}}\b)"
    )


def _start(match: re.Match[str]) -> int:
    return next(match.start(name) for name in ("cut", "speech", "title", "verb") if match[name] is not None)
