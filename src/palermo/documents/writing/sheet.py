"""One self-contained page: no script, no address to load from, and a rule that forbids both."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from palermo.documents.writing.markup import Markup, element, joined, text
from palermo.documents.writing.vocabulary import words

RIGHT_TO_LEFT = frozenset({"ar"})


def sheet(title: str, language: str, body: Markup) -> str:
    """A page in a language, with the style of the house. The browser is told to run and to load nothing."""
    style, rule = _style()
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    head = joined(
        (
            Markup('<meta charset="utf-8">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{text(rule)}">'),
            Markup('<meta name="referrer" content="no-referrer">'),
            element("title", title),
            element("style", style),
        ),
        Markup("\n"),
    )
    skip = element("a", words(language)["skip"], class_="skip", href="#text")
    page = element("html", element("head", head), element("body", skip, body), lang=language, dir=direction)
    return f"<!DOCTYPE html>\n{page}\n"


@cache
def _style() -> tuple[Markup, str]:
    """The style, and the rule that lets this style in and nothing else."""
    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8").strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    rule = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return Markup(style), rule
