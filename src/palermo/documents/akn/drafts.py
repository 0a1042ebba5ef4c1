"""What stands between the XML and the tree: parts with their characters, not yet named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from palermo.documents.akn.inline import Inline
from palermo.documents.akn.names import CONTINUES
from palermo.documents.tree import Item, Paragraph


@dataclass(slots=True)
class Draft:
    """A paragraph or an item. `inlines` are its lead-in, `headings` stand above, `classes` are the file's."""

    number: Inline = field(default_factory=Inline)
    id: str = ""
    phrase: str = ""
    inlines: list[Inline] = field(default_factory=list)
    headings: list[Inline] = field(default_factory=list)
    items: list[Draft] = field(default_factory=list)
    classes: tuple[str, ...] = ()

    @property
    def num(self) -> str:
        """The number as printed."""
        return self.number.bare

    @property
    def text(self) -> str:
        """The lead-in, its pieces joined by a space."""
        return " ".join(text for text in (inline.text for inline in self.inlines) if text)

    def item(self) -> Item:
        """As an item of the tree, and its items."""
        return Item(self.id, self.num, self.text, tuple(item.item() for item in self.items))

    def paragraph(self) -> Paragraph:
        """As a paragraph of the tree, and its items."""
        return Paragraph(
            id=self.id,
            num=self.num,
            phrase=self.phrase,
            text=self.text,
            items=tuple(item.item() for item in self.items),
            heading="\n".join(heading.text for heading in self.headings),
            open_start=CONTINUES[0] in self.classes,
            open_end=CONTINUES[1] in self.classes,
        )


def inlines(drafts: Sequence[Draft], named: Sequence[Paragraph | Item]) -> Iterator[tuple[str, Inline]]:
    """Everything printed, in reading order, with the identifier of the part it stands in."""
    for draft, part in zip(drafts, named, strict=True):
        for inline in (*draft.headings, draft.number, *draft.inlines):
            yield part.id, inline
        yield from inlines(draft.items, part.items)
