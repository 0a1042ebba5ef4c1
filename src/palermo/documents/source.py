"""A text as somebody has it: pages of characters, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(ValueError):  # noqa: N818 -- named for what is wrong
    """A file cannot be read as a document. `code` says why; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, and its characters exactly as they were read."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """The pages of one text. `form` is `layout` (lines kept), `pages` (each page one flattened string) or `akn`.

    `name` is what the reader called it: a path, or a symbol.
    """

    name: str
    form: str
    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        if self.form not in ("layout", "pages", "akn"):
            raise ValueError(f"expected form layout, pages or akn, got {self.form!r}")
        if not self.pages:
            raise Unreadable("empty", f"{self.name} has no pages; expected at least one with text")


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of a page: from `start` up to and without `end`, counted in `Source.pages[page - 1].text`."""

    page: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.page < 1 or not 0 <= self.start <= self.end:
            raise ValueError(f"expected a page from 1 on and start <= end, got {self}")
