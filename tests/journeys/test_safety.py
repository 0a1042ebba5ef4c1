"""What keeps an account safe: kind refusals, sessions, tokens, passkeys."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NARROW, WIDE, Demo, Watched
from tests.journeys.signing_in import code_at, confirm_password, give_code, give_password, sign_in

Open = Callable[..., Watched]
LOOKS = [pytest.param("en", WIDE, id="en-wide"), pytest.param("ar", NARROW, id="ar-375px")]
SUBMIT = 'main form button[type="submit"].btn-primary'


@pytest.mark.parametrize(("language", "viewport"), LOOKS)
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(
    open_page: Open, demo: Demo, language: str, viewport: dict[str, int]
) -> None:
    page = open_page(language, viewport).page
    answers = []
    for address in (demo.accounts["contributor"].email, f"nobody.{language}@demo.example"):
        give_password(page, address, "not the password")
        expect(page.locator("main [role=alert]")).to_be_visible()
        answers.append(page.locator("main [role=alert]").inner_text())
        assert page.input_value('input[name="login"]') == address
        assert page.input_value('input[name="password"]') == ""
    assert answers[0] == answers[1]
    assert answers[0].strip()


@pytest.mark.parametrize(("language", "viewport"), LOOKS)
def test_a_wrong_code_is_said_beside_the_field(
    open_page: Open, demo: Demo, language: str, viewport: dict[str, int]
) -> None:
    account = demo.accounts["contributor"]
    page = open_page(language, viewport).page
    give_password(page, account.email, account.password)
    give_code(page, code_at(account.secret, 1))
    field = page.locator('input[name="code"]')
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby") or ""
    said = " ".join(page.locator(f"#{name}").inner_text() for name in described.split())
    assert said.strip()
    page.goto("account/")
    expect(page.locator('input[name="code"]')).to_be_visible()
    assert page.url.endswith("/2fa/authenticate/"), "half signed in is not signed in"


def test_a_session_ends_from_another_browser(open_page: Open, demo: Demo) -> None:
    here, there = open_page().page, open_page("ar", NARROW).page
    for page in (here, there):
        sign_in(page, demo.accounts["contributor"])
    there.goto("account/security/")
    rows = there.locator("tbody tr", has=there.locator('form[action*="/sessions/"]'))
    mine = rows.filter(has=there.locator(".badge"))
    expect(mine).to_have_count(1)
    other = rows.filter(has_not=there.locator(".badge")).first
    number = (other.locator("form").get_attribute("action") or "").rstrip("/").split("/")[-2]
    count = rows.count()
    other.locator("button").click()
    expect(there.locator("main [role=status]")).to_be_visible()
    expect(rows).to_have_count(count - 1)
    expect(there.locator(f'form[action*="/sessions/{number}/"]')).to_have_count(0)
    here.goto("account/security/")
    assert "/account/login/" in here.url


def ask(address: str, token: str) -> int:
    """The status with which the API answers somebody who brings this token."""
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert "items" in json.load(answer)
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_token_is_shown_once_and_works_until_it_is_revoked(open_page: Open, demo: Demo) -> None:
    page = open_page(role="focal_point").page
    page.goto("account/security/")
    page.fill('input[name="label"]', "Nightly copy")
    page.check('input[name="scopes"][value="read"]')
    page.locator('form[action$="/tokens/"] button').click()
    token = page.input_value("#token")
    assert len(token) > 30
    address = f"{demo.address}/api/v1/corrections"
    assert ask(address, token) == 200
    assert ask(address, token[:-1] + ("a" if token[-1] != "a" else "b")) == 401
    page.goto("account/security/")
    row = page.locator("tbody tr", has_text="Nightly copy")
    expect(row).to_be_visible()
    assert token not in page.content()
    row.get_by_role("button").click()
    expect(page.locator("main [role=status]")).to_be_visible()
    expect(row).to_have_count(0)
    assert ask(address, token) == 401


def with_authenticator(page: Page) -> None:
    """Give the browser an authenticator of its own that says yes, as a phone does after a fingerprint."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.parametrize(("language", "viewport"), LOOKS)
def test_a_passkey_is_enrolled_and_signs_in_without_a_password(
    open_page: Open, demo: Demo, language: str, viewport: dict[str, int]
) -> None:
    account = demo.accounts["contributor"]
    page = open_page(language, viewport, address=demo.address.replace("127.0.0.1", "localhost")).page
    with_authenticator(page)
    sign_in(page, account)
    page.goto("account/security/")
    page.locator('main a[href$="/2fa/webauthn/add/"]').click()
    confirm_password(page, account.password)
    page.fill('input[name="name"]', f"Phone of Ada ({language})")
    page.check('input[name="passwordless"]')
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda address: not address.endswith("/webauthn/add/"))
    page.goto("account/security/")
    expect(page.locator("main")).to_contain_text(f"Phone of Ada ({language})")
    page.goto("account/logout/")
    page.locator('main form button[type="submit"]').first.click()
    page.goto("account/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/account/")
    expect(page.locator("main")).to_contain_text(account.email)
