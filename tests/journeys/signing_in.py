"""Signing in as a person does: password, then the code that their authenticator app shows."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from dataclasses import dataclass

from playwright.sync_api import Page

STEP = 30
SHOWN: set[tuple[str, int]] = set()


@dataclass(frozen=True)
class Account:
    """One of the demonstration's simulated accounts."""

    role: str
    email: str
    password: str
    secret: str


def code_at(secret: str, step: int) -> str:
    """What an authenticator app shows in this step of thirty seconds (RFC 6238: SHA-1, six digits)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def fresh_code(secret: str) -> str:
    """A code that works now and was not used before: the service takes each once, and one step early."""
    while True:
        now = int(time.time()) // STEP
        for step in (now, now + 1):
            if (secret, step) not in SHOWN:
                SHOWN.add((secret, step))
                return code_at(secret, step)
        time.sleep(1)


def give_password(page: Page, email: str, password: str) -> None:
    """Fill in and send the first page of signing in."""
    page.goto("account/login/")
    page.fill('input[name="login"]', email)
    page.fill('input[name="password"]', password)
    page.locator('main form button[type="submit"].btn-primary').click()


def give_code(page: Page, code: str) -> None:
    """Fill in and send the second page."""
    page.fill('input[name="code"]', code)
    page.locator('main form button[type="submit"].btn-primary').first.click()


def sign_in(page: Page, account: Account) -> None:
    """Sign in with both factors and arrive at the account's own page."""
    give_password(page, account.email, account.password)
    give_code(page, fresh_code(account.secret))
    page.wait_for_url("**/account/")


def confirm_password(page: Page, password: str) -> None:
    """Give the password once more where the service asks for it before a change of what keeps the account safe."""
    page.wait_for_load_state()
    if "/reauthenticate/" in page.url:
        page.fill('input[name="password"]', password)
        page.locator('main form button[type="submit"]').first.click()
        page.wait_for_load_state()
