"""A correction changes what it was asked to change: at whom an objection aims is no part of the form, and stays."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.reference import Act
from palermo.web.treaties import actions, queries
from palermo.web.treaties.models import Correction
from tests.web.cast import Cast
from tests.web.treaties.invented import accept, act

pytestmark = pytest.mark.usefixtures("register")

OBJECTION = act(
    "TIP FRA objection 2004-05-06", towards="DEU", precludes=True, subject="TIP.DEU.reservation.2003-01-01"
)


def corrected(cast: Cast, **changes: str) -> Act:
    """The act that stands after the focal point's correction of the objection was accepted."""
    values = {
        "change": "replace", "act": OBJECTION.id, "instrument": "TIP", "state": "FRA", "kind": "objection",
        "date": "2004-05-07", "source_title": "Invented", "explanation": "One day too early.", **changes,
    }  # fmt: skip
    held = Correction(source_as_of=date(2026, 1, 1), **values)
    actions.propose_correction(by=cast.people["focal_point"], correction=held)
    actions.accept_correction(by=cast.people["moderator"], correction=held.pk, reason="Checked.")
    held.refresh_from_db()
    return next(one for one in queries.of_pair("TIP", "FRA").current if one.id == held.result)


def test_another_day_leaves_at_whom_it_aims_and_what_it_does(cast: Cast) -> None:
    accept(OBJECTION)
    found = corrected(cast)
    assert str(found.date) == "2004-05-07"
    assert (found.towards, found.precludes, found.subject) == ("DEU", True, OBJECTION.subject)
    (relation,) = [
        one for one in queries.whole().relations("FRA", "DEU", date(2026, 1, 1)) if one.instrument == "TIP"
    ]
    assert relation.precluded_by == found


def test_another_kind_of_act_aims_at_nobody(cast: Cast) -> None:
    accept(OBJECTION)
    found = corrected(cast, kind="declaration")
    assert (found.towards, found.precludes, found.subject) == ("", False, "")
