"""What follows after missing pages: where in the text it can only be, and under which identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from palermo.documents.marks import DIGITS
from palermo.documents.tree import Annex, Document, Item, Paragraph

Names = Mapping[str, str]


def following(part: Document, before: Sequence[Document], page: int) -> Document:
    """`part` as what follows `before` after a gap, its first page printed as `page`. `before` may be empty.

    After an operative paragraph nothing is preamble, nor before one that is not the first; after an annex, or where
    numbers begin again, what looks like the main part is an annex. Unnumbered paragraphs have the page in their
    identifier, since nobody knows how many are missing, and so has a number that is there already.
    """
    main = [*part.preamble, *part.operative]
    root = _root(main, before)
    first = next(filter(None, map(_number, main)), 1)
    opens = root == "main" and first == 1 and not any(each.operative for each in before)
    count = len(part.preamble) if opens else 0
    names = _names(part, before, root, page, count)
    moved = [_moved(paragraph, names) for paragraph in main]
    annexes = [_annex(annex, names) for annex in part.annexes]
    if root != "main" and moved:
        annexes.insert(0, Annex(root, "", tuple(moved)))
    return replace(
        part,
        masthead=before[0].masthead if before else part.masthead,
        preamble=tuple(moved[:count]),
        operative=tuple(moved[count:]) if root == "main" else (),
        annexes=tuple(annexes),
        footnotes=tuple(replace(note, within=_renamed(note.within, names)) for note in part.footnotes),
    )


def together(parts: Sequence[Document]) -> Document:
    """The parts as one document, in order. An annex that goes on after a gap is one annex."""
    annexes: dict[str, Annex] = {}
    for annex in (annex for part in parts for annex in part.annexes):
        held = annexes.get(annex.id)
        annexes[annex.id] = annex if held is None else _longer(held, annex)
    return replace(
        parts[0],
        preamble=tuple(paragraph for part in parts for paragraph in part.preamble),
        operative=tuple(paragraph for part in parts for paragraph in part.operative),
        annexes=tuple(annexes.values()),
        footnotes=tuple(note for part in parts for note in part.footnotes),
        references=tuple(dict.fromkeys(reference for part in parts for reference in part.references)),
        conclusion=" ".join(part.conclusion for part in parts if part.conclusion),
        leftover=tuple(text for part in parts for text in part.leftover),
    )


def _longer(annex: Annex, more: Annex) -> Annex:
    return replace(annex, paragraphs=(*annex.paragraphs, *more.paragraphs), spans=(*annex.spans, *more.spans))


def _root(main: Iterable[Paragraph], before: Sequence[Document]) -> str:
    """In which part of the text the first paragraphs after the gap are."""
    annexes = [annex.id for each in before for annex in each.annexes]
    if annexes:
        return annexes[-1]
    last = max((_number(paragraph) for each in before for paragraph in each.operative), default=0)
    first = next(filter(None, map(_number, main)), last + 1)
    return "annex_1" if first <= last or any(each.conclusion for each in before) else "main"


def _number(paragraph: Paragraph) -> int:
    digits = re.sub(r"\D", "", paragraph.num.translate(DIGITS))
    return int(digits) if digits and "__para_" in paragraph.id else 0


def _names(part: Document, before: Sequence[Document], root: str, page: int, count: int) -> dict[str, str]:
    """The new identifier of each paragraph and annex. The first `count` paragraphs are preamble."""
    taken = {paragraph.id for each in before for paragraph in each.paragraphs()}
    main = [*part.preamble, *part.operative]
    names: dict[str, str] = {}
    for kind, some in (("pre", main[:count]), ("free", main[count:])):
        for n, paragraph in enumerate(some, 1):
            own = paragraph.id.partition("__")[2]
            numbered = own.startswith("para_")
            paged = f"{root}__page_{page}__{own if numbered else f'{kind}_{n}'}"
            names[paragraph.id] = f"{root}__{own}" if numbered and f"{root}__{own}" not in taken else paged
    known = {annex.id for each in before for annex in each.annexes} | ({root} - {"main"})
    for n, annex in enumerate(part.annexes, len(known) + 1):
        names[annex.id] = f"annex_{n}"
        names |= {each.id: f"annex_{n}__{each.id.partition('__')[2]}" for each in annex.paragraphs}
    return names


def _renamed(identifier: str, names: Names) -> str:
    """An identifier of a paragraph, or of what is in it, under the new name."""
    head = "__".join(identifier.split("__")[:2])
    return names.get(head, head) + identifier[len(head) :]


def _moved(paragraph: Paragraph, names: Names) -> Paragraph:
    return replace(paragraph, id=names[paragraph.id], items=tuple(_items(paragraph.items, names)))


def _items(items: Iterable[Item], names: Names) -> Iterator[Item]:
    for item in items:
        yield replace(item, id=_renamed(item.id, names), items=tuple(_items(item.items, names)))


def _annex(annex: Annex, names: Names) -> Annex:
    return replace(annex, id=names[annex.id], paragraphs=tuple(_moved(each, names) for each in annex.paragraphs))
