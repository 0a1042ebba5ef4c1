"""The register of commitments that ships: duties, measures and paragraphs, and how they hang together.

Summaries and translations are the project's own and unofficial. `docs/reference/register.md` tells the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from palermo.reference import tables
from palermo.reference.committing import ACTS, ADDRESSEES, STRENGTHS, TOPICS
from palermo.reference.states import LANGUAGES, Label

REGISTER = tables.SHIPPED / "register"
DOCUMENT_KINDS = ("treaty", "plan", "resolution", "declaration")
KINDS = ("duty", "clause", "measure", "paragraph")
PILLARS = ("general", "prevention", "protection", "prosecution", "partnership")
DISCRETIONS = ("shall", "shall endeavour", "shall consider", "may")
REASONS = ("affirms", "recalls", "done", "clause")
RELATIONS = ("carries_out", "repeats", "follows_up")
BASES = ("ours",)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Document:
    """A treaty, plan, resolution or declaration. `parts` says how many numbered paragraphs `main` and annexes hold.

    `titles` are official titles; `checked` names the languages in which the title was compared with a text.
    """

    code: str
    symbol: str
    kind: str
    organ: str
    adopted: date
    parts: Mapping[str, int]
    titles: Mapping[str, str]
    checked: tuple[str, ...]
    link: str

    def __post_init__(self) -> None:
        one_of("kind", DOCUMENT_KINDS, self.kind)
        in_every_language("title", self.titles)
        each_of("checked", LANGUAGES, self.checked)

    def holds(self, part: str) -> bool:
        """Whether `main__para_7` or `annex_1__para_3` is a numbered paragraph of this document."""
        within, _, number = part.partition("__para_")
        return number.isdecimal() and 1 <= int(number) <= self.parts.get(within, 0)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a commitment speaks to: one of `ADDRESSEES`, and the code of the body where one is named."""

    kind: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Another instrument that the text names, by its code, with the article where it names one."""

    instrument: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a commitment asks, and what would answer it, by language. `reason`: why nothing can be filed."""

    summary: Mapping[str, str]
    evidence: Mapping[str, str]
    reason: str = ""

    def __post_init__(self) -> None:
        in_every_language("summary", self.summary)
        if self.reason:
            one_of("reason", REASONS, self.reason)
        if self.reason and self.evidence:
            raise ValueError(f"expected no evidence where nothing can be filed (reason {self.reason})")
        if not self.reason:
            in_every_language("evidence", self.evidence)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One duty, clause, measure or paragraph, by `document#part`, with the number as printed in `paragraph`."""

    id: str
    document: str
    kind: str
    paragraph: str
    pillar: str
    addressees: tuple[Addressee, ...]
    act: str
    strength: str
    topics: tuple[str, ...]
    discretion: str
    mentions: tuple[Mention, ...]
    answer: Answer

    def __post_init__(self) -> None:
        for what, known, got in (
            ("kind", KINDS, self.kind),
            ("pillar", PILLARS, self.pillar),
            ("act", ACTS, self.act),
            ("strength", STRENGTHS, self.strength),
        ):
            one_of(what, known, got)
        each_of("topics", TOPICS, self.topics)
        if not self.topics or not self.addressees:
            raise ValueError(f"{self.id}: expected at least one topic and one addressee")
        if self.discretion:
            one_of("discretion", DISCRETIONS, self.discretion)
        if self.kind == "duty" and not self.discretion:
            raise ValueError(f"{self.id}: expected the discretion of a duty, one of {', '.join(DISCRETIONS)}")

    def summary(self, language: str = "en") -> str:
        """What it asks, in one sentence of our own; English where the language is not one of the six."""
        return self.answer.summary.get(language) or self.answer.summary["en"]

    def evidence(self, language: str = "en") -> str:
        """What would answer it; empty where nothing can be filed, for `answer.reason`."""
        return self.answer.evidence.get(language) or self.answer.evidence.get("en", "")


@dataclass(frozen=True, slots=True)
class Link:
    """`later` carries out, repeats or follows up `earlier`; each end is `document#part`."""

    later: str
    earlier: str
    relation: str
    basis: str

    def __post_init__(self) -> None:
        one_of("relation", RELATIONS, self.relation)
        one_of("basis", BASES, self.basis)
        if self.later == self.earlier:
            raise ValueError(f"expected two different ends, got {self.later} twice")


@dataclass(frozen=True)
class Register:
    """Everything that ships, by code and identifier, in the order of the files."""

    documents: Mapping[str, Document]
    bodies: Mapping[str, Label]
    commitments: Mapping[str, Commitment]
    links: tuple[Link, ...]

    def of(self, document: str) -> tuple[Commitment, ...]:
        """The commitments of one document, in its order."""
        return tuple(held for held in self.commitments.values() if held.document == document)

    def linked(self, end: str) -> tuple[Link, ...]:
        """Every link that `end` is the later or the earlier end of."""
        return self._by_end.get(end, ())

    @cached_property
    def _by_end(self) -> dict[str, tuple[Link, ...]]:
        held: dict[str, tuple[Link, ...]] = {}
        for link in self.links:
            for end in (link.later, link.earlier):
                held[end] = (*held.get(end, ()), link)
        return held


def load(folder: Path = REGISTER) -> Register:
    """Read the register from the package, or from a folder laid out like it; `TableError` names file and row."""
    documents = _keyed(folder, "documents", _document, lambda held: held.code)
    bodies = _keyed(folder, "bodies", _body, lambda held: held.code)
    answers = dict(_keyed(folder, "summaries", _answer, lambda held: held[0]).values())

    def commitment(row: tables.Row) -> Commitment:
        return _commitment(row, documents, bodies, answers)

    commitments = _keyed(folder, "commitments", commitment, lambda held: held.id)
    for missing in answers.keys() - commitments.keys():
        raise tables.TableError(f"summaries.csv: expected the id of a row of commitments.csv, got {missing}")

    def link(row: tables.Row) -> Link:
        held = Link(row["later"], row["earlier"], row["relation"], row["basis"])
        for end in (held.later, held.earlier):
            _standing(end, commitments, documents)
        return held

    links = _keyed(folder, "links", link, lambda held: f"{held.later} to {held.earlier}")
    return Register(documents, bodies, commitments, tuple(links.values()))


def _keyed(folder: Path, name: str, build: Callable[[tables.Row], V], key: Callable[[V], str]) -> dict[str, V]:
    """The rows of a table by their key, each key once."""
    held: dict[str, V] = {}

    def once(row: tables.Row) -> None:
        value = build(row)
        if key(value) in held:
            raise ValueError(f"expected each key once, got {key(value)} twice")
        held[key(value)] = value

    for _ in tables.read(folder, name, once):
        pass
    return held


def _document(row: tables.Row) -> Document:
    sizes = (part.partition(":") for part in tables.listed(row["paragraphs"]))
    return Document(
        code=row["document"],
        symbol=row["symbol"],
        kind=row["kind"],
        organ=row["organ"],
        adopted=date.fromisoformat(row["adopted"]),
        parts={part: int(count) for part, _, count in sizes},
        titles=tables.names(row, "title"),
        checked=tables.listed(row["checked"]),
        link=row["link"],
    )


def _body(row: tables.Row) -> Label:
    held = tables.label(row)
    in_every_language("name", held.names)
    return held


def _answer(row: tables.Row) -> tuple[str, Answer]:
    return row["id"], Answer(tables.names(row, "summary"), tables.names(row, "evidence"), row["reason"])


def _commitment(
    row: tables.Row,
    documents: Mapping[str, Document],
    bodies: Mapping[str, Label],
    answers: Mapping[str, Answer],
) -> Commitment:
    within, _, part = row["id"].partition("#")
    if within != row["document"] or not re.fullmatch(r"[a-z]+(?:_\w+)?", part):
        raise ValueError(f"expected an id like {row['document']}#main__para_1, got {row['id']!r}")
    one_of("document of documents.csv", documents, within)
    one_of("id with a row in summaries.csv", answers, row["id"])
    return Commitment(
        id=row["id"],
        document=within,
        kind=row["kind"],
        paragraph=row["paragraph"],
        pillar=row["pillar"],
        addressees=tuple(_addressee(text, bodies) for text in tables.listed(row["addressees"])),
        act=row["act"],
        strength=row["strength"],
        topics=tables.listed(row["topics"]),
        discretion=row["discretion"],
        mentions=tuple(Mention(*text.split(":", 1)) for text in tables.listed(row["mentions"])),
        answer=answers[row["id"]],
    )


def _addressee(text: str, bodies: Mapping[str, Label]) -> Addressee:
    kind, _, body = text.partition(":")
    one_of("kind of addressee", ADDRESSEES, kind)
    if body:
        one_of("body of bodies.csv", bodies, body)
    return Addressee(kind, body)


def _standing(end: str, commitments: Mapping[str, Commitment], documents: Mapping[str, Document]) -> None:
    """Refuse the end of a link that is neither in the register nor a numbered paragraph of a listed document."""
    document, _, part = end.partition("#")
    if end not in commitments and not (document in documents and documents[document].holds(part)):
        raise ValueError(f"expected an id of commitments.csv, or a paragraph that documents.csv counts, got {end!r}")


def one_of(what: str, known: Iterable[str], got: str) -> None:
    """Raise `ValueError` where `got` is not among `known`, naming the first that are."""
    if got not in known:
        raise ValueError(f"{what}: expected one of {', '.join([*known][:15])}, got {got!r}")


def each_of(what: str, known: Iterable[str], got: Iterable[str]) -> None:
    """`one_of` for every part of a list."""
    for part in got:
        one_of(what, known, part)


def in_every_language(what: str, texts: Mapping[str, str]) -> None:
    """Raise `ValueError` where one of the six languages has no text."""
    if missing := [language for language in LANGUAGES if not texts.get(language, "").strip()]:
        raise ValueError(f"{what}: expected a text in each of the six languages, missing {', '.join(missing)}")
