"""A correction: proposed by whoever speaks for the State, decided by another, and then part of the register."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from palermo.web.audit.models import Entry
from palermo.web.audit.queries import verify
from palermo.web.partners.rules import Refused, Role
from palermo.web.treaties import actions, queries
from palermo.web.treaties.models import Act, Correction
from tests.web.cast import Cast, client_of, join, make_person, set_up_second_factor

pytestmark = pytest.mark.usefixtures("register")

HELD = "TIP.FRA.ratification.2002-10-29"


def filled(**changes: Any) -> dict[str, Any]:
    """A form that asks to replace the day of France's ratification, with `changes`."""
    return {
        "change": "replace",
        "act": HELD,
        "instrument": "TIP",
        "kind": "ratification",
        "date": "2002-10-30",
        "source_title": "Depositary notification (invented for this test)",
        "source_as_of": "2026-02-01",
        "explanation": "The printed day is one too early.",
        **changes,
    }


@pytest.fixture
def proposed(cast: Cast) -> Correction:
    response = cast.clients["focal_point"].post("/en/states/FRA/propose/", filled())
    assert response.status_code == 302, response.content.decode()
    return Correction.objects.get()


def decide(
    cast: Cast, held: Correction, verdict: str = "accept", reason: str = "Checked.", role: str = "moderator"
) -> Any:
    return cast.clients[role].post(f"/en/corrections/{held.pk}/", {"verdict": verdict, "reason": reason})


def since(known_on: date | None = None) -> str:
    status = queries.whole().status("TIP", "FRA", date(2026, 3, 1), known_on)
    return str(status.act.date) if status.act else ""


def test_a_proposal_changes_nothing_yet(proposed: Correction) -> None:
    assert proposed.status == "proposed"
    assert since() == "2002-10-29"


def test_an_accepted_correction_replaces_the_entry_and_keeps_it_on_record(cast: Cast, proposed: Correction) -> None:
    assert decide(cast, proposed).status_code == 302
    proposed.refresh_from_db()
    assert (proposed.status, proposed.reason) == ("accepted", "Checked.")
    assert since() == "2002-10-30"
    assert since(known_on=date(2026, 2, 28)) == "2002-10-29"
    assert Act.objects.filter(ref=HELD).exists()


def test_a_refused_correction_leaves_the_register_as_it_was(cast: Cast, proposed: Correction) -> None:
    before = queries.edition()
    decide(cast, proposed, "refuse", "The notification says otherwise.")
    proposed.refresh_from_db()
    assert proposed.status == "refused"
    assert queries.edition() == before


def test_struck_entries_no_longer_count(cast: Cast) -> None:
    cast.clients["focal_point"].post("/en/states/FRA/propose/", filled(change="strike", date="", kind=""))
    decide(cast, Correction.objects.get())
    assert queries.whole().status("TIP", "FRA", date(2020, 1, 1)).code == "signatory"


def test_a_missing_act_can_be_added(cast: Cast) -> None:
    form = filled(change="add", act="", instrument="ROME", kind="denunciation", date="2026-01", effect="2027-01-05")
    cast.clients["focal_point"].post("/en/states/FRA/propose/", form)
    decide(cast, Correction.objects.get())
    assert Act.objects.get(kind="denunciation", state="FRA").effect == "2027-01-05"
    assert queries.whole().status("ROME", "FRA", date(2026, 3, 1)).code == "bound"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date": "30/10/2002"}, "date"),
        ({"date": "2002-02-30"}, "date"),
        ({"date": "2027-01-01"}, "date"),
        ({"date": ""}, "date"),
        ({"act": ""}, "act"),
        ({"act": "TIP.DEU.ratification.2006-06-14"}, "act"),
        ({"source_title": ""}, "source_title"),
        ({"source_as_of": "2026"}, "source_as_of"),
        ({"explanation": ""}, "explanation"),
        ({"source_address": "javascript:alert(1)"}, "source_address"),
        ({"effect": "soon"}, "effect"),
        ({"effect": "2002-10-29"}, "effect"),
        ({"date": "1850-01-01"}, "date"),
        ({"kind": "struck"}, "kind"),
    ],
)
def test_a_form_that_is_wrong_says_where_and_keeps_what_was_typed(
    cast: Cast, changes: dict[str, str], field: str
) -> None:
    response = cast.clients["focal_point"].post("/en/states/FRA/propose/", filled(**changes))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert "The printed day is one too early." in response.content.decode() or field == "explanation"
    assert not Correction.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "moderator", "administrator"])
def test_only_a_focal_point_proposes(cast: Cast, role: str) -> None:
    assert cast.clients[role].get("/en/states/FRA/propose/").status_code == 403


def test_a_focal_point_speaks_for_their_own_state_only(cast: Cast) -> None:
    assert cast.clients["focal_point"].get("/en/states/DEU/propose/").status_code == 403
    with pytest.raises(Refused) as refusal:
        actions.propose_correction(by=cast.people["focal_point"], correction=Correction(state="DEU"))
    assert refusal.value.code == "other_state"


