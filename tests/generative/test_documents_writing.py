"""Whatever a document holds, what is written of it shows its words as words."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.documents import Document
from palermo.documents.units import Addressee, Unit
from palermo.documents.writing import SCHEMA, Found, as_html, as_json, as_markdown
from palermo.documents.writing.markdown import escaped
from tests.generative.trees import TEXTS, documents
from tests.unit.documents.writing.reading_back import Markdown, Page, texts

VALIDATOR = jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
MARK_UP = st.lists(
    st.sampled_from([*"\\`*_{}[]()<>#+-=.!|~^:&;\"' 1aé", "\n", "\t", "  ", "1.", "&lt;", "<b>", "<!--", "](x)"])
).map("".join)
FEWER = settings(max_examples=25)
MEANT = {
    f"{name}_{side}"
    for name in ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "em")
    for side in ("open", "close")
} | {"inline", "text", "text_special", "html_inline", "html_block"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "bdi", "dl", "div"),
    *("dt", "dd", "main", "section", "span", "em", "ul", "ol", "li", "sup", "b", "footer", "details", "summary"),
}
ATTRIBUTES = {"lang", "dir", "charset", "name", "content", "http-equiv", "class", "href", "id", "role", "aria-label"}


@given(MARK_UP | TEXTS)
def test_a_text_in_markdown_is_the_text(text: str) -> None:
    seen = Markdown(escaped(text))
    assert seen.text == Markdown.shown(text)
    assert seen.kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@st.composite
def noted(draw: st.DrawFn) -> Document:
    """A document some of whose notes say where their marks stand."""
    document = draw(documents())
    parts = [("enacting", document.enacting), *((each.id, each.text) for each in document.paragraphs())]
    notes = []
    for note in document.footnotes:
        within, text = draw(st.sampled_from(parts))
        notes.append(replace(note, within=within, at=draw(st.none() | st.integers(0, len(text)))))
    return replace(document, footnotes=tuple(notes))


@FEWER
@given(documents() | noted())
def test_markdown_loses_nothing_and_means_nothing_else(document: Document) -> None:
    seen = Markdown(as_markdown(document))
    assert [text for text in texts(document) if plain(Markdown.shown(text)) not in plain(seen.text)] == []
    assert seen.kinds <= MEANT
    assert seen.raw <= {"<!-- -->"}


def plain(text: str) -> str:
    """A text without the marks of notes."""
    return re.sub(r"\[\^[\w-]+\]", "", text)


@st.composite
def found(draw: st.DrawFn, document: Document) -> Found:
    """Units anywhere in the texts of a document, and some nowhere."""
    parts = [(paragraph.id, paragraph.text) for paragraph in document.paragraphs()] + [("nowhere", "")]
    units = []
    for at, (within, text) in enumerate(draw(st.lists(st.sampled_from(parts), max_size=4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        who = (Addressee("other", draw(TEXTS)),)
        phrase, what = draw(TEXTS | st.just(text[start:end])), draw(TEXTS)
        units.append(Unit(f"u{at}", within, start, end, phrase, "directive", "duty", who, what))
    return Found(tuple(units), {})


@FEWER
@given(st.data(), documents() | noted())
def test_a_page_loses_nothing_and_runs_nothing(data: st.DataObject, document: Document) -> None:
    held = data.draw(found(document))
    seen = Page(as_html(document, held))
    assert [text for text in (*texts(document), *document.leftover) if Page.shown(text) not in seen.text] == []
    assert seen.open == []
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    assert sum(name.startswith("unit-") for name in seen.ids) == len(held.units or ())
    assert len(seen.ids) == len(set(seen.ids))


@FEWER
@given(noted())
def test_json_fits_its_schema(document: Document) -> None:
    written = json.dumps(as_json(document)).replace("\\ud", "\\u0d")  # a lone half of a pair is no text for it
    assert VALIDATOR.is_valid(json.loads(written))
