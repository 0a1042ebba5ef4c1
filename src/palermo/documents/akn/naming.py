"""Identifiers in the manner of AKN4UN: `main__para_14__item_a`. The same tree always gets the same names."""

from __future__ import annotations

import re
from dataclasses import replace

from palermo.documents.tree import Annex, Item, Paragraph

_SIGNS = re.compile(r"[\W_]+")


def name_paragraphs(paragraphs: tuple[Paragraph, ...], prefix: str, kind: str = "para") -> tuple[Paragraph, ...]:
    """Paragraphs with identifiers below `prefix`: by their number, or `nn_1`, `nn_2` for those that have none.

    Preambular paragraphs (`kind` `pre`) are counted. A number that comes back gets `_2`, `_3`.
    """
    taken: set[str] = set()
    unnumbered = 0
    named = []
    for at, paragraph in enumerate(paragraphs, 1):
        word = slug(paragraph.num)
        unnumbered += not word
        part = str(at) if kind == "pre" else word or f"nn_{unnumbered}"
        own = _free(f"{prefix}__{kind}_{part}", taken)
        named.append(replace(paragraph, id=own, items=name_items(paragraph.items, own)))
    return tuple(named)


def name_items(items: tuple[Item, ...], prefix: str) -> tuple[Item, ...]:
    """Items with identifiers below `prefix`: `__item_a`, and `__item_nn_1` for one without a number."""
    taken: set[str] = set()
    named = []
    for at, item in enumerate(items, 1):
        own = _free(f"{prefix}__item_{slug(item.num) or f'nn_{at}'}", taken)
        named.append(replace(item, id=own, items=name_items(item.items, own)))
    return tuple(named)


def name_annexes(annexes: tuple[Annex, ...]) -> tuple[Annex, ...]:
    """Annexes counted from 1, and everything in them named below."""
    return tuple(
        replace(annex, id=f"annex_{at}", paragraphs=name_paragraphs(annex.paragraphs, f"annex_{at}"))
        for at, annex in enumerate(annexes, 1)
    )


def slug(num: str) -> str:
    """A number without its signs: `(a)` → `a`, `14.` → `14`, `3 bis.` → `3_bis`."""
    return _SIGNS.sub("_", num).strip("_")


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}_{count}"
    taken.add(free)
    return free
