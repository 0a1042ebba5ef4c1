"""The units and topics of a paragraph as cards beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from palermo.documents.tree import Document, Item, Paragraph
from palermo.documents.units import Addressee, Due, Unit
from palermo.documents.writing.found import Found
from palermo.documents.writing.markup import Markup, element, joined, text
from palermo.documents.writing.vocabulary import words


class Cards:
    """The units of a document, numbered in their order, by the part that carries them."""

    def __init__(self, document: Document, found: Found) -> None:
        self.words = words(document.language)
        self.units = found.units or ()
        self.topics = found.topics or {}
        self.numbers = {id(unit): at for at, unit in enumerate(self.units, 1)}
        self.held: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            self.held[unit.within].append(unit)
        self.nums = {part.id: part.num for paragraph in document.paragraphs() for part in _parts(paragraph)}
        self.shown: set[int] = set()

    def within(self, part: str) -> Sequence[Unit]:
        """The units that a part itself carries."""
        return self.held.get(part, [])

    def chip(self, unit: Unit) -> Markup:
        """The number of a unit in the text; leads to its card."""
        number = str(self.numbers[id(unit)])
        label = f"{self.words['units']} {number}"
        return element("a", number, class_="at", href=f"#unit-{number}", aria_label=label)

    def beside(self, paragraph: Paragraph, *, recital: bool) -> Markup:
        """The column beside a paragraph: the cards of its units and those of its items, and its topics.

        That there are none is said of an operative paragraph only: a recital seldom has any.
        """
        units = [unit for part in _parts(paragraph) for unit in self._unshown(part.id)]
        silent = [] if recital else [element("p", self.words["no_units"], class_="none")]
        column = [self._list(units)] if units else silent
        return element("div", *column, self._topics(paragraph.id), class_="found")

    def stray(self) -> Markup | None:
        """The cards that no paragraph took; None if there are none."""
        units = [unit for part in self.held for unit in self._unshown(part)]
        return self._list(units) if units else None

    def _unshown(self, part: str) -> Iterator[Unit]:
        """Each unit once, even where two parts share an identifier."""
        for unit in self.held.get(part, []):
            if id(unit) not in self.shown:
                self.shown.add(id(unit))
                yield unit

    def _list(self, units: Sequence[Unit]) -> Markup:
        return element("ol", *map(self._card, units), class_="units", role="list")

    def _card(self, unit: Unit) -> Markup:
        number = str(self.numbers[id(unit)])
        kind = f"{self.words[f'acts.{unit.act}']} · {self.words[f'strengths.{unit.strength}']}"
        name = (element("span", number, class_="at"), " ", element("bdi", unit.phrase), " ")
        head = element("p", *name, element("span", kind, class_="kind"), class_="name")
        rows = [
            (element("dt", self.words[f"unit.{key}"]), element("dd", value))
            for key, value in self._rows(unit)
            if value
        ]
        facts = element("dl", *(piece for row in rows for piece in row))
        return element("li", head, facts, class_="unit", id=f"unit-{number}")

    def _rows(self, unit: Unit) -> Iterator[tuple[str, Markup]]:
        yield "addressees", self._addressees(unit.addressees)
        yield "object", text(unit.object)
        yield "due", joined(map(self._due, unit.due), "; ")
        yield "frequency", text(unit.frequency)
        yield "recipients", self._addressees(unit.recipients)
        yield "qualifiers", text("; ".join(unit.qualifiers))
        yield "items", text(", ".join(self.nums.get(item) or item for item in unit.items))

    def _addressees(self, addressees: Sequence[Addressee]) -> Markup:
        return joined(map(self._addressee, addressees), "; ")

    def _addressee(self, addressee: Addressee) -> Markup:
        kind = self.words[f"kinds.{addressee.kind}"]
        name = addressee.name or kind
        more = [kind] if kind.casefold() not in name.casefold() else []
        more += [self.words["unit.implied"]] if addressee.implied else []
        said = [" ", element("span", f"({', '.join(more)})", class_="kind")] if more else []
        return joined((element("bdi", name), *said))

    def _due(self, due: Due) -> Markup:
        more = [due.on.isoformat()] if due.on else []
        more += [f"{self.words['unit.session']} {due.session}"] if due.session else []
        said = [" ", element("span", element("bdi", f"({', '.join(more)})"), class_="kind")] if more else []
        return joined((element("bdi", due.text), *said))

    def _topics(self, part: str) -> Markup:
        entries = []
        for label in self.topics.get(part, ()):
            reason = f"{label.reason} ({self.words['unit.heading']})" if label.heading else label.reason
            entries.append(element("li", element("b", self.words[f"labels.{label.topic}"]), " ", reason))
        return (
            element("ul", *entries, class_="topics", role="list", aria_label=self.words["topics"])
            if entries
            else Markup("")
        )


def _parts(part: Paragraph | Item) -> Iterator[Paragraph | Item]:
    yield part
    for item in part.items:
        yield from _parts(item)
