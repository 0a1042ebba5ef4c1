"""axe finds no violation on the pages of people who are signed in, or are about to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, WIDE, Demo, Watched
from tests.journeys.looking import violations
from tests.journeys.signing_in import give_password
from tests.journeys.test_people import propose

Open = Callable[..., Watched]
PAGES = [
    ("administrator", "account/"),
    ("administrator", "account/security/"),
    ("administrator", "account/organisations/"),
    ("administrator", "account/organisations/{organisation}/"),
    ("administrator", "account/email/"),
    ("administrator", "account/password/change/"),
    ("administrator", "account/logout/"),
    ("administrator", "audit/"),
    ("administrator", "account/2fa/webauthn/add/"),
    ("administrator", "account/reauthenticate/"),
    ("focal_point", "states/KHM/propose/"),
    ("focal_point", "corrections/"),
    ("focal_point", "corrections/{correction}/"),
    ("moderator", "corrections/{correction}/"),
    ("contributor", "states/KHM/propose/"),
    ("", "account/login/"),
    ("", "account/signup/"),
    ("", "account/password/reset/"),
]
LOOKS = [
    pytest.param("en", WIDE, False, id="en-light-wide"),
    pytest.param("en", NARROW, True, id="en-dark-375px"),
    pytest.param("ar", WIDE, True, id="ar-dark-wide"),
    pytest.param("ar", NARROW, False, id="ar-light-375px"),
]


@pytest.fixture(scope="module")
def numbers(browser, demo: Demo, signed_in) -> dict[str, int]:  # type: ignore[no-untyped-def]
    """The numbers in addresses: of an undecided correction, and of the first organisation."""
    held = {}
    for role, name, find in (("focal_point", "correction", propose_one), ("administrator", "organisation", first)):
        context = browser.new_context(base_url=f"{demo.address}/en/", storage_state=signed_in(role))
        held[name] = find(context.new_page())
        context.close()
    return held


def propose_one(page: Page) -> int:
    return propose(page, "THA", "Waits for a decision.")


def first(page: Page) -> int:
    page.goto("account/organisations/")
    address = page.locator("main tbody a").first.get_attribute("href") or ""
    return int(address.rstrip("/").rpartition("/")[2])


@pytest.mark.parametrize(("language", "viewport", "dark"), LOOKS)
@pytest.mark.parametrize(("role", "address"), PAGES)
def test_axe_finds_nothing(
    open_page: Open,
    numbers: dict[str, int],
    role: str,
    address: str,
    language: str,
    viewport: dict[str, int],
    dark: bool,
) -> None:
    held = open_page(language, viewport, dark, role)
    held.page.goto(address.format(**numbers))
    assert violations(held.page) == []
    assert held.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    held.forgive(403)


# Wrong passwords are counted, for this test and for those of the other files together.
@pytest.mark.parametrize(("language", "viewport", "dark"), [LOOKS[0], LOOKS[3]])
def test_axe_finds_nothing_on_the_page_of_the_second_factor_or_of_faults(
    open_page: Open, demo: Demo, language: str, viewport: dict[str, int], dark: bool
) -> None:
    held = open_page(language, viewport, dark)
    give_password(held.page, demo.accounts["contributor"].email, "not the password")
    assert violations(held.page) == []
    give_password(held.page, demo.accounts["contributor"].email, demo.accounts["contributor"].password)
    held.page.wait_for_selector('input[name="code"]')
    assert violations(held.page) == []


@pytest.mark.parametrize(("language", "viewport", "dark"), LOOKS)
def test_axe_finds_nothing_on_forms_that_come_back_with_faults(
    open_page: Open, language: str, viewport: dict[str, int], dark: bool
) -> None:
    held = open_page(language, viewport, dark, role="focal_point")
    for address, send in (
        ("states/KHM/propose/", 'main form button[type="submit"].btn-primary'),
        ("account/security/", 'form[action$="/tokens/"] button'),
    ):
        held.page.goto(address)
        held.page.locator("main form").last.evaluate("form => { form.noValidate = true }")
        held.page.locator(send).click()
        held.page.wait_for_selector("main [aria-invalid=true]")
        assert violations(held.page) == []
    held.forgive(422)
