"""What AKN has no element for, kept in `meta/proprietary` in a namespace of our own, and read back from there.

A file that has this part was written here: what it says is taken word for word, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from lxml import etree

from palermo.documents.akn.composing import plain
from palermo.documents.akn.inline import gather
from palermo.documents.akn.loading import local
from palermo.documents.akn.names import AKN, OWN
from palermo.documents.tree import Document, Footnote, Reference


@dataclass(frozen=True, slots=True)
class Kept:
    """The references, the leftover, the opening phrases that are no part of their paragraph's text, by its id, and
    the places of marks that do not stand in the text, by the number of their note.
    """

    references: tuple[Reference, ...]
    leftover: tuple[str, ...]
    phrases: Mapping[str, str]
    marks: Mapping[str, tuple[str, int | None]]


def keep(
    meta: etree._Element,
    document: Document,
    phrases: Iterable[tuple[str, str]],
    unplaced: Mapping[int, Footnote],
) -> None:
    """Adds to a `meta` what only this part can hold. `unplaced` are the notes that do not stand at their mark."""
    proprietary = etree.SubElement(meta, f"{{{AKN}}}proprietary", source="#palermo")
    tree = etree.SubElement(proprietary, f"{{{OWN}}}tree", nsmap={"palermo": OWN})
    for paragraph, phrase in phrases:
        plain(etree.SubElement(tree, f"{{{OWN}}}phrase", of=paragraph), phrase)
    for number, note in unplaced.items():
        _mark(tree, number, note)
    for reference in document.references:
        _reference(tree, reference)
    for text in document.leftover:
        plain(etree.SubElement(tree, f"{{{OWN}}}leftover"), text)


def kept(main: etree._Element) -> Kept | None:
    """What `keep` wrote into a document, or None where the file comes from elsewhere."""
    tree = main.find(f"{{*}}meta/{{*}}proprietary/{{{OWN}}}tree")
    if tree is None:
        return None
    return Kept(
        references=tuple(map(_read, tree.iterfind(f"{{{OWN}}}reference"))),
        leftover=tuple(gather(each).text for each in tree.iterfind(f"{{{OWN}}}leftover")),
        phrases={each.get("of", ""): gather(each).text for each in tree.iterfind(f"{{{OWN}}}phrase")},
        marks={each.get("of", ""): _place(each) for each in tree.iterfind(f"{{{OWN}}}mark")},
    )


def _mark(tree: etree._Element, number: int, note: Footnote) -> None:
    if note.within or note.at is not None:
        at = {} if note.at is None else {"at": str(note.at)}
        plain(etree.SubElement(tree, f"{{{OWN}}}mark", {"of": str(number), **at}), note.within)


def _place(element: etree._Element) -> tuple[str, int | None]:
    at = element.get("at", "")
    return gather(element).text, int(at) if at.lstrip("-").isdecimal() else None


def _reference(tree: etree._Element, reference: Reference) -> None:
    element = etree.SubElement(tree, f"{{{OWN}}}reference", open=str(reference.open).lower())
    for name in _TEXTS:
        if getattr(reference, name):
            plain(etree.SubElement(element, f"{{{OWN}}}{name}"), getattr(reference, name))


def _read(element: etree._Element) -> Reference:
    said = {local(child): gather(child).text for child in element if local(child) in _TEXTS}
    return Reference(**{"kind": "", "text": "", **said}, open=element.get("open") == "true")


_TEXTS = tuple(each.name for each in fields(Reference) if each.name != "open")
