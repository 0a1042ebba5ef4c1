""" "Ibid.": what the note before names, or the same series at another place. A chain may begin on an earlier page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.series import LEAGUE, entry, pairs, treaty
from palermo.documents.references.vocabulary import vocabulary
from palermo.documents.tree import Reference

_END = re.compile(r"[;；؛]")
LONGEST = 300  # characters of a citation behind its "Ibid."


def find(text: str, language: str, held: Sequence[Found], before: Sequence[Reference] | None) -> list[Found]:
    """What each "Ibid." in the folded `text` stands for, as references.

    `held` is what the same place names by itself; `before` what the note before it names, None where that note is
    not at hand. What cannot be told is of kind `ibid` and open. An "Ibid." that goes on to name a symbol of its own
    ("Ibid., Supplement No. 53A (A/75/53/Add.1)") needs no other reference.
    """
    named = sorted((hit for hit in held if _counts(hit.reference)), key=lambda hit: hit.start)
    starts = [hit.start for hit in named]
    found: list[Found] = []
    for match in _ibid(language).finditer(text):
        end = _end(text, match.end())
        at = bisect_left(starts, match.start())
        known = _last(named[at - 1 : at] if at else [], found[-1:]) or before
        if own := entry(language).match(text, match.end()):
            found += _in_series(text, match, own, known)
        elif bisect_left(starts, end) == bisect_left(starts, match.end()):
            found += _same(text[match.start() : end].rstrip(" .。"), match.start(), match.end(), known)
    return found


def _last(*hits: Sequence[Found]) -> list[Reference]:
    """The reference that ends last among some, in a list; an empty list where there is none."""
    every = sorted((hit for some in hits for hit in some), key=lambda hit: hit.end)
    return [hit.reference for hit in every[-1:]]


def carried(found: Sequence[Found]) -> list[Reference]:
    """What a note hands on to an "Ibid." in the next one, each source once."""
    return list({replace(hit.reference, text=""): hit.reference for hit in found if _counts(hit.reference)}.values())


def _counts(reference: Reference) -> bool:
    """Titles alone do not count: "Ibid." goes back to a source, which has a symbol, a volume or a sales number."""
    if reference.kind == "treaty":
        return bool(reference.volume)
    return reference.kind in ("document", "ibid")


def _in_series(text: str, match: re.Match[str], own: re.Match[str], known: Sequence[Reference] | None) -> list[Found]:
    """ "Ibid., vol. 2237, No. 39574": another place of the series that the note before names."""
    printed = text[match.start() : own.end()]
    series = [each for each in known or () if each.kind == "treaty"]
    league = bool(series) and series[-1].volume.startswith(LEAGUE)
    hits = []
    for volume, number in pairs(own, league=league):
        reference = treaty(printed, volume, number)
        if not series:
            reference = replace(reference, kind="ibid", instrument="", open=True)
        hits.append(Found(match.start(), own.end(), reference))
    return hits


def _same(printed: str, start: int, end: int, known: Sequence[Reference] | None) -> list[Found]:
    """A bare "Ibid.", or one with a page or paragraph: all that the note before names."""
    if not known:
        return [Found(start, end, Reference("ibid", printed, open=True))]
    return [Found(start, end, replace(each, text=printed, within="")) for each in known]


def _end(text: str, at: int) -> int:
    """Where the citation ends: at a semicolon, at the end of the note, or after as much as a citation can be long."""
    match = _END.search(text, at, at + LONGEST)
    return match.start() if match else min(len(text), at + LONGEST)


@cache
def _ibid(language: str) -> re.Pattern[str]:
    """The word and the stop and comma behind it."""
    return re.compile(rf"{vocabulary(language).pattern('ibid')}[.,،，\s]{{0,4}}", re.IGNORECASE)
