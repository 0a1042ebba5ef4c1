"""Every page of the demonstration in six languages: complete, honest, translated, whole, and from nowhere else."""

from __future__ import annotations

import re
import urllib.parse
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.journeys.conftest import Demo, Watched
from tests.journeys.crawling import LANGUAGES, Answer, Crawl, crawl, pattern
from tests.journeys.reading_pages import Sheet, read

LOCALE = Path(__file__).parents[2] / "src/palermo/web/locale"
WITHOUT_FACTS = re.compile(r"^/../account/")  # sign-in says nothing of any State
NOT_A_PARTY = {
    "en": "not a party",
    "fr": "pas partie",
    "es": r"(?<!ya )no es parte",  # "ya no": once, and no longer
    "ru": "не является участником",
    "ar": "ليست طرفا",
    "zh": "不是缔约国",
}
PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*\}|\n")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="session")
def crawled(demo: Demo) -> Crawl:
    """The whole demonstration as a stranger finds it, fetched once."""
    return crawl(demo.address)


def few(faults: Iterable[object]) -> list[object]:
    """The first faults: a fault of a template stands on a thousand pages."""
    return list(dict.fromkeys(faults))[:12]


def test_the_crawl_saw_every_state_and_instrument_and_every_language(crawled: Crawl) -> None:
    paths = [address for address in crawled.answers if "?" not in address]
    assert sum(pattern(path) == "/en/states/*/" for path in paths) >= 197
    assert sum(pattern(path) == "/en/instruments/*/" for path in paths) >= 40
    kinds = {
        language: {pattern(held.address)[3:] for held, _ in crawled.pages if held.language == language}
        for language in LANGUAGES
    }
    plain = {language: {kind for kind in found if "?" not in kind} for language, found in kinds.items()}
    assert all(found == plain["en"] for found in plain.values())
    assert len(plain["en"]) >= 12


def test_no_link_is_broken(crawled: Crawl) -> None:
    broken = [
        (held.status, held.address, "on", crawled.links[held.address])
        for held in crawled.answers.values()
        if held.status >= 400
    ]
    assert few(broken) == []


def test_an_address_in_any_language_is_one_in_english_that_answered(crawled: Crawl) -> None:
    plain = {
        address.partition("#")[0]
        for address in crawled.links
        if address[1:3] in LANGUAGES and not re.search(r"\?|\.pdf", address)
    }
    assert few(path for path in plain if f"/en{path[3:]}" not in crawled.answers) == []


def test_every_anchor_is_there(crawled: Crawl) -> None:
    places = {address: held.sheet.ids for address, held in crawled.answers.items() if held.sheet}
    drawn = {
        held.address: set(re.findall(r'id="([^"]+)"', held.body.decode()))
        for held in crawled.answers.values()
        if held.kind == "image/svg+xml"
    }
    known = {**places, **drawn}
    lost = []
    for link, where in crawled.links.items():
        address, _, place = link.partition("#")
        if place and address in known and urllib.parse.unquote(place) not in known[address]:
            lost.append((link, where))
    assert drawn
    assert few(lost) == []


def test_every_page_has_its_day_and_its_source(crawled: Crawl) -> None:
    pages = [(held.address, sheet) for held, sheet in crawled.pages if not WITHOUT_FACTS.match(held.address)]
    assert few(pattern(address) for address, sheet in pages if not sheet.as_of) == []
    assert few(pattern(address) for address, sheet in pages if not sheet.source) == []


def test_every_page_names_its_language_and_direction_and_has_one_heading(crawled: Crawl) -> None:
    wrong = []
    for held, sheet in crawled.pages:
        language = "zh-hans" if held.language == "zh" else held.language
        direction = "rtl" if held.language == "ar" else "ltr"
        if (sheet.lang.lower(), sheet.direction, sheet.h1) != (language, direction, 1):
            wrong.append((pattern(held.address), sheet.lang, sheet.direction, sheet.h1))
    assert few(wrong) == []


def test_no_table_says_that_a_state_is_not_a_party(crawled: Crawl) -> None:
    said = [
        (pattern(held.address), text)
        for held, sheet in crawled.pages
        for text in sheet.figures
        if re.search(NOT_A_PARTY[held.language], text.lower())
    ]
    assert few(said) == []


def test_beyond_the_data_no_mark_says_that_there_was_no_act(crawled: Crawl) -> None:
    today = [(held, sheet) for held, sheet in crawled.pages if "on=" not in held.address]
    assert few(pattern(held.address) for held, sheet in today if sheet.no_act) == []
    earlier = [sheet for held, sheet in crawled.pages if "on=" in held.address]
    assert any(sheet.no_act for sheet in earlier), "where the data do reach, they say so"


