"""What docs/reference/api.md says of the API is so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from palermo.web.config.api import api, document
from palermo.web.partners.actions.tokens import issue_token
from palermo.web.treaties.api import describing
from tests.house.house import ROOT
from tests.web.cast import Cast

PAGE = (Path(ROOT) / "docs/reference/api.md").read_text(encoding="utf-8")
ASKED = re.findall(r"^```http\nGET (\S+)\n```\n\n```json\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
ROOT_ADDRESS = "/api/v1"


@pytest.mark.django_db
@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("address", "shown"), ASKED)
def test_every_answer_shown_is_the_answer_given(address: str, shown: str) -> None:
    assert Client().get(address).json() == json.loads(shown)


def test_two_answers_are_shown() -> None:
    assert len(ASKED) == 2


@pytest.mark.django_db
def test_the_proposal_shown_is_taken(cast: Cast, register: None) -> None:
    shown = PAGE[PAGE.index("## Corrections") :]
    body = re.findall(r"^```json\n(.*?)^```", shown, flags=re.MULTILINE | re.DOTALL)[0]
    text = issue_token(by=cast.people["focal_point"], label="test", scopes=["write"], days=1)[1]
    headers = {"authorization": f"Bearer {text}"}
    answer = Client().post(f"{ROOT_ADDRESS}/corrections", data=body, content_type="application/json", headers=headers)
    assert answer.status_code == 201, answer.content


def parameters(told: dict[str, Any]) -> set[str]:
    """What a route takes in its query, without what all take."""
    return {held["name"] for held in told["parameters"] if held["in"] == "query"} - {"language", "page", "per_page"}


@pytest.mark.parametrize("address", sorted(document(api)["paths"]) if ASKED else [])
def test_every_address_is_in_the_tables_with_its_parameters(address: str) -> None:
    short = address.removeprefix(ROOT_ADDRESS)
    for method, told in document(api)["paths"][address].items():
        named = f"`{method.upper()} {short}`" if short.startswith("/corrections") else f"| `{short}` |"
        lines = [line for line in PAGE.splitlines() if named in line]
        assert len(lines) == 1, named
        assert all(f"`{name}`" in lines[0] for name in parameters(told)), lines[0]
        if not short.startswith("/corrections"):
            assert ("paging" in lines[0]) == ("page" in {held["name"] for held in told["parameters"]})


def test_every_status_and_example_code_of_the_description_is_in_the_table() -> None:
    for status, (_, example) in describing.WHY.items():
        assert re.search(rf"^\| [\d, ]*{status}", PAGE, flags=re.MULTILINE), status
        assert f"`{example['code']}`" in PAGE
