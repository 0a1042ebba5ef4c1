"""The texts of a recurring resolution in their order, and what each took over from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from palermo.documents.lineage.comparing import compare
from palermo.documents.lineage.values import Link
from palermo.documents.lineage.words import sequences, words_of
from palermo.documents.tree import Document


def carried(old: Document, new: Document) -> float:
    """The share, 0 to 1, of the different six-word sequences of the new text that stand in the old; 0 for no words.

    A sequence does not run over the end of a paragraph, and counts once however often the text repeats it.
    """
    before, after = _sequences(old), _sequences(new)
    return len(before & after) / len(after) if after else 0.0


def chain(documents: Iterable[Document]) -> tuple[Link, ...]:
    """The links between neighbours by day of adoption (of issue, where that is not known), oldest first.

    Texts without a day come last, by the numbers of their symbol. Raises ValueError for texts in several languages.
    """
    ordered = sorted(documents, key=_place)
    return tuple(Link(old, new, carried(old, new), compare(old, new)) for old, new in pairwise(ordered))


def _sequences(document: Document) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for paragraph in document.paragraphs():
        found |= sequences(words_of((paragraph,), document).keys)
    return found


def _place(document: Document) -> tuple[date, tuple[int, ...], str, str]:
    head = document.masthead
    numbers = tuple(int(number) for number in re.findall(r"\d+", head.symbol))
    return head.adopted or head.issued or date.max, numbers, head.symbol, document.name
