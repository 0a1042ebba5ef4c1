"""What the shipped register promises: it is whole, speaks six languages, and every link leads somewhere."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from palermo import reference
from palermo.documents import Document, Item, Paragraph, parse, read
from palermo.reference import LANGUAGES, register
from palermo.reference.register import Commitment, Link, Register

PLAN, RENEWAL, PROTOCOL = "A/RES/64/293", "A/RES/70/179", "TIP"
SECTIONS = {
    "general": range(1, 12),
    "prevention": range(12, 25),
    "protection": range(25, 43),
    "prosecution": range(43, 50),
    "partnership": range(50, 62),
}
# The Protocol by article: how many paragraphs stand here one by one; the others stand whole, or by their items.
PARAGRAPHS = {1: 3, 6: 6, 7: 2, 8: 6, 9: 5, 10: 3, 11: 6, 14: 2, 15: 4}
# Duties on borders, papers and use of information, and on terms: no measure of the Plan takes them up.
WITHOUT_A_MEASURE = {
    *(f"art_11__para_{number}" for number in range(1, 6)),
    *(f"art_3__item_{letter}" for letter in "bcd"),
    *("art_7__para_2", "art_8__para_3", "art_8__para_4", "art_10__para_3", "art_12", "art_13"),
}
SCRIPTS = {"ru": r"[а-яё]", "ar": r"[\u0621-\u064a]", "zh": r"[\u4e00-\u9fff]"}
STOPS = {language: "。" if language == "zh" else "." for language in LANGUAGES}


@pytest.fixture(scope="module")
def held() -> Register:
    return register.load()


def texts(held: Register, language: str) -> Iterator[tuple[str, str]]:
    """Every summary and every piece of evidence in a language, with where it stands."""
    for each in held.commitments.values():
        yield f"{each.id} summary", each.summary(language)
        if not each.answer.reason:
            yield f"{each.id} evidence", each.evidence(language)


def measures(held: Register) -> dict[int, Commitment]:
    return {int(each.paragraph): each for each in held.of(PLAN) if each.kind == "measure"}


def protocol_parts() -> Iterator[str]:
    """Every identifier the Protocol has here, in its order."""
    for article in range(1, 21):
        if article == 3:
            yield from (f"art_3__item_{letter}" for letter in "abcd")
        elif article == 5:
            yield from ("art_5__para_1", *(f"art_5__para_2__item_{letter}" for letter in "abc"))
        else:
            numbers = range(1, PARAGRAPHS.get(article, 0) + 1)
            yield from [f"art_{article}__para_{number}" for number in numbers] or [f"art_{article}"]


def test_all_measures_of_the_plan_are_there_each_under_its_section(held: Register) -> None:
    found = {number: each.pillar for number, each in measures(held).items()}
    assert found == {number: pillar for pillar, numbers in SECTIONS.items() for number in numbers}
    assert [each.id for each in measures(held).values()] == [f"{PLAN}#annex_1__para_{n}" for n in range(1, 62)]


@pytest.mark.parametrize(("symbol", "count"), [(PLAN, 7), (RENEWAL, 18)])
def test_all_operative_paragraphs_of_both_resolutions_are_there(held: Register, symbol: str, count: int) -> None:
    found = [each.id for each in held.of(symbol) if each.kind == "paragraph"]
    assert found == [f"{symbol}#main__para_{number}" for number in range(1, count + 1)]


def test_every_article_of_the_protocol_is_there_to_its_paragraphs(held: Register) -> None:
    assert [each.id for each in held.of(PROTOCOL)] == [f"{PROTOCOL}#{part}" for part in protocol_parts()]


def test_the_number_as_printed_is_the_one_of_the_id(held: Register) -> None:
    for each in held.commitments.values():
        numbers = re.findall(r"(?:art|para|item)_(\w+?)(?=__|$)", each.id.partition("#")[2])
        assert re.findall(r"\w+", each.paragraph) == numbers, each.id


def test_a_duty_of_the_protocol_is_as_strong_as_its_verb(held: Register) -> None:
    strengths = {"shall": "duty", "shall endeavour": "duty", "shall consider": "consideration"}
    duties = [each for each in held.of(PROTOCOL) if each.kind == "duty"]
    assert {each.id for each in duties if each.strength != strengths[each.discretion]} == set()
    considered = {each.paragraph for each in duties if each.discretion == "shall consider"}
    assert considered == {"6 (3)", "7 (1)", "11 (5)", "11 (6)"}
    assert {each.paragraph for each in duties if each.discretion == "shall endeavour"} == {"6 (5)", "9 (2)"}


def test_only_what_asks_nothing_goes_without_evidence(held: Register) -> None:
    """A clause, an affirmation, a thing recalled, or one that its own adoption fulfilled."""
    silent = {each.id: each for each in held.commitments.values() if each.answer.reason}
    assert {
        key for key, each in silent.items() if (each.kind == "clause") != (each.answer.reason == "clause")
    } == set()
    asking = {key for key, each in silent.items() if each.strength != "affirmation"}
    assert asking == {f"{PLAN}#main__para_1"}
    assert [number for number, each in measures(held).items() if each.answer.reason] == [1, 5, 9, 10, 25]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_summary_is_one_sentence_and_every_text_ends_with_a_stop(held: Register, language: str) -> None:
    for each in held.commitments.values():
        summary = each.summary(language)
        assert summary.count(STOPS[language]) == 1, each.id
        assert summary.endswith(STOPS[language]), each.id
    assert [where for where, text in texts(held, language) if not text.endswith(STOPS[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_and_short(held: Register, language: str) -> None:
    most = 340 if language != "zh" else 120
    assert [where for where, text in texts(held, language) if len(text) > most] == []
    assert [where for where, text in texts(held, language) if re.search(r"’|  |^\s|\s$|[\"«»]", text)] == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_texts_are_in_the_script_of_their_language(held: Register, language: str) -> None:
    for where, text in texts(held, language):
        letters = [letter for letter in text if letter.isalpha()]
        own = re.findall(SCRIPTS[language], text.lower())
        assert len(own) > 0.9 * len(letters), (where, text)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_text_was_left_in_english(held: Register, language: str) -> None:
    english = {text for _, text in texts(held, "en")}
    assert [where for where, text in texts(held, language) if text in english] == []


def test_names_of_documents_and_bodies_are_in_every_script(held: Register) -> None:
    for language, script in SCRIPTS.items():
        names = [each.names[language] for each in held.bodies.values()]
        titles = [each.titles[language] for each in held.documents.values()]
        assert [name for name in (*names, *titles) if not re.search(script, name.lower())] == []


def test_documents_are_dated_and_lead_to_the_united_nations(held: Register) -> None:
    known = {"A/RES/64/293": date(2010, 7, 30), "A/RES/70/179": date(2015, 12, 17), "TIP": date(2000, 11, 15)}
    assert {code: held.documents[code].adopted for code in known} == known
    assert all(each.link.startswith("https://undocs.org/") for each in held.documents.values())
    assert [each.adopted for each in held.documents.values()] == sorted(
        each.adopted for each in held.documents.values()
    )


def test_every_instrument_named_is_in_the_catalogue(held: Register) -> None:
    instruments = reference.load().instruments
    mentions = {mention.instrument for each in held.commitments.values() for mention in each.mentions}
    assert mentions <= set(instruments)
    named = {mention.instrument for mention in measures(held)[4].mentions}
    assert named == {code for code, each in instruments.items() if each.in_plan}


def test_a_link_runs_from_the_later_text_to_the_earlier(held: Register) -> None:
    for link in held.links:
        later, earlier = (held.documents[end.partition("#")[0]] for end in (link.later, link.earlier))
        assert later.adopted >= earlier.adopted, link


def test_only_the_plan_carries_out(held: Register) -> None:
    carrying = {ends(link) for link in held.links if link.relation == "carries_out"}
    assert carrying == {(PLAN, PROTOCOL), (PLAN, PLAN)}


def ends(link: Link) -> tuple[str, str]:
    return link.later.partition("#")[0], link.earlier.partition("#")[0]


def test_every_duty_leads_to_a_measure_but_those_the_plan_is_silent_on(held: Register) -> None:
    duties = [each.id.partition("#")[2] for each in held.of(PROTOCOL) if each.kind == "duty"]
    assert {part for part in duties if not held.linked(f"{PROTOCOL}#{part}")} == WITHOUT_A_MEASURE


def test_every_paragraph_of_the_renewal_looks_back_and_forward(held: Register) -> None:
    """Each comes from the Plan or the text of 2013, and comes back later."""
    for each in held.of(RENEWAL):
        links = held.linked(each.id)
        back = {ends(link)[1] for link in links if link.later == each.id}
        forward = {ends(link)[0] for link in links if link.earlier == each.id}
        assert back or each.paragraph == "5", each.id
        assert forward, each.id


@pytest.mark.parametrize(
    "later", ["A/RES/68/192#main__para_9", f"{RENEWAL}#main__para_11", "A/RES/72/1#main__para_3"]
)
def test_what_makes_people_vulnerable_comes_back_again_and_again(held: Register, later: str) -> None:
    assert Link(later, f"{PLAN}#annex_1__para_12", "repeats", "ours") in held.links


# What follows compares with official texts that lie beside the project; none of their sentences is here.
OWN_WORDS = dict.fromkeys(LANGUAGES, 8) | {"zh": 13}  # so many characters say about eight words
AS_JSON = ("A/RES/64/293", "A/RES/68/192", "A/RES/70/179", "A/RES/72/1", "E/RES/2015/23")
AS_XML = ("A/RES/74/176", "A/RES/76/7", "A/RES/76/186", "A/RES/78/228", "A/RES/80/9", "A/RES/80/228", "E/RES/2021/25")
FILES = {code: f"{code.replace('/', '_')}.en{'.eosg' * (code in AS_JSON)}.txt" for code in AS_JSON + AS_XML}


def folder() -> Path:
    held = os.environ.get("PALERMO_SHARED")
    if not held:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    return Path(held, "data", "documents", "text")


def words(text: str, language: str) -> list[str]:
    """The words of a text without case, accents in Arabic or punctuation; in Chinese its characters."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ـ", "")
    if language == "ar":
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]" if language == "zh" else r"\w+", plain)


