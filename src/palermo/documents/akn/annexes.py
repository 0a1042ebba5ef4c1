"""Annexes: their titles, where one ends and the next begins, and items that the file left flat.

AKN4UN files often hold all annexes in one `doc`, and print `(a)` as the first characters of a paragraph of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palermo.documents.akn import characters
from palermo.documents.akn.drafts import Draft
from palermo.documents.akn.inline import Inline, Run

_FLAT = re.compile(r"\s*(?P<num>[(（]?(?:[^\W\d_]{1,4}|\d{1,2})[)）])\s*(?=\S)")
_ROMAN = re.compile(r"[ivxl]+")
_TITLE = re.compile(r"H\w+|.*[Tt]itle.*")


@dataclass(slots=True)
class Part:
    """One annex: the lines of its title, and its paragraphs."""

    titles: list[Inline] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The lines of the title, one a line."""
        return "\n".join(line.text for line in self.titles)


def part_annexes(drafts: list[Draft]) -> list[Part]:
    """The annexes in these paragraphs. Each begins with lines that name it; a second begins as the first did."""
    parts: list[Part] = []
    for draft in drafts:
        _loosen(draft)
        word = _first_word(draft)
        if not parts or (word and word == _word(parts[0].title)):
            parts.append(Part())
        _put(parts[-1], draft)
    return parts


def lift_items(drafts: list[Draft]) -> list[Draft]:
    """Paragraphs that begin with `(a)` become items of the numbered paragraph before them."""
    lifted: list[Draft] = []
    for draft in drafts:
        match = _FLAT.match(_raw(draft)) if not draft.num and not draft.headings and lifted else None
        if match and (lifted[-1].items or _opens(match["num"])):
            _cut(draft, match)
            _level(lifted[-1], draft.num).append(draft)
        else:
            lifted.append(draft)
    return lifted


def _put(part: Part, draft: Draft) -> None:
    if not part.drafts and _is_title(draft):
        part.titles += [line for line in (*draft.headings, *draft.inlines) if line.text]
        return
    if not part.drafts and not part.titles and draft.headings:
        part.titles, draft.headings = draft.headings, []
    part.drafts.append(draft)


def _loosen(draft: Draft) -> None:
    """Drops headings that hold nothing."""
    draft.headings = [heading for heading in draft.headings if heading.text]


def _is_title(draft: Draft) -> bool:
    if draft.num or draft.items:
        return False
    return any(map(_TITLE.fullmatch, draft.classes)) or all(inline.wholly("bold") for inline in draft.inlines)


def _first_word(draft: Draft) -> str:
    """The first word of a line that may name an annex: short, and set as a heading."""
    line = draft.headings[0] if draft.headings else draft.inlines[0] if _is_title(draft) and draft.inlines else None
    return _word(line.text) if line is not None and len(line.text.split()) <= 3 else ""


def _word(text: str) -> str:
    return text.split()[0].casefold() if text.split() else ""


def _raw(draft: Draft) -> str:
    return "".join(run.text for run in draft.inlines[0].runs) if len(draft.inlines) == 1 else ""


def _cut(draft: Draft, match: re.Match[str]) -> None:
    """Takes the number off the characters, whatever runs they stand in."""
    inline, left = draft.inlines[0], match.end()
    kept: list[Run] = []
    for run in inline.runs:
        kept.append(Run(run.text[left:], run.style))
        left = max(0, left - len(run.text))
    inline.runs = kept
    draft.num, draft.phrase = characters.fold(match["num"]), ""


def _opens(num: str) -> bool:
    return num.strip("()（）").casefold() in ("a", "i", "1", "а", "أ", "一")


def _level(paragraph: Draft, num: str) -> list[Draft]:
    """The items among which this number stands: `(i)` goes below the item before it unless that one is `(h)`."""
    mark = num.strip("()（）")
    if not paragraph.items or not _ROMAN.fullmatch(mark):
        return paragraph.items
    last = paragraph.items[-1]
    before = last.num.strip("()（）")
    if last.items or (mark == "i" and before != "h"):
        return last.items
    return paragraph.items
