"""Readers' journeys: find a State, choose a day, sort, filter, compare, download; wide and narrow, in two scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NARROW, WIDE, Watched

Open = Callable[..., Watched]


def search_field(page: Page) -> str:
    return "#search"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "375px"])
@pytest.mark.parametrize(("language", "typed", "heading"), [("en", "france", "France"), ("ar", "فرنسا", "فرنسا")])
def test_find_a_state_and_go_back_in_time(
    open_page: Open, viewport: dict[str, int], language: str, typed: str, heading: str
) -> None:
    page = open_page(language, viewport).page
    page.goto("")
    page.fill(search_field(page), typed)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(heading)
    page.fill("#on", "2001-06-01")
    page.locator(".as-of button").click()
    page.wait_for_url("**on=2001-06-01*")
    protocol = page.locator("tbody tr", has=page.locator('a[href*="/instruments/TIP/"]'))
    expect(protocol.locator(".status-signatory")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "address",
    ["", "states/", "states/KHM/", "instruments/TIP/", "matrix/", "compare/?a=KHM&b=THA", "changes/", "sources/"],
)
def test_no_page_scrolls_sideways_at_375_px(open_page: Open, language: str, address: str) -> None:
    page = open_page(language, NARROW).page
    page.goto(address)
    inside, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inside


def test_sorting_and_filtering_keep_the_address(open_page: Open) -> None:
    page = open_page().page
    page.goto("instruments/TIP/?on=2020-01-01")
    page.get_by_role("link", name="Day of the act").click()
    page.wait_for_url("**sort=dated**")
    page.locator('#instrument-TIP input[name="q"]').fill("republic")
    page.locator("#instrument-TIP").get_by_role("button", name="Filter").click()
    page.wait_for_url("**q=republic**")
    assert "on=2020-01-01" in page.url
    assert "sort=dated" in page.url
    rows = page.locator("#instrument-TIP tbody tr")
    expect(rows.first).to_be_visible()
    names = rows.locator("th").all_inner_texts()
    assert names
    assert all("republic" in name.lower() for name in names)
    page.go_back()
    page.wait_for_url("**sort=dated**")


def test_a_table_comes_down_as_a_file(open_page: Open, tmp_path: Path) -> None:
    page = open_page().page
    page.goto("states/KHM/?on=2020-01-01")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    path = tmp_path / "table.csv"
    waiting.value.save_as(path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert {row["on"] for row in rows} == {"2020-01-01"}
    assert next(row for row in rows if row["code"] == "TIP")["status"] == "bound"


def test_two_states_share_their_legal_bases(open_page: Open) -> None:
    page = open_page().page
    page.goto("compare/")
    page.select_option("#a", "KHM")
    page.select_option("#b", "THA")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#both")).to_be_visible()
    expect(page.locator('tbody a[href*="/instruments/TIP/"]').first).to_be_visible()


def test_the_map_can_be_walked_by_keyboard_and_skipped(open_page: Open) -> None:
    page = open_page().page
    page.goto("instruments/TIP/")
    skip = page.locator(".map-figure .skip-link")
    skip.focus()
    expect(skip).to_be_focused()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert ": " in focused
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/**")


def test_the_look_can_be_made_dark_and_stays_so(open_page: Open) -> None:
    page = open_page().page
    page.goto("")
    toggle = page.locator("[data-theme-toggle]")
    for _ in range(3):
        if page.locator("html").get_attribute("data-bs-theme") == "dark":
            break
        toggle.click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.goto("about/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_without_scripts_everything_still_works(browser, demo) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(base_url=f"{demo.address}/en/", java_script_enabled=False)
    page = context.new_page()
    page.goto("instruments/TIP/")
    page.get_by_role("link", name="Day of the act").click()
    assert "sort=dated" in page.url
    page.locator("summary", has_text="English").click()
    page.locator('.menu a[lang="ar"]').click()
    assert "/ar/instruments/TIP/" in page.url
    context.close()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("states/Frnce/", "France"),
        ("states/FRA/?on=2020-02-31", "2020-02-31"),
        ("states/FRA/?on=2999-01-01", "2999-01-01"),
        ("search/?q=Narnia", "Narnia"),
    ],
)
def test_a_wrong_turn_is_answered_with_help(open_page: Open, address: str, says: str) -> None:
    held = open_page()
    held.page.goto(address)
    expect(held.page.locator("main")).to_contain_text(says)
    held.faults[:] = [fault for fault in held.faults if "404" not in fault and "400" not in fault]
