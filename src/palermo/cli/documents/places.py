"""What people call a part of a document: `14 (a)`, `annex, 43`, `note 6`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palermo.documents import Document, Item, Paragraph


def heading(document: Document) -> str:
    """Symbol, title and language of a document, and the file it came from."""
    head = document.masthead
    said = ", ".join(part for part in (head.symbol, head.title) if part)
    return f"{said} ({document.name}, {document.language})" if said else f"{document.name} ({document.language})"


def places(document: Document) -> dict[str, str]:
    """What people call each part, by its identifier."""
    made = {f"note_{note.marker}": f"note {note.marker}" for note in document.footnotes}
    made |= dict(_named(document.preamble, "preamble ", numbered=False))
    made |= dict(_named(document.operative, ""))
    for at, annex in enumerate(document.annexes, 1):
        name = f"annex {at}" if len(document.annexes) > 1 else "annex"
        made |= {annex.id: name, **dict(_named(annex.paragraphs, f"{name}, "))}
    return made


def _named(paragraphs: Sequence[Paragraph], before: str, *, numbered: bool = True) -> Iterator[tuple[str, str]]:
    for at, paragraph in enumerate(paragraphs, 1):
        number = paragraph.num.rstrip(".．、 -–—") if numbered else str(at)
        name = f"{before}{number or f'unnumbered {at}'}"
        yield paragraph.id, name
        yield from _below(paragraph.items, name)


def _below(items: Sequence[Item], name: str) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.id, f"{name} {item.num}".rstrip()
        yield from _below(item.items, f"{name} {item.num}".rstrip())
