"""What programs read: each route good and bad, as of a day, as known on a day, in six languages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pydantic import BaseModel

from palermo.reference import LANGUAGES
from palermo.web.audit import clock
from palermo.web.treaties import actions, queries
from palermo.web.treaties.api import schemas
from palermo.web.treaties.models import Correction
from tests.web.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

ROOT = "/api/v1"
RATIFIED = "TIP.FRA.ratification.2002-10-29"
LISTS: dict[str, type[BaseModel]] = {
    "/states": schemas.StateFacts,
    "/states/FRA/statuses": schemas.StatusFacts,
    "/states/PLW/gaps": schemas.StatusFacts,
    "/instruments": schemas.InstrumentFacts,
    "/instruments/TIP/statuses": schemas.StatusFacts,
    "/instruments/TIP/timeline": schemas.PointFacts,
    "/instruments/TIP/coverage": schemas.CoverageFacts,
    "/acts": schemas.ActFacts,
    "/relations?a=FRA&b=NGA": schemas.RelationFacts,
    "/changes?since=2000-01-01": schemas.ChangeFacts,
    "/sources": schemas.SourceFacts,
    "/findings": schemas.FindingFacts,
}
SINGLE: dict[str, type[BaseModel]] = {
    "/states/FRA": schemas.WholeState,
    "/instruments/TIP": schemas.WholeInstrument,
    f"/acts/{RATIFIED}": schemas.WholeAct,
    "/status?instrument=TIP&state=FRA": schemas.StatusFacts,
}
DATED = [
    "/states/FRA/statuses?",
    "/states/FRA/gaps?",
    "/instruments/TIP/statuses?",
    "/instruments/TIP/coverage?",
    "/status?instrument=TIP&state=FRA&",
    "/relations?a=FRA&b=NGA&",
]


def read(address: str, status: int = 200) -> Any:
    """The JSON at an address, once its status is the one expected."""
    answer = Client().get(ROOT + address)
    assert answer.status_code == status, answer.content
    return answer.json()


@pytest.mark.parametrize(("address", "model"), LISTS.items())
def test_every_list_says_what_its_description_says(address: str, model: type[BaseModel]) -> None:
    answer = read(address)
    assert set(answer) == set(schemas.Listed.model_fields)
    assert answer["total"] > 0
    for item in answer["items"]:
        assert set(item) == set(model.model_fields)
        model.model_validate_json(_dumped(item), strict=True)


@pytest.mark.parametrize(("address", "model"), SINGLE.items())
def test_every_single_thing_says_what_its_description_says(address: str, model: type[BaseModel]) -> None:
    answer = read(address)
    assert set(answer["item"]) == set(model.model_fields)
    model.model_validate_json(_dumped(answer["item"]), strict=True)


def _dumped(item: Any) -> str:
    import json

    return json.dumps(item)


@pytest.mark.parametrize("address", [*LISTS, *SINGLE])
def test_every_answer_names_its_source_and_says_what_it_must_not_be_taken_for(address: str) -> None:
    about = read(address)["about"]
    assert about["source"].startswith("Source: United Nations")
    assert "does not mean that a State is not a party" in about["note"]
    assert about["on"] == about["today"] == "2026-03-01"


def test_a_status_carries_what_it_rests_on() -> None:
    held = read("/status?instrument=TIP&state=FRA&on=2022-11-30")["item"]
    assert held["code"] == "bound"
    assert held["party"] is True
    assert held["since"] == "2003-12-25"  # the Protocol's own entry into force
    assert held["act"] == {"ref": RATIFIED, "kind": "ratification", "date": "2002-10-29", "flags": []}
    assert held["source"]
    assert held["as_of"] >= "2022-11-30"
    assert held["beyond"] is False


def test_unknown_is_not_no() -> None:
    held = read("/status?instrument=ACTIP-2015&state=FRA")["item"]
    assert (held["code"], held["party"], held["since"], held["act"]) == ("unknown", None, None, None)
    before = read("/status?instrument=TIP&state=PLW&on=2001-01-01")["item"]
    assert (before["code"], before["party"]) == ("no-act", False)


def test_beyond_the_data_a_missing_act_is_no_longer_a_no() -> None:
    within = read("/status?instrument=TIP&state=IRN&on=2020-01-01")["item"]
    beyond = read("/status?instrument=TIP&state=IRN")["item"]
    assert (within["party"], within["beyond"]) == (False, False)
    assert (beyond["party"], beyond["beyond"]) == (None, True)


def test_the_day_asked_for_decides() -> None:
    on = "/instruments/TIP/statuses?per_page=500&on="
    early, late = (
        sum(row["party"] is True for row in read(on + day)["items"]) for day in ("2007-08-22", "2022-11-30")
    )
    assert (early, late) == (114, 180)


def test_a_day_within_a_year_that_is_all_the_source_gives_may_be_either() -> None:
    held = read("/status?instrument=ROME&state=PHL&on=2019-06-01")["item"]
    assert held["party"] is None
    assert held["possibly"] == {"code": "withdrawn", "earliest": "2019-01-01", "latest": "2019-12-31"}


def test_known_on_answers_with_what_the_register_knew(cast: Cast) -> None:
    address = "/status?instrument=TIP&state=FRA&on=2005-01-01"
    correction = actions.propose_correction(
        by=cast.people["focal_point"],
        correction=Correction(
            change="strike",
            act=RATIFIED,
            instrument="TIP",
            state="FRA",
            source_title="A notification",
            source_as_of=clock.today(),
            explanation="It was entered by mistake.",
        ),
    )
    actions.accept_correction(by=cast.people["moderator"], correction=correction.pk, reason="So it was.")
    assert read(address)["item"]["code"] == "signatory"
    assert read(f"{address}&known_on=2026-02-28")["item"]["code"] == "bound"
    listed = "/states/FRA/statuses?family=core&on=2005-01-01"
    now, then = read(listed)["items"], read(f"{listed}&known_on=2026-02-28")["items"]
    assert [a["instrument"] for a, b in zip(now, then, strict=True) if a != b] == ["TIP"]
    act = read(f"/acts/{RATIFIED}")["item"]
    assert (act["stands"], act["replaced_by"]) == (False, Correction.objects.get().result)
    assert RATIFIED not in [act["ref"] for act in read("/acts?state=FRA&instrument=TIP")["items"]]


@pytest.mark.parametrize("state", ["FRA", "PLW"])
def test_known_on_a_day_before_anything_was_recorded_is_refused_for_everybody(state: str) -> None:
    answer = read(f"/status?instrument=TIP&state={state}&known_on=1999-01-01", 400)
    assert answer["code"] == "before_the_data"


@pytest.mark.parametrize("prefix", DATED)
@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-02-30", "not_a_day"),
        ("yesterday", "not_a_day"),
        ("20200101", "not_a_day"),
        ("2020-W01-1", "not_a_day"),
        ("", "not_a_day"),
        ("2999-01-01", "future"),
        ("1899-12-31", "too_early"),
    ],
)
def test_a_bad_day_is_refused_with_a_code(prefix: str, day: str, code: str) -> None:
    answer = read(f"{prefix}on={day}", 400)
    assert answer["code"] == code
    assert set(answer) == {"code", "message"}


@pytest.mark.parametrize(
    "address", ["/changes?since=2020-01-01&until=2019-01-01", "/acts?since=2020-01-01&until=2019-01-01"]
)
def test_a_span_that_ends_before_it_begins_is_refused(address: str) -> None:
    assert read(address, 400)["code"] == "backwards"


@pytest.mark.parametrize(
    ("address", "code", "near"),
    [
        ("/states/Frnce", "unknown_state", "FRA"),
        ("/states/Frnce/statuses", "unknown_state", "FRA"),
        ("/states/Frnce/gaps", "unknown_state", "FRA"),
        ("/status?instrument=TIP&state=Frnce", "unknown_state", "FRA"),
        ("/relations?a=FRA&b=Nigera", "unknown_state", "NGA"),
        ("/acts?state=Frnce", "unknown_state", "FRA"),
        ("/instruments/UNTOCC", "unknown_instrument", "UNTOC"),
        ("/instruments/UNTOCC/timeline", "unknown_instrument", "UNTOC"),
        ("/instruments/UNTOCC/coverage", "unknown_instrument", "UNTOC"),
        ("/instruments/UNTOCC/statuses", "unknown_instrument", "UNTOC"),
        ("/status?instrument=UNTOCC&state=FRA", "unknown_instrument", "UNTOC"),
        ("/states/FRA/statuses?family=labor", "unknown_family", "labour"),
        ("/states/FRA/gaps?family=labor", "unknown_family", "labour"),
        ("/acts/TIP.FRA.ratification.2002", "unknown_act", RATIFIED),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(address: str, code: str, near: str) -> None:
    answer = read(address, 404)
    assert answer["code"] == code
    assert near in [held["code"] for held in answer["nearest"]]


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("/states?page=0", "query.page"),
        ("/states?per_page=501", "query.per_page"),
        ("/states?per_page=many", "query.per_page"),
        ("/states?language=de", "query.language"),
        ("/states?lang=fr", "query"),
        ("/acts?kind=rumour", "query"),
        ("/instruments/TIP/coverage?by=continent", "query.by"),
        ("/status?state=FRA", "query.instrument"),
        ("/relations?a=FRA", "query.b"),
        (f"/states/{'x' * 121}", "path.code"),
    ],
)
def test_a_parameter_that_does_not_fit_is_named(address: str, where: str) -> None:
    answer = read(address, 422)
    assert answer["code"] == "unfit"
    assert [held["where"] for held in answer["errors"]] == [where]


def test_a_misspelt_parameter_is_not_ignored() -> None:
    assert "did you mean 'family'" in read("/states/FRA/gaps?famly=core", 422)["errors"][0]["message"]


def test_two_times_the_same_state_bind_nobody() -> None:
    assert read("/relations?a=FRA&b=france", 400)["code"] == "same_state"


def test_relations_are_the_same_from_either_side() -> None:
    there, back = (read(f"/relations?{pair}")["items"] for pair in ("a=FRA&b=NGA", "a=NGA&b=FRA"))
    assert there == back
    assert {"TIP", "UNTOC"} <= {held["instrument"] for held in there}


def test_acts_are_narrowed_by_each_filter() -> None:
    whole = read("/acts?per_page=500&instrument=TIP&state=FRA")["items"]
    assert {held["kind"] for held in whole} == {"signature", "ratification"}
    assert [held["ref"] for held in read("/acts?instrument=TIP&state=FRA&kind=ratification")["items"]] == [RATIFIED]
    assert [held["ref"] for held in read("/acts?state=FRA&since=2002-10-29&until=2002-10-29")["items"]] == [
        held["ref"] for held in read("/acts?state=FRA")["items"] if held["date"] == "2002-10-29"
    ]
    days = [held["date"] for held in read("/acts?since=2020-01-01&per_page=500")["items"]]
    assert days
    assert all(day and day >= "2020" for day in days)


def test_gaps_hold_no_party() -> None:
    core = {held["instrument"] for held in read("/states/PLW/statuses?family=core")["items"] if held["party"] is True}
    missing = {held["instrument"] for held in read("/states/PLW/gaps")["items"]}
    assert missing
    assert not core & missing


def test_changes_are_in_their_span_and_the_latest_first() -> None:
    found = read("/changes?since=2020-01-01&until=2020-12-31&per_page=500")
    days = [held["day"] for held in found["items"]]
    assert days == sorted(days, reverse=True)
    assert all(day.startswith("2020") for day in days)
    assert found["about"]["since"] == "2020-01-01"
    assert {"entry into force", "accession"} <= {held["what"] for held in found["items"]}
    assert read("/changes")["about"]["since"] == "2024-03-01"


def test_the_timeline_and_the_coverage_end_at_the_same_number() -> None:
    points = read("/instruments/TIP/timeline?per_page=500")["items"]
    assert points[-1]["parties"] == sum(
        row["party"] is not False and row["code"] in ("bound", "consented")
        for row in read("/instruments/TIP/statuses?per_page=500")["items"]
    )
    for by in ("region", "subregion", "group"):
        rows = read(f"/instruments/TIP/coverage?by={by}")["items"]
        assert all(row["total"] == sum(row["counts"].values()) for row in rows)
        assert all(len(row["left"]) == row["total"] - row["parties"] for row in rows)


def test_a_contradiction_is_told_in_words() -> None:
    found = {held["act"]["ref"]: held for held in read("/findings")["items"]}
    assert any(ref.startswith("COE-197.FRA") and "entry into force" in held["message"] for ref, held in found.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_language_asked_for(language: str) -> None:
    catalogue = queries.catalogue()
    answer = Client().get(f"{ROOT}/status?instrument=TIP&state=FRA&language={language}")
    assert answer.headers["Content-Language"] == language
    held = answer.json()["item"]
    assert held["state_name"] == catalogue.states["FRA"].names[language]
    assert held["instrument_name"] == catalogue.instruments["TIP"].short[language]
    assert read(f"/states/FRA?language={language}")["item"]["names"] == dict(catalogue.states["FRA"].names)


def test_a_browser_s_own_language_does_not_change_the_answer() -> None:
    answer = Client().get(f"{ROOT}/states/FRA", headers={"Accept-Language": "ru"})
    assert answer.json()["about"]["language"] == "en"
    assert answer.headers["Content-Language"] == "en"


def test_pages_cut_a_list_without_gap_or_overlap() -> None:
    address, seen = f"{ROOT}/states?per_page=60", []
    while address:
        page = Client().get(address).json()
        seen += [held["code"] for held in page["items"]]
        address = page["next"]
    assert seen == sorted(queries.catalogue().states)


def test_pages_name_their_neighbours_in_the_body_and_in_the_header() -> None:
    answer = Client().get(f"{ROOT}/states?per_page=60&page=2&language=fr")
    page = answer.json()
    assert (page["page"], page["per_page"], page["total"]) == (2, 60, 198)
    assert page["next"] == f"{ROOT}/states?per_page=60&page=3&language=fr"
    assert page["previous"] == f"{ROOT}/states?per_page=60&page=1&language=fr"
    assert f'<{page["next"]}>; rel="next"' in answer.headers["Link"]
    assert f'<{ROOT}/states?per_page=60&page=4&language=fr>; rel="last"' in answer.headers["Link"]


def test_beyond_the_last_page_a_list_is_empty_and_leads_back() -> None:
    page = read("/states?page=99&per_page=100")
    assert page["items"] == []
    assert page["next"] is None
    assert page["previous"] == f"{ROOT}/states?page=2&per_page=100"


def test_the_present_day_is_the_service_s() -> None:
    with clock.held(datetime(2026, 5, 1, tzinfo=UTC)):
        assert read("/status?instrument=TIP&state=FRA")["item"]["on"] == "2026-05-01"
