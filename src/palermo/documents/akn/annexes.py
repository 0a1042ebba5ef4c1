"""Annexes: their titles, where one ends and the next begins, and items that the file left flat.

AKN4UN files often hold all annexes in one `doc`, and print `(a)` as the first characters of a paragraph of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palermo.documents.akn.drafts import Draft
from palermo.documents.akn.inline import Inline, Run

_FLAT = re.compile(r"\s*(?P<num>[(（]?(?:[^\W\d_]{1,4}|\d{1,2})[)）])\s*(?=\S)")
_ROMAN = re.compile(r"[ivxl]+")
_TITLE = re.compile(r"H\w+|.*[Tt]itle.*")


@dataclass(slots=True)
class Part:
    """One annex: what labels it ("Annex I"), its title, and its paragraphs. `heads` are the lines above the first."""

    label: str = ""
    titles: list[Inline] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    heads: list[Inline] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The line of the title."""
        return " ".join(line.text for line in self.titles)

    def put(self, draft: Draft) -> None:
        """Takes a paragraph, or a line of the title. Headings below the title stay with the first paragraph."""
        if self.drafts:
            self.drafts.append(draft)
        elif _is_title(draft):
            self.heads += [*draft.headings, *draft.inlines]
        else:
            self.heads, draft.headings = [*self.heads, *draft.headings], []
            draft.headings = self._name()
            self.drafts.append(draft)

    def _name(self) -> list[Inline]:
        heads, self.heads = self.heads, []
        if len(heads) > 1 and _short(heads[0].text):
            self.label = heads.pop(0).text
        self.titles = heads[:1]
        return heads[1:]


def part_annexes(drafts: list[Draft]) -> list[Part]:
    """The annexes in these paragraphs. Each begins with lines that name it; a second begins as the first did."""
    parts: list[Part] = []
    first = ""
    for draft in drafts:
        draft.headings = [heading for heading in draft.headings if heading.text]
        word = _first_word(draft)
        if not parts or (word and word == first and parts[-1].drafts):
            parts.append(Part())
            first = first or word
        parts[-1].put(draft)
    for part in parts:
        if part.heads:
            rest = part._name()
            part.drafts = [Draft(inlines=rest)] if rest else []
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


def _is_title(draft: Draft) -> bool:
    if draft.num or draft.items:
        return False
    return any(map(_TITLE.fullmatch, draft.classes)) or all(inline.wholly("bold") for inline in draft.inlines)


def _first_word(draft: Draft) -> str:
    """The first word of a line that may name an annex: short, and set as a heading."""
    line = draft.headings[0] if draft.headings else draft.inlines[0] if _is_title(draft) and draft.inlines else None
    return line.text.split()[0].casefold() if line is not None and _short(line.text) else ""


def _short(text: str) -> bool:
    """Whether a line may be the label of an annex: "Annex", "Annex II"."""
    return 0 < len(text.split()) <= 3


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
    draft.number, draft.phrase = Inline([Run(match["num"])]), ""


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
