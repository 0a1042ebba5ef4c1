"""From blocks to the tree: paragraphs with their items, annexes, the conclusion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palermo.documents.body import Block
from palermo.documents.flow import spans, with_marks, without_marks
from palermo.documents.grammar import Grammar
from palermo.documents.guessing import guess_in
from palermo.documents.marks import letter_of
from palermo.documents.phrases import phrase_in
from palermo.documents.tree import Annex, Item, Paragraph

PARTS = ("operative", "declaration", "preamble")
FINISHED = re.compile(r"[.!?。؟:][”»’\")\]]*$")


@dataclass(frozen=True, slots=True)
class Built:
    """The parts of the body as the tree wants them."""

    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    annexes: tuple[Annex, ...]
    conclusion: str
    leftover: tuple[str, ...]


def build(blocks: Sequence[Block], grammar: Grammar, *, short: bool = False, headless: bool = False) -> Built:
    """Make the tree. Guarantees that the text of each block is in one paragraph, item, heading, title, the
    conclusion or `leftover`, and that no two parts have one identifier. `short` is for organs that set fewer words
    with the verb."""
    main, annexes = _parted(blocks)
    if headless and main and main[0].kind == "item":
        main.insert(0, _above(main))
    paragraphs, tail = _paragraphs([block for block in main if block.kind != "end"], "main", grammar, short)
    if paragraphs:
        ended = len(main) < len(blocks) or main[-1].kind == "end"
        paragraphs = _opened(paragraphs, grammar, headless=headless, ended=ended)
    ends = [with_marks(block.lines) for block in main if block.kind == "end"]
    preamble = tuple(paragraph for paragraph in paragraphs if "__pre_" in paragraph.id)
    operative = tuple(paragraph for paragraph in paragraphs if "__pre_" not in paragraph.id)
    made = [_annex(part, n, grammar, short) for n, part in enumerate(annexes, 1)]
    left = [*tail, *(text for _, more in made for text in more)]
    return Built(preamble, operative, tuple(annex for annex, _ in made), " ".join(ends), tuple(left))


def _above(main: Sequence[Block]) -> Block:
    """The paragraph to which the items at the top of a page belong: all of its own words are on the page before."""
    kinds = {block.kind for block in main}
    return Block("preamble" if "preamble" in kinds or "number" not in kinds else "free", ())


def _opened(paragraphs: list[Paragraph], grammar: Grammar, *, headless: bool, ended: bool) -> list[Paragraph]:
    """The same paragraphs; the first of a page from the middle is open, and so is the last where nothing ends it.

    A small letter goes on with a paragraph, in languages that begin them with capitals, and so does what has no verb
    of the lists: at the top of a page a guess would take the rest of a sentence for a verb.
    """
    first, last = paragraphs[0], paragraphs[-1]
    if headless and not first.num:
        listed = any(phrase_in(without_marks(first.text), part, grammar) for part in PARTS)
        if not listed or (grammar.capitals and first.text[:1].islower()):
            paragraphs = [replace(first, open_start=True, phrase=first.phrase if listed else ""), *paragraphs[1:]]
    text = last.items[-1].text if last.items else last.text
    if not ended and not FINISHED.search(without_marks(text)):
        paragraphs = [*paragraphs[:-1], replace(paragraphs[-1], open_end=True)]
    return paragraphs


def _parted(blocks: Sequence[Block]) -> tuple[list[Block], list[list[Block]]]:
    main: list[Block] = []
    annexes: list[list[Block]] = []
    for block in blocks:
        if block.kind == "annex":
            annexes.append([block])
        else:
            (annexes[-1] if annexes else main).append(block)
    return main, annexes


def _annex(part: Sequence[Block], n: int, grammar: Grammar, short: bool) -> tuple[Annex, list[str]]:
    head, rest = part[0], list(part[1:])
    titles = [with_marks(head.lines)] if any(line.text for line in head.lines) else []
    while rest and rest[0].kind in ("heading", "free") and len(titles) < 1:
        titles.append(with_marks(rest.pop(0).lines))
    paragraphs, tail = _paragraphs(rest, f"annex_{n}", grammar, short)
    every = [line for block in part for line in block.lines]
    return Annex(f"annex_{n}", " ".join(titles), tuple(paragraphs), spans(every)), [head.num, *tail]


def _paragraphs(
    blocks: Sequence[Block], root: str, grammar: Grammar, short: bool
) -> tuple[list[Paragraph], list[str]]:
    made: list[Paragraph] = []
    headings: list[str] = []
    used: dict[str, int] = {}
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.kind == "heading":
            headings.append(with_marks(block.lines))
            continue
        items: list[Block] = []
        while at < len(blocks) and blocks[at].kind == "item":
            items.append(blocks[at])
            at += 1
        text = with_marks(block.lines)
        phrase = _phrase(without_marks(text), block, grammar, short=short)
        made.append(_paragraph(block, items, _name(block, root, used), phrase, text, "\n".join(headings)))
        headings = []
    return made, headings


def _paragraph(block: Block, items: Sequence[Block], name: str, phrase: str, text: str, heading: str) -> Paragraph:
    return Paragraph(
        id=name,
        num=block.num if block.kind in ("number", "item") else "",
        phrase=phrase,
        text=text,
        items=_items(items, name),
        heading=heading,
        spans=spans([line for part in (block, *items) for line in part.lines]),
    )


def _phrase(text: str, block: Block, grammar: Grammar, *, short: bool) -> str:
    order = ("preamble",) if block.kind == "preamble" else PARTS
    known = next((phrase for part in order if (phrase := phrase_in(text, part, grammar, short=short))), "")
    return known or (guess_in(text, order[0], grammar) if block.kind in ("preamble", "number") else "")


def _name(block: Block, root: str, used: dict[str, int]) -> str:
    if block.kind == "number":
        name = f"{root}__para_{letter_of(block.num) or block.num}"
    else:
        kind = {"preamble": "pre", "item": "item"}.get(block.kind, "free")
        used[kind] = used.get(kind, 0) + 1
        name = f"{root}__{kind}_{used[kind]}"
    used[name] = used.get(name, 0) + 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _items(blocks: Sequence[Block], root: str) -> tuple[Item, ...]:
    """The items of a paragraph; those of a deeper level go below the one before them."""
    made: list[Item] = []
    used: dict[str, int] = {}
    at = 0
    while at < len(blocks):
        block, below = blocks[at], []
        at += 1
        while at < len(blocks) and blocks[at].level > block.level:
            below.append(blocks[at])
            at += 1
        name = f"{root}__item_{letter_of(block.num) or 'bullet'}"
        used[name] = used.get(name, 0) + 1
        name = name if used[name] == 1 else f"{name}-{used[name]}"
        lines = block.lines
        made.append(Item(name, block.num, with_marks(lines), _items(below, name), spans(lines)))
    return tuple(made)
