"""AKN4UN XML becomes a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from palermo.documents.akn import masthead as head
from palermo.documents.akn.annexes import Part, lift_items, part_annexes
from palermo.documents.akn.body import Body
from palermo.documents.akn.drafts import Draft, inlines
from palermo.documents.akn.inline import Inline, gather
from palermo.documents.akn.kept import kept
from palermo.documents.akn.links import references
from palermo.documents.akn.loading import load, local, root
from palermo.documents.akn.naming import name_annexes, name_paragraphs
from palermo.documents.akn.placing import placed
from palermo.documents.akn.rereading import reread
from palermo.documents.source import Unreadable
from palermo.documents.tree import Annex, Document, Footnote, Masthead, Paragraph, Reference

_BODIES = ("mainBody", "body", "debateBody", "judgmentBody", "amendmentBody")


def read(path: Path | str) -> Document:
    """The document in a file. Its `name` is the path as given.

    Raises `Unreadable` with the code `missing`, `too_large`, `empty`, `entities`, `not_xml`, `not_akn`, `no_body` or
    `language`.
    """
    return _document(load(Path(path)), name=str(path))


def read_bytes(data: bytes, *, name: str) -> Document:
    """The document in some bytes, called `name`. Raises as `read`."""
    return _document(root(data, name=name), name=name)


@dataclass(slots=True)
class _Drafted:
    """The parts of a document before they are named. `rest` is what no part took."""

    preamble: list[Draft]
    operative: list[Draft]
    annexes: list[Part]
    rest: list[str]

    def named(self) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Annex, ...]]:
        """Preamble, operative part and annexes with their identifiers."""
        annexes = (Annex("", part.title, _paragraphs(part.drafts)) for part in self.annexes)
        return (
            name_paragraphs(_paragraphs(self.preamble), "main", "pre"),
            name_paragraphs(_paragraphs(self.operative), "main"),
            name_annexes(tuple(annexes)),
        )


@dataclass(slots=True)
class _Margin:
    """What hangs in the text: notes and links, in the order in which they are printed."""

    footnotes: list[Footnote] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def take(self, printed: Iterable[tuple[str, Inline]]) -> None:
        """Takes the links of each part, then its notes and their links."""
        for within, inline in printed:
            self.references += references(inline.links, within)
            for note in inline.notes:
                self._note(note, within)

    def _note(self, note: etree._Element, within: str) -> None:
        """A note of the head may hang at a fact that is not text, such as the number: then the head is all we say."""
        marker, inline = note.get("marker", "").strip(), gather(note)
        head = within if within == "masthead" else ""
        self.footnotes.append(Footnote(marker, inline.bare.removeprefix("()").strip(), within=head))
        self.references += references(inline.links, f"note_{marker}")


def _document(akn: etree._Element, *, name: str) -> Document:
    main = _main(akn, name)
    language = head.language(akn, name=name)
    said = kept(main)
    if said is not None:
        return placed(reread(main, said, name=name, language=language))
    return placed(_understood(main, name=name, language=language))


def _understood(main: etree._Element, *, name: str, language: str) -> Document:
    drafted = _drafted(main, language)
    preamble, operative, annexes = drafted.named()
    formula = gather(*main.iterfind("{*}preamble/{*}formula"))
    conclusion = gather(*main.iterfind("{*}conclusions"))
    margin = _Margin()
    margin.take(("masthead", inline) for _, inline in head.lines(main))
    margin.take([("enacting", formula)])
    margin.take(_printed(drafted, preamble, operative, annexes))
    margin.take([("conclusion", conclusion)])
    facts = head.masthead(main)
    return Document(
        name=name,
        language=language,
        masthead=facts,
        enacting=formula.text,
        preamble=preamble,
        operative=operative,
        annexes=annexes,
        footnotes=tuple(margin.footnotes),
        references=tuple(margin.references),
        conclusion=conclusion.text,
        leftover=(*_untaken(main, facts), *drafted.rest, *(part.label for part in drafted.annexes if part.label)),
    )


def _main(akn: etree._Element, name: str) -> etree._Element:
    """The statement, or whatever kind of document stands at the top, if it has a body."""
    for child in akn:
        if any(local(below) in _BODIES for below in child):
            return child
    raise Unreadable("no_body", f"{name}: expected a document with a body ({', '.join(_BODIES)}), found none")


def _drafted(main: etree._Element, language: str) -> _Drafted:
    style = _style(main, language)
    before = [child for child in main.iterfind("{*}preamble/*") if local(child) != "formula"]
    preamble, body = Body(style), Body(style)
    preamble.take(before)
    for place in main:
        if local(place) in _BODIES:
            body.take(place)
    annexes, rest = [], [*preamble.rest, *body.rest]
    for place in main.iter(*(f"{{*}}{kind}" for kind in _BODIES)):
        if place.getparent() is not main:
            annex = Body(style)
            annex.take(_with_preface(place))
            annexes += part_annexes(annex.finished())
            rest += annex.rest
    for part in annexes:
        part.drafts = lift_items(part.drafts)
    return _Drafted(preamble.finished(), body.finished(), annexes, rest)


def _with_preface(place: etree._Element) -> Iterator[etree._Element]:
    above = place.getparent()
    for element in [] if above is None else above:
        if local(element) == "preface":
            yield from element
    yield from place


def _style(main: etree._Element, language: str) -> str:
    """How this file sets its opening phrases: in italics, and where a script has none (Chinese), in bold."""
    formula = gather(*main.iterfind("{*}preamble/{*}formula"))
    styles = [run.style for run in formula.runs if run.text.strip() and run.style]
    return styles[0] if styles else "bold" if language == "zh" else "italic"


def _printed(
    drafted: _Drafted, preamble: tuple[Paragraph, ...], operative: tuple[Paragraph, ...], annexes: tuple[Annex, ...]
) -> Iterator[tuple[str, Inline]]:
    yield from inlines(drafted.preamble, preamble)
    yield from inlines(drafted.operative, operative)
    for part, annex in zip(drafted.annexes, annexes, strict=True):
        yield from ((annex.id, line) for line in part.titles)
        yield from inlines(part.drafts, annex.paragraphs)


def _paragraphs(drafts: list[Draft]) -> tuple[Paragraph, ...]:
    return tuple(draft.paragraph() for draft in drafts)


def _untaken(main: etree._Element, facts: Masthead) -> Iterator[str]:
    """The lines of the head that no fact of the masthead holds: the distribution, the dates of a session."""
    taken = {facts.symbol, facts.organ, facts.agenda_item, facts.origin}
    for place, inline in head.lines(main):
        if place == "coverPage" and inline.bare and inline.bare not in taken:
            yield inline.bare
