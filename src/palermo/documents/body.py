"""Which line begins which part of the body, and to which part each other line belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from palermo.documents.flow import Line
from palermo.documents.grammar import Grammar
from palermo.documents.marks import (
    ENDED,
    PAUSED,
    Mark,
    annex_words,
    item_at,
    letter_of,
    meeting_words,
    number_at,
    vote_words,
)
from palermo.documents.phrases import phrase_in

# A sign that begins an item, or a dash that does after a colon or a semicolon.
BULLET = re.compile(r"[•·▪●‣◦]\s*|[–—-]\s+")
ROW = re.compile(r"\S(?:\t| {3,})\S")
LONGEST_HEADING = 160
UNKNOWN = -1  # the number before the first one of a page from the middle


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `kind` is `preamble`, `number`, `free`, `item`, `heading`, `annex` or `end`."""

    kind: str
    lines: tuple[Line, ...]
    num: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reading stands: in which part, after which number and letters, and the line before.

    `drafted` says that a formula stood in the operative part: it opens the draft of another organ.
    """

    part: str
    grammar: Grammar
    flat: bool
    width: int
    number: int = 0
    letters: tuple[str, ...] = ()
    before: str = ""
    drafted: bool = False


@dataclass(slots=True)
class _Open:
    kind: str
    num: str = ""
    level: int = 0
    lines: list[Line] = field(default_factory=list)


def blocks(
    lines: Sequence[Line], grammar: Grammar, *, part: str, flat: bool, headless: bool = False
) -> tuple[Block, ...]:
    """Gather the lines of the body into blocks. Guarantees that every line is in exactly one block, in order.

    `part` is where the body begins: `preamble` after an enacting formula, `operative` for a text without one.
    `headless` says that it is a page from the middle, whose first paragraph may have any number.
    """
    width = max((len(line.text) for line in lines), default=0)
    place = Place(part, grammar, flat, width, UNKNOWN if headless else 0)
    return tuple(Block(made.kind, tuple(made.lines), made.num, made.level) for made in _gathered(lines, place))


def _gathered(lines: Sequence[Line], place: Place) -> Iterator[_Open]:
    current: _Open | None = None
    grammar, before = place.grammar, ""
    for line in lines:
        mark = None
        if current is None or line.gap or place.part == "end" or PAUSED.search(before):
            place = Place(
                place.part, grammar, place.flat, place.width, place.number, place.letters, before, place.drafted
            )
            mark = begins(line, place)
        if mark is None and current is not None:
            current.lines.append(line)
        else:
            mark = mark or Mark("preamble" if place.part == "preamble" else "free", "", 0)
            if current is not None:
                yield current
            place = _moved(place, mark)
            if place.part == "operative" and not place.number and line.text.rstrip(" ,،，") in grammar.enacting:
                place = replace(place, drafted=True)
            rest = line.cut(mark.end) if mark.end else line
            current = _Open(mark.kind, mark.printed, len(place.letters) - 1 if mark.kind == "item" else 0, [rest])
        before = line.text
    if current is not None:
        yield current


def _moved(place: Place, mark: Mark) -> Place:
    if mark.kind == "number":
        part = "operative" if place.part == "preamble" else place.part
        return replace(place, part="annex" if part == "end" else part, number=mark.value, letters=())
    if mark.kind == "item":
        letter = letter_of(mark.printed)
        above = tuple(open_ for open_ in place.letters if open_)
        return replace(place, letters=_letters(letter, place) if letter else (*above, ""))
    if mark.kind == "annex":
        return replace(place, part="annex", number=0, letters=())
    if mark.kind == "end":
        return replace(place, part="end", letters=())
    if mark.kind == "free" and place.part == "preamble":
        return replace(place, part="operative", letters=())
    return replace(place, letters=())


def begins(line: Line, place: Place) -> Mark | None:
    """What begins at this line; None if it goes on with the part before."""
    grammar = place.grammar
    if (mark := number_at(line.text, grammar)) and _is_next(line, mark, place):
        return mark
    if (mark := item_at(line.text, grammar)) and _is_item(line, mark, place):
        return mark
    if (mark := _bullet(line, place)) or (mark := _ending(line, place)):
        return mark
    if place.part == "preamble":
        return _preamble(line, place)
    return _unnumbered(line, place)


def _is_next(line: Line, mark: Mark, place: Place) -> bool:
    capital = _begins_sentence(line.text[mark.end :], place)
    if mark.printed.startswith("l"):
        return capital and place.number <= 0
    if mark.value == max(place.number, 0) + 1:
        return capital
    if place.number == UNKNOWN and _opens_act(line.text[mark.end :], place):
        return capital
    if place.flat:
        return capital and _counts_anew(line.text[mark.end :], mark.value, place)
    if not line.gap:
        return capital and mark.value == 1 and place.part in ("annex", "end")
    return capital


def _counts_anew(text: str, value: int, place: Place) -> bool:
    """Whether a number out of order is a paragraph's: 1 in an annex or before a verb, or one after a lost number."""
    if value == 1 and place.part in ("annex", "end"):
        return bool(ENDED.search(place.before))
    if value != 1 and not place.number < value <= place.number + 3:
        return False
    return bool(phrase_in(text, "operative", place.grammar)) and (value == 1 or bool(PAUSED.search(place.before)))


def _opens_act(text: str, place: Place) -> bool:
    """Whether a verb stands here, at the beginning of the page or after a pause."""
    verb = any(phrase_in(text, part, place.grammar) for part in ("operative", "declaration"))
    return verb and (not place.before or bool(PAUSED.search(place.before)))


