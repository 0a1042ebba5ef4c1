"""At the ends of a span: of the data, of what is asked for, and of a day known to a month or a year."""

from __future__ import annotations

import pytest

from palermo.treaties import findings
from tests.spec.invented import END, act, day, instrument, ledger

JOINED = act("KET accession 2005-01-01")


# --- What happened between two days -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2005-01-01", "2005-01-01", ["accession"]),
        ("2005-01-02", "2005-01-30", []),
        ("2005-01-31", "2005-01-31", ["entry into force"]),
        ("2005-01-01", "2005-01-31", ["accession", "entry into force"]),
        ("2005-02-01", "2030-12-31", []),
    ],
)
def test_both_days_of_a_span_belong_to_it(since: str, until: str, told: list[str]) -> None:
    assert [change.what for change in ledger(JOINED).changes(day(since), day(until))] == told


def test_an_end_is_told_on_its_day_and_the_act_on_its_own() -> None:
    held = ledger(JOINED, act("KET denunciation 2010-05-01"))
    found = [(str(change.day), change.what) for change in held.changes(day("2010-01-01"), day("2011-05-01"))]
    assert found == [("2010-05-01", "denunciation"), ("2011-05-01", "end")]


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a span that ends after it begins, got 2010-01-02 to 2010-01-01"):
        ledger(JOINED).changes(day("2010-01-02"), day("2010-01-01"))


def test_a_span_of_one_day_is_a_span() -> None:
    assert ledger(JOINED).changes(day("2010-01-01"), day("2010-01-01")) == ()


# --- Up to which day the data reach -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "code", "beyond"),
    [("2030-12-30", "no-act", False), ("2030-12-31", "no-act", False), ("2031-01-01", "unknown", True)],
)
def test_the_last_day_of_the_data_is_within_them(on: str, code: str, beyond: bool) -> None:
    held = ledger(JOINED)
    row = held.grid(day(on)).rows["PACT"]
    assert (row["LIM"].code.value, row["KET"].beyond) == (code, beyond)
    assert (held.status("PACT", "LIM", day(on)).code.value, held.status("PACT", "KET", day(on)).beyond) == (
        code,
        beyond,
    )


# --- What may be taken back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["reservation", "declaration", "objection", "denunciation"])
def test_what_narrows_and_a_denunciation_may_be_taken_back(kind: str) -> None:
    taken = act(f"KET {kind} 2010-01-01")
    held = ledger(JOINED, taken, act("KET withdrawal 2010-06-01", subject=taken.id))
    assert findings(held) == ()


@pytest.mark.parametrize("kind", ["signature", "accession", "ratification", "succession"])
def test_nothing_else_may_be_taken_back_by_a_withdrawal(kind: str) -> None:
    taken = act(f"LIM {kind} 2004-01-01")
    held = ledger(taken, act("LIM withdrawal 2010-06-01", subject=taken.id))
    assert [found.code for found in findings(held)] == ["withdraws-nothing"]


# --- An effect beside what the rule gives -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("consent", "effect", "departs"),
    [
        ("2005-01-01", "2005-01-31", False),
        ("2005-01-01", "2005-01-30", True),
        ("2005-01-01", "2005-02-01", True),
        ("2005-01-01", "2005-01", False),
        ("2005-01-01", "2005", False),
        ("2005-01-01", "2005-02", True),
        ("2005", "2005-01-31", False),
        ("2005", "2006-01-30", False),
        ("2005", "2006-01-31", True),
        ("2005-02", "2005-03", False),
        ("2005-02", "2005-03-02", True),
        ("2005-02", "2005-03-03", False),
        ("2005-02", "2005-03-30", False),
        ("2005-02", "2005-03-31", True),
        ("2005", "2006", False),
        ("2005", "2007", True),
    ],
)
def test_a_printed_effect_departs_where_no_day_of_it_can_be_that_of_the_rule(
    consent: str, effect: str, departs: bool
) -> None:
    found = [held.code for held in findings(ledger(act(f"KET accession {consent}", effect=effect)))]
    assert ("effect-departs-from-rule" in found) is departs


@pytest.mark.parametrize(
    ("effect", "early"),
    [("2002-12-31", True), ("2003-01-01", False), ("2002", True), ("2002-12", True), ("2003", False)],
)
def test_an_effect_before_the_instrument_is_in_force_is_named_when_it_is_certain(effect: str, early: bool) -> None:
    found = [held.code for held in findings(ledger(act("KET accession 2001-01-01", effect=effect)))]
    assert ("effect-before-entry-into-force" in found) is early


@pytest.mark.parametrize(("signed", "late"), [("2004-12-31", False), ("2005-01-01", False), ("2005-01-02", True)])
def test_a_consent_before_its_signature_is_named_from_the_next_day_on(signed: str, late: bool) -> None:
    held = ledger(act("KET ratification 2005-01-01"), act(f"KET signature {signed}"))
    assert [found.code for found in findings(held)] == (["consent-before-signature"] if late else [])


@pytest.mark.parametrize(("adopted", "early"), [("2005-01-01", False), ("2005-01-02", True)])
def test_an_act_on_the_day_of_adoption_is_not_too_early(adopted: str, early: bool) -> None:
    held = ledger(JOINED, of=(instrument(adopted=adopted, in_force=None),))
    assert [found.code for found in findings(held)] == (["before-adoption"] if early else [])
    assert held.status("PACT", "KET", END).code.value == "consented"
