"""From the words of a grammar to the patterns that find them. Each pattern is made once for a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from palermo.documents.grammar import Grammar, Verbs, Words

MOST = 6  # words before or after a verb: more than anybody writes, and few enough to try in no time
SLOT = re.compile(r"\{(\w+)([?*]?)\}")
# The digits of a date may stand against the word before it ("on28 April"), and a day may be an ordinal ("1er").
DAY = r"(?P<day>\d{1,2})(?:\s?(?:er|º|o|-го|°))?"
ROMAN = re.compile(r"^[IVXLC]+$")
ALIKE = {" ": r"\s+", "/": r"\s?/\s?", "'": "['’]", "’": "['’]", "е": "[её]", "ё": "[её]"}
VOWELS = "[\u064b-\u0652\u0640]*"


def either(words: Iterable[str]) -> str:
    """One of the words, the longest that fits, as text of a pattern; any white space fits a space.

    The words are a tree of their letters: thousands of them are compiled and tried as one.
    """
    return _branches([tuple(map(_letter, word)) for word in sorted(set(words), key=len, reverse=True)])


def _branches(words: Iterable[Words]) -> str:
    after: dict[str, list[Words]] = {}
    for word in words:
        after.setdefault(word[0] if word else "", []).append(word[1:])
    ends = after.pop("", None) is not None
    parts = [first + _branches(rest) for first, rest in after.items()]
    if len(parts) == 1 and not ends:
        return parts[0]
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}" if parts else ""


def _letter(letter: str) -> str:
    """A letter as part of a pattern: straight and curly apostrophes alike, any white space for a space, `ё` for `е`,
    and an Arabic letter with or without vowel signs."""
    if letter in ALIKE:
        return ALIKE[letter]
    return f"{letter}{VOWELS}" if "\u0621" <= letter <= "\u064a" else re.escape(letter)


def literal(text: str) -> str:
    """The text itself, as part of a pattern."""
    return "".join(map(_letter, text))


def filled(template: str, slots: Mapping[str, str]) -> str:
    """A pattern for a line with slots: `Agenda item {item}`. An unknown slot is any short run of characters."""
    parts: list[str] = []
    last = 0
    for slot in SLOT.finditer(template):
        pattern, before = slots.get(slot[1], r".{1,90}?"), template[last : slot.start()]
        last = slot.end()
        if slot[2] and last == len(template) and before.endswith(" "):
            return "".join([*parts, literal(before[:-1]), rf"(?:\s+(?:{pattern})){slot[2]}"])
        parts += [literal(before), _slot(pattern, slot[2])]
        if slot[2] and template[last : last + 1] == " ":
            last += 1
    return "".join([*parts, literal(template[last:])])


def _slot(pattern: str, often: str) -> str:
    return rf"(?:(?:{pattern})\s+)" + (f"{{0,{MOST}}}" if often == "*" else often) if often else f"(?:{pattern})"


@cache
def day_of(grammar: Grammar) -> re.Pattern[str]:
    """Finds a day of the calendar: groups `day`, `month`, `year`."""
    slots = {"day": DAY, "month": f"(?P<month>{either(_months(grammar))})", "year": r"(?P<year>\d{4})"}
    forms = [filled(form, slots).replace(r"\s+", r"\s*") for form in grammar.dates]
    english = [] if grammar.language == "en" else [rf"{DAY}\s+(?P<month>{either(ENGLISH)})\s+(?P<year>\d{{4}})"]
    return re.compile("|".join(_numbered(form, n) for n, form in enumerate([*forms, *english])), re.IGNORECASE)


ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _months(grammar: Grammar) -> Words:
    return tuple(name for month in grammar.months for name in month.split("|"))


def _numbered(form: str, n: int) -> str:
    return re.sub(r"\?P<(\w+)>", lambda group: f"?P<{group[1]}{n}>", form)


def day_in(text: str, grammar: Grammar) -> date | None:
    """The first day of the calendar that the text names; None where there is none or it cannot be."""
    match = day_of(grammar).search(text)
    return read_day(match, grammar) if match else None


def read_day(match: re.Match[str], grammar: Grammar) -> date | None:
    """The day that a match of `day_of` found; None for one that is not in the calendar."""
    parts = {re.sub(r"\d+$", "", key): value for key, value in match.groupdict().items() if value}
    try:
        return date(int(parts["year"]), _month(parts["month"], grammar), int(parts["day"]))
    except (KeyError, ValueError):
        return None


def _month(word: str, grammar: Grammar) -> int:
    if word.isdigit():
        return int(word)
    folded = re.sub(r"\s?/\s?", "/", re.sub(r"\s+", " ", word)).casefold()
    for months in (grammar.months, ENGLISH):
        for number, month in enumerate(months, 1):
            if folded in (name.casefold() for name in month.split("|")):
                return number
    raise ValueError(f"expected a month, got {word!r}")


@cache
def lines_of(templates: Words, grammar: Grammar) -> re.Pattern[str] | None:
    """Finds one of these lines of the masthead or the conclusion; None where the grammar has none."""
    if not templates:
        return None
    slots = {
        "date": rf"\s*(?:{day_of(grammar).pattern})",
        "organ": r"[^\d\[\]]{1,90}?",
        "ordinal": either(word for word, _ in grammar.ordinals),
        "year": r"\d{4}",
        "number": r"\d+",
        "meeting": r"[^\s.;,”“»\d]{0,4}\d{1,5}[^\s.;,]{0,4}(?:\s\(?\w{3,12}\)?){0,2}?",
        "item": r"\d+(?:\s?\([a-zа-я\u0621-\u064a]+\)|\s?[a-zа-я]\))*",
    }
    made = []
    for template in templates:
        bare = SLOT_NAMES.sub("?:", filled(template.replace(" {date}", "{date}"), slots))
        made.append(f"(?:{bare})" if grammar.spaced else f"(?:{bare})".replace(r"\s+", r"\s*"))
    return re.compile("|".join(made), re.IGNORECASE)


SLOT_NAMES = re.compile(r"\?P<\w+>")


@cache
def phrases_of(verbs: Verbs, grammar: Grammar, *, short: bool = False) -> re.Pattern[str]:
    """Finds the opening phrase at the beginning of a paragraph: words before, the verb, words after it.

    `short` leaves out the words of manner and "its commitment", as some organs do.
    """
    space = r"\s+" if grammar.spaced else r"\s*"
    edge = r"(?!\w)" if grammar.spaced else ""
    slots = {name: either(words) for name, words in grammar.words}
    before = f"(?:(?:{either(grammar.before)}){space}){{0,{MOST}}}" if grammar.before else ""
    tail = _tail(grammar, slots, space, edge, () if short else grammar.manner)
    owned = _not_owned(grammar, space, edge) if short else ""
    takes: dict[Words, list[str]] = {}
    for head, nouns in verbs.takes:
        takes.setdefault(nouns, []).append(head)
    heads = [
        f"(?:{_parted(alike, grammar)}){edge}(?:{tail}{owned}{space}(?:{longest_first(nouns, slots)}){edge})"
        for nouns, alike in takes.items()
    ]
    bare = _parted((*verbs.heads, *dict(verbs.takes)), grammar)
    pair = f"(?:{space}(?:{either(grammar.pairs)}){space}(?:{either(verbs.heads)}){edge})?" if grammar.pairs else ""
    often = "" if verbs.always else "?"
    subject = f"(?:(?:{either(verbs.subjects)}){space}){often}" if verbs.subjects else ""
    verb = f"(?:{'|'.join([*heads, f'(?:{bare})'])}){edge}"
    return re.compile(rf"[“\"«(]?{subject}{before}{verb}{tail}{pair}", re.IGNORECASE)


def _not_owned(grammar: Grammar, space: str, edge: str) -> str:
    """Nothing that begins with a possessive, unless one of the `kept` nouns follows: "its grave concern"."""
    if not grammar.possessives:
        return ""
    noun = rf"(?!(?:{space}\w+){{0,3}}?{space}(?:{either(grammar.kept)}){edge})" if grammar.kept else ""
    return rf"(?!{space}(?:{either(grammar.possessives)}){edge}{noun})"


def _parted(heads: Iterable[str], grammar: Grammar) -> str:
    """One of these verbs; inside one of several words a word of `within` may stand: `prenant également note`."""
    words = either(heads)
    return words.replace(r"\s+", rf"\s+(?:(?:{either(grammar.within)})\s+)?") if grammar.within else words


def longest_first(templates: Iterable[str], slots: Mapping[str, str]) -> str:
    """One of these word groups, the longest first."""
    return "|".join(filled(words, slots) for words in sorted(templates, key=len, reverse=True))


def _tail(grammar: Grammar, slots: Mapping[str, str], space: str, edge: str, manner: Words) -> str:
    """The words after a verb. One that may belong to the noun too counts only before a name or a word of `starts`."""
    plain = [words for words in (*grammar.after, *manner) if words not in grammar.doubtful]
    parts = [longest_first(plain, slots)] if plain else []
    if grammar.doubtful and grammar.starts:
        follow = rf"(?=[,;:]|{space}(?:(?:{either(grammar.starts)}){edge}|(?-i:[A-Z“]|\d)))"
        parts.append(f"(?:{either(grammar.doubtful)}){follow}")
    return f"(?:{space}(?:{'|'.join(parts)}){edge}){{0,{MOST}}}" if parts else ""
