"""Corrections by token: the same actions and rules as on the pages, and what each refusal is called."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from palermo.web.audit import queries as log
from palermo.web.partners.actions.tokens import issue_token
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Role
from palermo.web.treaties.models import Act, Correction
from tests.web.cast import Cast, join, make_organisation, make_person, set_up_second_factor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

ADDRESS = "/api/v1/corrections"
RATIFIED = "TIP.FRA.ratification.2002-10-29"
SOURCE = {"title": "Notification C.N.1.2026", "address": "https://treaties.un.org/x.pdf", "as_of": "2026-02-01"}
ADDED = {
    "change": "add",
    "state": "FRA",
    "instrument": "TIP",
    "kind": "declaration",
    "date": "2025-06",
    "source": SOURCE,
    "explanation": "It is missing from the table.",
}
REPLACED = {**ADDED, "change": "replace", "act": RATIFIED, "kind": "approval", "date": "2002-10-29"}
STRUCK = {"change": "strike", "state": "France", "act": RATIFIED, "source": SOURCE, "explanation": "A mistake."}
YES, NO = (
    {"decision": "accepted", "reason": "The notification says so."},
    {"decision": "refused", "reason": "It does not."},
)


def bearer(person: Person, *scopes: str) -> dict[str, str]:
    """The header that this person's program sends."""
    text = issue_token(by=person, label="test", scopes=scopes or ("read", "write"), days=1)[1]
    return {"authorization": f"Bearer {text}"}


def post(path: str, body: Any, headers: dict[str, str]) -> Any:
    """The answer to JSON."""
    return Client().post(ADDRESS + path, data=json.dumps(body), content_type="application/json", headers=headers)


@pytest.fixture
def keys(cast: Cast) -> dict[str, dict[str, str]]:
    """A token for each of the cast."""
    return {role: bearer(person) for role, person in cast.people.items()}


@pytest.mark.parametrize("body", [ADDED, REPLACED, STRUCK])
def test_a_focal_point_proposes_and_a_moderator_accepts(
    keys: dict[str, dict[str, str]], body: dict[str, Any]
) -> None:
    made = post("", body, keys["focal_point"])
    assert made.status_code == 201, made.content
    item = made.json()["item"]
    assert made.headers["Location"] == f"{ADDRESS}/{item['id']}"
    assert (item["status"], item["state"], item["instrument"]) == ("proposed", "FRA", "TIP")
    assert item["source"] == SOURCE
    decided = post(f"/{item['id']}/decision", YES, keys["moderator"])
    assert decided.status_code == 200, decided.content
    assert decided.json()["item"]["status"] == "accepted"
    result = decided.json()["item"]["result"]
    assert Act.objects.get(ref=result).replaces == body.get("act", "")
    assert Client().get(f"/api/v1/acts/{result}").status_code == 200
    seen = Client().get(made.headers["Location"], headers=keys["focal_point"])
    assert seen.json()["item"] == decided.json()["item"]
    assert [entry.verb for entry in log.entries(room="treaties")[:2]] == ["accepted", "propose"]


def test_a_refusal_keeps_its_reason_and_changes_nothing(keys: dict[str, dict[str, str]]) -> None:
    acts = Act.objects.count()
    number = post("", STRUCK, keys["focal_point"]).json()["item"]["id"]
    decided = post(f"/{number}/decision", NO, keys["administrator"]).json()["item"]
    assert (decided["status"], decided["reason"], decided["result"]) == ("refused", NO["reason"], None)
    assert Act.objects.count() == acts


@pytest.mark.parametrize(
    ("role", "body", "code"),
    [
        ("contributor", ADDED, "not_focal_point"),
        ("moderator", ADDED, "not_focal_point"),
        ("administrator", ADDED, "not_focal_point"),
        ("focal_point", {**ADDED, "state": "NGA"}, "other_state"),
    ],
)
def test_who_does_not_speak_for_the_state_is_refused_with_the_rule(
    keys: dict[str, dict[str, str]], role: str, body: dict[str, Any], code: str
) -> None:
    answer = post("", body, keys[role])
    assert (answer.status_code, answer.json()["code"]) == (403, code)
    assert not Correction.objects.exists()


