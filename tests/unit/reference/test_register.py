"""The reader of the register, on a small invented one: what it gives, and how it refuses a broken table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from palermo.reference.register import Addressee, Answer, Document, Link, Mention, Register, load
from palermo.reference.states import LANGUAGES
from palermo.reference.tables import TableError

Table = list[dict[str, str]]
Tables = dict[str, Table]
Ship = Callable[[Tables], Path]


def six(column: str, text: str) -> dict[str, str]:
    return {f"{column}_{language}": f"{text} {language}" for language in LANGUAGES}


def document(code: str, adopted: str, paragraphs: str) -> dict[str, str]:
    held = {"document": code, "symbol": code, "kind": "resolution", "organ": "GA", "adopted": adopted}
    rest = {"paragraphs": paragraphs, "checked": "en;fr", "link": f"https://example.org/{code}"}
    return {**held, **rest, **six("title", f"Lighthouses {code}")}


def commitment(part: str, **changed: str) -> dict[str, str]:
    held = {"id": f"L/1#{part}", "document": "L/1", "kind": "paragraph", "paragraph": "1", "pillar": "general"}
    held |= {"addressees": "states;un_entity:BUOYS", "act": "directive", "strength": "duty", "topics": "data;funding"}
    return held | {"discretion": "", "mentions": "SOLAS:5;TIP"} | changed


def answer(part: str, **changed: str) -> dict[str, str]:
    return {"id": f"L/1#{part}", "reason": "", **six("summary", "Lamps burn"), **six("evidence", "A log"), **changed}


def lighthouses() -> Tables:
    """Two documents, one body, two commitments and one link."""
    link = {"later": "L/2#main__para_3", "earlier": "L/1#main__para_1", "relation": "repeats", "basis": "ours"}
    return {
        "documents": [document("L/1", "1990-05-01", "main:2"), document("L/2", "1994-05-01", "main:3;annex_1:4")],
        "bodies": [{"code": "BUOYS", **six("name", "Board of Buoys")}],
        "commitments": [commitment("main__para_1"), commitment("main__para_2", paragraph="2")],
        "summaries": [answer("main__para_1"), answer("main__para_2")],
        "links": [link],
    }


@pytest.fixture
def ship(tmp_path: Path) -> Ship:
    """Writes tables as CSV files and gives the folder."""

    def write(tables: Tables) -> Path:
        for name, rows in tables.items():
            lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
            (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        return tmp_path

    return write


@pytest.fixture
def register(ship: Ship) -> Register:
    return load(ship(lighthouses()))


def refused(ship: Ship, table: str, at: int, **changed: str) -> str:
    """The message that a changed row leads to."""
    tables = lighthouses()
    tables[table][at] |= changed
    with pytest.raises(TableError) as caught:
        load(ship(tables))
    return str(caught.value)


def test_a_document_tells_its_date_titles_and_which_paragraphs_it_has(register: Register) -> None:
    held = register.documents["L/2"]
    assert (held.adopted, held.titles["ru"], held.checked) == (date(1994, 5, 1), "Lighthouses L/2 ru", ("en", "fr"))
    assert [held.holds(part) for part in ("main__para_3", "main__para_4", "main__para_0")] == [True, False, False]
    assert [held.holds(part) for part in ("annex_1__para_4", "annex_2__para_1", "main")] == [True, False, False]


def test_a_commitment_tells_whom_it_speaks_to_and_what_it_names(register: Register) -> None:
    held = register.commitments["L/1#main__para_1"]
    assert held.addressees == (Addressee("states"), Addressee("un_entity", "BUOYS"))
    assert held.mentions == (Mention("SOLAS", "5"), Mention("TIP"))
    assert held.topics == ("data", "funding")


def test_a_commitment_speaks_each_language_and_english_to_the_rest(register: Register) -> None:
    held = register.commitments["L/1#main__para_1"]
    assert (held.summary("ar"), held.summary("de"), held.evidence("zh")) == (
        "Lamps burn ar",
        "Lamps burn en",
        "A log zh",
    )


def test_the_commitments_of_a_document_come_in_its_order(register: Register) -> None:
    assert [held.paragraph for held in register.of("L/1")] == ["1", "2"]
    assert register.of("L/2") == ()


def test_a_link_is_found_from_both_ends(register: Register) -> None:
    (link,) = register.links
    assert link == Link("L/2#main__para_3", "L/1#main__para_1", "repeats", "ours")
    assert register.linked(link.later) == register.linked(link.earlier) == (link,)
    assert register.linked("L/1#main__para_2") == ()


def test_a_row_does_not_change_once_read(register: Register) -> None:
    with pytest.raises(FrozenInstanceError):
        register.commitments["L/1#main__para_1"].pillar = "protection"  # type: ignore[misc]


def test_where_nothing_can_be_filed_a_reason_stands_instead_of_evidence(ship: Ship) -> None:
    tables = lighthouses()
    tables["summaries"][1] |= {"reason": "affirms", **{f"evidence_{language}": "" for language in LANGUAGES}}
    held = load(ship(tables)).commitments["L/1#main__para_2"]
    assert (held.answer.reason, held.evidence("fr"), held.evidence()) == ("affirms", "", "")


@pytest.mark.parametrize(
    ("table", "at", "changed", "told"),
    [
        ("documents", 1, {"kind": "poem"}, "kind: expected one of treaty, plan, resolution, declaration, got 'poem'"),
        ("documents", 1, {"adopted": "spring"}, "Invalid isoformat string: 'spring'"),
        ("documents", 1, {"paragraphs": "main:many"}, "invalid literal for int"),
        ("documents", 1, {"checked": "la"}, "checked: expected one of en, fr, es, ru, ar, zh, got 'la'"),
        ("documents", 1, {"title_ar": ""}, "title: expected a text in each of the six languages, missing ar"),
        ("documents", 1, {"document": "L/1"}, "expected each key once, got L/1 twice"),
        (
            "bodies",
            0,
            {"name_ru": "", "name_zh": " "},
            "name: expected a text in each of the six languages, missing ru, zh",
        ),
        (
            "commitments",
            1,
            {"id": "L/2#main__para_2"},
            "expected an id like L/1#main__para_1, got 'L/2#main__para_2'",
        ),
        ("commitments", 1, {"id": "L/1#"}, "expected an id like L/1#main__para_1, got 'L/1#'"),
        (
            "commitments",
            1,
            {"id": "L/9#main__para_2", "document": "L/9"},
            "document of documents.csv: expected one of L/1, L/2",
        ),
        ("commitments", 1, {"id": "L/1#main__para_9"}, "id with a row in summaries.csv: expected one of"),
        ("commitments", 1, {"kind": "wish"}, "kind: expected one of duty, clause, measure, paragraph, got 'wish'"),
        ("commitments", 1, {"pillar": "stone"}, "pillar: expected one of general, prevention"),
        ("commitments", 1, {"act": "singing"}, "act: expected one of directive"),
        ("commitments", 1, {"strength": "iron"}, "strength: expected one of duty"),
        ("commitments", 1, {"topics": "data;foghorns"}, "topics: expected one of prevention"),
        ("commitments", 1, {"topics": ""}, "expected at least one topic and one addressee"),
        ("commitments", 1, {"addressees": ""}, "expected at least one topic and one addressee"),
        ("commitments", 1, {"addressees": "gulls"}, "kind of addressee: expected one of states"),
        (
            "commitments",
            1,
            {"addressees": "un_entity:LAMPS"},
            "body of bodies.csv: expected one of BUOYS, got 'LAMPS'",
        ),
        ("commitments", 1, {"discretion": "perhaps"}, "discretion: expected one of shall"),
        ("commitments", 1, {"kind": "duty"}, "expected the discretion of a duty"),
        ("summaries", 1, {"summary_zh": ""}, "summary: expected a text in each of the six languages, missing zh"),
        ("summaries", 1, {"evidence_es": ""}, "evidence: expected a text in each of the six languages, missing es"),
        ("summaries", 1, {"reason": "affirms"}, "expected no evidence where nothing can be filed (reason affirms)"),
        ("summaries", 1, {"reason": "tired"}, "reason: expected one of affirms"),
        (
            "links",
            0,
            {"relation": "rhymes"},
            "relation: expected one of carries_out, repeats, follows_up, got 'rhymes'",
        ),
        ("links", 0, {"basis": "rumour"}, "basis: expected one of ours, got 'rumour'"),
        (
            "links",
            0,
            {"later": "L/2#main__para_9"},
            "or a paragraph that documents.csv counts, got 'L/2#main__para_9'",
        ),
        ("links", 0, {"earlier": "L/7#main__para_1"}, "or a paragraph that documents.csv counts"),
        ("links", 0, {"later": "L/1#main__para_1"}, "expected two different ends, got L/1#main__para_1 twice"),
    ],
)
def test_a_broken_row_is_refused_with_its_file_and_line(
    ship: Ship, table: str, at: int, changed: dict[str, str], told: str
) -> None:
    message = refused(ship, table, at, **changed)
    assert message.startswith(f"{table}.csv, line {at + 2}: ")
    assert told in message


def test_a_summary_of_nothing_is_refused(ship: Ship) -> None:
    tables = lighthouses()
    tables["summaries"].append(answer("main__para_8"))
    with pytest.raises(
        TableError, match=r"summaries\.csv: expected the id of a row of commitments\.csv, got L/1#main"
    ):
        load(ship(tables))


def test_a_table_that_is_missing_is_named(ship: Ship) -> None:
    tables = lighthouses()
    del tables["links"]
    with pytest.raises(TableError, match=r"expected a table links\.csv in"):
        load(ship(tables))


def test_values_refuse_what_their_tables_refuse() -> None:
    with pytest.raises(ValueError, match="kind: expected one of"):
        Document("X", "X", "song", "GA", date(2000, 1, 1), {}, {}, (), "")
    with pytest.raises(ValueError, match="missing en, fr, es, ru, ar, zh"):
        Answer({}, {})