def _begins_sentence(text: str, place: Place) -> bool:
    first = text.lstrip('“"«‘([')[:1]
    return not text or not first or not first.islower() or not place.grammar.capitals


def _letters(letter: str, place: Place) -> tuple[str, ...]:
    """The open letters after this one: `("b",)` for an item, `("b", "ii")` for one below it."""
    romans, letters = place.grammar.romans, place.letters
    for depth in range(len(letters) - 1, -1, -1):
        if _follows(letters[depth], letter, place.grammar):
            return (*letters[:depth], letter)
    if letter in romans and letters and letters[-1] != letter:
        return (*letters[:1], letter)
    return (letter,)


def _follows(before: str, letter: str, grammar: Grammar) -> bool:
    return any(
        before in names and letter in names and names.index(letter) == names.index(before) + 1
        for names in (grammar.letters, grammar.romans)
    )


def _is_item(line: Line, mark: Mark, place: Place) -> bool:
    letter = letter_of(mark.printed)
    follows = any(_follows(open_, letter, place.grammar) for open_ in place.letters)
    first = letter in (place.grammar.letters[0], place.grammar.romans[0])
    if (line.gap and not place.flat) or _at_the_top(place):
        return True
    pause = bool(PAUSED.search(place.before)) or place.before.endswith((" and", " or", " y", " et", " и"))
    return (
        pause
        and (follows or first)
        and (
            not place.flat
            or first is False
            or bool(re.search(r"[:：—–]\s*(?:[\ufdd0-\ufdda]{1,3}|\d{1,3})?$", place.before))
            or letter in place.grammar.romans[:1]
        )
    )


def _at_the_top(place: Place) -> bool:
    """Whether this is the first line of a page from the middle."""
    return place.number == UNKNOWN and not place.before


def _bullet(line: Line, place: Place) -> Mark | None:
    match = BULLET.match(line.text)
    if not match or match.end() == len(line.text):
        return None
    if line.text[0] in "–—-" and not re.search(r"[:;：；؛]\s*$", place.before):
        return None
    return Mark("item", line.text[0], match.end())


def _ending(line: Line, place: Place) -> Mark | None:
    if place.part == "preamble" and not _at_the_top(place):
        return None
    match = annex_words(place.grammar).match(line.text)
    if match and (
        match.end() == len(line.text) or (place.flat and (place.part == "end" or ENDED.search(place.before)))
    ):
        return Mark("annex", match[0], match.end())
    if place.part == "end":
        return None
    ended = ENDED.search(place.before) or line.gap
    if ended and meeting_words(place.grammar).match(line.text.rstrip(" ,.，،。")):
        return Mark("end", "", 0)
    if vote_words(place.grammar).match(line.text) and (line.text[0] == "[" or _is_apart(line, place)):
        return Mark("end", "", 0)
    return None


def _is_apart(line: Line, place: Place) -> bool:
    """Whether a line about the vote, without brackets, stands by itself after a full stop, as in old texts."""
    return place.grammar.spaced and line.gap and place.before.rstrip().endswith(".") and place.number > 0


def _preamble(line: Line, place: Place) -> Mark | None:
    if phrase_in(line.text, "preamble", place.grammar) and _opens(line, place):
        return Mark("preamble", "", 0)
    if phrase_in(line.text, "operative", place.grammar) and _opens(line, place):
        return Mark("free", "", 0)
    if place.flat or line.turned or not line.gap:
        return None
    return Mark("preamble", "", 0) if _begins_sentence(line.text, place) else None


def _opens(line: Line, place: Place) -> bool:
    if not _begins_sentence(line.text, place):
        return False
    if not place.before or (line.gap and not line.turned):
        return True
    return bool(PAUSED.search(place.before)) and (_tells(line, place) or _is_short(line, place))


def _tells(line: Line, place: Place) -> bool:
    """Whether an opening word alone tells a paragraph: it has a capital, the text no lines, or the page turns."""
    return place.grammar.capitals or place.flat or (line.turned and place.grammar.spaced)


def _unnumbered(line: Line, place: Place) -> Mark | None:
    if place.flat:
        return _unnumbered_flat(line, place)
    if place.part == "end" or not line.gap or ROW.search(line.text):
        return None
    if not _begins_sentence(line.text, place) and place.grammar.capitals:
        return None
    if line.turned and not (ENDED.search(place.before) and _is_short(line, place)):
        return None
    heading = len(line.text) <= LONGEST_HEADING and not PAUSED.search(line.text)
    return Mark("heading" if heading and len(line.text) < place.width - 8 else "free", "", 0)


def _unnumbered_flat(line: Line, place: Place) -> Mark | None:
    """In a flattened text only two things show without a number: speech in a statement, a title after "Adopts …:"."""
    if place.part != "operative" or place.number > 0:
        return None
    if line.text[0] in "“«" and ENDED.search(place.before):
        return Mark("free", "", 0)
    if place.drafted and PAUSED.search(place.before) and phrase_in(line.text, "preamble", place.grammar):
        return Mark("free", "", 0)
    return Mark("heading", "", 0) if place.before.endswith(":") else None


def _is_short(line: Line, place: Place) -> bool:
    """Whether the line before had room for the first word of this one: then it was the last of its paragraph."""
    first = line.text.split(" ", 1)[0] if place.grammar.spaced else line.text[:1]
    return len(place.before) + 1 + len(first) <= place.width
