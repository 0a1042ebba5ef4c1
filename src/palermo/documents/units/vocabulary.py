"""The words of commitment in one language, from `words/<language>.toml`; `en.toml` says what each list is for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from palermo import reference
from palermo.documents.grammar import Grammar, Verbs, grammar
from palermo.documents.grammar.patterns import day_of, either
from palermo.documents.units.patterns import Words, folded, starred
from palermo.documents.units.values import ACTS, KINDS, STRENGTHS

MOODS = ("organ", "we", "measure")
Class = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)  # one of each a language: told apart by identity, found at once
class Vocabulary:
    """The lists of one language. `classes` has the act and strength of each verb, by mood; `raw` the other tables."""

    language: str
    grammar: Grammar
    words: Words
    classes: Mapping[str, Mapping[str, Class]]
    verbs: Mapping[str, Verbs]
    kinds: Mapping[str, tuple[str, ...]]
    raw: Mapping[str, Any]

    def list(self, table: str, key: str) -> tuple[str, ...]:
        """A list of the file; empty where the language does not need it."""
        return tuple(self.raw.get(table, {}).get(key, ()))

    @property
    def spaced(self) -> bool:
        return self.grammar.spaced


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language. Raises ValueError for a language other than the six, or for a file that names an
    act, strength or kind that is none."""
    base = grammar(language)
    raw = tomllib.loads((files(__package__) / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    classes = {mood: _classes(raw.get(mood, {}), f"{language}.toml, {mood}") for mood in MOODS}
    classes["measure"] = classes["measure"] or classes["we"]
    kinds = {kind: tuple(names) for kind, names in raw["kinds"].items()}
    if wrong := set(kinds) - set(KINDS):
        raise ValueError(f"{language}.toml: expected kinds among {', '.join(KINDS)}, got {', '.join(sorted(wrong))}")
    adverbs = _adverbs(base, raw)
    adapted = replace(
        base, before=adverbs, within=tuple(dict.fromkeys((*base.within, *adverbs))) if base.spaced else ()
    )
    return Vocabulary(
        language=language,
        grammar=adapted,
        words=_words(base, raw),
        classes=classes,
        verbs=_verbs(base, classes),
        kinds=kinds,
        raw=raw,
    )


def _classes(table: Mapping[str, Mapping[str, list[str]]], where: str) -> dict[str, Class]:
    found: dict[str, Class] = {}
    for act, strengths in table.items():
        for strength, verbs in strengths.items():
            if act not in ACTS or strength not in STRENGTHS:
                raise ValueError(f"{where}: expected an act and a strength, got {act!r} and {strength!r}")
            for verb in verbs:
                found.setdefault(folded(verb), (act, strength))
    return found


def _adverbs(base: Grammar, raw: Mapping[str, Any]) -> tuple[str, ...]:
    """The words before a verb, without those that join two acts or open what is asked: "and", "to"."""
    never = {*raw["splitting"].get("joins", ()), *raw.get("object", {}).get("opens", ())}
    return tuple(word for word in base.before if word not in never)


def _verbs(base: Grammar, classes: Mapping[str, Mapping[str, Class]]) -> dict[str, Verbs]:
    """The verbs of each mood with the nouns that the grammar gives them; a measure may have any verb of a plan."""
    given = {"organ": base.operative, "we": base.declaration, "measure": base.declaration}
    more = {"organ": base.operative.heads, "we": (), "measure": base.declaration.heads}
    return {mood: Verbs((*classes[mood], *more[mood]), given[mood].takes) for mood in MOODS}


def _ordinal(base: Grammar, raw: Mapping[str, Any]) -> str:
    """The number of a session as a word or in figures: `forty-first`, `41º`."""
    worded = either([word for word, _ in base.ordinals]) + r"(?:\s+\((?:emergency|resumed)\))?"
    figures = [re.escape(form).replace(r"\{number\}", r"\d{1,3}") for form in raw.get("due", {}).get("figures", ())]
    return f"(?:{'|'.join([worded, *figures])})"


def _date(base: Grammar, months: str) -> str:
    """A day as the language writes it, with its year; and, where the day stands first, without."""
    dated = re.sub(r"\?P<\w+>", "?:", day_of(base).pattern)
    return rf"(?:{dated}|\d{{1,2}}\s+(?:{months}))" if base.spaced else f"(?:{dated})"


def _words(base: Grammar, raw: Mapping[str, Any]) -> Words:
    names = {name: starred(words) for name, words in raw.get("words", {}).items()}
    states = either(state.name(base.language) for state in reference.load().states.values() if len(state.group) > 0)
    months = either(name for month in base.months for name in month.split("|"))
    slots = {
        **names,
        "state": states,
        "ordinal": _ordinal(base, raw),
        "count": rf"(?:\d{{1,3}}|{either(raw.get('counts', {}))})",
        "span": either(raw.get("spans", {}).get("words", ())),
        "number": r"\d+",
        "year": r"(?:19|20)\d{2}(?!\d)",
        "month": months,
        "date": _date(base, months),
    }
    splitting = raw["splitting"]
    return Words(
        spaced=base.spaced,
        slots=slots,
        joins=splitting.get("joins", ()),
        prefixed=splitting.get("prefixed", ()),
        clitics=splitting.get("clitics", ()),
    )
