"""A file that was written here is read word for word: nothing is guessed, named or moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from palermo.documents.akn.body import Body
from palermo.documents.akn.inline import gather
from palermo.documents.akn.kept import Kept
from palermo.documents.akn.loading import local
from palermo.documents.akn.masthead import masthead
from palermo.documents.tree import Annex, Document, Footnote, Paragraph


def reread(main: etree._Element, kept: Kept, *, name: str, language: str) -> Document:
    """The document that `write` was given, without its places."""
    return Document(
        name=name,
        language=language,
        masthead=masthead(main),
        enacting=gather(*main.iterfind("{*}preamble/{*}formula")).text,
        preamble=_paragraphs(main.iterfind("{*}preamble/*"), kept),
        operative=_paragraphs(main.iterfind("{*}mainBody/*"), kept),
        annexes=tuple(_annex(attachment, kept) for attachment in main.iterfind("{*}attachments/{*}attachment")),
        footnotes=_footnotes(main, kept),
        references=kept.references,
        conclusion=gather(*main.iterfind("{*}conclusions")).text,
        leftover=kept.leftover,
    )


def _paragraphs(elements: Iterable[etree._Element], kept: Kept) -> tuple[Paragraph, ...]:
    body = Body("")
    body.take(each for each in elements if local(each) in ("paragraph", "container", "recitals"))
    read = (draft.paragraph() for draft in body.drafts)
    return tuple(replace(each, phrase=kept.phrases.get(each.id, each.phrase)) for each in read)


def _annex(attachment: etree._Element, kept: Kept) -> Annex:
    title = gather(*attachment.iterfind("{*}doc/{*}preface/{*}p/{*}docTitle")).text
    paragraphs = _paragraphs(attachment.iterfind("{*}doc/{*}mainBody/*"), kept)
    return Annex(attachment.get("eId", ""), title, paragraphs)


def _footnotes(main: etree._Element, kept: Kept) -> tuple[Footnote, ...]:
    """Those in the text and those at no mark, in the order that their identifiers tell."""
    notes = {each.get("eId", ""): each for each in main.iter("{*}authorialNote", "{*}note")}
    return tuple(_footnote(note, kept) for note in sorted(notes.values(), key=_place))


def _footnote(note: etree._Element, kept: Kept) -> Footnote:
    number = note.find("{*}num")
    marker = note.get("marker", "") if number is None else gather(number).text
    within, at = kept.marks.get(str(_place(note)), ("", None))
    return Footnote(marker, gather(*note.iterfind("{*}p")).text, within=within, at=at)


def _place(note: etree._Element) -> int:
    number = note.get("eId", "").rpartition("_")[2]
    return int(number) if number.isdecimal() else 0
