"""Pages that come one by one, in any order, become one document; where a page is missing the gap is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from palermo.documents.following import following, together
from palermo.documents.languages import language_of
from palermo.documents.pagination import Aside, Ordered, ordered, running_title
from palermo.documents.parsing import parse
from palermo.documents.references import find
from palermo.documents.source import Page, Source
from palermo.documents.tree import Document


@dataclass(frozen=True, slots=True)
class Gap:
    """Pages that are missing between two paragraphs: their printed numbers, the paragraph before, the one after.

    An identifier is empty where no paragraph is at hand on that side.
    """

    pages: tuple[int, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The document of all pages at hand, with its references.

    `source` holds the pages in order, counted from 1 as in every `Source`; `pages` are the numbers printed on them.
    `aside` are pages that were not joined, each with the reason.
    """

    document: Document
    source: Source
    pages: tuple[int, ...]
    gaps: tuple[Gap, ...] = ()
    aside: tuple[Aside, ...] = ()

    @property
    def missing(self) -> tuple[int, ...]:
        """The printed numbers of the pages that are not at hand."""
        return tuple(page for gap in self.gaps for page in gap.pages)


def join(sources: Iterable[Source], language: str | None = None) -> Joined:
    """One document from pages in any order, each a source of its own or some of them together.

    Halves of a paragraph become one where the pages follow each other; notes stand in order; an "Ibid." names what
    the note before it names. Over a gap nothing is closed: the halves stay two paragraphs, the later one with its
    page in its identifier (`main__page_4__pre_1`). Raises ValueError for no page with text, and for XML.
    """
    given = list(sources)
    if any(source.form == "akn" for source in given):
        raise ValueError("expected pages of a text to join, got XML, which has no pages; read it as it is")
    order = ordered(given)
    if not order.sheets:
        raise ValueError(f"expected pages with text to join, got {len(given)} sources without any")
    whole = _whole(order)
    parts = list(_parts(whole, order.numbers, language or language_of("\n".join(page.text for page in whole.pages))))
    return Joined(together(parts), whole, order.numbers, tuple(_gaps(parts, order)), order.aside)


def _whole(order: Ordered) -> Source:
    """The pages as one source, counted from 1. Of pages in both forms all become flattened."""
    forms = {sheet.form for sheet in order.sheets}
    texts = [sheet.pages[0].text for sheet in order.sheets]
    if len(forms) > 1:
        texts = [" ".join(text.split()) for text in texts]
    form = forms.pop() if len(forms) == 1 else "pages"
    return Source(order.sheets[0].name, form, tuple(Page(number, text) for number, text in enumerate(texts, 1)))


def _runs(numbers: Sequence[int]) -> list[slice]:
    """The places of pages that follow each other without a gap."""
    starts = [at for at in range(len(numbers)) if at == 0 or numbers[at] != numbers[at - 1] + 1]
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]


def _parts(whole: Source, numbers: Sequence[int], language: str) -> Iterator[Document]:
    """The document of each run, those after a gap in the part of the text where they can only be."""
    before: list[Document] = []
    for run in _runs(numbers):
        title = (before[0].masthead.title if before else "") or running_title(whole)
        part = parse(Source(whole.name, whole.form, whole.pages[run]), language, title=title)
        if numbers[run.start] > 1:
            part = following(part, before, numbers[run.start])
        before.append(replace(part, references=find(part)))
        yield before[-1]


def _gaps(parts: Sequence[Document], order: Ordered) -> Iterator[Gap]:
    """Each row of missing pages, with the paragraphs around it."""
    firsts = [order.numbers[run.start] for run in _runs(order.numbers)]
    lasts = [order.numbers[run.stop - 1] for run in _runs(order.numbers)]
    ends = [0, *lasts]
    begins = [*firsts, max(order.total, order.numbers[-1]) + 1]
    around = [None, *parts, None]
    for end, begin, before, after in zip(ends, begins, around, around[1:], strict=False):
        if begin > end + 1:
            yield Gap(tuple(range(end + 1, begin)), _last(before), _first(after))


def _last(part: Document | None) -> str:
    return [paragraph.id for paragraph in part.paragraphs()][-1:][0] if part and any(part.paragraphs()) else ""


def _first(part: Document | None) -> str:
    return next((paragraph.id for paragraph in part.paragraphs()), "") if part else ""
