"""Verbs and their classes, and where acts begin and end."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib.resources import files

import pytest

from palermo.documents.tree import LANGUAGES
from palermo.documents.units import Addressee, Unit
from palermo.documents.units.acts import class_of, strength_of
from palermo.documents.units.clauses import clauses, later_clauses
from palermo.documents.units.openers import opener_in
from palermo.documents.units.patterns import Words
from palermo.documents.units.vocabulary import MOODS, _classes, vocabulary

EN = vocabulary("en")


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("Calls once again upon", ("directive", "encouragement")),
        ("Also strongly urges", ("directive", "encouragement")),
        ("Reiterates its request", ("directive", "duty")),
        ("Reiterates", ("reinforcing", "affirmation")),
        ("Takes note with appreciation", ("evaluative", "affirmation")),
        ("Takes note", ("observing", "affirmation")),
        ("Remains seized", ("deciding", "duty")),
        ("Desirous", ("observing", "affirmation")),
        ("Zigzags", ("deciding", "duty")),
    ],
)
def test_the_longest_verb_in_a_phrase_says_what_it_is(phrase: str, held: tuple[str, str]) -> None:
    assert class_of(phrase, "organ", EN) == held


def test_only_requests_become_considerations() -> None:
    assert strength_of("duty", "directive", "consider lighting it", EN) == "consideration"
    assert strength_of("duty", "directive", "light it", EN) == "duty"
    assert strength_of("duty", "deciding", "consider lighting it", EN) == "duty"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Notes the fog, and urges all States to wait;", ["Notes", "urges"]),
        ("Notes the fog; also urges all States to wait;", ["Notes", "also urges"]),
        ("Notes the fog. It further requests the Office to wait.", ["Notes", "further requests"]),
        (
            "Notes the fog, welcomes the lamps and, in this regard, thanks the keepers;",
            ["Notes", "welcomes", "thanks"],
        ),
        ("Notes that the Committee, which welcomes lamps, met;", ["Notes"]),
        ("Welcomes the Sanctions Committee and the Notes Office;", ["Welcomes"]),
        ("The fog is thick.", []),
    ],
)
def test_acts_of_an_organ(text: str, phrases: list[str]) -> None:
    assert [clause.phrase for clause in clauses(text, "organ", EN)] == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Improve the lamps, maintain the horns, and support the keepers", ["Improve", "maintain", "support"]),
        ("Take steps to light the coast, mend horns and train keepers", ["Take"]),
        ("Develop or strengthen schools", ["Develop"]),
        ("Prevent, investigate and punish wrecking", ["Prevent"]),
    ],
)
def test_measures_go_on_with_an_infinitive_and_part_after_a_comma_and_a_join(text: str, phrases: list[str]) -> None:
    assert [clause.phrase for clause in clauses(text, "measure", EN, phrase=phrases[0])] == phrases


def test_a_clause_ends_before_the_comma_and_the_join() -> None:
    text = "Notes the fog, and therefore urges all States to wait;"
    first, second = clauses(text, "organ", EN)
    assert text[first.start : first.end] == "Notes the fog"
    assert text[second.start : second.rest] == "therefore urges"


@pytest.mark.parametrize("text", ["Today, we pledge to light it.", "The coast is dark. We will light it."])
def test_an_act_inside_a_paragraph_needs_a_subject(text: str) -> None:
    assert len(later_clauses(text, "we", EN)) == 1
    assert later_clauses("Today the coast is dark.", "we", EN) == ()


def test_a_subject_with_a_modal_is_an_act() -> None:
    (clause,) = later_clauses("All flag States should carry lamps.", "we", EN)
    assert (clause.act, clause.strength, clause.phrase) == ("directive", "encouragement", "should")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("States to light it", "light it"),
        ("States parties to the Convention to light it", "light it"),
        ("the Plan of Action to Combat Fog", None),
        ("States, to, as soon as possible, light it", ", as soon as possible, light it"),
    ],
)
def test_what_is_asked_begins_after_to_and_a_verb(text: str, asked: str | None) -> None:
    match = opener_in(text, 0, len(text), EN)
    assert (text[match.start("verb") :].strip() if match else None) in (asked, asked and asked.lstrip(", "))


def test_a_star_is_any_ending_and_a_slot_one_or_several_words() -> None:
    words = Words(spaced=True, slots={"body": "funds|programmes"}, joins=("and",))
    assert words.pattern(["государств*"]).fullmatch("государствам")
    assert words.pattern(["{body*} of the system"]).fullmatch("funds and programmes of the system")
    assert not words.pattern(["lamp"]).search("lamps")
    assert not words.pattern([]).search("anything")


def test_names_keep_their_capitals_and_may_begin_a_sentence() -> None:
    words = Words(spaced=True, slots={})
    assert words.pattern(["States"], names=True).search("it states") is None
    assert words.pattern(["donors"], names=True).search("Donors give")


def test_a_file_that_names_no_act_is_refused() -> None:
    with pytest.raises(ValueError, match="expected an act and a strength, got 'asking' and 'duty'"):
        _classes({"asking": {"duty": ["asks"]}}, "en.toml, organ")


def test_a_language_other_than_the_six_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a language among"):
        vocabulary("de")


def test_values_refuse_what_is_no_kind_and_no_act() -> None:
    with pytest.raises(ValueError, match="expected a kind of addressee"):
        Addressee("keepers")
    with pytest.raises(ValueError, match="expected an act among"):
        Unit("x", "x", 0, 1, "Asks", "asking", "duty", (), "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_tables_of_english(language: str) -> None:
    def tables(name: str) -> dict[str, object]:
        return tomllib.loads(
            (files("palermo.documents.units") / "words" / f"{name}.toml").read_text(encoding="utf-8")
        )

    needed = set(tables("en")) - {"measure", "judging", "spans"}
    assert needed - set(tables(language)) == set()
    assert all(vocabulary(language).classes[mood] for mood in MOODS)


def test_a_unit_has_the_fields_that_others_read() -> None:
    names = [field.name for field in fields(Unit)]
    assert names[:9] == ["id", "within", "start", "end", "phrase", "act", "strength", "addressees", "object"]
