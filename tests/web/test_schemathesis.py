"""The API against its own description: whatever is sent, the answer is one that it promises, and never a 5xx."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.checks import positive_data_acceptance
from schemathesis.config import SchemathesisConfig

from palermo.web.config.wsgi import application
from palermo.web.partners.actions.tokens import issue_token
from palermo.web.treaties import actions
from tests.web.cast import Cast
from tests.web.conftest import TODAY
from tests.web.treaties.invented import missing_declaration

# A day that can be used, so that what is asked with good days is answered. Bad ones are made all the same.
schemathesis.openapi.format("date", st.dates(date(1900, 1, 1), TODAY.date()).map(date.isoformat))

# 400: no schema can say that a day must not be in the future, or before the register knew anything.
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "401", "403", "404", "409"]}}}
)
ROOT = "/api/v1"


@pytest.fixture(autouse=True)
def _connection_stays_open() -> Iterator[None]:
    """At the end of a request the service gives its connection back; here that would end the test's transaction."""
    gates = (signals.request_started, signals.request_finished)
    for gate in gates:
        gate.disconnect(close_old_connections)
    yield
    for gate in gates:
        gate.connect(close_old_connections)


@pytest.fixture
def keys(register: None, cast: Cast) -> dict[str, str]:
    """A token of a focal point and one of a moderator, and a correction that waits for the latter."""
    texts = {
        role: issue_token(by=cast.people[role], label="test", scopes=("read", "write"), days=1)[1]
        for role in ("focal_point", "moderator")
    }
    actions.propose_correction(by=cast.people["focal_point"], correction=missing_declaration())
    return texts


described = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", application, config=CONFIG)
CALM = [
    HealthCheck.function_scoped_fixture,
    HealthCheck.too_slow,
    HealthCheck.filter_too_much,
    HealthCheck.data_too_large,
]


def _ask(case: schemathesis.Case, keys: dict[str, str]) -> None:
    proposes = case.method == "POST" and case.operation.path == f"{ROOT}/corrections"
    token = keys["focal_point" if proposes else "moderator"]
    headers = {"Authorization": f"Bearer {token}"} if case.operation.path.startswith(f"{ROOT}/corrections") else {}
    # What a proposal must say as a whole (a real State, a real instrument, its day) is more than a schema can tell.
    left_out = [positive_data_acceptance] if proposes else []
    case.call_and_validate(headers=headers, excluded_checks=left_out)


@pytest.mark.django_db
@described.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=CALM, derandomize=True)
def test_answers_are_as_described(case: schemathesis.Case, keys: dict[str, str]) -> None:
    _ask(case, keys)


@pytest.mark.slow
@pytest.mark.django_db
@described.parametrize()
@settings(max_examples=100, deadline=None, suppress_health_check=CALM)
def test_answers_are_as_described_whatever_is_sent(case: schemathesis.Case, keys: dict[str, str]) -> None:
    _ask(case, keys)
