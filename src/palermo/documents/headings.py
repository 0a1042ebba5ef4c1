"""Which blocks of the body are headings: lines that say no act and do not pause at their end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from palermo.documents.body import LONGEST_HEADING, Block
from palermo.documents.flow import Line, joined
from palermo.documents.grammar import Grammar
from palermo.documents.marks import PAUSED
from palermo.documents.phrases import phrase_in

BULLETS = ("•", "·", "▪", "●", "–", "—")
LONGEST = 400  # a heading over several lines, before a numbered paragraph
PAUSES = re.compile(r"[,;.:،؛，；。：](?:[\s\ufdd0-\ufdda]|\*)*")

# "III." or "三." before the words of a heading.
FIGURE = re.compile(r"(?:^|[,;.，；。：]\s*)((?:[IVX]{1,5}|[一二三四五六七八九十]{1,3})[.、])\s*$")


def with_headings(blocks: Sequence[Block], grammar: Grammar, *, flat: bool) -> tuple[Block, ...]:
    """The same blocks in the same order, headings called so. Guarantees that no line is lost.

    A recital without a pause at its end is a heading ("Territorial integrity" before paragraph 1), and so is free
    text before a number. In a flattened text a heading stands at the end of the block before.
    """
    found = (_parted(block, after, flat=flat) for block, after in _paired(blocks))
    parts = [part for some in found for part in some]
    return tuple(_called(block, after, grammar) for block, after in _paired(parts))


def _paired(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    return zip_longest(blocks, blocks[1:])


def _called(block: Block, after: Block | None, grammar: Grammar) -> Block:
    """The block with its right name: what looked like a heading by its first line may be free text."""
    if _is_heading(block, after, grammar):
        return block if block.kind == "heading" else replace(block, kind="heading")
    return replace(block, kind="free") if block.kind == "heading" else block


def _is_heading(block: Block, after: Block | None, grammar: Grammar) -> bool:
    """Whether a block says nothing by itself. A short line that looked like a heading still has to end as one."""
    if block.kind not in ("heading", "preamble", "free") or after is None:
        return False
    text = joined(block.lines)
    if PAUSED.search(text) or text.startswith(BULLETS):
        return False
    if block.kind == "heading":
        return len(text) <= LONGEST_HEADING
    if block.kind == "free" and after.kind not in ("number", "heading"):
        return False
    parts = ("preamble", "operative") if block.kind == "preamble" else ("operative", "declaration", "preamble")
    return len(text) <= LONGEST and not any(phrase_in(text, part, grammar) for part in parts)


def _parted(block: Block, after: Block | None, *, flat: bool) -> tuple[Block, ...]:
    """A block before a number, and the heading at its end, if there is one: in a flattened text, or at the top of
    a page."""
    if after is None or after.kind != "number" or block.kind in ("heading", "annex", "end"):
        return (block,)
    at, start = _heading_at(block.lines)
    line = block.lines[at]
    if at < 0 or not (flat or (line.turned and start == 0)):
        return (block,)
    head = (line.cut(start, gap=True), *block.lines[at + 1 :])
    rest = (*block.lines[:at], *([line.cut(0, start)] if start else []))
    return replace(block, lines=rest), Block("heading", head)


def _heading_at(lines: Sequence[Line]) -> tuple[int, int]:
    """In which line the heading at the end starts, and at which character; -1 where the text pauses at its end, as
    paragraphs do."""
    if PAUSED.search(lines[-1].text):
        return -1, 0
    length = 0
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        after = [match.end() for match in PAUSES.finditer(text, max(0, len(text) + length - LONGEST_HEADING))]
        for start in (*reversed(after), *([0] if at and PAUSED.search(lines[at - 1].text) else [])):
            if _opens(text[start:]):
                figure = FIGURE.search(text, 0, start)
                return at, figure.start(1) if figure else start
        length += len(text)
        if length > LONGEST_HEADING:
            break
    return -1, 0


def _opens(text: str) -> bool:
    """Whether a text may open a heading: with a capital, or a letter of a script that has none."""
    first = text.lstrip('“"«(')[:1]
    return first.isalpha() and not first.islower()
