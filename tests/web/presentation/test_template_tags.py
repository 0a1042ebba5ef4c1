"""Links and forms keep the whole of the reader's question, and nothing in it comes back as markup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode

import pytest
from django.conf import settings
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from palermo.web.presentation.days import AsOf

Pairs = list[tuple[str, str]]
ODD = '"><script>alert(1)</script>&amp;=#?/%00 \u202e é 中'
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
QUERIES = st.lists(st.tuples(TEXTS.filter(bool) | st.sampled_from(["on", "q", "page", "sort"]), TEXTS), max_size=6)


@dataclass(frozen=True)
class Ask:
    """What a page was asked, as far as a link cares."""

    day: AsOf


def rendered(text: str, query: Pairs, path: str = "/en/states/", **context: object) -> str:
    request = RequestFactory().get(path, QUERY_STRING=urlencode(query))
    return Template(f"{{% load presentation %}}{text}").render(Context({"request": request, **context}))


class Markup(HTMLParser):
    """The tags of a piece of markup and their attributes, as a browser would take them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def linked(text: str, query: Pairs, **context: object) -> str:
    """Where a link made of this tag leads."""
    ((_, attributes),) = Markup(f'<a href="{rendered(text, query, **context)}">').found
    return attributes["href"]


def asked(address: str) -> Pairs:
    return parse_qsl(address.partition("?")[2], keep_blank_values=True)


def grouped(pairs: Pairs) -> dict[str, list[str]]:
    """What a service makes of a query: order counts among values of one name only."""
    return dict(QueryDict(urlencode(pairs)).lists())


FIELDS = '{% other_fields "q" as kept %}{% for n, v in kept %}<input name="{{ n }}" value="{{ v }}">{% endfor %}'


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ([], []),
        ([("on", "2020-01-01"), ("q", "x")], [("on", "2020-01-01")]),
        ([("page", "3"), ("sort", "-state")], [("sort", "-state")]),
        ([("group", "AFR"), ("group", "APG")], [("group", "AFR"), ("group", "APG")]),
        ([(ODD, ODD)], [(ODD, ODD)]),
        ([("", "nameless")], [("", "nameless")]),
        ([("family", "")], [("family", "")]),
    ],
)
def test_a_form_carries_along_what_it_does_not_ask_for_itself(query: Pairs, kept: Pairs) -> None:
    inputs = Markup(rendered(FIELDS, query)).found
    assert [(held["name"], held["value"]) for _, held in inputs] == kept


@given(QUERIES)
def test_a_form_loses_nothing_and_adds_no_markup(query: Pairs) -> None:
    inputs = Markup(rendered(FIELDS, query)).found
    assert {tag for tag, _ in inputs} <= {"input"}
    carried = grouped([(name, value) for name, value in query if name not in ("q", "page")])
    held = rendered(FIELDS, query)
    assert held.count("<") == sum(map(len, carried.values()))


@pytest.mark.parametrize(
    ("change", "query", "expected"),
    [
        ("page=2", [("q", "a"), ("page", "1")], [("q", "a"), ("page", "2")]),
        ("page=''", [("q", "a"), ("page", "1")], [("q", "a")]),
        ("page=0", [("page", "1")], []),
        ("sort='-name'", [("g", "1"), ("g", "2")], [("g", "1"), ("g", "2"), ("sort", "-name")]),
        ("q=''", [("q", "a"), ("q", "b"), ("on", "2020-01-01")], [("on", "2020-01-01")]),
        ("q='x'", [("q", "a"), ("q", "b")], [("q", "x")]),
        ("q='a&b=c'", [], [("q", "a&b=c")]),
        ("on=''", [(ODD, ODD)], [(ODD, ODD)]),
    ],
)
def test_a_link_changes_one_thing_and_keeps_the_rest(change: str, query: Pairs, expected: Pairs) -> None:
    assert asked(linked(f"{{% with_query {change} %}}", query)) == expected


@given(QUERIES)
def test_a_link_within_the_page_keeps_every_question(query: Pairs) -> None:
    rest = [(name, value) for name, value in query if name != "sort"]
    assert grouped(asked(linked("{% with_query sort='' %}", query))) == grouped(rest)


ON, TODAY = date(2020, 1, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({}, "/en/states/FRA/"),
        ({"ask": Ask(AsOf(TODAY, TODAY, chosen=False))}, "/en/states/FRA/"),
        ({"ask": Ask(AsOf(ON, TODAY, chosen=True))}, "/en/states/FRA/?on=2020-01-01"),
    ],
    ids=["a day that was refused", "no day", "a day"],
)
def test_a_link_to_another_page_takes_the_day_along_and_nothing_else(context: dict[str, Ask], expected: str) -> None:
    assert linked("{% link 'treaties:state' 'FRA' %}", [("on", "2031-01-01"), ("q", "x")], **context) == expected


ADDRESSES = (
    '{% translated_addresses as found %}{% for c, n, a in found %}<a lang="{{ c }}" href="{{ a }}">{% endfor %}'
)


def translated(path: str, query: Pairs) -> dict[str, str]:
    return {held["lang"]: held["href"] for _, held in Markup(rendered(ADDRESSES, query, path)).found}


def test_a_page_leads_to_itself_in_every_language() -> None:
    held = translated("/en/states/FRA/", [("on", "2020-01-01"), ("g", "1"), ("g", "2")])
    assert set(held) == {code for code, _ in settings.LANGUAGES}
    assert held["ar"] == "/ar/states/FRA/?on=2020-01-01&g=1&g=2"
    assert held["zh-hans"].startswith("/zh/states/FRA/")


@pytest.mark.parametrize("path", ["/health", "/nowhere/at/all/", "/"])
def test_a_page_under_no_language_leads_to_the_front_pages(path: str) -> None:
    assert translated(path, [("q", "x")])["fr"] == "/fr/"


@pytest.mark.parametrize(
    "path", ["/en/states/a%3Fb/", "/en/states/a%23b/", "/en/states/%22%3Cb%3E/", "/en/states/C%C3%B4te/"]
)
def test_a_name_in_the_address_is_still_the_same_name_in_another_language(path: str) -> None:
    """A question mark in a name must not become the beginning of a query."""
    assert translated(path, [])["es"] == path.replace("/en/", "/es/")


@given(QUERIES)
def test_another_language_is_asked_the_same_question(query: Pairs) -> None:
    assert grouped(asked(translated("/ru/matrix/", query)["en"])) == grouped(query)
