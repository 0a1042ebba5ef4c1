"""Every page that somebody signed in is led to, by role and language: whole, translated, and without a fault."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Callable

import pytest

from tests.journeys.conftest import Demo, Watched
from tests.journeys.crawling import LANGUAGES, NOT_FOLLOWED
from tests.journeys.reading_pages import Sheet, read
from tests.journeys.test_crawl import few, untranslated

Open = Callable[..., Watched]
ROLES = ("contributor", "focal_point", "moderator", "administrator")
BEGINS = ("account/", "corrections/", "states/KHM/")
PEOPLES = re.compile(r"/../(account|audit|corrections)/|/../states/KHM/propose/")
MOST = 40
# What each role is led to, beside what all are led to.
LED = {
    "contributor": set(),
    "focal_point": {"states/KHM/propose/"},
    "moderator": {"audit/"},
    "administrator": {"audit/", "account/organisations/"},
}
ALL = {"account/", "account/security/", "account/email/", "account/password/change/", "corrections/"}


def followed(sheet: Sheet, address: str) -> set[str]:
    """Where a page leads in its own language, of what only people who are signed in are led to."""
    found = {urllib.parse.urljoin(address, link).partition("#")[0] for link in sheet.links}
    own = {link for link in found if link[:4] == address[:4] and "?" not in link}
    return {link for link in own if PEOPLES.match(link) and not NOT_FOLLOWED.search(link)}


@pytest.fixture(scope="module")
def seen(browser, demo: Demo, signed_in) -> Callable[[str, str], dict[str, tuple[int, Sheet]]]:  # type: ignore[no-untyped-def]
    """The pages of a role in a language, with their status, fetched once; a console error or a lost request fails."""
    held: dict[tuple[str, str], dict[str, tuple[int, Sheet]]] = {}

    def crawl(role: str, language: str) -> dict[str, tuple[int, Sheet]]:
        if (role, language) in held:
            return held[role, language]
        context = browser.new_context(base_url=demo.address, storage_state=signed_in(role), reduced_motion="reduce")
        page, faults = context.new_page(), []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        pages: dict[str, tuple[int, Sheet]] = {}
        waiting = [f"/{language}/{begin}" for begin in BEGINS]
        while waiting and len(pages) < MOST:
            address = waiting.pop(0)
            answer = page.goto(address)
            assert answer is not None
            sheet = read(answer.text())
            pages[address] = (answer.status, sheet)
            waiting += sorted(followed(sheet, address) - pages.keys() - set(waiting))
        context.close()
        assert few((role, fault) for fault in faults) == []
        held[role, language] = pages
        return pages

    return crawl


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_answers_in_its_language_and_with_its_source(
    seen: Callable[[str, str], dict[str, tuple[int, Sheet]]], role: str, language: str
) -> None:
    pages = seen(role, language)
    assert few((address, status) for address, (status, _) in pages.items() if status != 200) == []
    assert {f"/{language}/{path}" for path in ALL | LED[role]} <= set(pages)
    others = {path for led in LED.values() for path in led} - LED[role]
    assert not {f"/{language}/{path}" for path in others} & set(pages), "led where this role may not go"
    lang, direction = ("zh-hans" if language == "zh" else language), ("rtl" if language == "ar" else "ltr")
    wrong = [
        (address, sheet.lang, sheet.direction, sheet.h1)
        for address, (_, sheet) in pages.items()
        if (sheet.lang.lower(), sheet.direction, sheet.h1) != (lang, direction, 1)
    ]
    assert few(wrong) == []
    assert few((address, sheet.inline) for address, (_, sheet) in pages.items() if sheet.inline) == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("role", ROLES)
def test_no_text_of_a_signed_in_page_is_left_in_english(
    seen: Callable[[str, str], dict[str, tuple[int, Sheet]]], role: str, language: str
) -> None:
    forbidden = untranslated(language)
    left = {
        (part, address)
        for address, (_, sheet) in seen(role, language).items()
        for text in sheet.texts
        if re.search("[a-z]{2}", text)
        for part in forbidden
        if re.search(rf"\b{re.escape(part)}\b", text)
    }
    assert few(sorted(left)) == []


@pytest.mark.parametrize("role", ROLES)
def test_no_page_has_an_empty_line_for_its_source(demo: Demo, open_page: Open, role: str) -> None:
    page = open_page("en", role=role).page
    for address in ("account/", "account/security/", "corrections/", "states/KHM/"):
        page.goto(address)
        lines = page.locator(".source-line").all_inner_texts()
        assert all(line.strip() for line in lines), address
