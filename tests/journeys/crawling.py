"""Following every link of the demonstration, breadth first, by plain HTTP."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.journeys.reading_pages import Sheet, read

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
EVERY = 10_000
SAMPLE, ASKED, ASKED_TWICE, FILES = 12, 4, 1, 1
DAY = "2012-06-01"  # the data on every instrument reach beyond it, or end before
SEEDS = (
    "",
    f"?on={DAY}",
    f"states/?on={DAY}",
    f"states/KHM/?on={DAY}",
    f"instruments/TIP/?on={DAY}",
    f"instruments/SLAVERY1956/?on={DAY}",
    f"matrix/?on={DAY}",
    "matrix/?family=all",
    "compare/?a=FRA&b=KHM",
    f"compare/?a=BRA&b=ZAF&on={DAY}",
    "changes/?since=2015-01-01",
    f"sources/?on={DAY}",
    "search/?q=republic",
    "search/?q=xyz",
)
AT_ONCE = 2
NOT_FOLLOWED = re.compile(r"/account/(logout|3rdparty)/")


@dataclass(frozen=True)
class Answer:
    """What came for one address: `sheet` where it is HTML, `body` where it is something else."""

    address: str
    status: int
    kind: str
    headers: Mapping[str, str]
    sheet: Sheet | None
    body: bytes

    @property
    def language(self) -> str:
        """The first part of the address, where that is a language."""
        first = self.address.split("/")[1]
        return first if first in LANGUAGES else ""


@dataclass
class Crawl:
    """Everything that was fetched, and every link with the page it stood on."""

    answers: dict[str, Answer] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def pages(self) -> list[tuple[Answer, Sheet]]:
        """The answers that are pages in a language."""
        return [(held, held.sheet) for held in self.answers.values() if held.sheet and held.language]


def pattern(address: str) -> str:
    """The address with its codes and values left out: `/en/states/*?on`."""
    parts = urllib.parse.urlsplit(address)
    path = re.sub(r"/(states|instruments)/[^/]+/", r"/\1/*/", parts.path)
    asked = sorted(
        f"{name}={value}" if name in ("format", "by") else name
        for name, value in urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
    )
    return path + ("?" + "&".join(asked) if asked else "")


def cap(kind: str) -> int:
    """How many addresses of one pattern are fetched: every plain one in English, a sample of all others."""
    if "format=" in kind or kind.endswith(".pdf"):
        return FILES
    if "?" in kind:
        return ASKED_TWICE if "&" in kind else ASKED
    return EVERY if kind.startswith(("/en/", "/static/", "/api/")) else SAMPLE


def fetch(origin: str, address: str) -> Answer:
    """Ask for one address; an answer with an error is an answer."""
    request = urllib.request.Request(origin + address)
    try:
        with urllib.request.urlopen(request, timeout=120) as came:
            status, headers, body = came.status, came.headers, came.read()
    except urllib.error.HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    kind = headers.get_content_type()
    sheet = read(body.decode()) if kind == "text/html" else None
    return Answer(address, status, kind, dict(headers.items()), sheet, b"" if sheet else body)


def crawl(origin: str) -> Crawl:
    """Start at some pages in each language and follow what they lead to, within the caps."""
    held = Crawl()
    wave = [f"/{language}/{seed}" for language in LANGUAGES for seed in SEEDS]
    held.links.update(dict.fromkeys(wave, "/"))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while wave := list(_chosen(held, wave)):
            found: dict[str, str] = {}
            for answer in pool.map(lambda address: fetch(origin, address), wave):
                held.answers[answer.address] = answer
                found.update(dict.fromkeys(_leads(answer), answer.address))
            held.links.update({address: where for address, where in found.items() if address not in held.links})
            wave = sorted({_whole(address) for address in found} - held.answers.keys())
    return held


def _leads(answer: Answer) -> Iterator[str]:
    if answer.sheet is None:
        return
    for link in [*answer.sheet.links, *answer.sheet.loaded]:
        if not link.startswith(("data:", "mailto:", "http:", "https:")):
            address = urllib.parse.urljoin(answer.address, link) if link else answer.address
            if not NOT_FOLLOWED.search(address):
                yield address


def _whole(address: str) -> str:
    return address.partition("#")[0]


def _chosen(held: Crawl, wave: Iterable[str]) -> Iterator[str]:
    """Of each pattern as many as its cap still allows, spread evenly."""
    groups: dict[str, list[str]] = {}
    for address in wave:
        groups.setdefault(pattern(address), []).append(address)
    for kind, found in groups.items():
        left = cap(kind) - held.taken[kind]
        if left > 0:
            picked = found[:: -(-len(found) // left)]
            held.taken[kind] += len(picked)
            yield from picked
