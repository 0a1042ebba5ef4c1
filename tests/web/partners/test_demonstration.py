"""The demonstration's accounts: one a role, simulated, of no real State, and nowhere else."""

from __future__ import annotations

from itertools import count

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from palermo.web.audit import clock
from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import Entry
from palermo.web.partners.actions import DemoAccount, create_demo_accounts
from palermo.web.partners.models import Organisation, Person
from palermo.web.partners.rules import Refused, Role, may_speak_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(settings: Settings) -> tuple[DemoAccount, ...]:
    settings.PALERMO_DEMO = True
    numbers = count()
    return create_demo_accounts(by=OPERATOR, password_source=lambda: f"a demonstration password {next(numbers)}")


def test_one_a_role_marked_simulated_and_of_no_state(accounts: tuple[DemoAccount, ...]) -> None:
    assert [account.role for account in accounts] == list(Role)
    assert all(person.simulated for person in Person.objects.all())
    assert all(
        body.simulated and not body.state and "(simulated)" in body.name for body in Organisation.objects.all()
    )
    assert len({account.password for account in accounts}) == len(accounts)


def test_each_signs_in_with_what_is_printed(accounts: tuple[DemoAccount, ...]) -> None:
    for account in accounts:
        client = Client()
        client.post("/en/account/login/", {"login": account.email, "password": account.password})
        client.post("/en/account/2fa/authenticate/", {"code": account.code(clock.now())})
        assert account.name in client.get("/en/account/").content.decode()


def test_a_second_run_gives_new_passwords_and_keeps_the_app(accounts: tuple[DemoAccount, ...]) -> None:
    again = create_demo_accounts(by=OPERATOR, password_source=lambda: "another password of the demonstration")
    assert Person.objects.count() == len(accounts)
    assert [account.secret for account in again] == [account.secret for account in accounts]
    assert all(Person.objects.get(email=account.email).check_password(account.password) for account in again)
    assert Entry.objects.filter(verb="renew_demo_password").count() == len(accounts)


def test_a_simulated_focal_point_speaks_in_the_demonstration_only(accounts: tuple[DemoAccount, ...]) -> None:
    who = Person.objects.get(email="focal.point@demo.example").standing
    assert may_speak_for(who, "KEN", demo=True)
    assert not may_speak_for(who, "KEN", demo=False)


def test_outside_the_demonstration_there_are_none(settings: Settings) -> None:
    settings.PALERMO_DEMO = False
    with pytest.raises(Refused, match="not_demo"):
        create_demo_accounts(by=OPERATOR, password_source=str)
    assert not Person.objects.exists()


def test_the_log_holds_no_password_and_no_secret(accounts: tuple[DemoAccount, ...]) -> None:
    held = str(list(Entry.objects.values_list()))
    assert not any(account.password in held or account.secret in held for account in accounts)
