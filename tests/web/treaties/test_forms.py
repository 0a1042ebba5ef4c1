"""The form of a correction: each field, what it takes, what it refuses, and in whose language it says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.utils.translation import override

from palermo.reference import ActKind, Catalogue, load
from palermo.web.audit import clock
from palermo.web.treaties.forms import Decision, ProposedCorrection
from tests.web.conftest import TODAY
from tests.web.treaties.invented import act

HELD = act("TIP FRA ratification 2002-10-29")
OBJECTION = act("ROME FRA objection 2003-05-05", towards="DEU")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.held(TODAY):
        yield


def form(catalogue: Catalogue, language: str = "en", **changes: Any) -> ProposedCorrection:
    values = {
        "change": "replace", "act": HELD.id, "instrument": "TIP", "kind": "ratification", "date": "2002-10-30",
        "source_title": "Notification", "source_as_of": "2026-02-01", "explanation": "One day too early.", **changes,
    }  # fmt: skip
    return ProposedCorrection(
        values, catalogue=catalogue, state=catalogue.states["FRA"], acts=(HELD, OBJECTION), language=language
    )


# what is typed into one field × the fields at fault; none where it is taken
TYPED: list[tuple[dict[str, str], set[str]]] = [
    ({}, set()),
    ({"change": ""}, {"change"}),
    ({"change": "replace", "act": ""}, {"act"}),
    ({"change": "erase"}, {"change"}),
    ({"act": "TIP.DEU.ratification.2006-06-14"}, {"act"}),
    ({"act": "' OR 1=1 --"}, {"act"}),
    ({"change": "strike", "date": "", "kind": ""}, set()),
    ({"change": "strike", "act": "", "date": "", "kind": ""}, {"act"}),
    ({"change": "add", "act": ""}, set()),
    ({"change": "add", "act": "", "kind": ""}, {"kind"}),
    ({"change": "add", "act": "", "date": ""}, {"date"}),
    ({"change": "add", "act": "", "date": "", "effect": "2027"}, set()),
    ({"instrument": "GONE"}, {"instrument"}),
    ({"instrument": ""}, set()),  # the entry's own
    ({"change": "strike", "instrument": "", "date": "", "kind": ""}, set()),
    ({"change": "add", "act": "", "instrument": ""}, {"instrument"}),
    ({"change": "add", "act": "", "instrument": "GONE"}, {"instrument"}),
    ({"kind": "struck"}, {"kind"}),
    ({"kind": "consent"}, {"kind"}),
    ({"kind": "withdrawal"}, {"kind"}),
    ({"date": "2002"}, set()),
    ({"date": " 2002-10 "}, set()),
    ({"date": "2002-13"}, {"date"}),
    ({"date": "2002-10-30T00:00"}, {"date"}),
    ({"date": "٢٠٠٢-١٠-٣٠"}, {"date"}),
    ({"date": "2026"}, set()),
    ({"date": "2026-03-01"}, set()),
    ({"date": "2026-03-02"}, {"date"}),
    ({"date": "0000"}, {"date"}),
    ({"effect": "2030-01-01"}, set()),
    ({"effect": "2030-02-30"}, {"effect"}),
    ({"effect": "when ratified"}, {"effect"}),
    ({"date": "1899"}, {"date"}),
    ({"date": "2000-11-14"}, {"date"}),  # the day before the Protocol was adopted
    ({"date": "2000-11-15"}, set()),
    ({"date": "2000"}, set()),  # may be the day of the adoption or later
    ({"date": "2000-11-14", "instrument": "CRC"}, {"date"}),  # what replaces an entry stays under its instrument
    ({"change": "add", "act": "", "date": "1999-05-05", "instrument": "CRC"}, set()),
    ({"change": "add", "act": "", "date": "1989-11-19", "instrument": "CRC"}, {"date"}),
    ({"change": "strike", "date": "1899", "kind": ""}, set()),  # nobody reads it
    ({"effect": "1899"}, {"effect"}),
    ({"effect": "2002-10-29"}, {"effect"}),  # the day before the act
    ({"effect": "2002-10-30"}, set()),
    ({"effect": "2002-10"}, set()),  # may be the day of the act or later
    ({"effect": "2002-09"}, {"effect"}),
    ({"effect": "2001-01-01", "kind": "succession"}, set()),  # back to the day of independence
    ({"effect": "1999-01-01", "kind": "succession"}, {"effect"}),  # and not further than the instrument
    ({"effect": "2001-01-01", "kind": ""}, {"kind"}),
    ({"effect": "2001-01-01", "date": ""}, set()),
    ({"articles": "5; 6 (a)"}, set()),
    ({"articles": "5;" * 201}, {"articles"}),
    ({"note": "n" * 501}, {"note"}),
    ({"source_title": "   "}, {"source_title"}),
    ({"source_title": "t" * 301}, {"source_title"}),
    ({"source_address": "treaties.example.org/1"}, set()),
    ({"source_address": "javascript:alert(1)"}, {"source_address"}),
    ({"source_address": "https://example.org/" + "a" * 300}, {"source_address"}),
    ({"source_as_of": ""}, {"source_as_of"}),
    ({"source_as_of": "2026-02"}, {"source_as_of"}),
    ({"source_as_of": "2026-03-02"}, {"source_as_of"}),
    ({"source_as_of": "1899-12-31"}, {"source_as_of"}),
    ({"source_as_of": "1926-09-24"}, {"source_as_of"}),  # the day before the first instrument was adopted
    ({"source_as_of": "1926-09-25"}, set()),
    ({"explanation": ""}, {"explanation"}),
    ({"explanation": "e" * 2001}, {"explanation"}),
]


@pytest.mark.parametrize(("typed", "wrong"), TYPED, ids=[str(typed)[:60] for typed, _ in TYPED])
def test_each_field_takes_what_can_be_and_names_what_cannot(
    catalogue: Catalogue, typed: dict[str, str], wrong: set[str]
) -> None:
    assert set(form(catalogue, **typed).errors) == wrong


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES if code != "en"])
def test_every_refusal_speaks_the_language_of_the_page(catalogue: Catalogue, language: str) -> None:
    def said(code: str) -> list[str]:
        with override(code):
            found = [
                form(catalogue, **typed).errors
                for typed in (
                    {"date": "soon"}, {"date": "2027"}, {"effect": "soon"}, {"source_as_of": "2026"}, {"act": ""},
                    {"date": "", "kind": ""}, {"source_title": ""}, {"date": "1899"}, {"effect": "2001"},
                    {"source_as_of": "1899-12-31"}, {"change": "add", "instrument": ""},
                )
            ]  # fmt: skip
            return [str(text) for errors in found for texts in errors.values() for text in texts]

    assert len(said(language)) == len(said("en")) == 12
    assert set(said(language)).isdisjoint(said("en"))


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES if code != "en"])
def test_every_field_is_labelled_in_the_language_of_the_page(catalogue: Catalogue, language: str) -> None:
    def labels(code: str) -> list[str]:
        with override(code):
            return [
                str(text) for held in form(catalogue).fields.values() for text in (held.label, held.help_text) if text
            ]

    same = set(labels("en")) & set(labels(language))
    assert same <= {"Source", "Note", "Articles", "Instrument"}  # the same word in French


def test_a_correction_of_an_entry_stays_under_its_instrument(catalogue: Catalogue) -> None:
    asked = form(catalogue, instrument="ROME")
    assert asked.is_valid()
    held = asked.correction()
    assert (held.instrument, held.act, held.state) == ("TIP", HELD.id, "FRA")


def test_an_addition_replaces_nothing_whatever_was_chosen(catalogue: Catalogue) -> None:
    asked = form(catalogue, change="add", instrument="ROME")
    assert asked.is_valid()
    held = asked.correction()
    assert (held.instrument, held.act, held.source_as_of) == ("ROME", "", date(2026, 2, 1))


def test_entries_are_offered_by_instrument_kind_and_day_in_the_language_of_the_page(catalogue: Catalogue) -> None:
    with override("fr"):
        offered = dict(form(catalogue, language="fr").fields["act"].choices)  # type: ignore[attr-defined]
    assert set(offered) == {"", HELD.id, OBJECTION.id}
    assert offered[HELD.id].startswith(catalogue.instruments["TIP"].name("fr"))
    assert offered[HELD.id].endswith("2002-10-29")


def test_every_kind_of_act_but_those_of_the_register_itself_can_be_proposed(catalogue: Catalogue) -> None:
    offered = {value for value, _ in form(catalogue).fields["kind"].choices}  # type: ignore[attr-defined]
    assert offered == {"", *(kind.value for kind in ActKind)} - {"struck", "consent", "withdrawal"}


def test_nothing_is_chosen_before_somebody_chooses(catalogue: Catalogue) -> None:
    asked = ProposedCorrection(catalogue=catalogue, state=catalogue.states["FRA"], acts=(HELD,), language="en")
    for name in ("act", "instrument", "kind"):
        assert asked.fields[name].choices[0] == ("", "–")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"verdict": "accept", "reason": "Checked."}, set()),
        ({"verdict": "refuse", "reason": "No."}, set()),
        ({"verdict": "maybe", "reason": "Hm."}, {"verdict"}),
        ({"reason": "Checked."}, {"verdict"}),
        ({"verdict": "accept", "reason": " "}, {"reason"}),
        ({"verdict": "accept", "reason": "r" * 2001}, {"reason"}),
    ],
)
def test_a_decision_is_yes_or_no_with_a_reason(typed: dict[str, str], wrong: set[str]) -> None:
    assert set(Decision(typed).errors) == wrong
