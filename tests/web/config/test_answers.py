"""What holds for every answer: headers, languages, errors, static files, health, checks and logs."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation
from pytest_django.fixtures import Settings

from palermo.web.audit import clock
from palermo.web.config import checks, health, logs, pages, worker
from palermo.web.config.models import Beat
from palermo.web.config.static import hashed
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db
LOGIN = "/en/account/login/"


def test_a_browser_is_told_to_trust_nothing_from_elsewhere(client: Client) -> None:
    answer = client.get(LOGIN)
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in answer["Permissions-Policy"]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(cast: Cast) -> None:
    cast.clients["contributor"].get("/en/account/")
    cast.clients["contributor"].get(LOGIN)
    for cookie in cast.clients["contributor"].cookies.values():
        assert cookie["httponly"] or cookie.key == "sessionid", cookie.key
    assert django_settings.SESSION_COOKIE_HTTPONLY
    assert django_settings.SESSION_COOKIE_SAMESITE == django_settings.CSRF_COOKIE_SAMESITE == "Lax"


def test_pages_of_people_are_kept_nowhere(cast: Cast) -> None:
    assert "no-store" in cast.clients["contributor"].get("/en/account/")["Cache-Control"]


def test_the_language_is_the_first_part_of_every_address(client: Client) -> None:
    for code, prefix in (("en", "en"), ("ar", "ar"), ("zh-hans", "zh")):
        with translation.override(code):
            assert reverse("account_login") == f"/{prefix}/account/login/"
    assert client.get("/zh-hans/account/login/?next=/x")["Location"] == "/zh/account/login/?next=/x"
    assert client.get("/zh/account/login/")["Content-Language"] == "zh-hans"
    assert client.get("/", headers={"Accept-Language": "zh-CN,zh;q=0.9"})["Location"] == "/zh/"
    assert client.get("/", headers={"Accept-Language": "de"})["Location"] == "/en/"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_errors_are_pages_in_the_language_of_the_reader(client: Client, language: str, direction: str) -> None:
    answer = client.get(f"/{language}/no/such/page")
    assert answer.status_code == 404
    assert f'dir="{direction}"' in answer.content.decode()


def test_every_error_says_what_to_do(rf: RequestFactory) -> None:
    request = rf.get("/en/")
    request.user = None  # type: ignore[assignment]
    error = ValueError("inner words")
    for status, answer in (
        (400, pages.bad_request(request, error)),
        (403, pages.forbidden(request, error)),
        (403, pages.csrf_failed(request)),
        (404, pages.not_found(request, error)),
        (500, pages.failed(request)),
    ):
        page = answer.content.decode()
        assert answer.status_code == status
        assert "<h1>" in page
        assert "inner words" not in page


def test_static_files_have_names_that_change_with_their_content(client: Client) -> None:
    name = "django_htmx/htmx-2.min.js"
    address = f"/static/{hashed(name)}"
    assert address != f"/static/{name}"
    found = client.get(address)
    assert "immutable" in found["Cache-Control"]
    assert b"".join(found.streaming_content) == Path(str(finders.find(name))).read_bytes()  # type: ignore[attr-defined]
    assert found["Content-Type"].startswith("text/javascript")
    plain = client.get(f"/static/{name}")
    assert "immutable" not in plain["Cache-Control"]
    for answer in (found, plain):
        answer.close()
    assert client.get("/static/django_htmx/htmx-2.min.000000000000.js").status_code == 404


def test_health_says_what_is_well(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok", "worker": "not needed"},
    )


def test_health_knows_whether_the_worker_lives(client: Client, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert (client.get("/health").status_code, health.worker_state()) == (503, "never")
    worker.beat()
    assert (client.get("/health").status_code, health.worker_state()) == (200, "ok")
    with clock.held(clock.now() + timedelta(minutes=5)):
        assert (client.get("/health").json()["worker"], client.get("/health").status_code) == ("late", 503)
    worker.beat()
    assert Beat.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "check", "identifier", "hint"),
    [
        ({"ALLOWED_HOSTS": ["localhost"]}, checks.check_hosts, "palermo.W001", "PALERMO_HOSTS="),
        (
            {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": "/srv/mail"},
            checks.check_mail,
            "palermo.W002",
            "PALERMO_SMTP_URL=",
        ),
    ],
)
def test_checks_tell_the_operator_what_to_set(
    changed: dict[str, object], check: object, identifier: str, hint: str
) -> None:
    with override_settings(PALERMO_DEMO=False, **changed):
        (found,) = check()  # type: ignore[operator]
    assert found.id == identifier
    assert hint in found.hint
    with override_settings(PALERMO_DEMO=True, **changed):
        assert check() == []  # type: ignore[operator]


def test_a_data_folder_open_to_all_is_noticed(tmp_path: Path, settings: Settings) -> None:
    settings.PALERMO_DATA = tmp_path
    tmp_path.chmod(0o755)
    assert [found.id for found in checks.check_data()] == ["palermo.W003"]
    tmp_path.chmod(0o750)
    assert checks.check_data() == []


@pytest.fixture
def lines() -> Iterator[Callable[[], str]]:
    """What is logged while the test runs, as the operator sees it."""
    root, printed = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    config = logs.settings("debug")
    config["handlers"]["stderr"]["stream"] = printed
    logs.configure(config)
    yield printed.getvalue
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_request_is_one_line_without_path_query_or_person(lines: Callable[[], str], cast: Cast) -> None:
    client = cast.clients["contributor"]
    client.get("/en/account/invitation/the-secret-key/?who=zoe@example.org")
    client.post(LOGIN, {"login": "contributor@example.org", "password": "a secret password"})
    client.get("/en/search-for/someone?name=zoe")
    printed = lines()
    for secret in ("the-secret-key", "zoe", "contributor@", "a secret password", "search-for"):
        assert secret not in printed
    held = [json.loads(line) for line in printed.splitlines() if '"event": "request"' in line]
    assert [line["route"] for line in held[:2]] == ["en/account/invitation/<str:key>/", "en/account/login/"]
    assert held[0]["status"] == 404
    assert len({line["request_id"] for line in held}) == len(held)


def test_a_stranger_who_asks_under_another_name_leaves_one_line_without_their_text(
    lines: Callable[[], str], client: Client
) -> None:
    assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400
    printed = lines()
    assert "evil.example" not in printed
    assert [json.loads(line)["status"] for line in printed.splitlines()] == [400]


def test_an_error_is_logged_with_its_trace_and_without_the_path(
    lines: Callable[[], str], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr(health, "database_state", lambda: 1 / 0)
    answer = client.get("/health?secret=1")
    printed = lines()
    assert answer.status_code == 500
    assert "ZeroDivisionError" in printed
    assert "request failed" in printed
    assert "secret=1" not in printed


def test_a_request_has_an_identifier_that_strangers_cannot_choose(client: Client) -> None:
    given = client.get("/health", headers={"X-Request-ID": "abcdefgh"})["X-Request-ID"]
    assert given != "abcdefgh"
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        headers = {"X-Request-ID": "abcdefgh", "X-Forwarded-For": "192.0.2.1"}
        assert client.get("/health", headers=headers)["X-Request-ID"] == "abcdefgh"
        forged = {**headers, "X-Request-ID": 'a"b\\nforged line'}
        assert "forged" not in client.get("/health", headers=forged)["X-Request-ID"]
