"""`palermo audit`: a chain that holds, and one that does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection

from palermo.cli.audit import REASONS
from palermo.cli.errors import Exit
from palermo.web.audit import triggers
from palermo.web.audit.models import ChainHead, Entry
from tests.unit.cli.conftest import Palermo


def test_a_chain_that_holds(service: Palermo) -> None:
    done = service("audit", "verify")
    assert done.exit_code == Exit.OK
    assert "The audit log holds." in done.stdout
    told = json.loads(service("audit", "verify", "--format", "json").stdout)["rows"][0]
    assert told == {"ok": True, "length": 1, "head": ChainHead.objects.get().hash, "broken_at": None, "reason": ""}


@pytest.mark.parametrize(
    ("change", "reason", "words"),
    [
        ({"verb": "forged"}, "edited", "its content and its hash disagree"),
        ({"previous": "1" * 64}, "unlinked", "does not follow"),
        ({"sequence": 7}, "missing", "it is gone"),
    ],
)
def test_a_broken_chain_has_a_code_of_its_own_and_names_the_entry(
    service: Palermo, change: dict[str, object], reason: str, words: str
) -> None:
    triggers.drop(connection)
    Entry.objects.filter(sequence=1).update(**change)
    if "sequence" in change:
        ChainHead.objects.update(sequence=7)
    done = service("audit", "verify", "--format", "json")
    assert done.exit_code == Exit.INTEGRITY
    assert json.loads(done.stdout)["rows"][0]["reason"] == reason
    assert json.loads(done.stdout)["rows"][0]["broken_at"] == 1
    assert "entry 1: " in done.stderr
    assert words in done.stderr


def test_the_head_that_was_noted_is_believed_and_another_is_not(service: Palermo) -> None:
    told = json.loads(service("audit", "head", "--format", "json").stdout)["rows"][0]
    assert told["anchor"] in service("audit", "head").stdout
    assert service("audit", "verify", "--anchor", told["anchor"]).exit_code == Exit.OK
    done = service("audit", "verify", "--anchor", f"1:{'0' * 64}")
    assert done.exit_code == Exit.INTEGRITY
    assert "not the entry that was noted" in done.stderr
    assert service("audit", "verify", "--anchor", f"9:{'0' * 64}").exit_code == Exit.INTEGRITY


def test_a_log_without_a_head_is_broken(service: Palermo) -> None:
    triggers.drop(connection)
    ChainHead.objects.all().delete()
    assert service("audit", "head").exit_code == Exit.INTEGRITY
    assert "the head of the log is gone" in service("audit", "verify").stderr


@pytest.mark.parametrize("anchor", ["1", "one:two", f"1:{'g' * 64}", "1:" + "0" * 63])
def test_an_anchor_that_is_none_is_refused(service: Palermo, anchor: str) -> None:
    done = service("audit", "verify", "--anchor", anchor)
    assert done.exit_code == Exit.BAD_INPUT
    assert "palermo audit head" in done.stderr


def test_without_a_database_nothing_is_made_up(palermo: Palermo, tmp_path: Path) -> None:
    done = palermo("audit", "verify")
    assert done.exit_code == Exit.NOT_READY
    assert "Start the service once with `palermo serve`" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_reason_has_its_words() -> None:
    from palermo.web.audit.queries import Verdict

    assert all(f"`{reason}`" in str(Verdict.__doc__) for reason in REASONS)
