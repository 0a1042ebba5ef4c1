"""The facts at the head of a document: from its cover page, its preface, and its identification."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import etree

from palermo.documents.akn.inline import Inline, gather
from palermo.documents.source import Unreadable
from palermo.documents.tree import Masthead

LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"}
"""ISO 639-2 codes, both series, of the six languages."""


def language(root: etree._Element, *, name: str) -> str:
    """The language, of six. Raises `Unreadable` with `language` for another one, or none."""
    code = next((element.get("language", "") for element in root.iter("{*}FRBRlanguage")), "")
    short = LANGUAGES.get(code.lower(), code.lower()[:2])
    if short not in LANGUAGES.values():
        raise Unreadable(
            "language", f"{name}: expected FRBRlanguage to be one of {', '.join(LANGUAGES)}, got {code!r}"
        )
    return short


def masthead(document: etree._Element) -> Masthead:
    """What cover page, preface and identification say."""
    cover, preface = document.find("{*}coverPage"), document.find("{*}preface")
    return Masthead(
        symbol=_marked(cover, "docNumber", "#symbol"),
        title=_title(preface),
        organ=_marked(cover, "docAuthority", "#subsidiaryBody") or _marked(cover, "docAuthority", "#issuingBody"),
        number=_number(preface),
        session=_session(cover),
        agenda_item=_named(cover, "agenda item"),
        origin=_text(_first(cover, "docProponent")),
        adopted=_day(document, "adoption", "#adoptionDate"),
        issued=_day(document, "publication", "#dateOfIssuance"),
    )


def lines(document: etree._Element) -> Iterator[tuple[str, Inline]]:
    """The printed lines of the head, each with the name of its place: `coverPage` or `preface`."""
    for name in ("coverPage", "preface"):
        for line in document.iterfind(f"{{*}}{name}/*"):
            yield name, gather(line)


def _title(preface: etree._Element | None) -> str:
    """The title, with the marks of its notes still in it."""
    titles = [] if preface is None else [gather(title).text for title in preface.iter("{*}docTitle")]
    return " ".join(title for title in titles if title)


def _number(preface: etree._Element | None) -> str:
    """`74/254.` and, on a line of its own, `B`: together the number of the resolution."""
    numbers = [] if preface is None else [_text(number) for number in preface.iter("{*}docNumber")]
    return " ".join(number for number in numbers if number)


def _session(cover: etree._Element | None) -> str:
    session = _first(cover, "session")
    return "" if session is None else session.get("value") or _text(session)


def _named(place: etree._Element | None, name: str) -> str:
    found = [] if place is None else [each for each in place.iter("{*}inline") if each.get("name") == name]
    return _text(found[0]) if found else ""


def _marked(place: etree._Element | None, tag: str, refers: str) -> str:
    found = [] if place is None else [each for each in place.iter(f"{{*}}{tag}") if each.get("refersTo") == refers]
    return _text(found[0]) if found else ""


def _day(document: etree._Element, name: str, refers: str) -> date | None:
    said = [each.get("date", "") for each in document.iterfind("{*}meta//{*}FRBRdate") if each.get("name") == name]
    said += [each.get("date", "") for each in document.iter("{*}docDate") if each.get("refersTo") == refers]
    return next(filter(None, map(_date, said)), None)


def _date(value: str) -> date | None:
    """A day; the year 1 is how these files write that they do not know."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if day.year > 1 else None


def _first(place: etree._Element | None, name: str) -> etree._Element | None:
    return None if place is None else next(place.iter(f"{{*}}{name}"), None)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else gather(element).bare
