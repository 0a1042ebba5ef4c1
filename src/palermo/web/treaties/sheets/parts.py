"""What both sheets have: the frame with its words, a status, a day, the sources with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from palermo.reference import Act, Catalogue
from palermo.treaties import Code, Status
from palermo.web.presentation.days import AsOf
from palermo.web.treaties import labels

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet is asked for: the day, the language, and the address of the page that says the same."""

    day: AsOf
    language: str
    address: str


class Sources:
    """The sources behind some acts, each with the number by which a row names it."""

    def __init__(self, catalogue: Catalogue, acts: Iterable[Act | None]) -> None:
        codes = sorted({act.source for act in acts if act})
        self._catalogue = catalogue
        self._numbers = {code: place for place, code in enumerate(codes, start=1)}

    def number(self, act: Act | None) -> str:
        """The number of an act's source, empty where there is no act."""
        return str(self._numbers[act.source]) if act else ""

    @property
    def groups(self) -> list[Facts]:
        """The sources by what and where they are: each with its number, code and the day up to which it speaks."""
        grouped: dict[tuple[str, str], list[list[str]]] = {}
        for code, number in self._numbers.items():
            held = self._catalogue.sources.get(code)
            key = (held.description, held.address) if held else ("", "")
            grouped.setdefault(key, []).append([str(number), code, labels.day(held.as_of if held else None)])
        return [{"what": what, "where": where, "rows": rows} for (what, where), rows in grouped.items()]


def status(held: Status, said: date | None = None) -> Facts:
    """A status in words, with what the reader must know before relying on it.

    `said` is the day of which the sheet says, once for all rows, that they are as last known on it.
    """
    note = labels.caution(held)
    if said is not None and held.as_of == said:
        note = note.removesuffix(_("As last known on %(day)s.") % {"day": said}).rstrip()
    return {"code": held.code.value, "word": str(labels.STATUS[held.code]), "note": note}


def last_known(statuses: Sequence[Status]) -> date | None:
    """The day on which most of these were last known; None where one of them is known on the day asked for."""
    days = Counter(held.as_of for held in statuses if held.beyond and held.spell)
    return days.most_common(1)[0][0] if days and days.total() == len(statuses) else None


def legend() -> list[Facts]:
    """Each status with what it means."""
    return [
        {"code": code.value, "word": str(labels.STATUS[code]), "meaning": str(labels.MEANING[code])} for code in Code
    ]


def act_words(act: Act | None) -> tuple[str, str]:
    """The kind of an act and its day as far as it is known."""
    return (str(labels.KIND[act.kind]), str(act.date or "")) if act else ("", "")


def articles(act: Act) -> str:
    """The kind of a reserving act with the articles it names."""
    kind, named = str(labels.KIND[act.kind]), ", ".join(act.articles)
    return _("%(kind)s (art. %(articles)s)") % {"kind": kind, "articles": named} if named else kind


def doubts(act: Act) -> str:
    """What an act's flags and its note say, in the language of the page as far as it is known there."""
    text, _translated = labels.note(act.note)
    return " ".join(part for part in (*(str(labels.FLAG[flag]) for flag in act.flags), text) if part)


def frame(asked: Asked, *, eyebrow: str, name: str, sources: Sources) -> Facts:
    """What stands around the facts of a sheet: title, day, language, legend, sources and the notes at its end."""
    on = labels.day(asked.day.on)
    if asked.day.known_on:
        known = _("as known on %(day)s") % {"day": labels.day(asked.day.known_on)}
        on = f"{on}, {known}"
    return {
        "lang": asked.language,
        "rtl": get_language_bidi(),
        "brand": "Palermo",
        "plan": _("Register of the United Nations Global Plan of Action to Combat Trafficking in Persons"),
        "eyebrow": eyebrow,
        "name": name,
        "title": f"{name} · {on}",
        "as_of": {"label": _("As of"), "day": on},
        "made": {"label": _("Made on"), "day": labels.day(asked.day.today), "parts": _parts(asked.day.today)},
        "address": {"label": _("This page online"), "text": asked.address},
        "legend": {"title": _("What the words mean"), "rows": legend()},
        "sources": {
            "title": _("Sources used"),
            "lead": _("By number: the source, and the day up to which it speaks."),
            "groups": sources.groups,
        },
        "notes": [
            _(
                "Where the data do not reach, the status is not known. "
                "This does not mean that a State is not a party."
            ),
            _("Source: United Nations and other depositaries; each row names its own source and day."),
            _("This sheet is no official text. The depositary’s own record prevails."),
        ],
    }


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
