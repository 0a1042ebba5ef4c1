"""A real demonstration in processes of its own, and the system's Chromium before it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, StorageState, sync_playwright

from tests.journeys.signing_in import Account, sign_in

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 375, "height": 800}
STARTS_WITHIN = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser and talks to the demonstration on the loopback."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.enable_socket)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium; on Debian: apt-get install chromium"))


@dataclass(frozen=True)
class Demo:
    """A running demonstration."""

    address: str
    accounts: dict[str, Account]
    data: Path


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`palermo demo` on a free port with data of its own; stopped at the end."""
    data = tmp_path_factory.mktemp("demo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PALERMO_", "DJANGO_"))}
    command = [sys.executable, "-m", "palermo", "demo", "--port", str(port), "--data", str(data)]
    log = (data / "log.txt").open("w")
    process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/en/", process, data / "log.txt")
        yield Demo(address, read_accounts(data / "demo-accounts.txt"), data)
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the first page answers; fail with the demonstration's own words where it does not."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the demonstration did not answer within {STARTS_WITHIN} s:\n{log.read_text()[-2000:]}")


def read_accounts(path: Path) -> dict[str, Account]:
    """The accounts that the demonstration wrote down, by role."""
    rows = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {role: Account(role, email, password, secret) for role, _name, email, password, secret in rows}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium, without any network but the loopback's."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@dataclass
class Watched:
    """A page and what went wrong on it: errors in the console, requests to other hosts, failed requests."""

    page: Page
    faults: list[str]

    def forgive(self, *answers: int) -> None:
        """Leave out that the browser complained of answers with these statuses, where the test asked for them."""
        self.faults[:] = [fault for fault in self.faults if not any(f"status of {one} " in fault for one in answers)]


@pytest.fixture(scope="session")
def signed_in(browser: Browser, demo: Demo) -> Callable[[str], StorageState]:
    """The cookies of each role, signed in once: the service counts how often somebody signs in."""
    held: dict[str, StorageState] = {}

    def cookies(role: str) -> StorageState:
        if role not in held:
            context = browser.new_context(base_url=f"{demo.address}/en/")
            sign_in(context.new_page(), demo.accounts[role])
            held[role] = context.storage_state()
            context.close()
        return held[role]

    return cookies


@pytest.fixture
def open_page(
    browser: Browser, demo: Demo, signed_in: Callable[[str], StorageState]
) -> Iterator[Callable[..., Watched]]:
    """Open pages in contexts of their own, as somebody or as nobody; at the end, none may have had a fault."""
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []

    def open_one(
        language: str = "en",
        viewport: dict[str, int] = WIDE,
        dark: bool = False,
        role: str = "",
        address: str = demo.address,
    ) -> Watched:
        context = browser.new_context(
            base_url=f"{address}/{language}/",
            viewport=viewport,  # type: ignore[arg-type]
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            storage_state=signed_in(role) if role else None,
        )
        contexts.append(context)
        held = watch(context.new_page(), address)
        watched.append(held)
        return held

    yield open_one
    for context in contexts:
        context.close()
    assert [fault for held in watched for fault in held.faults] == []


def watch(page: Page, address: str) -> Watched:
    """Listen to a page's console and requests."""
    held = Watched(page, [])
    page.on(
        "console", lambda message: held.faults.append(f"console: {message.text}") if message.type == "error" else None
    )
    page.on("pageerror", lambda error: held.faults.append(f"script: {error}"))

    def requested(address_asked: str) -> None:
        if not address_asked.startswith((address, "data:", "blob:")):
            held.faults.append(f"request to another host: {address_asked}")

    page.on("request", lambda request: requested(request.url))
    return held
