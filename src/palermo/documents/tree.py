"""A document as a tree of frozen values: masthead, paragraphs with their items, annexes, footnotes, references.

Identifiers follow the manner of AKN4UN: `main__para_14`, `main__pre_3`, `main__para_4__item_a`,
`annex_1__para_43__item_a__item_ii`. Every part knows where its characters stand in the source, so that a claim can be
shown in its place. Nothing is lost: what no part took is in `leftover`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from palermo.documents.source import Span

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The facts at the head of a document. Empty, or None, where the text does not say.

    `issued` is the date under "Distr."; `adopted` the day of adoption. `session` is a number as text (`78`, `2021`).
    """

    symbol: str = ""
    title: str = ""
    organ: str = ""
    number: str = ""
    session: str = ""
    agenda_item: str = ""
    origin: str = ""
    adopted: date | None = None
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered or numbered item of a paragraph: `num` as printed (`(a)`), its text, and items below it."""

    id: str
    num: str
    text: str
    items: tuple[Item, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `num` as printed (`14.`), empty for preambular ones; `phrase` its opening phrase, as printed.

    `text` is the lead-in without the items, white space folded, the marks of notes taken out. `heading` is the
    heading directly above it; several are parted by line ends. `open_start` and `open_end` say that it goes on before
    or after the pages at hand.
    """

    id: str
    num: str
    phrase: str
    text: str
    items: tuple[Item, ...] = ()
    heading: str = ""
    open_start: bool = False
    open_end: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, whose paragraphs are numbered anew."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its marker as printed, and its text.

    `within` is the identifier of the part in whose text the mark stood, empty where no mark was found: `masthead` for
    the title, `enacting`, `conclusion`, `annex_1` for the title of an annex, `main__para_4__heading` for a heading.
    `at` is how many characters of that text stand before the mark, None where the mark stands elsewhere in the head.
    """

    marker: str
    text: str
    spans: tuple[Span, ...] = ()
    within: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Something the text names. `kind` is `document`, `meeting`, `treaty`, `target`, `paragraph` or `ibid`.

    `symbol` is a UN document symbol (`A/RES/64/293`); `instrument` a code of `palermo.reference`; `volume` and
    `number` those of the Treaty Series. `within` is the identifier of the part it stands in (`note_6` for a
    footnote). `open` says that it cannot be resolved from the pages at hand.
    """

    kind: str
    text: str
    symbol: str = ""
    instrument: str = ""
    volume: str = ""
    number: str = ""
    within: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The whole tree. `conclusion` are the lines after the last paragraph: the meeting and its date."""

    name: str
    language: str
    masthead: Masthead
    enacting: str = ""
    preamble: tuple[Paragraph, ...] = ()
    operative: tuple[Paragraph, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    conclusion: str = ""
    leftover: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"{self.name}: expected a language among {', '.join(LANGUAGES)}, got {self.language!r}")

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, in order: preamble, operative part, annexes."""
        yield from self.preamble
        yield from self.operative
        for annex in self.annexes:
            yield from annex.paragraphs
