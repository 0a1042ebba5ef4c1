"""The PDF sheets: they say what the ledger says, to every reader, whatever stands in the facts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from palermo.treaties import PARTY, Code
from palermo.web.config.serving import pages
from palermo.web.presentation.days import AsOf
from palermo.web.treaties import labels, queries
from palermo.web.treaties.sheets import compiler, instrument, state
from palermo.web.treaties.sheets.parts import Asked

pytestmark = pytest.mark.usefixtures("register")

TODAY = date(2026, 3, 1)
LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
SHEETS = ["states/FRA", "instruments/TIP"]
HOSTILE = '#panic("no") #read("sheet.typ") $x^2$ @there <here> *b* _i_ `c` = h // r [q] {z} \\ "end"'
ADDRESS = "https://palermo.example.org/en/states/FRA/?on=2026-03-01"


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Each test makes its own sheets."""
    compiler._kept.clear()
    yield
    compiler._kept.clear()


def read(client: Client, address: str) -> PdfReader:
    response = client.get(address)
    assert response.status_code == 200, response.content[:500]
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def text_of(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def asked(on: date = TODAY, language: str = "en") -> Asked:
    return Asked(AsOf(on, TODAY, chosen=True), language, ADDRESS)


def state_facts(code: str, on: date = TODAY) -> dict[str, Any]:
    ledger = queries.of_state(code)
    return state.facts(ledger, ledger.catalogue.state(code), asked(on), [])


def instrument_facts(code: str, on: date = TODAY) -> dict[str, Any]:
    ledger = queries.of_instrument(code)
    return instrument.facts(ledger, ledger.catalogue.instrument(code), asked(on), [])


def made(template: str, facts: dict[str, Any]) -> PdfReader:
    return PdfReader(io.BytesIO(compiler.pdf(template, facts, TODAY)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_tagged_titled_and_meets_the_standard_in_every_language(
    client: Client, sheet: str, language: str
) -> None:
    reader = read(client, f"/{language}/{sheet}/sheet.pdf")
    root: Any = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    catalogue, (_room, code) = queries.catalogue(), sheet.split("/")
    held: Any = catalogue.states.get(code) or catalogue.instruments[code]
    assert reader.metadata is not None
    assert reader.metadata.title == f"{held.name(language)} · 2026-03-01"


def test_only_arabic_runs_from_right_to_left(client: Client) -> None:
    directions = {}
    for language in LANGUAGES:
        root: Any = read(client, f"/{language}/states/FRA/sheet.pdf").trailer["/Root"]
        directions[language] = root["/ViewerPreferences"].get("/Direction", "/L2R")
    assert directions == {language: "/R2L" if language == "ar" else "/L2R" for language in LANGUAGES}


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh"])
def test_the_words_of_every_script_can_be_copied(client: Client, language: str) -> None:
    text = text_of(read(client, f"/{language}/states/FRA/sheet.pdf")).replace(" ", "")
    catalogue = queries.catalogue()
    assert catalogue.states["FRA"].name(language) in text
    for code in ("TIP", "UNTOC", "CRC"):
        assert catalogue.instruments[code].name(language).replace(" ", "") in text


def test_arabic_letters_are_on_the_page_and_days_stay_in_order(client: Client) -> None:
    text = text_of(read(client, "/ar/states/FRA/sheet.pdf"))
    assert len(re.findall("[\u0600-\u06ff]", text)) > 500
    assert "2003-12-25" in text
    assert "�" not in text


def test_only_the_shipped_letters_are_used(client: Client) -> None:
    shipped = {path.stem for path in compiler.FONTS.glob("*.ttf")}
    for language in ("en", "ar", "zh"):
        page: Any = read(client, f"/{language}/instruments/TIP/sheet.pdf").pages[0]
        fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
        assert fonts
        assert {font.partition("+")[2].partition("-Identity")[0] for font in fonts} <= shipped


def test_a_state_sheet_says_who_when_and_from_where(client: Client) -> None:
    reader = read(client, "/en/states/FRA/sheet.pdf?on=2026-02-01")
    text = text_of(reader)
    for part in ("FRA · FR", "M49", "Western European and other States", "As of 2026-02-01", "Made on 2026-03-01"):
        assert part in text
    assert "http://testserver/en/states/FRA/?on=2026-02-01" in text.replace(" ?", "?")
    assert "This does not mean that a State is not a party." in text
    assert "Source: United Nations and other depositaries" in text
    assert "fedlex-2006-864-20250410 2025-04-10" in text
    assert "The source contradicts itself; to be verified." in text
    for place, page in enumerate(reader.pages, start=1):
        assert f"{place} / {len(reader.pages)}" in page.extract_text()


def test_a_state_sheet_gives_the_answer_of_the_ledger() -> None:
    ledger = queries.of_state("FRA")
    statuses = {ledger.catalogue.instruments[held.instrument].name(): held for held in ledger.statuses("FRA", TODAY)}
    facts = state_facts("FRA")
    rows = [row for family in facts["table"]["families"] for row in family["rows"]]
    assert sorted(row["name"] for row in rows) == sorted(statuses)
    for row in rows:
        held = statuses[row["name"]]
        assert row["status"]["code"] == held.code.value
        assert row["status"]["word"] == labels.STATUS[held.code]
        assert row["days"][0] == labels.day(held.since)
        assert row["days"][3] == labels.day(held.as_of)
    assert {one["code"]: one["count"] for one in facts["counts"]} == {
        code.value: sum(held.code is code for held in statuses.values()) for code in Code
    }


def test_what_is_missing_is_what_the_ledger_calls_a_gap(client: Client) -> None:
    ledger = queries.of_state("IRN")
    gaps = [ledger.catalogue.instruments[held.instrument].name() for held in ledger.gaps("IRN", TODAY)]
    missing = state_facts("IRN")["missing"]
    assert [row["name"] for row in missing["rows"]] == gaps
    assert "Trafficking in Persons Protocol" in gaps
    assert "not known to be a party" in text_of(read(client, "/en/states/IRN/sheet.pdf"))


def test_an_instrument_sheet_lists_the_parties_in_the_order_in_which_they_joined(client: Client) -> None:
    ledger = queries.of_instrument("TIP")
    parties = ledger.parties("TIP", TODAY)
    rows = instrument_facts("TIP")["parties"]["rows"]
    assert [row["name"] for row in rows] == [ledger.catalogue.states[held.state].name() for held in parties]
    dated = [row["days"][1] for row in rows]
    assert dated == sorted(dated)
    text = text_of(read(client, "/en/instruments/TIP/sheet.pdf"))
    assert f"{len(parties)} {rows[-1]['name']} In force" in text
    assert f"{len(parties)} Parties" in text
    assert "vol. 2237, No. 39574" in text
    assert "90 days after the deposit of consent to be bound number 40" in text


def test_who_is_left_is_everybody_in_a_group_who_is_no_party() -> None:
    ledger = queries.of_instrument("TIP")
    left = instrument_facts("TIP")["left"]["rows"]
    shown = {name for row in left for one in row["left"] for name in one["names"]}
    states = ledger.catalogue.states
    standings = [held for held in ledger.standings("TIP", TODAY) if states[held.state].standing != "other"]
    expected = {states[held.state].name() for held in standings if held.code not in PARTY}
    assert shown == expected
    assert sum(row["parties"] for row in left) + len(shown) == sum(row["total"] for row in left)


def test_beyond_the_data_a_status_is_as_last_known_and_within_them_it_is_not(client: Client) -> None:
    sentence = "As last known on 2025-04-10"
    for sheet in SHEETS:
        assert sentence in text_of(read(client, f"/en/{sheet}/sheet.pdf"))
        assert sentence not in text_of(read(client, f"/en/{sheet}/sheet.pdf?on=2020-01-01"))


def test_what_holds_for_every_party_is_said_once_and_what_does_not_in_its_row() -> None:
    facts = instrument_facts("TIP")["parties"]
    assert "2025-04-10" in facts["lead"]
    assert not any("As last known" in row["status"]["note"] for row in facts["rows"])
    partial = instrument_facts("ACTIP-2015")["parties"]
    assert all(row["status"]["note"] for row in partial["rows"]), "the source gives no day of entry into force"


def test_an_instrument_without_data_says_so_and_counts_nobody(client: Client) -> None:
    reader = read(client, "/en/instruments/ILO-C190/sheet.pdf")
    text = text_of(reader)
    assert "There are no status data for this instrument yet" in text
    assert "Parties in the order" not in text
    assert "Who is left" not in text
    assert re.search(r"– Parties", text)


def test_a_day_before_the_first_party_draws_no_curve(client: Client) -> None:
    assert instrument_facts("TIP", date(1999, 1, 1))["curve"] is None
    assert "No party on this day." in text_of(read(client, "/en/instruments/TIP/sheet.pdf?on=1999-01-01"))


def test_the_curve_is_drawn_and_described() -> None:
    facts = instrument_facts("TIP")
    assert "184 at the end" in facts["curve"]["alt"]
    assert facts["curve"]["alt"] in alternatives(made("instrument", facts).trailer["/Root"])


def alternatives(root: Any) -> set[str]:
    """What stands in place of each picture, from the tree of tags."""
    found, waiting = set(), [root["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            found |= {str(node["/Alt"])} if "/Alt" in node else set()
            waiting.extend([node["/K"]] if "/K" in node else [])
    return found


def hostile(value: Any, key: str = "") -> Any:
    """Every word of some facts replaced by an attempt to be read as Typst."""
    if isinstance(value, str):
        return value if key in ("lang", "code", "path", "beyond") else HOSTILE
    if isinstance(value, dict):
        return {name: hostile(held, name) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [hostile(held, key) for held in value]
    return value


@pytest.mark.parametrize("template", ["state", "instrument"])
def test_nothing_in_the_facts_is_read_as_the_language_of_the_sheet(template: str) -> None:
    facts = state_facts("FRA") if template == "state" else instrument_facts("ACTIP-2015")
    reader = made(template, hostile(facts))
    squeezed = text_of(reader).replace(" ", "")
    assert squeezed.count(HOSTILE.replace(" ", "")) > 5
    assert "letfacts" not in squeezed, "no file of ours was read into the sheet"
    assert reader.metadata is not None
    assert reader.metadata.title == HOSTILE


def test_a_letter_that_no_font_has_costs_the_claim_but_not_the_sheet() -> None:
    reader = made("state", {**state_facts("FRA"), "name": "हिन्दी 😀"})
    root: Any = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" not in root["/Metadata"].get_data()


def test_what_a_pdf_may_not_hold_is_left_out() -> None:
    reader = made("state", {**state_facts("FRA"), "name": "Fr\x00an\x07ce\ud800", "title": "F\x00R"})
    assert "France" in text_of(reader)
    assert reader.metadata is not None
    assert reader.metadata.title == "FR"


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(
    ("day", "message"),
    [("2026-02-30", "is not a day of the calendar"), ("2999-01-01", "lies in the future"), ("1800-01-01", "before")],
)
def test_a_bad_day_gets_a_page_that_helps(client: Client, sheet: str, day: str, message: str) -> None:
    response = client.get(f"/en/{sheet}/sheet.pdf?on={day}")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/html")
    assert message in response.content.decode()


def test_an_unknown_name_gets_the_nearest(client: Client) -> None:
    response = client.get("/en/states/Frence/sheet.pdf")
    assert response.status_code == 404
    assert "France" in response.content.decode()


def test_a_sheet_is_not_sent_again_to_who_has_it(client: Client) -> None:
    first = client.get("/en/states/FRA/sheet.pdf")
    assert first["Content-Disposition"] == 'inline; filename="palermo-FRA-2026-03-01-en.pdf"'
    assert client.get("/en/states/FRA/sheet.pdf").content == first.content
    compiler._kept.clear()
    again = client.get("/en/states/FRA/sheet.pdf", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert not compiler._kept, "nothing had to be made to say so"
    others = ["/fr/states/FRA/sheet.pdf", "/en/states/DEU/sheet.pdf", "/en/states/FRA/sheet.pdf?on=2020-01-01"]
    marks = {client.get(address)["ETag"] for address in others}
    assert len(marks | {first["ETag"]}) == 4


def test_a_sheet_made_twice_is_the_same_to_the_byte() -> None:
    facts = instrument_facts("ACTIP-2015")
    first = compiler.pdf("instrument", facts, TODAY)
    compiler._kept.clear()
    assert compiler.pdf("instrument", facts, TODAY) == first


def test_few_sheets_are_kept() -> None:
    compiler._kept.update((str(number), b"") for number in range(compiler.KEPT))
    made("instrument", instrument_facts("ILO-C190"))
    assert len(compiler._kept) == compiler.KEPT


def test_many_at_once_wait_in_a_short_line_and_the_rest_are_asked_to_come_again(client: Client) -> None:
    with ExitStack() as line:
        for _place in range(compiler.QUEUE):
            line.enter_context(compiler._places)
        response = client.get("/en/states/FRA/sheet.pdf")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "ETag" not in response
    assert "Ask for it again" in response.content.decode()
    assert client.get("/en/states/FRA/sheet.pdf").status_code == 200


def test_sheets_that_wait_leave_threads_for_pages() -> None:
    assert compiler.QUEUE <= pages.THREADS // 2


def test_two_who_ask_at_once_get_the_same_sheet() -> None:
    facts = state_facts("FRA")
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _number: compiler.pdf("state", facts, TODAY), range(2))
    assert first is second


def test_a_sheet_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "LIMIT", 0.001)
    with pytest.raises(compiler.Busy, match="within"):
        compiler.pdf("state", state_facts("FRA"), TODAY)


def test_a_template_that_is_wrong_says_where() -> None:
    facts = state_facts("FRA")
    del facts["table"]
    with pytest.raises(RuntimeError, match=r"state\.typ"):
        compiler.pdf("state", facts, TODAY)


def test_the_pages_lead_to_their_sheets_with_the_chosen_day(client: Client) -> None:
    for sheet in SHEETS:
        assert f'href="/en/{sheet}/sheet.pdf"' in client.get(f"/en/{sheet}/").content.decode()
        chosen = client.get(f"/en/{sheet}/?on=2020-01-01").content.decode()
        assert f'href="/en/{sheet}/sheet.pdf?on=2020-01-01"' in chosen
