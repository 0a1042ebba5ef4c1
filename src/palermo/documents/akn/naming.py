"""Identifiers in the manner of AKN4UN: `main__para_14__item_a`. The same tree always gets the same names."""

from __future__ import annotations

from dataclasses import replace

from palermo.documents.marks import letter_of
from palermo.documents.tree import Annex, Item, Paragraph


def name_paragraphs(paragraphs: tuple[Paragraph, ...], prefix: str, kind: str = "para") -> tuple[Paragraph, ...]:
    """Paragraphs with identifiers below `prefix`: by their number, or `free_1`, `free_2` for those that have none.

    Preambular paragraphs (`kind` `pre`) are counted. A number that comes back gets `-2`, `-3`.
    """
    taken: set[str] = set()
    unnumbered = 0
    named = []
    for at, paragraph in enumerate(paragraphs, 1):
        word = letter_of(paragraph.num)
        unnumbered += not word
        part = f"{kind}_{at}" if kind == "pre" else f"{kind}_{word}" if word else f"free_{unnumbered}"
        own = _free(f"{prefix}__{part}", taken)
        named.append(replace(paragraph, id=own, items=name_items(paragraph.items, own)))
    return tuple(named)


def name_items(items: tuple[Item, ...], prefix: str) -> tuple[Item, ...]:
    """Items with identifiers below `prefix`: `__item_a`, and `__item_` for one without a number."""
    taken: set[str] = set()
    named = []
    for item in items:
        own = _free(f"{prefix}__item_{letter_of(item.num)}", taken)
        named.append(replace(item, id=own, items=name_items(item.items, own)))
    return tuple(named)


def name_annexes(annexes: tuple[Annex, ...]) -> tuple[Annex, ...]:
    """Annexes counted from 1, and everything in them named below."""
    return tuple(
        replace(annex, id=f"annex_{at}", paragraphs=name_paragraphs(annex.paragraphs, f"annex_{at}"))
        for at, annex in enumerate(annexes, 1)
    )


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free
