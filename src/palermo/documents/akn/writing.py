"""A document becomes Akoma Ntoso 3.0 in the manner of AKN4UN, from which the same document can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from palermo.documents.akn import characters
from palermo.documents.akn.composing import Composer
from palermo.documents.akn.identification import identify, issuer, organizations
from palermo.documents.akn.kept import keep
from palermo.documents.akn.names import AKN, CONTINUES
from palermo.documents.akn.placing import marked
from palermo.documents.tree import Annex, Document, Item, Masthead, Paragraph


class Unwritable(ValueError):  # noqa: N818 -- named for what is wrong
    """A document cannot be written. `code` says why; the message says which part, and what to do."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def write(document: Document) -> bytes:
    """The document as XML in UTF-8. Guarantees that `read_bytes` gives it back, standing on the page of its own text.

    A note that says where its mark stands is an `authorialNote` there; others stand in `meta/notes`. Characters that
    XML cannot hold are named, not lost. A date in the year 1 is how AKN4UN says "unknown". Raises `Unwritable` with
    the code `identifier` for an identifier that is empty, has white space or control characters, or comes twice.
    """
    _check_identifiers(document)
    return _Sheet(marked(document, title=True)).bytes()


class _Sheet:
    """One document on its way into XML."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.composer = Composer(document.footnotes, document.references, document.language)

    def bytes(self) -> bytes:
        root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=_NAMESPACES)  # type: ignore[arg-type]
        main = _add(root, "statement", name=_kind(self.document.masthead))
        meta = _add(main, "meta")
        self._head(main)
        self._preamble(main)
        self._body(main, self.document.operative)
        self._conclusion(main)
        self._annexes(main)
        self._meta(meta)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def _meta(self, meta: etree._Element) -> None:
        """Last, when it is known which notes have no mark in the text."""
        identify(meta, self.document)
        organizations(meta, self.document)
        if self.composer.waiting:
            notes = _add(meta, "notes", source="#palermo")
            for at, note in self.composer.waiting.items():
                element = _add(notes, "note", eId=f"note_{at}")
                self.composer.text(_add(element, "num"), note.marker, notes=False)
                self.composer.text(_add(element, "p"), note.text, within=f"note_{note.marker}", notes=False)
        keep(meta, self.document, _phrases_apart(self.document), self.composer.waiting)

    def _head(self, main: etree._Element) -> None:
        head = self.document.masthead
        cover, preface = etree.Element(f"{{{AKN}}}coverPage"), etree.Element(f"{{{AKN}}}preface")
        self._fact(cover, "docNumber", head.symbol, refersTo="#symbol")
        self._fact(cover, "docAuthority", head.organ, refersTo="#issuingBody")
        if head.issued:
            day = head.issued.isoformat()
            self._fact(cover, "docDate", day, date=day, refersTo="#dateOfIssuance")
        self._fact(cover, "session", head.session, refersTo="#session")
        self._fact(cover, "inline", head.agenda_item, name="agenda item")
        self._fact(cover, "docProponent", head.origin)
        self._fact(preface, "docNumber", head.number)
        if head.title:
            title = _add(_add(preface, "p"), "docTitle", refersTo="#resolutionTitle")
            self.composer.text(title, head.title)
        main.extend(place for place in (cover, preface) if len(place))

    def _preamble(self, main: etree._Element) -> None:
        if not (self.document.enacting or self.document.preamble):
            return
        preamble = _add(main, "preamble")
        if self.document.enacting:
            formula = _add(preamble, "formula", name="enactingFormula", eId="formula_1")
            self._line(formula, "p", self.document.enacting, within="enacting")
        for paragraph in self.document.preamble:
            self._preambular(preamble, paragraph)

    def _preambular(self, preamble: etree._Element, paragraph: Paragraph) -> None:
        """A `container`, as AKN4UN has it; a `recital` where a number or a heading must be held, which it cannot."""
        if paragraph.num or paragraph.heading:
            place = _add(_add(preamble, "recitals"), "recital", eId=paragraph.id, **_classes(paragraph))
            self._numbered(place, paragraph.num, paragraph.heading, paragraph.id)
        else:
            name = "".join(filter(str.isprintable, paragraph.phrase)) or "preamble"
            place = _add(preamble, "container", name=name, eId=paragraph.id, **_classes(paragraph))
        self._line(place, "p", paragraph.text, within=paragraph.id, phrase=paragraph.phrase)
        self._block_list(place, paragraph.items)

    def _block_list(self, place: etree._Element, items: Sequence[Item]) -> None:
        block = _add(place, "blockList") if items else place
        for item in items:
            element = _add(block, "item", eId=item.id)
            self._numbered(element, item.num, "", item.id)
            self._line(element, "p", item.text, within=item.id)
            self._block_list(element, item.items)

    def _body(self, main: etree._Element, paragraphs: Sequence[Paragraph]) -> None:
        body = _add(main, "mainBody")
        for paragraph in paragraphs:
            element = _add(body, "paragraph", eId=paragraph.id, **_classes(paragraph))
            self._numbered(element, paragraph.num, paragraph.heading, paragraph.id)
            self._content(element, paragraph, paragraph.phrase)
        if not paragraphs:
            _add(body, "block", name="empty")

    def _content(self, element: etree._Element, part: Paragraph | Item, phrase: str = "") -> None:
        """The lead-in, and below it the points. AKN wants an empty content even where there is no text."""
        holder = _add(element, "list") if part.items else element
        lead = _add(holder, "intro" if part.items else "content")
        self._line(lead, "p", part.text, within=part.id, phrase=phrase)
        for item in part.items:
            point = _add(holder, "point", eId=item.id)
            self._numbered(point, item.num, "", item.id)
            self._content(point, item)

    def _numbered(self, element: etree._Element, num: str, heading: str, within: str) -> None:
        if num:
            self.composer.text(_add(element, "num"), num, notes=False)
        for at, line in enumerate(heading.split("\n") if heading else ()):
            self._line(element, "subheading" if at else "heading", line, within=within)

    def _conclusion(self, main: etree._Element) -> None:
        if self.document.conclusion:
            self._line(_add(main, "conclusions"), "p", self.document.conclusion, within="conclusion")

    def _annexes(self, main: etree._Element) -> None:
        attachments = _add(main, "attachments") if self.document.annexes else main
        for at, annex in enumerate(self.document.annexes, 1):
            self._annex(_add(attachments, "attachment", eId=annex.id), annex, f"!main/annex_{at}")

    def _annex(self, attachment: etree._Element, annex: Annex, part: str) -> None:
        doc = _add(attachment, "doc", name="annex")
        identify(_add(doc, "meta"), self.document, part)
        if annex.title:
            title = _add(_add(_add(doc, "preface"), "p"), "docTitle")
            self.composer.text(title, annex.title, within=annex.id)
        self._body(doc, annex.paragraphs)

    def _fact(self, place: etree._Element, tag: str, text: str, /, **attributes: str) -> None:
        if text:
            self.composer.text(_add(_add(place, "p"), tag, **attributes), text, notes=False)

    def _line(self, parent: etree._Element, name: str, text: str, *, within: str = "", phrase: str = "") -> None:
        self.composer.text(_add(parent, name), text, within=within, phrase=phrase if _stands(phrase, text) else "")


def _phrases_apart(document: Document) -> Iterator[tuple[str, str]]:
    """Opening phrases that are not, word for word, in the text of their paragraph."""
    for paragraph in document.paragraphs():
        if paragraph.phrase and not _stands(paragraph.phrase, paragraph.text):
            yield paragraph.id, paragraph.phrase


def _stands(phrase: str, text: str) -> bool:
    return phrase in text and characters.fold(phrase) == phrase


_NAMESPACES: dict[str | None, str] = {None: AKN}


def _kind(masthead: Masthead) -> str:
    kinds = {"RES": "resolution", "DEC": "decision", "PRST": "presidentialStatement"}
    return next((kind for step, kind in kinds.items() if step in masthead.symbol.split("/")), "statement")


def _classes(paragraph: Paragraph) -> dict[str, str]:
    on = zip(CONTINUES, (paragraph.open_start, paragraph.open_end), strict=True)
    classes = " ".join(name for name, true in on if true)
    return {"class": classes} if classes else {}


def _check_identifiers(document: Document) -> None:
    taken: set[str] = set()
    for identifier in _identifiers(document):
        if not identifier or characters.kept(identifier) or " " in identifier:
            raise Unwritable(
                "identifier", f"{document.name}: {identifier!r} names a part, but is empty or has spaces"
            )
        if identifier in taken:
            raise Unwritable("identifier", f"{document.name}: {identifier!r} names two parts; name each once")
        taken.add(identifier)


def _identifiers(document: Document) -> Iterator[str]:
    yield from ("formula_1", "organization_palermo", f"organization_{issuer(document)}")
    yield from (f"note_{at}" for at in range(1, len(document.footnotes) + 1))
    yield from (annex.id for annex in document.annexes)
    for paragraph in document.paragraphs():
        yield paragraph.id
        yield from _below(paragraph.items)


def _below(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from _below(item.items)


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{AKN}}}{tag}", attributes)