def untranslated(language: str) -> set[str]:
    """The English texts, or what stands between their places, that a page in this language must not show."""
    folder = "zh_Hans" if language == "zh" else language
    with (LOCALE / folder / "LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file)
    found = set()
    for message in catalogue:
        ids, strings = (held if isinstance(held, tuple) else (held,) for held in (message.id, message.string))
        if not any(ids) or set(ids) <= set(strings):
            continue
        for text in ids:
            parts = [part.strip(" .,:;()") for part in PLACES.split(text)]
            least = 2 if len(parts) == 1 else 3
            found |= {part for part in parts if len(part.split()) >= least}
    return found


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_text_is_left_in_english(crawled: Crawl, language: str) -> None:
    forbidden = untranslated(language)
    texts = {text: held.address for held, sheet in crawled.pages if held.language == language for text in sheet.texts}
    assert len(forbidden) > 100
    left = {
        (part, pattern(address))
        for text, address in texts.items()
        if re.search("[a-z]{2}", text)
        for part in forbidden
        if re.search(rf"\b{re.escape(part)}\b", text)
    }
    assert few(sorted(left)) == []


def policy(held: Answer) -> str:
    """What the browser is told that the page may do."""
    return held.headers.get("content-security-policy", "")


def test_every_page_is_under_the_strict_policy_and_keeps_to_it(crawled: Crawl) -> None:
    pages = [held for held in crawled.answers.values() if held.sheet]
    strict = ("default-src 'none'", "script-src 'self'", "style-src 'self'")
    assert few(held.address for held in pages if not all(part in policy(held) for part in strict)) == []
    assert few(held.address for held in pages if "unsafe" in policy(held)) == []
    assert few((pattern(held.address), held.sheet.inline) for held in pages if held.sheet and held.sheet.inline) == []


def test_nothing_is_loaded_from_elsewhere_and_links_away_tell_nobody(crawled: Crawl) -> None:
    loaded = {name for held in crawled.answers.values() if held.sheet for name in held.sheet.loaded}
    assert few(name for name in loaded if not name.startswith(("/", "?", "#", "data:")) and name) == []
    assert few(name for name in loaded if name.startswith("//")) == []
    away = {link for held in crawled.answers.values() if held.sheet for link in held.sheet.away}
    assert away
    assert few(link for link in away if not link.startswith("https://")) == []
    assert {held.headers.get("referrer-policy") for held in crawled.answers.values() if held.sheet} == {"same-origin"}


def test_sheets_are_pdf_and_files_are_what_they_say(crawled: Crawl) -> None:
    begins = {
        "application/pdf": b"%PDF-",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"PK",
        "application/json": b"{",
    }
    sheets = [held for held in crawled.answers.values() if held.address.partition("?")[0].endswith(".pdf")]
    assert {held.language for held in sheets} == set(LANGUAGES)
    assert few(held.address for held in sheets if held.kind != "application/pdf") == []
    files = [held for held in crawled.answers.values() if held.kind in begins]
    assert {held.kind for held in files} == set(begins)
    assert few(held.address for held in files if not held.body.startswith(begins[held.kind])) == []


def test_the_feeds_parse_and_lead_back(crawled: Crawl, demo: Demo) -> None:
    feeds = [held for held in crawled.answers.values() if held.kind == "application/atom+xml"]
    assert {held.language for held in feeds} == set(LANGUAGES)
    for held in feeds:
        entries = list(in_feed(held))
        assert entries
        assert all(link.startswith(f"{demo.address}/{held.language}/") for link in entries)


def in_feed(held: Answer) -> Iterator[str]:
    """Where the entries of a feed lead."""
    for entry in ElementTree.fromstring(held.body).iter(f"{ATOM}entry"):
        title, link = entry.find(f"{ATOM}title"), entry.find(f"{ATOM}link")
        assert title is not None
        assert title.text
        assert link is not None
        yield link.attrib["href"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_finds_no_fault_on_any_kind_of_page(
    crawled: Crawl, open_page: Callable[..., Watched], demo: Demo, language: str
) -> None:
    kinds: dict[str, str] = {}
    for held, _ in crawled.pages:
        if held.language == language and held.status < 400 and "&" not in held.address:
            kinds.setdefault(pattern(held.address), held.address)
    assert len(kinds) >= 20
    page = open_page(language).page
    for address in kinds.values():
        page.goto(demo.address + address)
        assert page.title()


def test_the_reader_of_pages_sees_what_the_other_tests_rely_on() -> None:
    sheet = read(
        '<html lang="fr" dir="ltr"><h1>Un</h1><p lang="en">In force</p><input id="on" value="2020-01-01">'
        '<p style="x" onclick="y">Deux <a href="/a#b">c</a></p><a href="https://un.org">d</a>'
        '<table><td class="status-no-act" title="t">pas partie</td></table><dl><b class="status-no-act">e</b></dl>'
        '<svg><use href="/m.svg#A"/><title>Trois</title></svg><style>x</style><script>y</script>'
        '<p class="source-line">S</p></html>'
    )
    assert sheet == Sheet(
        lang="fr",
        direction="ltr",
        h1=1,
        as_of=True,
        source=True,
        links=["/a#b"],
        away=["https://un.org"],
        loaded=["/m.svg#A"],
        ids={"on"},
        inline=["p style", "p onclick", "style", "script"],
        texts=["Un", "Deux", "c", "d", "t", "pas partie", "e", "Trois", "S"],
        figures=["t", "pas partie", "Trois"],
        no_act=["td"],
    )
