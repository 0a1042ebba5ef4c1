"""Every sentence of the interface exists in six languages, and the compiled catalogues hold the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.house.house import WEB, programs, tracked

LOCALE = WEB / "locale"
TRANSLATED = ("ar", "es", "fr", "ru", "zh_Hans")
SECOND_IS_PLURAL, FIRST_IS_CONTEXT = (1, 2), ((1, "c"), 2)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": SECOND_IS_PLURAL,
    "pgettext_lazy": FIRST_IS_CONTEXT,
}
HOLES = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
Key = tuple[str, str | None]


def key(identity: str | tuple[str, ...] | list[str], context: str | None) -> Key:
    """What a message is found by: its (singular) text and its context."""
    return (identity if isinstance(identity, str) else identity[0], context or None)


def said_in(source: bytes) -> Iterator[Key]:
    """The messages that a piece of Python says."""
    for _line, identity, _comments, context in extract("python", BytesIO(source), KEYWORDS):
        yield key(identity, context)


def calls(template: str) -> bytes:
    """The messages of a template, one call a line: Django blanks out the rest, which need not be Python."""
    found = re.findall(
        r"\b(?:_|gettext|ngettext|pgettext|npgettext)\((?:[^()'\"]|'(?:\\.|[^'])*'|\"(?:\\.|[^\"])*\")*\)", template
    )
    return "\n".join(found).encode()


@cache
def said() -> dict[Key, str]:
    """Every message of the service and a file that says it."""
    found: dict[Key, str] = {}
    for path in programs(WEB):
        found.update(dict.fromkeys(said_in(path.read_bytes()), path.name))
    for path in tracked():
        if path.is_relative_to(WEB) and path.suffix in (".html", ".txt"):
            shown = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            found.update(dict.fromkeys(said_in(calls(shown)), path.name))
    return found


@cache
def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as stream:
        return read_po(stream, locale=language)


def texts(message: Message) -> list[str]:
    """The translation in each of its plural forms."""
    return [message.string] if isinstance(message.string, str) else list(message.string or [""])


def translated(message: Message) -> bool:
    return all(texts(message)) and not message.fuzzy


def entries(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    held = {key(message.id, message.context) for message in entries(language) if translated(message)}
    missing = {text: path for (text, context), path in said().items() if (text, context) not in held}
    assert missing == {}, f"{len(missing)} of {len(said())} messages are missing in {language}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(language: str) -> None:
    assert [message.id for message in entries(language) if key(message.id, message.context) not in said()] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_leave_the_same_holes(language: str) -> None:
    """A forgotten or invented placeholder would fail on the page."""
    wrong = {}
    for message in entries(language):
        wanted = set(HOLES.findall(message.id if isinstance(message.id, str) else message.id[-1]))
        held = [set(HOLES.findall(text)) for text in texts(message)]
        if any(not holes <= wanted for holes in held) or not wanted <= held[-1]:
            wrong[str(message.id)] = str(message.string)
    assert wrong == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    fresh = BytesIO()
    write_mo(fresh, catalogue(language))
    with (LOCALE / language / "LC_MESSAGES/django.mo").open("rb") as stream:
        held = {key(message.id, message.context): message.string for message in read_mo(stream) if message.id}
    wanted = {
        key(message.id, message.context): message.string
        for message in read_mo(BytesIO(fresh.getvalue()))
        if message.id
    }
    assert held == wanted, "run: python3 dev.py messages"


def test_messages_are_found_in_code_and_in_templates() -> None:
    code = b'A = _("one")\nB = pgettext("verb", "two")\nC = ngettext("%d day", "%d days", 2)\n'
    page = templatize(
        '{% load i18n %}<p title="{% translate "it\'s three" %}">{% translate "four" context "noun" %}</p>'
        "{% blocktranslate count n=n %}{{ n }} State{% plural %}{{ n }} States{% endblocktranslate %}"
    )
    assert set(said_in(code)) == {("one", None), ("two", "verb"), ("%d day", None)}
    assert set(said_in(calls(page))) == {("it's three", None), ("four", "noun"), ("%(n)s State", None)}


def test_the_service_speaks() -> None:
    assert len(said()) > 20
