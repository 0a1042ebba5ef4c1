"""What people do with an account: propose, decide, read the decision; invite and be invited."""

from __future__ import annotations

import email
import email.policy
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NARROW, WIDE, Demo, Watched
from tests.journeys.signing_in import confirm_password, fresh_code

Open = Callable[..., Watched]
LOOKS = [pytest.param("en", WIDE, "KHM", id="en-wide"), pytest.param("ar", NARROW, "VNM", id="ar-375px")]
SUBMIT = 'main form button[type="submit"].btn-primary'
DAY = "2023-05-04"
PASSWORD = "seven lanterns by the river"


def propose(page: Page, state: str, explanation: str) -> int:
    """Propose that a State ratified the Protocol of 2014 on forced labour; the number of the correction."""
    page.goto(f"states/{state}/")
    page.locator(f'main a[href*="/states/{state}/propose/"]').click()
    page.check('input[name="change"][value="add"]')
    page.select_option('select[name="instrument"]', "ILO-P029")
    page.select_option('select[name="kind"]', "ratification")
    page.fill('input[name="date"]', DAY)
    page.fill('input[name="source_title"]', "Invented notification 12.2023")
    page.fill('input[name="source_as_of"]', "2026-01-31")
    page.fill('textarea[name="explanation"]', explanation)
    page.locator(SUBMIT).click()
    page.wait_for_url(re.compile(r"/corrections/\d+/$"))
    return int(page.url.rstrip("/").rpartition("/")[2])


def decide(page: Page, number: int, verdict: str, reason: str) -> None:
    """Find the correction in the list, as a moderator does, and decide."""
    page.goto("corrections/")
    page.locator(f'main tbody a[href$="/corrections/{number}/"]').click()
    page.check(f'input[name="verdict"][value="{verdict}"]')
    page.fill('textarea[name="reason"]', reason)
    page.locator(SUBMIT).click()
    expect(page.locator("main")).to_contain_text(reason)


@pytest.mark.parametrize(("language", "viewport", "state"), LOOKS)
def test_a_proposal_is_accepted_and_becomes_part_of_the_register(
    open_page: Open, language: str, viewport: dict[str, int], state: str
) -> None:
    number = propose(open_page(language, viewport, role="focal_point").page, state, "The table has not caught up.")
    moderator = open_page(language, viewport, role="moderator").page
    moderator.goto(f"states/{state}/?on=2026-01-01")
    row = moderator.locator("tbody tr", has=moderator.locator('a[href*="/instruments/ILO-P029/"]'))
    expect(row.locator(".status-bound")).to_have_count(0)
    decide(moderator, number, "accept", f"Seen in the notification {state}.")
    expect(moderator.locator("h1 .status-bound")).to_be_visible()
    moderator.goto(f"states/{state}/?on=2026-01-01")
    expect(row.locator(".status-bound")).to_have_count(1)
    expect(row).to_contain_text(DAY)
    moderator.goto(f"changes/?since={DAY}&on={DAY}")
    change = moderator.locator("tbody tr", has=moderator.locator(f'a[href*="/states/{state}/"]'))
    expect(change.locator('a[href*="/instruments/ILO-P029/"]')).to_be_visible()
    moderator.goto("audit/")
    entry = moderator.locator("tbody tr", has_text=f"ILO-P029.{state}")
    expect(entry.filter(has_text="treaties.accepted")).to_contain_text("Mei Example")


@pytest.mark.parametrize(("language", "viewport", "state"), LOOKS)
def test_who_proposed_reads_why_it_was_refused(
    open_page: Open, language: str, viewport: dict[str, int], state: str
) -> None:
    focal_point = open_page(language, viewport, role="focal_point").page
    number = propose(focal_point, state, "It was in the newspaper.")
    reason = "A newspaper is no source; bring the depositary's notification."
    decide(open_page(language, viewport, role="moderator").page, number, "refuse", reason)
    focal_point.goto("corrections/")
    focal_point.locator(f'main tbody a[href$="/corrections/{number}/"]').click()
    expect(focal_point.locator("h1 .status-withdrawn")).to_be_visible()
    expect(focal_point.locator("main")).to_contain_text(reason)
    expect(focal_point.locator('[name="verdict"]')).to_have_count(0)