def sequences(tokens: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1)}


def beginnings(tokens: list[str]) -> tuple[str, ...]:
    """The first letters of words, since Russian and Arabic bend their ends."""
    return tuple(token[:5] for token in tokens)


def names(held: Register, language: str) -> list[tuple[str, ...]]:
    """Bodies, documents and instruments, the longest first: these have no other words."""
    catalogue = reference.load()
    called = [each.names[language] for each in held.bodies.values()]
    called += [each.titles[language] for each in held.documents.values()]
    called += [
        name for each in catalogue.instruments.values() for name in (each.titles[language], each.short[language])
    ]
    return sorted({beginnings(words(name, language)) for name in called}, key=len, reverse=True)


def between(tokens: list[str], called: list[tuple[str, ...]]) -> Iterator[list[str]]:
    """The stretches of a text between the names in it."""
    starts, at, begun = beginnings(tokens), 0, 0
    while at < len(tokens):
        name = next((name for name in called if len(name) > 1 and starts[at : at + len(name)] == name), None)
        if name is None:
            at += 1
            continue
        yield tokens[begun:at]
        begun = at = at + len(name)
    yield tokens[begun:]


@pytest.mark.shared
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shares_eight_words_in_a_row_with_an_official_one(held: Register, language: str) -> None:
    paths = sorted(folder().glob(f"*.{language}*.txt"))
    assert paths
    length = OWN_WORDS[language]
    official = set().union(*(sequences(words(path.read_text("utf-8"), language), length) for path in paths))
    called = names(held, language)
    for where, text in texts(held, language):
        for stretch in between(words(text, language), called):
            assert sequences(stretch, length) & official == set(), where


