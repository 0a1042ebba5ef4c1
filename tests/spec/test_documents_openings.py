"""How paragraphs open in the drafting of the United Nations, in six languages: the phrase ends before its object."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from palermo.documents.grammar import grammar
from palermo.documents.phrases import phrase_in

LIST = Path(__file__).parents[1] / "documents_texts" / "openings.txt"
LINE = re.compile(r"(?P<language>\w\w) (?P<part>\w+) (?P<phrase>.+?) \| (?P<rest>.+)")


def openings() -> list[tuple[str, str, str, str]]:
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [match.group("language", "part", "phrase", "rest") for line in lines if (match := LINE.fullmatch(line))]


def sentence(language: str, phrase: str, rest: str) -> str:
    glued = language == "zh" or rest.startswith(",")
    return f"{phrase}{'' if glued else ' '}{rest},"


@pytest.mark.parametrize(("language", "part", "phrase", "rest"), openings())
def test_the_phrase_ends_before_its_object(language: str, part: str, phrase: str, rest: str) -> None:
    assert phrase_in(sentence(language, phrase, rest), part, grammar(language)) == phrase


def test_every_line_of_the_list_is_read() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    assert len(openings()) == sum(1 for line in lines if line and not line.startswith("#")) > 170


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("part", ["preamble", "operative"])
def test_a_noun_opens_nothing(language: str, part: str) -> None:
    nouns = {"fr": "Les phares", "es": "Los faros", "ru": "маяки", "ar": "المنارات", "zh": "灯塔"}
    assert phrase_in(nouns[language], part, grammar(language)) == ""


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_a_verb_is_a_whole_word(language: str) -> None:
    longer = {"fr": "Notations", "es": "Instaladas", "ru": "просится"}
    assert phrase_in(longer[language], "operative", grammar(language)) == ""


def test_vowel_signs_change_nothing_in_arabic() -> None:
    assert phrase_in("تُحيطُ عِلمًا بالتقرير", "operative", grammar("ar")) == "تُحيطُ عِلمًا"


def test_russian_may_write_yo() -> None:
    assert (
        phrase_in("берёт на себя обязательство помогать", "operative", grammar("ru")) == "берёт на себя обязательство"
    )


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("fr", "Condamne dans les termes les plus énergiques toutes les attaques", "Condamne"),
        ("es", "Condena en los términos más enérgicos todos los ataques", "Condena"),
        ("ru", "осуждает самым решительным образом все нападения", "осуждает"),
        ("en", "Condemns in the strongest terms all attacks", "Condemns"),
        ("en", "Reaffirms its strong commitment to the lighthouses", "Reaffirms"),
        ("fr", "Réitère son appel aux gardiens", "Réitère"),
        ("es", "Reitera su llamamiento a los fareros", "Reitera"),
        ("ru", "подтверждает свою приверженность маякам", "подтверждает"),
    ],
)
def test_the_security_council_sets_the_manner_apart(language: str, text: str, phrase: str) -> None:
    assert phrase_in(text, "operative", grammar(language), short=True) == phrase
    assert len(phrase_in(text, "operative", grammar(language))) > len(phrase)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reiterating its grave concern"),
        ("fr", "Exprimant sa vive préoccupation"),
        ("es", "Expresando su profunda preocupación"),
        ("ru", "выражая свою глубокую озабоченность"),
    ],
)
def test_the_security_council_keeps_its_concern(language: str, text: str) -> None:
    assert phrase_in(f"{text},", "preamble", grammar(language), short=True) == text


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_sessions_from_one_to_a_hundred_have_a_word(language: str) -> None:
    assert set(range(1, 101)) <= {number for _, number in grammar(language).ordinals}


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("fr", "soixante-dix-huitième", 78), ("fr", "vingt et unième", 21), ("fr", "quatre-vingt-onzième", 91),
        ("es", "septuagésimo octavo", 78), ("es", "vigesimoprimer", 21), ("es", "undécimo", 11),
        ("ru", "семьдесят восьмой", 78), ("ru", "сороковая", 40), ("ru", "двадцать третья", 23),
        ("ar", "الثامنة والسبعون", 78), ("ar", "الحادية عشرة", 11), ("ar", "الثالثة والتسعين", 93),
        ("zh", "第七十八", 78), ("zh", "第二十", 20), ("zh", "第十一", 11),
    ],
)  # fmt: skip
def test_a_session_in_words_is_its_number(language: str, word: str, number: int) -> None:
    assert dict(grammar(language).ordinals)[word] == number
