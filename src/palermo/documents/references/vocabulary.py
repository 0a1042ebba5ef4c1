"""The words with which each language cites, read from `words/`, and the patterns made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "words"
KINDS = ("resolution", "decision", "statement")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_STAR_BEFORE, _STAR_AFTER = r"\w{0,4}", r"\w{0,6}"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language. `head_first` says whether "resolution" stands before the number.

    `heads` finds the words for what organs adopt in a text of small letters, with the kind as the group's name;
    `bodies` finds names of bodies, whose code `body` gives; `raw` are the lists of the file, for the rules that make
    patterns of their own.
    """

    language: str
    head_first: bool
    heads: re.Pattern[str]
    bodies: re.Pattern[str]
    letters: Mapping[str, str]
    raw: Mapping[str, Any]

    def body(self, name: str) -> str:
        """The code of a body by its name as the text has it."""
        return _code(self.language, " ".join(name.split()))

    def words(self, key: str) -> tuple[str, ...]:
        """A list of the file, as it stands there."""
        return tuple(self.raw[key])

    def pattern(self, key: str) -> str:
        """A list of the file as one pattern, the longest word first."""
        return any_of(self.words(key))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language among the six; a `FileNotFoundError` names any other."""
    raw = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        language=language,
        head_first=raw["order"] == "head first",
        heads=re.compile(_heads(raw)),
        bodies=re.compile(_bodies(raw["bodies"])),
        letters=raw.get("letters", {}),
        raw=raw,
    )


def one(word: str) -> str:
    """A word or phrase as a pattern: a star stands for any beginning or ending, a space for any white space."""
    start = "" if _CHINESE.match(word) or not word else r"(?<!\w)" if word[0] == "*" or word[0].isalnum() else ""
    end = "" if _CHINESE.search(word) or not word else r"(?!\w)" if word[-1] == "*" or word[-1].isalnum() else ""
    if word.startswith("*"):
        start, word = start + _STAR_BEFORE, word[1:]
    return start + _inner(word) + end


def _inner(word: str) -> str:
    return re.escape(word).replace(r"\*", _STAR_AFTER).replace(r"\ ", r"\s+").replace("’", "['’]")


def any_of(words: Iterable[str]) -> str:
    """Several words as one pattern without a name, the longest first; one that never matches where there are none."""
    held = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(one(word) for word in held) + ")" if held else r"(?!)"


def _heads(raw: Mapping[str, Any]) -> str:
    """All words for what organs adopt. A group is called by kind and number: `resolution_one`."""
    ending = any_of(word.lower() for word in raw["its_endings"]).replace(r"(?<!\w)", "")
    parts = []
    for kind in KINDS:
        for count in ("one", "many"):
            words = raw[kind][count]
            if words:
                inner = any_of(word.lower() for word in words)
                owned = inner.replace(r"(?!\w)", "") if raw["its_endings"] else inner
                parts.append(f"(?P<{kind}_{count}>{inner})")
                parts += [f"(?P<{kind}_{count}_its>{owned}{ending})"] if raw["its_endings"] else []
    return "|".join(parts)


def _bodies(named: Mapping[str, list[str]]) -> str:
    """One pattern for all bodies, longest name first, so that "Security Council" is no mere "Council".

    The boundaries stand once around all names: with one for each, the search would be four times as slow.
    """
    names = sorted((name for names in named.values() for name in names), key=lambda name: -len(name))
    if _CHINESE.match(names[0]):
        return "|".join(names)
    before = _STAR_BEFORE if names[0].startswith("*") else ""
    return rf"(?<!\w){before}(?:{'|'.join(_inner(name.lstrip('*')) for name in names)})(?!\w)"


@lru_cache(maxsize=10_000)
def _code(language: str, name: str) -> str:
    """The code of the longest name that fits."""
    named: Mapping[str, list[str]] = vocabulary(language).raw["bodies"]
    pairs = sorted(((each, code) for code, names in named.items() for each in names), key=lambda pair: -len(pair[0]))
    return next((code for each, code in pairs if re.fullmatch(one(each), name)), "")
