"""The page and the API call in the README answer what the README says."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from palermo.reference import SHIPPED
from palermo.web.audit.actions import SYSTEM
from palermo.web.treaties.actions import load_shipped
from tests.house.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def reader(db: None, client: Client) -> Client:
    """A visitor of a service that has just been set up."""
    load_shipped(by=SYSTEM, folder=SHIPPED)
    return client


def test_the_api_answers_what_the_readme_shows(reader: Client) -> None:
    asked = re.search(r"`(/api/v1/status\?[^`]+)`", README)
    shown = re.search(r"^```json\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert asked
    assert shown
    assert reader.get(asked[1]).json()["item"] == json.loads(shown[1])


def test_every_address_in_the_readme_is_there(reader: Client) -> None:
    addresses = re.findall(r"`(/(?:en|api)/[^`]*)`", README)
    assert len(addresses) >= 3
    assert {address: code for address in addresses if (code := reader.get(address).status_code) != 200} == {}