@pytest.fixture(scope="module")
def official() -> dict[str, Document]:
    """The English texts of the documents listed, read by the package."""
    return {code: parse(read(folder() / name)) for code, name in FILES.items()}


def numbered(document: Document) -> Iterator[Paragraph]:
    """The numbered paragraphs of a document and its annexes."""
    for each in (*document.operative, *(part for annex in document.annexes for part in annex.paragraphs)):
        if isinstance(each, Paragraph) and "__para_" in each.id:
            yield each


def whole(part: Paragraph | Item) -> str:
    return " ".join([part.text, *map(whole, part.items)])


@pytest.mark.shared
def test_dates_titles_and_numbers_are_those_of_the_texts(held: Register, official: dict[str, Document]) -> None:
    for code, document in official.items():
        listed = held.documents[code]
        assert (document.masthead.symbol, document.masthead.adopted) == (code, listed.adopted)
        assert document.masthead.title == listed.titles["en"]
        counts = Counter(each.id.partition("__para_")[0] for each in numbered(document))
        assert dict(counts) == listed.parts, code


@pytest.mark.shared
def test_what_repeats_brings_back_half_of_the_words_at_least(held: Register, official: dict[str, Document]) -> None:
    """Half of the sequences of four words of the earlier paragraph stand in the later one."""
    found = {
        f"{code}#{each.id}": sequences(words(whole(each), "en"), 4)
        for code, document in official.items()
        for each in numbered(document)
    }
    for link in held.links:
        if link.relation == "repeats":
            earlier, later = found[link.earlier], found[link.later]
            assert len(earlier & later) >= 0.5 * len(earlier), link


