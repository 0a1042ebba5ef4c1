"""The rules of one language, as a lawyer wrote them down in `words/<language>.toml`, and the patterns they become."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from palermo.documents.topics.evening import even
from palermo.documents.topics.labels import TOPICS
from palermo.documents.tree import LANGUAGES

NEVER = re.compile(r"(?!)")
# Arabic writes "and", "so", "in", "as", "to" and "the" as letters before the word.
ARABIC = r"[وف]?(?:[بكل]?ال|لل|[بكلس])?"
WORDS_BETWEEN, SIGNS_BETWEEN = 6, 16
_PIECE = re.compile(r"\s*\.\.\.\s*|[()|*]|\s+|[^()|*\s]+?(?=\s*\.\.\.|[()|*\s]|$)")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one topic is told: by `words` alone, by two of the `hints`; what `excepted` finds does not count."""

    topic: str
    words: re.Pattern[str]
    hints: tuple[re.Pattern[str], ...]
    excepted: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)  # one of each a language: told apart by identity
class Rules:
    """All rules of a language. What `names` finds says nothing about a topic: titles of treaties, names of bodies."""

    language: str
    names: re.Pattern[str]
    topics: tuple[Rule, ...]


@cache
def rules(language: str) -> Rules:
    """The rules of a language.

    Raises ValueError for a language other than the six, and for a file with a topic that is none of TOPICS.
    """
    if language not in LANGUAGES:
        raise ValueError(f"expected a language among {', '.join(LANGUAGES)}, got {language!r}")
    return read(tomllib.loads((files(__package__) / "words" / f"{language}.toml").read_text(encoding="utf-8")))


def read(data: Mapping[str, Any]) -> Rules:
    """The rules in a table of words, as `words/en.toml` explains it. Raises ValueError for an unknown topic."""
    language = data["language"]
    unknown = set(data) - {*TOPICS, "language", "names"}
    if unknown:
        raise ValueError(f"{language}: expected topics among {', '.join(TOPICS)}, got {', '.join(sorted(unknown))}")
    names = pattern(data.get("names", {}).get("words", ()), language)
    return Rules(language, names, tuple(_rule(topic, data[topic], language) for topic in TOPICS if topic in data))


def _rule(topic: str, data: Mapping[str, Any], language: str) -> Rule:
    hints = tuple(pattern([entry], language) for entry in data.get("hints", ()))
    return Rule(topic, pattern(data.get("words", ()), language), hints, pattern(data.get("except", ()), language))


def pattern(entries: Iterable[str], language: str) -> re.Pattern[str]:
    """One pattern for many entries; of two that begin at one place the longer entry wins. Raises ValueError for an
    entry whose brackets do not match."""
    held = sorted(dict.fromkeys(entries), key=len, reverse=True)
    made = "|".join(_entry(even(entry).text, language) for entry in held)
    before = ARABIC if language == "ar" else ""  # looked for once, not for each entry
    edge = "" if language == "zh" else rf"(?<!\w){before}"
    return re.compile(f"{edge}(?:{made})") if held else NEVER


def _entry(entry: str, language: str) -> str:
    """An entry as a pattern: `*` is any ending, `...` some words between, `(a|b)` the one or the other."""
    if not entry.strip():
        raise ValueError(f"{language}: expected words in each entry, got an empty one")
    first, *rest = _PIECE.findall(entry.strip())
    made = re.escape(first) if first.isalpha() else _piece(first, language)
    made += "".join(_piece(piece, language) for piece in rest)
    try:
        re.compile(made)
    except re.error as error:
        raise ValueError(f"{language}: expected matching brackets in {entry!r}, got: {error}") from error
    return made if language == "zh" else rf"(?:{made})(?!\w)"


def _piece(piece: str, language: str) -> str:
    chinese = language == "zh"
    if "..." in piece:
        words = rf"(?:[^\w.;؛]+\w+){{0,{WORDS_BETWEEN}}}?[^\w.;؛]+"
        return rf"[^。；\x00]{{0,{SIGNS_BETWEEN}}}?" if chinese else words
    if piece in "()|":
        return {"(": "(?:", ")": ")", "|": "|"}[piece]
    if piece == "*":
        return "" if chinese else r"\w*"
    if piece.isspace():
        return "" if chinese else r"\s+"
    return (ARABIC if language == "ar" else "") + re.escape(piece)
