"""What holds at every address of the API: caches, other sites, methods, and how it says no."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from palermo.web.audit import clock
from palermo.web.treaties import actions
from tests.web.cast import Cast
from tests.web.treaties.invented import missing_declaration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

ROOT = "/api/v1"
STATUS = f"{ROOT}/status?instrument=TIP&state=FRA"


def get(address: str, **headers: str) -> Any:
    """The answer at an address, asked by nobody in particular."""
    return Client().get(address, headers=headers)


def test_an_answer_may_be_kept_by_every_cache_for_a_while() -> None:
    answer = get(STATUS)
    assert answer.headers["Cache-Control"] == "public, max-age=300, must-revalidate"
    assert "Cookie" not in answer.headers["Vary"]


def test_who_holds_the_answer_already_is_told_so_without_reading_the_ledger() -> None:
    mark = get(STATUS).headers["ETag"]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = get(STATUS, if_none_match=mark)
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == mark
    assert answer.headers["Cache-Control"].startswith("public")
    assert len(asked) == 1  # the edition


@pytest.mark.parametrize("form", ["W/{}", '"other", {}', "{} , W/{}"])
def test_a_mark_is_known_in_a_list_and_weakened_by_a_proxy(form: str) -> None:
    mark = get(STATUS).headers["ETag"]
    assert get(STATUS, if_none_match=form.format(mark, mark)).status_code == 304


@pytest.mark.parametrize("held", ["*", '"other"', "", "W/"])
def test_a_mark_of_something_else_is_answered_in_full(held: str) -> None:
    assert get(STATUS, if_none_match=held).status_code == 200


@pytest.mark.parametrize("change", ["&on=2020-01-01", "&language=fr", "&known_on=2026-03-01"])
def test_another_question_has_another_mark(change: str) -> None:
    assert get(STATUS + change).headers["ETag"] != get(STATUS).headers["ETag"]


def test_the_next_day_has_another_mark() -> None:
    mark = get(STATUS).headers["ETag"]
    with clock.held(datetime(2026, 3, 2, tzinfo=UTC)):
        assert get(STATUS, if_none_match=mark).status_code == 200


def test_the_next_edition_has_another_mark(cast: Cast) -> None:
    mark = get(STATUS).headers["ETag"]
    held = actions.propose_correction(by=cast.people["focal_point"], correction=missing_declaration())
    assert get(STATUS, if_none_match=mark).status_code == 304
    actions.accept_correction(by=cast.people["moderator"], correction=held.pk, reason="It is.")
    assert get(STATUS, if_none_match=mark).status_code == 200


@pytest.mark.parametrize("address", [f"{ROOT}/states/Frnce", f"{ROOT}/states?page=0", f"{STATUS}&on=2999-01-01"])
def test_a_refusal_is_kept_by_nobody(address: str) -> None:
    answer = get(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_pages_of_other_sites_may_read() -> None:
    answer = get(STATUS, origin="https://example.org")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    asked = Client().options(
        STATUS, headers={"origin": "https://example.org", "access-control-request-method": "GET"}
    )
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert asked.headers["Access-Control-Allow-Headers"] == "If-None-Match"


@pytest.mark.parametrize("method", ["get", "post", "options"])
def test_pages_of_other_sites_may_not_come_near_corrections(method: str) -> None:
    answer = getattr(Client(), method)(f"{ROOT}/corrections", headers={"origin": "https://example.org"})
    assert not [name for name in answer.headers if name.startswith("Access-Control")]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_head_is_get_without_the_body() -> None:
    whole, head = get(STATUS), Client().head(STATUS)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post", "trace"])
def test_a_method_that_an_address_does_not_take_is_answered_in_the_one_shape(method: str) -> None:
    answer = getattr(Client(), method)(f"{ROOT}/states")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["code"] == "method_not_allowed"


def test_an_address_that_is_none_is_answered_in_the_one_shape_and_leads_to_the_description() -> None:
    answer = get(f"{ROOT}/states/FRA/friends")
    assert answer.status_code == 404
    assert answer.json()["code"] == "no_such_address"
    assert f"{ROOT}/reference" in answer.json()["message"]


@pytest.mark.parametrize("odd", ["%00", "%FF", "..%2F..%2Fetc", "%ED%A0%80", "'%20OR%201=1", "<script>", "a%0Ab"])
def test_odd_names_are_only_unknown(odd: str) -> None:
    for address in (f"/states/{odd}", f"/instruments/{odd}", f"/acts/{odd}", f"/status?instrument=TIP&state={odd}"):
        answer = get(ROOT + address)
        assert answer.status_code == 404, address
        assert "script" not in answer.content.decode()


def test_the_front_leads_to_the_description() -> None:
    assert get(f"{ROOT}/").headers["Location"] == f"{ROOT}/reference"


def test_the_description_names_every_refusal_of_every_route() -> None:
    document = get(f"{ROOT}/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for address, methods in document["paths"].items():
        assert address.startswith(f"{ROOT}/")
        for method, told in methods.items():
            refusals = {status: held for status, held in told["responses"].items() if status[0] == "4"}
            assert {"405", "422"} <= set(refusals), address
            assert ("401" in refusals) == bool(told.get("security")) == ("/corrections" in address)
            assert (method == "post") == {"400", "403", "409", "413", "415"}.issubset(refusals)
            assert ("on" in {held["name"] for held in told["parameters"]}) <= ("400" in refusals)
            for status, held in refusals.items():
                content = held["content"]["application/json"]
                assert held["description"]
                assert all({"code", "message"} <= set(one["value"]) for one in content["examples"].values()), status
            assert told["summary"]
            assert told["description"]
            assert all(held.get("description") for held in told["parameters"]), address


def test_the_description_names_no_host() -> None:
    assert get(f"{ROOT}/openapi.json").json()["servers"] == []


def test_the_page_that_describes_it_names_every_route_and_loads_nothing_from_elsewhere() -> None:
    answer = get(f"{ROOT}/reference")
    page = answer.content.decode()
    for address in get(f"{ROOT}/openapi.json").json()["paths"]:
        assert f" {address}</code>" in page
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "//" not in page.replace("https://treaties.un.org", "")[page.index("<main") : page.index("</main")]
    assert "<style" not in page
    assert " style=" not in page


def test_a_token_that_works_changes_nothing_in_an_open_answer(cast: Cast) -> None:
    text = _token(cast)
    assert get(STATUS, authorization=f"Bearer {text}").json() == get(STATUS).json()


def _token(cast: Cast, **changed: Any) -> str:
    from palermo.web.partners.actions.tokens import issue_token

    made, text = issue_token(by=cast.people["moderator"], label="test", scopes=("read", "write"), days=1)
    type(made).objects.filter(pk=made.pk).update(**changed)
    return text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer"},
        {"authorization": "Bearer plm_nobody"},
        {"authorization": "Basic YTpi"},
        {"authorization": "Bearer ünïcode"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("get", ""), ("get", "/1"), ("post", ""), ("post", "/1/decision")])
def test_without_a_token_that_works_nothing_opens(headers: dict[str, str], method: str, path: str) -> None:
    asking = getattr(Client(), method)
    more = {"data": "{}", "content_type": "application/json"} if method == "post" else {}
    answer = asking(f"{ROOT}/corrections{path}", headers=headers, **more)
    assert answer.status_code == 401
    assert answer.json()["code"] == ("bad_token" if headers else "token_missing")
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="palermo"')
    assert ('error="invalid_token"' in answer.headers["WWW-Authenticate"]) == bool(headers)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Authorization" in answer.headers["Vary"]


@pytest.mark.parametrize("changed", ["expires", "revoked"])
def test_a_token_that_is_over_opens_nothing(cast: Cast, changed: str) -> None:
    gone = clock.now() - timedelta(seconds=1)
    text = _token(cast, **{changed: gone})
    answer = get(f"{ROOT}/corrections", authorization=f"Bearer {text}")
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_token")


def test_a_token_of_another_scope_is_told_which_it_lacks(cast: Cast) -> None:
    text = _token(cast, scopes=["write"])
    answer = get(f"{ROOT}/corrections?language=fr", authorization=f"Bearer {text}")
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
    assert "« read »" in answer.json()["message"]
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="palermo", error="insufficient_scope"'
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_session_opens_nothing(cast: Cast) -> None:
    for role in ("focal_point", "moderator", "administrator"):
        assert cast.clients[role].get(f"{ROOT}/corrections").status_code == 401
        answer = cast.clients[role].post(f"{ROOT}/corrections", data="{}", content_type="application/json")
        assert answer.status_code == 401
