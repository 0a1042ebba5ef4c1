"""Reads a withdrawal from the footnote that announces it, or says that it cannot be read with certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from palermo.reference import PartialDate, plain
from palermo.sources import dates

LONGEST = 5_000
DAY = r"(?:the\s+|le\s+)?(\d{1,2}(?:er|st|nd|rd|th)?\s+[^\W\d]+\.?\s+\d{4})"
ANNOUNCES = re.compile(
    r"denounc|denunciation|withdr[ae]w\w*\s+from|withdrawals?\s+(?:from|of\s+the\s+(?:government|state))"
    r"|(?:its|their|of|the)\s+withdrawal|decision\s+to\s+withdraw|d[ée]non(?:c|ç)|se\s+retire|son\s+retrait"
    r"|retrait\s+d[eu]",
    re.IGNORECASE,
)
RESERVATION = re.compile(
    r"withdr[ae]w\w*\s+(?:of\s+)?(?:the|its|their|this|all|part\w*|certain)?\s*(?:\w+\s+){0,3}?"
    r"(?:reservation|declaration|objection|statement|understanding)"
    r"|retrait\s+(?:\w+\s+){0,3}?(?:r[ée]serve|d[ée]claration|objection)"
    r"|retir\w+\s+(?:\w+\s+){0,3}?(?:r[ée]serve|d[ée]claration|objection)",
    re.IGNORECASE,
)
NARROWS = re.compile(r"reservation|declaration|objection|r[ée]serve|d[ée]claration", re.IGNORECASE)
# Words after which a plain reading may be wrong: taken back, for a part, for a territory, by another State.
UNCERTAIN = re.compile(
    r"rescind|revok|annul|retract|no\s+longer|null\s+and\s+void|suspend|\bnot\b|\bne\s|\bn['’]"
    r"|withdr\w+\s+(?:of\s+)?(?:its|the|this|that)\s+(?:notification|instrument|notice|denunciation)|cancel"
    r"|in\s+respect\s+of|with\s+respect\s+to|on\s+behalf\s+of|territor|article|part\s+[ivx\d]|chapter|section"
    r"|r[ée]voqu|rapport[ée]|au\s+nom\s+de|pour\s+le\s+compte|en\s+ce\s+qui\s+concerne",
    re.IGNORECASE,
)
EFFECT = re.compile(
    r"(?:with\s+effect\s+(?:from|on|as\s+(?:of|from))|(?:took|takes?|taking|shall\s+take|will\s+take|to\s+take)\s+"
    r"effect(?:\s+for\s+[^,.;]{1,60}?)?,?\s+(?:on|from|as\s+(?:of|from))|effective(?:\s+(?:on|from|as\s+of))?"
    r"|avec\s+effet\s+(?:au|[àa]\s+compter\s+du|[àa]\s+partir\s+du)|pr(?:end|endra|enant|is|endre)\s+effet"
    r"(?:\s+(?:au|le|[àa]\s+compter\s+du))?)\s+" + DAY,
    re.IGNORECASE,
)
NOTIFIED = re.compile(
    r"(?:(?:^|[.;]\s+|\bthat,?\s+)(?:on|le)\s+"
    r"|(?:received|deposited|re[çc]ue?)\s+(?:(?:by|with|par)\s+[^,.;]{1,40}?)?(?:on|le)\s+)" + DAY,
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A denunciation: the day of its notification and that of its effect, at least one of them known."""

    notified: PartialDate | None
    effect: PartialDate | None


class Unclear(ValueError):  # noqa: N818 -- named for what is wrong
    """The note speaks of a withdrawal, but what it says is for a person to read."""


def find(note: str, own: Iterable[str], others: Iterable[str]) -> Withdrawal | None:
    """The withdrawal that a note announces for a State; None where it speaks of none.

    `own` are the names of the State, `others` those of all the rest. Raise `Unclear`, saying why, wherever a second
    reading is possible: another State named, something taken back or limited, no date or two.
    """
    if not ANNOUNCES.search(RESERVATION.sub(" ", note)):
        return None
    if len(note) > LONGEST:
        raise Unclear("it is too long to be read in one way")
    if NARROWS.search(note):
        raise Unclear("it also speaks of a reservation or declaration")
    if UNCERTAIN.search(note):
        raise Unclear("it limits the withdrawal or takes something back")
    words = f" {plain(note)} "
    mine = sorted((plain(name) for name in own if name), key=len, reverse=True)
    if not any(f" {name} " in words for name in mine):
        raise Unclear("it does not name this State")
    for name in mine:
        words = words.replace(f" {name} ", " ")
    stranger = next((name for name in others if len(name) > 3 and f" {plain(name)} " in words), None)
    if stranger:
        raise Unclear(f"it also names {stranger}")
    return _dated(note)


def _dated(note: str) -> Withdrawal:
    effect = _one({_day(text) for text in EFFECT.findall(note)}, "day of effect")
    notified = _one({_day(text) for text in NOTIFIED.findall(EFFECT.sub(" ", note))}, "day of notification")
    if effect is None and notified is None:
        raise Unclear("it gives no date that can be read with certainty")
    if effect and notified and effect.latest < notified.earliest:
        raise Unclear("its effect would come before its notification")
    return Withdrawal(notified, effect)


def _one(found: set[PartialDate], what: str) -> PartialDate | None:
    if len(found) > 1:
        raise Unclear(f"it gives more than one {what}")
    return next(iter(found), None)


def _day(text: str) -> PartialDate:
    try:
        return dates.read(text)
    except dates.UnreadableDate as error:
        raise Unclear(f"{text!r} is no date") from error