def test_a_proposal_with_faults_comes_back_with_what_was_typed(open_page: Open) -> None:
    held = open_page(role="focal_point")
    held.page.goto("states/KHM/propose/")
    held.page.check('input[name="change"][value="add"]')
    held.page.fill('input[name="date"]', "2023-02-31")
    held.page.fill('textarea[name="explanation"]', "A day too many.")
    held.page.locator(SUBMIT).click()
    expect(held.page.locator("main")).to_contain_text("“2023-02-31” is no day")
    expect(held.page.locator('textarea[name="explanation"]')).to_have_value("A day too many.")
    expect(held.page.locator('input[name="change"][value="add"]')).to_be_checked()
    held.forgive(422)


def test_nobody_proposes_who_does_not_speak_for_a_state(open_page: Open) -> None:
    held = open_page(role="contributor")
    held.page.goto("states/KHM/propose/")
    expect(held.page.locator("main")).to_contain_text("Only a focal point speaks for a State.")
    held.page.goto("states/KHM/")
    expect(held.page.locator('main a[href*="/propose/"]')).to_have_count(0)
    held.forgive(403)


@pytest.mark.parametrize(("language", "viewport"), [("en", WIDE), ("ar", NARROW)], ids=["en-wide", "ar-375px"])
def test_somebody_invited_by_mail_comes_in(
    open_page: Open, demo: Demo, language: str, viewport: dict[str, int]
) -> None:
    address = f"newcomer.{language}@demo.example"
    invite(open_page(language, viewport, role="administrator").page, address, language)
    held = open_page(language, viewport)
    page = held.page
    page.goto(link_in_mail(demo.data / "mail", address))
    assert "/account/invitation/" in page.url
    assert len(page.url.rpartition("/invitation/")[2]) == 0, "the key is no longer in the address"
    page.fill('input[name="name"]', "Noor Example")
    page.fill('input[name="password"]', PASSWORD)
    page.fill('input[name="again"]', PASSWORD)
    page.locator(SUBMIT).click()
    page.wait_for_url("**/account/")
    expect(page.locator("main .alert-warning")).to_be_visible()
    page.goto("account/security/")
    page.locator('main a[href$="/2fa/totp/activate/"]').click()
    confirm_password(page, PASSWORD)
    page.fill('input[name="code"]', fresh_code(page.input_value("#authenticator_secret")))
    page.locator(SUBMIT).click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto("account/")
    expect(page.locator("main .alert-warning")).to_have_count(0)
    expect(page.locator("main")).to_contain_text(address)


def test_an_invitation_works_once(open_page: Open, demo: Demo) -> None:
    address = "once@demo.example"
    page = open_page(role="administrator").page
    invite(page, address, "en")
    link = link_in_mail(demo.data / "mail", address)
    page.locator('main form[action*="/withdraw/"] button').first.click()
    other = open_page().page
    other.goto(link)
    expect(other.locator("main .alert-warning")).to_contain_text("withdrawn")
    expect(other.locator('input[name="password"]')).to_have_count(0)


def invite(page: Page, address: str, language: str) -> None:
    """Invite this address to the demonstration's Secretariat as a contributor."""
    page.goto("account/organisations/")
    page.get_by_role("link", name="Demonstration Secretariat").click()
    page.fill('input[name="email"]', address)
    page.select_option('main form[action$="/invite/"] select[name="role"]', "contributor")
    page.select_option('select[name="language"]', language)
    page.locator(SUBMIT).click()
    expect(page.locator("main [role=status]")).to_contain_text(address)


def link_in_mail(folder: Path, address: str) -> str:
    """The address to open in the mail to this person; the demonstration writes mail as files."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for path in folder.glob("*"):
            letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            found = re.search(r"http://\S+/invitation/\S+", str(letter.get_content()))
            if letter["To"] == address and found:
                return found.group()
        time.sleep(0.2)
    raise AssertionError(f"expected a mail to {address} in {folder}, found {sorted(folder.glob('*'))}")