def protocol_text() -> dict[str, str]:
    """The Protocol in English as adopted, by part: each article, and below it its paragraphs and items."""
    text = (folder() / "A_RES_55_25.en.eosg.txt").read_text("utf-8")
    found: dict[str, str] = {}
    article = paragraph = ""
    for line in text.partition("\nAnnex II\n")[2].partition("\nAnnex III\n")[0].splitlines():
        number = re.match(r"Article (\d+)$|([l\d]+)\. |\(([a-d])\) ", line)
        if number and number[1]:
            article = paragraph = f"art_{number[1]}"
        if number and number[2]:
            paragraph = f"{article}__para_{number[2].replace('l', '1')}"
        part = f"{paragraph}__item_{number[3]}" if number and number[3] else paragraph
        for holder in {article, paragraph, part}:
            found[holder] = f"{found.get(holder, '')} {line}"
    return found


@pytest.mark.shared
def test_duties_have_the_verbs_of_the_protocol(held: Register) -> None:
    """`shall consider` and `shall endeavour` where the text has them, and `shall` where it has neither."""
    text = protocol_text()
    for each in held.of(PROTOCOL):
        part = each.id.partition("#")[2]
        verbs = [verb for verb in ("shall consider", "shall endeavour") if f"{verb} " in text[part]]
        assert part in text, each.id
        if each.kind == "duty":
            assert [each.discretion] == (verbs or ["shall"]), each.id


@pytest.mark.shared
def test_no_paragraph_of_an_article_with_duties_is_left_out(held: Register) -> None:
    """Articles 1 to 15, to their paragraphs; items only in articles 3 and 5."""
    inside = {part for part in protocol_text() if 1 <= int((re.findall(r"art_(\d+)", part) or ["0"])[0]) <= 15}
    wanted = {part for part in inside if "__item_" not in part or part.startswith(("art_3__", "art_5__"))}
    whole_articles = {part for part in wanted if any(other.startswith(f"{part}__") for other in wanted)}
    assert {each.id.partition("#")[2] for each in held.of(PROTOCOL)} >= wanted - whole_articles