def test_a_role_without_a_second_factor_is_refused(cast: Cast, keys: dict[str, dict[str, str]]) -> None:
    cast.people["focal_point"].authenticator_set.all().delete()
    answer = post("", ADDED, keys["focal_point"])
    assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_missing")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"change": "adjust"}, "body.change"),
        ({"kind": "rumour"}, "body.kind"),
        ({"kind": "struck"}, "body.kind"),
        ({"kind": ""}, "body.kind"),
        ({"date": "2025-13"}, "body.date"),
        ({"date": "last year"}, "body.date"),
        ({"date": "2027-01-01"}, "body.date"),
        ({"date": ""}, "body.date"),
        ({"effect": "soon"}, "body.effect"),
        ({"date": "1899-12-31"}, "body.date"),
        ({"effect": "2025-05"}, "body.effect"),
        ({"instrument": ""}, "body.instrument"),
        ({"explanation": "  "}, "body.explanation"),
        ({"explanation": "x" * 2001}, "body.explanation"),
        ({"note": "a\x00b"}, "body.note"),
        ({"source": {**SOURCE, "title": ""}}, "body.source.title"),
        ({"source": {**SOURCE, "as_of": "2026-02"}}, "body.source.as_of"),
        ({"source": {**SOURCE, "as_of": "2027-01-01"}}, "body.source.as_of"),
        ({"source": {**SOURCE, "address": "javascript:alert(1)"}}, "body.source.address"),
        ({"source": "hearsay"}, "body.source"),
        ({"status": "accepted"}, "body.status"),
        ({"act": "TIP.NGA.ratification.2001-06-28"}, "body.act"),
        ({"change": "strike", "act": ""}, "body.act"),
        ({"change": "strike", "act": "TIP.NGA.ratification.2001-06-28"}, "body.act"),
        ({"articles": "3"}, "body.articles"),
    ],
)
def test_what_does_not_fit_is_named_and_not_kept(
    keys: dict[str, dict[str, str]], change: dict[str, Any], where: str
) -> None:
    answer = post("", {**ADDED, **change}, keys["focal_point"])
    assert answer.status_code == 422, answer.content
    assert where in [held["where"] for held in answer.json()["errors"]]
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"), [({"state": "Frnce"}, "unknown_state"), ({"instrument": "TPI"}, "unknown_instrument")]
)
def test_an_unknown_name_in_a_body_is_answered_with_the_nearest(
    keys: dict[str, dict[str, str]], change: dict[str, str], code: str
) -> None:
    answer = post("", {**ADDED, **change}, keys["focal_point"])
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize(
    "sent", [b"{", b'{"\\ud800": 1}', b"null", b"[]", b"\xff\xfe", b'"text"', b'{"change": "\\ud800"}', b"[" * 60_000]
)
def test_a_body_that_is_no_proposal_is_refused(keys: dict[str, dict[str, str]], sent: bytes) -> None:
    answer = Client().post(ADDRESS, data=sent, content_type="application/json", headers=keys["focal_point"])
    assert answer.status_code in (400, 422)
    assert set(answer.json()) <= {"code", "message", "errors"}


def test_a_body_must_say_that_it_is_json_and_be_small(keys: dict[str, dict[str, str]]) -> None:
    form = Client().post(ADDRESS, data=ADDED | {"source": ""}, headers=keys["focal_point"])
    assert (form.status_code, form.json()["code"]) == (415, "not_declared_json")
    large = post("", {**ADDED, "note": "x" * 70_000}, keys["focal_point"])
    assert (large.status_code, large.json()["code"]) == (413, "too_large")


def test_the_same_is_proposed_once_while_it_is_open(keys: dict[str, dict[str, str]]) -> None:
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    again = post("", {**ADDED, "explanation": "In other words."}, keys["focal_point"])
    assert (again.status_code, again.json()["code"]) == (409, "already_proposed")
    assert f"correction {number} " in again.json()["message"]
    assert post(f"/{number}/decision", NO, keys["moderator"]).status_code == 200
    assert post("", ADDED, keys["focal_point"]).status_code == 201


def test_nothing_is_decided_twice(keys: dict[str, dict[str, str]]) -> None:
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    assert post(f"/{number}/decision", YES, keys["moderator"]).status_code == 200
    for body in (YES, NO):
        again = post(f"/{number}/decision", body, keys["administrator"])
        assert (again.status_code, again.json()["code"]) == (409, "already_decided")