def test_nobody_sees_a_correction_that_is_not_theirs(cast: Cast, proposed: Correction) -> None:
    address = f"/en/corrections/{proposed.pk}/"
    assert cast.clients["contributor"].get(address).status_code == 404
    assert cast.clients["stranger"].get(address).status_code == 302
    assert cast.clients["focal_point"].get(address).status_code == 200
    assert cast.clients["moderator"].get(address).status_code == 200


def test_nobody_decides_twice(cast: Cast, proposed: Correction) -> None:
    decide(cast, proposed)
    assert decide(cast, proposed, "refuse").status_code == 403
    proposed.refresh_from_db()
    assert proposed.status == "accepted"


def test_a_decision_needs_its_reason(cast: Cast, proposed: Correction) -> None:
    assert decide(cast, proposed, reason="  ").status_code == 200
    with pytest.raises(Refused) as refusal:
        actions.accept_correction(by=cast.people["moderator"], correction=proposed.pk, reason=" ")
    assert refusal.value.code == "no_reason"


def test_of_two_corrections_of_one_entry_the_second_is_refused(cast: Cast, proposed: Correction) -> None:
    cast.clients["focal_point"].post("/en/states/FRA/propose/", filled(date="2002-10-31"))
    other = Correction.objects.exclude(pk=proposed.pk).get()
    decide(cast, proposed)
    with pytest.raises(Refused) as refusal:
        actions.accept_correction(by=cast.people["moderator"], correction=other.pk, reason="Also.")
    assert refusal.value.code == "entry_replaced"
    other.refresh_from_db()
    assert other.status == "proposed"
    assert verify().ok


def test_who_asks_twice_for_the_same_is_led_to_the_first(cast: Cast, proposed: Correction) -> None:
    response = cast.clients["focal_point"].post("/en/states/FRA/propose/", filled(explanation="I ask again."))
    assert response.status_code == 422
    text = response.content.decode()
    assert f'<a href="/en/corrections/{proposed.pk}/">Look at it</a>' in text
    assert "I ask again." in text
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("changes", [{"date": "2002-10-31"}, {"note": "By letter"}, {"effect": "2003-12-25"}])
def test_another_correction_of_the_same_entry_is_not_the_same(
    cast: Cast, proposed: Correction, changes: dict[str, str]
) -> None:
    response = cast.clients["focal_point"].post("/en/states/FRA/propose/", filled(**changes))
    assert response.status_code == 302
    assert Correction.objects.count() == 2


def test_once_decided_or_withdrawn_the_same_may_be_asked_again(cast: Cast, proposed: Correction) -> None:
    decide(cast, proposed, "refuse", "Not seen.")
    assert cast.clients["focal_point"].post("/en/states/FRA/propose/", filled()).status_code == 302
    again = Correction.objects.get(status="proposed")
    cast.clients["focal_point"].post(f"/en/corrections/{again.pk}/", {"withdraw": "1"})
    assert cast.clients["focal_point"].post("/en/states/FRA/propose/", filled()).status_code == 302


def test_of_what_two_people_ask_alike_only_a_moderator_learns(cast: Cast, proposed: Correction) -> None:
    colleague = make_person("colleague@example.org")
    join(colleague, cast.organisations["focal_point"], Role.FOCAL_POINT)
    set_up_second_factor(colleague)
    client = client_of(colleague)
    assert client.post("/en/states/FRA/propose/", filled()).status_code == 302
    other = Correction.objects.exclude(pk=proposed.pk).get()
    link = f'<a href="/en/corrections/{other.pk}/">Correction {other.pk}</a>'
    address = f"/en/corrections/{proposed.pk}/"
    assert link in cast.clients["moderator"].get(address).content.decode()
    assert link not in cast.clients["focal_point"].get(address).content.decode()
    decide(cast, other)
    assert link not in cast.clients["moderator"].get(address).content.decode()


def test_what_could_not_have_happened_is_not_accepted_either(cast: Cast, proposed: Correction) -> None:
    Correction.objects.filter(pk=proposed.pk).update(date="1899-01-01")  # as if it was proposed before the rule
    with pytest.raises(Refused) as refusal:
        actions.accept_correction(by=cast.people["moderator"], correction=proposed.pk, reason="Checked.")
    assert refusal.value.code == "before_adoption"
    proposed.refresh_from_db()
    assert proposed.status == "proposed"


def test_a_proposer_may_withdraw_and_nobody_else(cast: Cast, proposed: Correction) -> None:
    with pytest.raises(Refused):
        actions.withdraw_correction(by=cast.people["moderator"], correction=proposed.pk)
    cast.clients["focal_point"].post(f"/en/corrections/{proposed.pk}/", {"withdraw": "1"})
    proposed.refresh_from_db()
    assert proposed.status == "withdrawn"


def test_every_write_leaves_one_entry_in_the_log(cast: Cast) -> None:
    before = Entry.objects.count()
    cast.clients["focal_point"].post("/en/states/FRA/propose/", filled())
    decide(cast, Correction.objects.get())
    verbs = list(Entry.objects.order_by("sequence").values_list("verb", flat=True))[before:]
    assert verbs == ["propose", "accepted"]
    assert verify().ok
