"""Bytes of a stranger become an XML tree, or an error that says why not. No entity, no network, no huge tree."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from palermo.documents.source import Unreadable

LARGEST = 20_000_000
"""Bytes. The longest resolution of the last ten years has 0.4 MB as XML; a whole session's report 8 MB."""


def load(path: Path) -> etree._Element:
    """The root of a file. Raises `Unreadable` with `missing`, `too_large`, or a code of `root`."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Unreadable("missing", f"{path}: cannot be opened ({error.strerror}); check the path") from error
    if size > LARGEST:
        raise Unreadable("too_large", _too_large(str(path), size))
    return root(path.read_bytes(), name=str(path))


def root(data: bytes, *, name: str) -> etree._Element:
    """The `akomaNtoso` element. Raises `Unreadable`: `empty`, `too_large`, `entities`, `not_xml` or `not_akn`."""
    if not data.strip():
        raise Unreadable("empty", f"{name} is empty; expected Akoma Ntoso XML")
    if len(data) > LARGEST:
        raise Unreadable("too_large", _too_large(name, len(data)))
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("not_xml", f"{name} is not well-formed XML: {error}; ask for the file again") from error
    _refuse_entities(element, name)
    if local(element) != "akomaNtoso":
        raise Unreadable("not_akn", f"{name}: expected the root element akomaNtoso, got {local(element)}")
    return element


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _refuse_entities(element: etree._Element, name: str) -> None:
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[attr-defined]
        raise Unreadable(
            "entities", f"{name} declares entities, which may hide text or exhaust memory; remove its DOCTYPE"
        )
    if next(element.iter(etree.Entity), None) is not None:
        raise Unreadable("entities", f"{name} uses an entity that nothing declares; write the character itself")


def _too_large(name: str, size: int) -> str:
    return f"{name} has {size:,} bytes; expected at most {LARGEST:,}. Split it, or give the text or PDF instead"
