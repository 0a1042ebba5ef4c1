"""Bytes become text: the encoding is recognised, never guessed so that letters silently change."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from palermo.sources.problems import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8 with mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
LATIN = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]")
CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєЎў]")
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# No word is half Latin and half Cyrillic.
HALF_LATIN = re.compile(rb"[A-Za-z][\xa8\xb8\xc0-\xff]|[\xa8\xb8\xc0-\xff][A-Za-z]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
TYPOGRAPHY = frozenset("‘’“”–—…€«»°№ªº§\u00a0´•")
ADVICE = "Save the file as UTF-8 and try again."


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding; raise `SourceError` naming the line that cannot be read."""
    text, encoding = _decode(data)
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise SourceError(
            "binary",
            f"line {line} holds the control character U+{ord(found.group()):04X}; this is no text table. "
            "Download the file again, as CSV, HTML or XLSX.",
        )
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return _strict(data, codec, name), name
    for codec in _unmarked_utf16(data):
        return _strict(data, codec, "utf-16"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _single_byte(data, error)


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start, f"the file says it is {name} but is not") from error


def _unmarked_utf16(data: bytes) -> list[str]:
    """Text of Latin letters in UTF-16 has a zero in every other byte; nothing else does."""
    sample = data[:4000]
    half = len(sample) // 2
    if half >= 8 and len(data) % 2 == 0:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if odd > 0.6 * half and even == 0:
            return ["utf-16-le"]
        if even > 0.6 * half and odd == 0:
            return ["utf-16-be"]
    return []


def _single_byte(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Windows-1252 or Windows-1251, if the letters it gives can only be one of them."""
    if b"\0" in data:
        raise SourceError("binary", "the file holds zero bytes; this is no text table. Download it again.")
    if MULTIBYTE.search(data):
        raise _undecodable(data, error.start, "most of the file is UTF-8 but this line is not")
    plausible = [codec for codec, check in (("cp1252", _latin), ("cp1251", _cyrillic)) if check(data)]
    if len(plausible) != 1:
        raise _undecodable(data, error.start, "this is neither UTF-8 nor surely Windows-1252 or Windows-1251")
    name = {"cp1252": "windows-1252", "cp1251": "windows-1251"}[plausible[0]]
    return data.decode(plausible[0]), name


def _runs(data: bytes, codec: str) -> dict[str, int] | None:
    """The different runs of high bytes and how often each occurs; None where one of them is no text."""
    try:
        return {run.decode(codec): count for run, count in Counter(HIGH_RUN.findall(data)).items()}
    except UnicodeDecodeError:
        return None


def _latin(data: bytes) -> bool:
    """Accented letters stand alone or in pairs among plain ones: `Côte`, `Türkiye`."""
    runs = _runs(data, "cp1252")
    return runs is not None and all(
        all(LATIN.match(char) or char in TYPOGRAPHY for char in run) and len(LATIN.findall(run)) <= 2 for run in runs
    )


def _cyrillic(data: bytes) -> bool:
    """Whole words are high bytes: most letters stand in runs of three and more."""
    runs = None if HALF_LATIN.search(data) else _runs(data, "cp1251")
    if runs is None or not all(CYRILLIC.match(char) or char in TYPOGRAPHY for run in runs for char in run):
        return False
    letters = [(len(CYRILLIC.findall(run)), count) for run, count in runs.items()]
    return sum(size * count for size, count in letters if size >= 3) > 0.6 * sum(
        size * count for size, count in letters
    )


def _undecodable(data: bytes, start: int, reason: str) -> SourceError:
    line = data.count(b"\n", 0, start) + 1
    near = data[max(0, start - 15) : start + 15].decode("ascii", "replace").replace("\ufffd", "?")
    return SourceError(
        "encoding", f"line {line}: byte 0x{data[start]:02X} near {near!r} cannot be read: {reason}. {ADVICE}"
    )
