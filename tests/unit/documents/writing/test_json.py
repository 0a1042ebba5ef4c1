"""JSON: its schema fits the values it is made of, and all that it makes."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

import jsonschema_rs
import pytest

from palermo.documents import Document, Footnote, Item, Masthead, Paragraph, Reference, document_of
from palermo.documents.topics import TOPICS, Label
from palermo.documents.tree import LANGUAGES
from palermo.documents.units import ACTS, KINDS, STRENGTHS, Addressee, Due, Unit
from palermo.documents.writing import SCHEMA, Found, as_json, found_in
from tests.documents_texts import HERE
from tests.house.house import ROOT

HELD = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.Draft202012Validator(HELD)
DEFINED = HELD["$defs"]
TEXTS = tuple(path for path in sorted(HERE.glob("*/*.*")) if path.suffix in (".txt", ".jsonl", ".xml"))
UNIT = Unit(
    "u",
    "p",
    0,
    5,
    "Urges",
    "directive",
    "duty",
    (Addressee("states"),),
    "x",
    ("y",),
    (Due("z", date(2031, 1, 2), 9),),
)
LAMPS = Document(
    "lamps", "en", Masthead(adopted=date(2031, 1, 2)), "x", (), (Paragraph("p", "1.", "", "x", heading="a\nb"),),
    (), (Footnote("1", "x"),), (Reference("target", "x"),),
)  # fmt: skip


def names(values: Any) -> set[str]:
    return {field.name for field in fields(values)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_invented_text_fits_the_schema(path: Any) -> None:
    document = document_of(path)
    VALIDATOR.validate({"path": str(path), **as_json(document)})


def test_units_and_topics_fit_the_schema() -> None:
    document = document_of(HERE / "en" / "resolution.txt")
    held = as_json(document, found_in(document))
    assert held["units"]
    assert held["topics"]
    VALIDATOR.validate(held)
    VALIDATOR.validate(as_json(LAMPS, Found((UNIT,), {"p": (Label("data", "x", heading=True),)})))


def test_units_and_topics_are_there_only_when_asked_for() -> None:
    assert {"units", "topics"} & set(as_json(LAMPS)) == set()
    assert {"units", "topics"} & set(as_json(LAMPS, Found((UNIT,)))) == {"units"}
    assert {"units", "topics"} & set(as_json(LAMPS, found_in(LAMPS, units=False))) == {"topics"}


@pytest.mark.parametrize(
    ("key", "value"), [("language", "de"), ("adopted", "yesterday"), ("more", 1), ("operative", [{"kind": "x"}])]
)
def test_what_does_not_fit_is_refused(key: str, value: object) -> None:
    assert VALIDATOR.is_valid(as_json(LAMPS))
    assert not VALIDATOR.is_valid({**as_json(LAMPS), key: value})


def test_nothing_may_be_missing() -> None:
    whole = as_json(LAMPS)
    lacking = [{key: value for key, value in whole.items() if key != gone} for gone in whole]
    assert [VALIDATOR.is_valid(each) for each in lacking] == [False] * len(whole)


def test_the_schema_names_what_the_values_have() -> None:
    assert set(DEFINED["unit"]["required"]) == set(DEFINED["unit"]["properties"]) == names(Unit)
    assert set(DEFINED["item"]["properties"]) == names(Item)
    assert set(DEFINED["paragraph"]["properties"]) == (names(Paragraph) | {"kind"}) - {"heading"}
    assert set(HELD["properties"]["references"]["items"]["properties"]) == names(Reference)
    assert set(HELD["required"]) == (names(Document) | names(Masthead)) - {"masthead"}


def test_the_schema_lists_what_the_values_allow() -> None:
    unit, properties = DEFINED["unit"]["properties"], HELD["properties"]
    assert properties["language"]["enum"] == list(LANGUAGES)
    assert (unit["act"]["enum"], unit["strength"]["enum"]) == (list(ACTS), list(STRENGTHS))
    assert DEFINED["addressees"]["items"]["properties"]["kind"]["enum"] == list(KINDS)
    assert properties["topics"]["items"]["properties"]["topic"]["enum"] == list(TOPICS)


def test_the_schema_in_the_documents_is_the_one_that_ships() -> None:
    assert (ROOT / "docs/reference/documents.schema.json").read_bytes() == SCHEMA.read_bytes()
