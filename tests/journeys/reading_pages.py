"""What a page of HTML holds, as a reader, a browser and a search engine take it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
SHAPES = frozenset(("use", "path", "line", "circle", "rect"))  # of SVG, written <use …/>
SAID = ("aria-label", "title", "placeholder", "alt", "data-label", "data-label-light", "data-label-dark")
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("use", "href"), ("form", "action")}
FIGURES = frozenset(("table", "svg"))
INLINE = re.compile(r"style|on\w+|hx-on.*|hx-vals|srcdoc")
AWAY = re.compile(r"https?:|//")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class Sheet:
    """One page: `texts` are the words in the page's own language, `figures` those of them in tables, maps and marks.

    `links` lead to other pages, `away` to other hosts, `loaded` is fetched with the page; `no_act` are the elements
    that say that no act is recorded, where they do not explain the mark.
    """

    lang: str = ""
    direction: str = ""
    h1: int = 0
    as_of: bool = False
    source: bool = False
    links: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    inline: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    no_act: list[str] = field(default_factory=list)


@dataclass
class _Open:
    tag: str
    foreign: bool
    figure: bool
    source: bool
    explains: bool


NOTHING = _Open("", foreign=False, figure=False, source=False, explains=False)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        self.open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        over = self.open[-1] if self.open else NOTHING
        if tag == "html":
            self.sheet.lang, self.sheet.direction = given.get("lang", ""), given.get("dir", "")
        here = _Open(
            tag,
            foreign=over.foreign or given.get("lang", self.sheet.lang) != self.sheet.lang,
            figure=over.figure or tag in FIGURES or "status" in given.get("class", "").split(),
            source=over.source or "source-line" in given.get("class", "").split(),
            explains=over.explains or tag == "dl",
        )
        self._note(tag, given, here)
        if tag not in VOID and tag not in SHAPES:
            self.open.append(here)

    def _note(self, tag: str, given: dict[str, str], here: _Open) -> None:
        held = self.sheet
        held.h1 += tag == "h1"
        held.ids |= {given["id"]} if "id" in given else set()
        held.as_of |= given.get("id") == "on" and bool(DAY.fullmatch(given.get("value", "")))
        held.inline += [f"{tag} {name}" for name in given if INLINE.fullmatch(name)]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            held.inline.append(tag)
        if tag == "a" and "href" in given:
            (held.away if AWAY.match(given["href"]) else held.links).append(given["href"])
        held.loaded += [given[name] for name in given if (tag, name) in LOADED]
        if "status-no-act" in given.get("class", "").split() and tag != "li" and not here.explains:
            held.no_act.append(tag)
        for name in SAID:
            if given.get(name) and not here.foreign:
                self._say(given[name], here)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID and tag not in SHAPES:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text or not self.open or self.open[-1].tag in ("script", "style"):
            return
        here = self.open[-1]
        self.sheet.source |= here.source
        self.sheet.as_of |= here.source and bool(DAY.search(text))
        if not here.foreign:
            self._say(text, here)

    def _say(self, text: str, here: _Open) -> None:
        self.sheet.texts.append(text)
        if here.figure:
            self.sheet.figures.append(text)


def read(text: str) -> Sheet:
    """The page that this HTML makes."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.sheet
