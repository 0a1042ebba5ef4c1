"""Document symbols that the text prints: A/71/53, A/C.3/74/L.10/Rev.1, S/2017/939, CTOC/COP/2018/13, A/CONF.183/9."""

from __future__ import annotations

import re
from functools import cache

from palermo.documents.references.found import Found
from palermo.documents.references.vocabulary import WORDS, vocabulary
from palermo.documents.tree import Reference

# Series of documents that have a symbol of their own. Others are taken only where they have more than one stroke.
SERIES = frozenset((WORDS / "series.txt").read_text(encoding="utf-8").splitlines()[1:])
_RUN = re.compile(r"(?<![A-Za-z0-9/.\x00])[A-Z]{1,6}(?:/(?>[A-Za-z0-9.-]+))+")
_JOINT = re.compile(r"-(?=(?:A|S|E|ST)/)")  # A/77/895-S/2023/363 is one document with two symbols
_PART = re.compile(r"\s?\((?:Part|Vol\.?|PART|VOL\.?)\s?[IVX]{1,5}\)")
_YEAR = re.compile(r"\s?\(((?:19|20)\d\d)\)")
_ROMAN = re.compile(r"(?:\s?[A-Z])?\s?\(((?:S-|ES-)?[IVXLC]{1,8})\)")
_LETTER = re.compile(r"\s([A-Z](?:\s?[-–]\s?[A-Z])?)(?![A-Za-zА-Яа-я0-9'’/.-]|\s[a-z])")
_SUPPLEMENT = re.compile(r"A/(?:S-|ES-)?\d{2,3}/\d{1,3}")


def find(text: str, language: str) -> list[Found]:
    """Every printed symbol in the folded `text` of one place, in order; a joint one gives both of its symbols."""
    found: list[Found] = []
    for run in _RUN.finditer(text):
        start = run.start()
        for piece in _JOINT.split(run[0]):
            printed = piece.rstrip(".-")
            if _is_symbol(printed):
                found.append(_whole(text, language, printed, start))
            start += len(piece) + 1
    return found


def _is_symbol(printed: str) -> bool:
    series, *segments = printed.split("/")
    digits = [any(char.isdigit() for char in segment) for segment in segments]
    if not all(segments) or not any(digits):
        return False
    return series in SERIES or (len(segments) > 1 and digits[-1] and len(series) > 1)


def _whole(text: str, language: str, printed: str, start: int) -> Found:
    """The symbol with what belongs to it: (Part I), a year or session in brackets, a letter, a volume."""
    end = start + len(printed)
    if match := _PART.match(text, end):
        symbol, end = f"{printed} {match[0].strip()}", match.end()
    elif "/RES/" in printed or "/DEC/" in printed:
        symbol, end = _adopted(text, printed, end)
    else:
        symbol = printed + _volume(text, language, printed, end)
    return Found(start, end, Reference("document", text[start:end], symbol))


def _adopted(text: str, printed: str, end: int) -> tuple[str, int]:
    if match := _YEAR.match(text, end):
        return f"{printed} ({match[1]})", match.end()
    if match := _ROMAN.match(text, end):
        return f"{printed}({match[1]})", match.end()
    if match := _LETTER.match(text, end):
        return f"{printed} {match[1].replace(' ', '').replace('–', '-')}", match.end()
    return printed, end


def _volume(text: str, language: str, printed: str, end: int) -> str:
    """The volume of a supplement, which stands behind the bracket and belongs to the symbol: (A/74/49), vol. I."""
    match = _volumes(language).match(text, end) if _SUPPLEMENT.fullmatch(printed) else None
    if match is None:
        return ""
    named: dict[str, str] = vocabulary(language).raw.get("volumes", {})
    return f" (Vol. {named.get(match[1], match[1])})"


@cache
def _volumes(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    named = "|".join(map(re.escape, words.raw.get("volumes", {}))) or r"(?!)"
    plain = [word for word in words.words("volume") if "{" not in word]
    return re.compile(rf"[\])][,،，、\s]*(?:(?:{'|'.join(plain)})\.?\s)?((?:[IVX]{{1,4}}|{named})(?!\w))")
