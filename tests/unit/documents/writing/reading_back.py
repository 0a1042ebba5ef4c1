"""What a reader sees of a file that was written: its words without mark-up, and the mark-up without words."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from palermo.documents import Document, Item
from palermo.documents.writing.markdown import UNSEEN
from palermo.documents.writing.markup import FORBIDDEN

VOID = {"meta"}
ADDED = {"at"}  # classes of what Palermo adds within a text


def squeezed(text: str) -> str:
    """The characters that are no white space."""
    return "".join(text.split())


def texts(document: Document) -> Iterator[str]:
    """Every text of a document that a page or a Markdown file shows."""
    head = document.masthead
    yield from (head.title, head.organ, head.session, head.agenda_item, head.origin, head.number)
    yield from (document.enacting, document.conclusion)
    for annex in document.annexes:
        yield annex.title
    for paragraph in document.paragraphs():
        yield from (paragraph.text, *paragraph.heading.split("\n"))
        yield from _below(paragraph.items)
    for note in document.footnotes:
        yield note.text


def _below(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield from (item.num, item.text)
        yield from _below(item.items)


class Markdown:
    """A Markdown file as a reader of CommonMark has it."""

    def __init__(self, text: str) -> None:
        tokens = MarkdownIt("commonmark").parse(text)
        inner = [child for token in tokens for child in token.children or ()]
        self.kinds = {token.type for token in (*tokens, *inner)}
        self.raw = {
            token.content.strip() for token in (*tokens, *inner) if token.type in ("html_block", "html_inline")
        }
        self.blocks = ["".join(child.content for child in token.children or ()) for token in tokens if token.children]
        self.text = squeezed("".join(self.blocks))

    @staticmethod
    def shown(text: str) -> str:
        """How a text should look in it."""
        return squeezed(UNSEEN.sub("\ufffd", text))


class Page(HTMLParser):
    """A page as a browser has it: elements with attributes, open ones closed, and the words of the body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pieces: list[str] = []
        self.feed(page)
        self.close()
        self.text = squeezed("".join(self.pieces))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers what an element is; those inside added ones hold no text of the document."""
        held = {key: value or "" for key, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(held)
        self.ids += [held["id"]] if "id" in held else []
        self.links += [held["href"]] if "href" in held else []
        if tag not in VOID:
            self.open.append((tag, held.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        """An element ends where it was opened last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Words, unless they are the style or were added."""
        if not any(tag in ("style", "title", "sup") or kind in ADDED for tag, kind in self.open):
            self.pieces.append(data)

    @staticmethod
    def shown(text: str) -> str:
        """How a text should look in it."""
        return squeezed(FORBIDDEN.sub("\ufffd", text))
