"""The stages in order: language, head, furniture, notes, body, tree, references."""

from __future__ import annotations

from dataclasses import replace

from palermo.documents.body import blocks
from palermo.documents.building import build
from palermo.documents.flattened import cut
from palermo.documents.flow import Line, folded
from palermo.documents.furniture import strip
from palermo.documents.grammar import Grammar, grammar
from palermo.documents.grammar.patterns import day_in
from palermo.documents.headings import with_headings
from palermo.documents.languages import language_of
from palermo.documents.marking import marked
from palermo.documents.masthead import Head, head_of
from palermo.documents.notes import footnotes
from palermo.documents.source import Source
from palermo.documents.tree import Document, Masthead
from palermo.documents.tying import tied


def parse(source: Source, language: str | None = None, *, title: str = "") -> Document:
    """The document that the pages hold. Never refuses a text: what is not understood is in `leftover`.

    `language` is one of the six, or None to find it. Raises ValueError for another. `title` is that of the text, for
    pages from the middle, whose running header holds it.
    """
    language = language or language_of("\n".join(page.text for page in source.pages))
    words = grammar(language)
    flat = source.form == "pages"
    head = head_of(source, words)
    stripped = strip(source, head.masthead.title or title, headless=head.end == 0)
    notes = footnotes(stripped.notes, flat=flat)
    top, plain = _divided(stripped.body, head)
    rest = marked(plain, notes, words)
    part = "preamble" if head.enacting or head.end == 0 else "operative"
    body = blocks(cut(rest, words) if flat else rest, words, part=part, flat=flat, headless=head.end == 0)
    built = build(
        with_headings(body, words, flat=flat), words, headless=head.end == 0, short=head.masthead.organ in words.short
    )
    document = Document(
        name=source.name,
        language=language,
        masthead=_dated(head.masthead, built.conclusion, words),
        enacting=folded(head.enacting),
        preamble=built.preamble,
        operative=built.operative,
        annexes=built.annexes,
        footnotes=notes,
        conclusion=built.conclusion,
        leftover=(*_unsaid(top, head.masthead), *built.leftover, *(line.text for line in stripped.furniture)),
    )
    return tied(document, source.pages[0].text[: head.start])


def _dated(masthead: Masthead, conclusion: str, words: Grammar) -> Masthead:
    """The masthead with the day of the meeting as the day of adoption, where only the end of the text says it."""
    return masthead if masthead.adopted else replace(masthead, adopted=day_in(conclusion, words))


def _divided(body: tuple[Line, ...], head: Head) -> tuple[list[Line], list[Line]]:
    """The lines of the head, and the lines of the body, which begin after the enacting formula."""
    top, rest = [], []
    for line in body:
        if line.page > 1 or line.start >= head.end:
            rest.append(line)
        elif line.end <= head.end:
            top.append(line)
        else:
            top.append(line.cut(0, head.end - line.start))
            rest.append(line.cut(head.end - line.start, gap=True))
    return top, rest


def _unsaid(top: list[Line], masthead: Masthead) -> tuple[str, ...]:
    """The lines of the head that the facts do not hold word for word; each fact answers for one line."""
    said = " ".join((masthead.symbol, masthead.title, masthead.organ, masthead.origin, masthead.agenda_item))
    left = []
    for line in top:
        if line.text in said:
            said = said.replace(line.text, "", 1)
        else:
            left.append(line.text)
    return tuple(left)