def test_of_two_corrections_of_one_entry_the_second_is_a_conflict(keys: dict[str, dict[str, str]]) -> None:
    first, second = (post("", body, keys["focal_point"]).json()["item"]["id"] for body in (STRUCK, REPLACED))
    assert post(f"/{first}/decision", YES, keys["moderator"]).status_code == 200
    late = post(f"/{second}/decision", YES, keys["moderator"])
    assert (late.status_code, late.json()["code"]) == (409, "entry_replaced")
    third = post("", REPLACED, keys["focal_point"])
    assert (third.status_code, third.json()["code"]) == (409, "no_such_entry")


def test_a_proposer_sees_and_does_not_decide(keys: dict[str, dict[str, str]]) -> None:
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    answer = post(f"/{number}/decision", YES, keys["focal_point"])
    assert (answer.status_code, answer.json()["code"]) == (403, "not_moderator")


def test_nobody_decides_on_their_own_proposal(cast: Cast, keys: dict[str, dict[str, str]]) -> None:
    both = cast.people["focal_point"]
    join(both, make_organisation("The secretariat"), Role.MODERATOR)
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    answer = post(f"/{number}/decision", YES, keys["focal_point"])
    assert (answer.status_code, answer.json()["code"]) == (403, "own_proposal")


@pytest.mark.parametrize("body", [{}, {"decision": "accepted"}, {**YES, "reason": " "}, {**YES, "decision": "maybe"}])
def test_a_decision_needs_a_verdict_and_a_reason(keys: dict[str, dict[str, str]], body: dict[str, str]) -> None:
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    assert post(f"/{number}/decision", body, keys["moderator"]).status_code == 422
    assert Correction.objects.get().status == "proposed"


def test_others_are_told_that_there_is_none(cast: Cast, keys: dict[str, dict[str, str]]) -> None:
    colleague = make_person("colleague@example.org")
    join(colleague, cast.organisations["focal_point"], Role.FOCAL_POINT)
    set_up_second_factor(colleague)
    stranger = bearer(colleague)
    number = post("", ADDED, keys["focal_point"]).json()["item"]["id"]
    for asker in (stranger, keys["contributor"]):
        assert Client().get(f"{ADDRESS}/{number}", headers=asker).status_code == 404
        assert post(f"/{number}/decision", YES, asker).status_code == 404
        assert Client().get(ADDRESS, headers=asker).json()["total"] == 0
    for asker in (keys["focal_point"], keys["moderator"], keys["administrator"]):
        assert Client().get(f"{ADDRESS}/{number}", headers=asker).status_code == 200
        assert Client().get(ADDRESS, headers=asker).json()["total"] == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30])
def test_a_number_that_is_none_is_no_correction(keys: dict[str, dict[str, str]], number: str) -> None:
    assert Client().get(f"{ADDRESS}/{number}", headers=keys["moderator"]).status_code == 422
    assert Client().get(f"{ADDRESS}/4711", headers=keys["moderator"]).status_code == 404


@pytest.mark.parametrize(("scope", "may_read", "may_write"), [("read", 200, 403), ("write", 403, 201)])
def test_a_token_does_what_its_scope_says(cast: Cast, scope: str, may_read: int, may_write: int) -> None:
    key = bearer(cast.people["focal_point"], scope)
    assert Client().get(ADDRESS, headers=key).status_code == may_read
    assert post("", ADDED, key).status_code == may_write


def test_who_is_no_longer_here_cannot_use_a_token(cast: Cast, keys: dict[str, dict[str, str]]) -> None:
    cast.people["focal_point"].is_active = False
    cast.people["focal_point"].save()
    assert post("", ADDED, keys["focal_point"]).status_code == 401


def test_refusals_are_in_the_language_asked_for_with_the_same_code(keys: dict[str, dict[str, str]]) -> None:
    answer = post("?language=fr", {**ADDED, "state": "NGA"}, keys["focal_point"])
    assert (answer.json()["code"], answer.headers["Content-Language"]) == ("other_state", "fr")


def test_a_page_of_corrections_reads_no_more_than_its_own(
    keys: dict[str, dict[str, str]], django_assert_max_num_queries: Any
) -> None:
    bodies = ({**ADDED, "date": f"2025-0{month}"} for month in range(1, 6))
    numbers = [post("", body, keys["focal_point"]).json()["item"]["id"] for body in bodies]
    with django_assert_max_num_queries(8):
        page = Client().get(f"{ADDRESS}?per_page=2&page=2", headers=keys["moderator"]).json()
    assert page["total"] == 5
    assert [held["id"] for held in page["items"]] == sorted(numbers, reverse=True)[2:4]
