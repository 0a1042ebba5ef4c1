"""Invented documents: trees of any shape, texts of any characters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from palermo.documents import Annex, Document, Footnote, Item, Masthead, Paragraph, Reference
from palermo.documents.akn.marks import CLOSE, OPEN, insert
from palermo.documents.akn.naming import name_annexes, name_paragraphs
from palermo.documents.tree import LANGUAGES

ANY_CHARACTER = st.characters(exclude_categories=(), exclude_characters=[OPEN, CLOSE])
"""All of Unicode, lone surrogates too, but for two that it reserves for the inside of programs and that marks use."""
MARKERS = st.sampled_from(["1", "2", "12", "*", "a", "", " ", "\x0b", "†"])
WORDS = st.sampled_from(
    [
        "Urges",
        "States",
        "resolution",
        "61/180",
        " ",
        "  ",
        "\t",
        "\n",
        "\u00a0",
        "&",
        "<p>",
        "]]>",
        "決定",
        "تحث",
        "\r",
    ]
)
TEXTS = st.one_of(
    st.just(""),
    st.text(ANY_CHARACTER, max_size=12),
    st.lists(st.one_of(WORDS, st.text(ANY_CHARACTER, max_size=2)), max_size=8).map("".join),
)
DAYS = st.none() | st.dates(min_value=date(1945, 10, 24))


@st.composite
def items(draw: st.DrawFn, depth: int = 2) -> tuple[Item, ...]:
    below = items(depth - 1) if depth else st.just(())
    return tuple(draw(st.lists(st.builds(Item, st.just(""), TEXTS, TEXTS, below), max_size=3)))


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[Paragraph, ...]:
    return tuple(draw(st.lists(paragraph(), max_size=3)))


@st.composite
def paragraph(draw: st.DrawFn) -> Paragraph:
    """Its phrase is the beginning of its text, or something else."""
    text = draw(TEXTS)
    phrase = draw(st.one_of(st.integers(0, 6).map(lambda end: text[:end]), TEXTS))
    return draw(
        st.builds(
            Paragraph,
            id=st.just(""),
            num=TEXTS,
            phrase=st.just(phrase),
            text=st.just(text),
            items=items(),
            heading=TEXTS,
            open_start=st.booleans(),
            open_end=st.booleans(),
        )
    )


MASTHEADS = st.builds(
    Masthead,
    symbol=st.sampled_from(["A/RES/86/412", "S/RES/9001 (2031)", "A/HRC/DEC/1", "E/2031/L.5"]) | TEXTS,
    title=TEXTS,
    organ=TEXTS,
    number=TEXTS,
    session=TEXTS,
    agenda_item=TEXTS,
    origin=TEXTS,
    adopted=DAYS,
    issued=DAYS,
)
REFERENCES = st.builds(
    Reference,
    kind=st.sampled_from(["document", "meeting", "treaty", "target", "paragraph", "ibid"]),
    text=TEXTS | WORDS,
    symbol=st.sampled_from(["A/RES/61/180", "S/PV.9001", "A/RES/217 A (III)"]) | TEXTS,
    instrument=TEXTS,
    volume=TEXTS,
    number=TEXTS,
    within=st.sampled_from(["", "main__pre_1", "main__para_1", "note_1", "note_12"]) | TEXTS,
    open=st.booleans(),
)


def footnote() -> st.SearchStrategy[Footnote]:
    """A note whose mark stands in a part, in one that is not there, or nowhere; in its text or beyond."""
    parts = ["", "masthead", "enacting", "conclusion", "main__pre_1", "main__para_1", "main__free_1", "annex_1"]
    within = st.sampled_from([*parts, *(f"{part}__heading" for part in parts[4:7])]) | TEXTS
    return st.builds(Footnote, MARKERS, TEXTS, within=within, at=st.none() | st.integers(-1, 9))


@st.composite
def noted(draw: st.DrawFn) -> Document:
    """A document as the reader has it in hand: some of its notes still have their marks in the text."""
    document = draw(documents())
    waiting = [note.marker for note in document.footnotes]
    operative = []
    for paragraph in document.operative:
        places = sorted(draw(st.lists(st.integers(0, len(paragraph.text)), max_size=len(waiting))))
        marks = [(place, waiting.pop(0)) for place in places]
        operative.append(replace(paragraph, text=insert(paragraph.text, marks)))
    return replace(document, operative=tuple(operative))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    annexes = draw(st.lists(st.builds(Annex, st.just(""), TEXTS, paragraphs()), max_size=2))
    return Document(
        name="invented",
        language=draw(st.sampled_from(LANGUAGES)),
        masthead=draw(MASTHEADS),
        enacting=draw(TEXTS),
        preamble=name_paragraphs(draw(paragraphs()), "main", "pre"),
        operative=name_paragraphs(draw(paragraphs()), "main"),
        annexes=name_annexes(tuple(annexes)),
        footnotes=tuple(draw(st.lists(footnote(), max_size=4, unique_by=lambda note: note.marker))),
        references=tuple(draw(st.lists(REFERENCES, max_size=3))),
        conclusion=draw(TEXTS),
        leftover=tuple(draw(st.lists(TEXTS, max_size=3))),
    )
