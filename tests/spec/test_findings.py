"""Findings: what does not fit together is named, with what the rule would give, and never mended in silence."""

from __future__ import annotations

import pytest

from palermo.reference import Act, Delay
from palermo.treaties import findings
from tests.spec.invented import act, instrument, ledger


def codes(*acts: Act) -> list[tuple[str, str]]:
    return [(held.code, held.expected) for held in findings(ledger(*acts))]


def test_acts_that_fit_give_no_finding() -> None:
    assert codes(
        act("KET signature 2001-01-01"), act("KET ratification 2005-01-01", effect="2005-01-31"),
        act("KET denunciation 2010-01-01"), act("LIM accession 2005"),
        act("MOD succession 2005-01-01", effect="2004"),
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "code", "expected"),
    [
        (act("KET accession 1999-12-31"), "before-adoption", "2000-01-01"),
        (act("KET accession 2005-01-01", effect="2005-03-01"), "effect-departs-from-rule", "2005-01-31"),
        (act("KET accession 2005", effect="2007-01-01"), "effect-departs-from-rule", "2005-01-31/2006-01-30"),
        (act("KET succession 2005-01-01", effect="2002-01-01"), "effect-before-entry-into-force", "2003-01-01"),
        (act("KET denunciation 2005-01-01"), "denunciation-without-consent", ""),
        (act("KET accession 2005-01-01", instrument="PACK"), "unknown-instrument", ""),
        (act("XYZ accession 2005-01-01"), "unknown-state", ""),
        (act("KET accession 2005-01-01", replaces="gone"), "replaces-nothing", "gone"),
        (act("KET withdrawal 2005-01-01", subject="gone"), "withdraws-nothing", "gone"),
    ],
)
def test_each_contradiction_has_its_code(broken: Act, code: str, expected: str) -> None:
    assert codes(broken) == [(code, expected)]


def test_an_effect_before_its_consent_also_departs_from_the_rule() -> None:
    broken = act("KET accession 2005-01-01", effect="2004-01-01")
    assert [code for code, _ in codes(broken)] == ["effect-before-consent", "effect-departs-from-rule"]


def test_a_consent_before_its_signature() -> None:
    acts = act("KET ratification 2005-01-01"), act("KET signature 2006-01-01"), act("KET signature 2007-01-01")
    assert codes(*acts) == [("consent-before-signature", "2006-01-01")]


def test_a_signature_cannot_be_withdrawn_by_an_entry_made_for_reservations() -> None:
    signature = act("KET signature 2001-01-01")
    assert codes(signature, act("KET withdrawal 2005-01-01", subject=signature.id)) == [
        ("withdraws-nothing", signature.id)
    ]


def test_a_struck_or_replaced_entry_gives_no_finding() -> None:
    broken = act("KET accession 1999-12-31")
    assert codes(broken, act("KET struck 2020-01-01", replaces=broken.id)) == []


def test_a_protocol_wants_its_parent() -> None:
    of = instrument("UNTOC"), instrument("TIP")
    alone = act("KET accession 2005-01-01", instrument="TIP")
    (found,) = findings(ledger(alone, of=of))
    assert (found.code, found.expected) == ("party-without-parent", "UNTOC")
    assert findings(ledger(alone, act("KET accession 2006-01-01", instrument="UNTOC"), of=of)) == ()


def test_where_no_rule_is_known_no_printed_date_departs_from_it() -> None:
    free = instrument(rule=None)
    assert findings(ledger(act("KET accession 2005-01-01", effect="2009-01-01"), of=(free,))) == ()
    strict = instrument(rule=Delay("same_day"))
    assert len(findings(ledger(act("KET accession 2005-01-01", effect="2009-01-01"), of=(strict,)))) == 1
