"""Every term of the method has words, in six languages, without a hole left in any sentence."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from palermo.reference import SHIPPED, STANDINGS, Act, ActKind, Catalogue, Clause, Delay, Reach, acts, load
from palermo.reference.acts import FLAGS
from palermo.reference.instruments import RULES
from palermo.treaties import ENDED, ENTERED, Code, Ledger
from palermo.treaties import findings as findings_of
from palermo.web.treaties import labels, models
from palermo.web.treaties.views import corrections
from tests.spec.invented import act, day, instrument, ledger

LANGUAGES = [code for code, _ in settings.LANGUAGES]
HOLE = re.compile(r"%[(sd]|[{}]")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> list[Act]:
    return list(acts(catalogue, SHIPPED))


def finding_codes() -> set[str]:
    """The codes that the method can find, read from its own text, so that a new one is noticed here."""
    source = inspect.getsource(sys.modules[findings_of.__module__])
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        node.args[0].value
        for node in calls
        if isinstance(node.func, ast.Name) and node.func.id == "Finding" and isinstance(node.args[0], ast.Constant)
    }


TERMS: list[tuple[str, Mapping[object, object], set[object]]] = [
    ("status", labels.STATUS, set(Code)),
    ("meaning", labels.MEANING, set(Code)),
    ("kind", labels.KIND, set(ActKind)),
    ("what", labels.WHAT, {*(kind.value for kind in ActKind), ENTERED, ENDED}),
    ("flag", labels.FLAG, set(FLAGS)),
    ("finding", labels.FINDING, set(finding_codes())),
    ("scope", labels.SCOPE, {"all", "members", "listed"}),
    ("standing", labels.STANDING, set(STANDINGS)),
    ("correction", corrections.STATUS_LABELS, set(models.Correction.State)),
    ("mark of a correction", corrections.STATUS, set(models.Correction.State)),
    ("change", corrections.CHANGES, set(models.Correction.Change)),
]


@pytest.mark.parametrize(("name", "held", "terms"), TERMS, ids=[name for name, _, _ in TERMS])
def test_every_term_has_words_and_no_words_are_left_over(
    name: str, held: Mapping[object, object], terms: set[object]
) -> None:
    assert set(held) == terms
    assert len(terms) > 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("held", [labels.STATUS, labels.KIND], ids=["status", "kind"])
def test_two_terms_are_never_called_alike(language: str, held: Mapping[object, object]) -> None:
    with override(language):
        said = [str(text) for text in held.values()]
    assert len(set(said)) == len(said)


def test_every_scope_that_is_named_is_one_that_a_reach_can_have() -> None:
    assert {Reach(scope, date(2020, 1, 1)).scope for scope in labels.SCOPE} == set(labels.SCOPE)


def test_every_condition_of_a_shipped_instrument_has_words(catalogue: Catalogue) -> None:
    named = {held.clause.condition for held in catalogue.instruments.values()} - {""}
    unsaid = {text for text in named if text not in labels.CONDITION and not re.fullmatch(r"coe_\d+", text)}
    assert unsaid == set()


def test_every_place_of_adoption_can_be_translated(catalogue: Catalogue) -> None:
    assert {held.place for held in catalogue.instruments.values()} - {""} <= set(labels.PLACES)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code not in ("en", "fr", "es")])
def test_places_in_other_scripts_are_translated(language: str) -> None:
    with override(language):
        assert [place for place in labels.PLACES if gettext(place) == place] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_every_shipped_instrument_are_whole_sentences(language: str, catalogue: Catalogue) -> None:
    with override(language):
        said = {code: labels.rules(held.clause) for code, held in catalogue.instruments.items()}
    for code, sentences in said.items():
        for sentence in sentences:
            assert not HOLE.search(sentence), f"{code}: {sentence}"
            assert sentence[-1] in ".。", f"{code}: {sentence}"
    assert sum(map(bool, said.values())) > 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_its_number_for_any_number(language: str, rule: str) -> None:
    for count in (1, 2, 3, 5, 11, 21, 90, 101):
        with override(language):
            said = labels.delay(Delay(rule, count))
        assert said
        assert not HOLE.search(said)
        assert (str(count) in said) or rule == "same_day" or count <= 2, said


def test_each_part_of_a_clause_is_a_sentence_of_its_own() -> None:
    whole = Clause(
        state=Delay("days", 30),
        threshold=40,
        general=Delay("days", 90),
        condition="coe_8",
        notice=Delay("months", 12),
    )
    assert labels.rules(whole) == [
        "The instrument itself: 90 days after the deposit of consent to be bound number 40.",
        "Among them at least 8 member States of the Council of Europe.",
        "A State that joins later: 30 days after the deposit of its consent.",
        "A denunciation takes effect: 12 months after its receipt.",
    ]
    assert labels.rules(Clause(None)) == []
    assert labels.rules(replace(whole, general=None, condition="", state=None, notice=None)) == []


# --- Notes ---------------------------------------------------------------------------------------------------------


def test_every_note_in_the_shipped_acts_can_be_said_in_the_language_of_the_page(shipped: list[Act]) -> None:
    unsaid = {act.note for act in shipped if act.note and not labels.note(act.note)[1]}
    assert unsaid == set()


def test_no_kind_of_note_is_kept_that_no_shipped_act_carries(shipped: list[Act]) -> None:
    notes = {act.note for act in shipped}
    idle = [pattern for pattern in labels.NOTES if not any(re.fullmatch(pattern, note) for note in notes)]
    assert idle == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_keeps_its_figures(language: str) -> None:
    with override(language):
        text, said = labels.note("specified minimum age: 15")
    assert said
    assert "15" in text
    assert not HOLE.search(text)


@pytest.mark.parametrize("text", ["", "an operator's own note", "specified minimum age: fifteen", "100 % sure"])
def test_a_note_that_nobody_knows_stays_as_it_stands(text: str) -> None:
    assert labels.note(text) == (text, False)


# --- Cautions ------------------------------------------------------------------------------------------------------

NEAR = (Reach("all", date(2014, 1, 27)),)
CAUTIONS = {
    "sure": (ledger(act("KET accession 2005-01-01")), "2010-01-01", ""),
    "beyond the data": (
        ledger(act("KET accession 2005-01-01"), of=(instrument(reaches=NEAR),)),
        "2020-01-01",
        "As last known on 2014-01-27.",
    ),
    "no act beyond the data": (ledger(of=(instrument(reaches=NEAR),)), "2020-01-01", ""),
    "a year only": (
        ledger(act("KET accession 2005")),
        "2005-06-01",
        "May already be “In force”, at the latest from 2006-01-30: the source gives no exact day.",
    ),
    "no day of effect": (
        ledger(act("KET accession 2005-01-01"), of=(instrument(rule=None),)),
        "2010-01-01",
        "The source gives no day of entry into force.",
    ),
    "contradictory": (
        ledger(act("KET accession 2005-01-01", flags=("verify",))),
        "2010-01-01",
        "The source contradicts itself; to be verified.",
    ),
    "from memory, and beyond": (
        ledger(
            act("KET accession 2005-01-01"),
            act("KET denunciation 2008-01-01", flags=("unverified",)),
            of=(instrument(reaches=NEAR),),
        ),
        "2020-01-01",
        "From general knowledge; not verified. As last known on 2014-01-27.",
    ),
}


@pytest.mark.parametrize("case", CAUTIONS)
def test_what_a_reader_must_know_before_relying_on_a_status(case: str) -> None:
    held, on, expected = CAUTIONS[case]
    assert labels.caution(held.status("PACT", "KET", day(on))) == expected


def test_a_finding_without_an_expectation_has_no_hole() -> None:
    for text in map(str, labels.FINDING.values()):
        assert not HOLE.search(text % {"expected": "2000-01-01"})


def test_what_the_shipped_acts_contradict_has_words(shipped: list[Act], catalogue: Catalogue) -> None:
    assert {held.code for held in findings_of(Ledger(catalogue, shipped))} <= set(labels.FINDING)
