"""The rules at work: what a text says, what it only hints at, and what its heading adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from palermo.documents.topics.evening import Even, even
from palermo.documents.topics.labels import Label
from palermo.documents.topics.rules import Rule, rules
from palermo.documents.tree import Document, Item, Paragraph

BLOT = "\x00"
MOST_WORDS = 4  # of a reason


def topics_of(part: Paragraph | Item | str, language: str, *, under: str = "") -> tuple[Label, ...]:
    """The topics of a part with all its items, in the order of TOPICS, each with its reason; empty where none shows.

    `under` is the heading of the section; without one, a paragraph's own heading stands for it. What the heading says
    is a hint, and where nothing else says anything, the answer. Raises ValueError for a language other than the six.
    """
    heading = under or (part.heading if isinstance(part, Paragraph) else "")
    found = tuple(_found(even(" ".join(_texts(part))), language))
    above = {topic: words for topic, words, _ in _found(even(heading), language)} if heading else {}
    labels = [_label(topic, words, hints, above.get(topic)) for topic, words, hints in found]
    said = tuple(label for label in labels if label)
    return said or tuple(Label(topic, _reason(words), heading=True) for topic, words in above.items() if words)


def topics_in(document: Document) -> dict[str, tuple[Label, ...]]:
    """The topics of every paragraph and every item of a document, by identifier, each under its section's heading."""
    made: dict[str, tuple[Label, ...]] = {}
    root, heading = "", ""
    for paragraph in document.paragraphs():
        if paragraph.id.partition("__")[0] != root:
            root, heading = paragraph.id.partition("__")[0], ""
        heading = paragraph.heading or heading
        made[paragraph.id] = topics_of(paragraph, document.language, under=heading)
        made |= {item.id: topics_of(item, document.language, under=heading) for item in _below(paragraph.items)}
    return made


def _texts(part: Paragraph | Item | str) -> Iterator[str]:
    if isinstance(part, str):
        yield part
        return
    yield part.text
    for item in part.items:
        yield from _texts(item)


def _below(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _below(item.items)


def _found(text: Even, language: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """For each topic the words that say it and the different words that hint at it."""
    held = rules(language)
    plain = _blotted(text.text, held.names)
    for rule in held.topics:
        yield rule.topic, *_of(rule, _blotted(plain, rule.excepted), text)


def _blotted(text: str, names: re.Pattern[str]) -> str:
    return names.sub(lambda match: BLOT * len(match[0]), text)


def _of(rule: Rule, plain: str, text: Even) -> tuple[list[str], list[str]]:
    """The words, and where there are none one finding of each hint."""
    words = [text.words(*match.span()) for match in rule.words.finditer(plain)]
    hints = [] if words else [match for hint in rule.hints if (match := hint.search(plain))]
    return words, [text.words(*match.span()) for match in hints]


def _label(topic: str, words: list[str], hints: list[str], above: list[str] | None) -> Label | None:
    """Words say it alone; hints when there are two, or one under a heading that says it."""
    if words or len(hints) + bool(above) > 1:
        return Label(topic, _reason(words or hints))
    return None


def _reason(words: Sequence[str]) -> str:
    """Each word once, the first ones only."""
    return "; ".join({word.casefold(): word for word in reversed(words)}[key] for key in _first(words))


def _first(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(word.casefold() for word in words))[:MOST_WORDS]
