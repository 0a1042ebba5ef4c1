"""Who is answered what in the room of treaties: reading is open; corrections are for those whom they concern."""

from __future__ import annotations

from datetime import date

from palermo.web.audit import clock
from palermo.web.treaties.models import Correction
from tests.web.access import Row, everybody, signed_in
from tests.web.cast import Cast


def correction_of_the_focal_point(cast: Cast) -> dict[str, int]:
    """A correction that the focal point of France proposed."""
    held = Correction.objects.create(
        change=Correction.Change.ADD,
        instrument="TIP",
        state="FRA",
        kind="declaration",
        date="2026",
        source_title="Invented for this test",
        source_as_of=date(2026, 1, 1),
        explanation="Invented for this test",
        proposed_by=cast.people["focal_point"],
        proposed_at=clock.now(),
    )
    return {"number": held.pk}


ROWS = {
    "treaties:states": everybody(200),
    "treaties:state": everybody(200, code="FRA"),
    "treaties:state-sheet": everybody(200, code="AND"),
    "treaties:instruments": everybody(200),
    "treaties:instrument": everybody(200, code="TIP"),
    "treaties:instrument-sheet": everybody(200, code="ILO-C190"),
    "treaties:matrix": everybody(200),
    "treaties:compare": everybody(200),
    "treaties:changes": everybody(200),
    "treaties:feed": everybody(200),
    "treaties:sources": everybody(200),
    "treaties:propose": Row(
        "GET",
        {"stranger": 302, "contributor": 403, "focal_point": 200, "moderator": 403, "administrator": 403},
        {"code": "FRA"},
        note="only who speaks for the State",
    ),
    "treaties:corrections": signed_in(200),
    "treaties:correction": Row(
        "GET",
        {"stranger": 302, "contributor": 404, "focal_point": 200, "moderator": 200, "administrator": 200},
        correction_of_the_focal_point,
        note="to whom it does not concern it does not exist",
    ),
}
