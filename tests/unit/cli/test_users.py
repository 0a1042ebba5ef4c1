"""`palermo user`: what the operator does about accounts passes through the same actions as pages, and is logged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core import mail
from typer.testing import CliRunner, Result

from palermo.cli import users
from palermo.cli.app import app
from palermo.cli.errors import Exit
from palermo.web.audit.models import Entry
from palermo.web.partners import rules
from palermo.web.partners.models import Invitation, Membership, Organisation, Person
from tests.unit.cli.conftest import Palermo

PASSWORD = "a lantern in the window"
ADMINISTRATOR = ("user", "create-administrator", "Head@Example.org", "--organisation", "The Secretariat")


def create(*more: str, password: str = PASSWORD) -> Result:
    return CliRunner().invoke(
        app, [*ADMINISTRATOR, "--name", "Head", "--password-stdin", *more], input=password + "\n"
    )


def people(done: Result) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return held


def test_the_first_administrator_is_made_with_the_organisation(service: Palermo) -> None:
    assert create().exit_code == Exit.OK
    person = Person.objects.get(email="head@example.org")
    assert person.check_password(PASSWORD)
    assert (person.memberships.get().role, person.memberships.get().organisation.kind) == (
        "administrator",
        "un_entity",
    )
    assert set(Entry.objects.filter(actor="operator").values_list("verb", flat=True)) == {
        "found_organisation",
        "create_person",
    }
    assert PASSWORD not in "".join(Entry.objects.values_list("detail", flat=True))


def test_a_weak_password_makes_nothing(service: Palermo) -> None:
    done = create(password="short")
    assert done.exit_code == Exit.BAD_INPUT
    assert "at least 12 characters" in done.stderr
    assert not Person.objects.exists()
    assert not Organisation.objects.exists()


def test_an_address_is_taken_once(service: Palermo) -> None:
    create()
    entries = Entry.objects.count()
    done = create("--kind", "regional")
    assert done.exit_code == Exit.REFUSED
    assert "address_taken" in done.stderr
    assert Entry.objects.count() == entries


def test_an_invitation_goes_by_mail_and_the_key_is_nowhere_else(service: Palermo) -> None:
    create()
    done = service("user", "invite", "new@example.org", "--organisation", "the secretariat", "--role", "moderator")
    assert done.exit_code == Exit.OK, done.stderr
    made = Invitation.objects.get()
    assert (made.email, made.role, made.invited_by) == ("new@example.org", "moderator", None)
    key = mail.outbox[-1].body.partition("/account/invitation/")[2].split("/")[0]
    assert len(key) > 40
    assert key not in done.stdout + done.stderr
    assert key not in "".join(Entry.objects.values_list("detail", flat=True))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("invite", "new@example.org", "--organisation", "The Secretary", "--role", "moderator"), Exit.UNKNOWN_NAME,
         "Nearest: The Secretariat"),
        (("invite", "nobody", "--organisation", "The Secretariat", "--role", "moderator"), Exit.BAD_INPUT,
         "expected an e-mail address"),
        (("invite", "new@example.org", "--organisation", "The Secretariat", "--role", "king"), Exit.USAGE, "'king'"),
        (("invite", "new@example.org", "--organisation", "The Secretariat", "--role", "focal_point"), Exit.REFUSED,
         "focal_point_without_state"),
        (("invite", "n@example.org", "--organisation", "The Secretariat", "--role", "moderator", "--language", "de"),
         Exit.BAD_INPUT, "expected one of en, fr"),
        (("deactivate", "nobody@example.org"), Exit.UNKNOWN_NAME, "nobody has an account"),
        (("deactivate", "head@example.org"), Exit.REFUSED, "administrator"),
        (("change-role", "head@example.org", "--organisation", "The Secretariat", "--role", "moderator"),
         Exit.REFUSED, "last_administrator"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_reason(
    service: Palermo, arguments: tuple[str, ...], code: Exit, words: str
) -> None:
    create()
    entries = Entry.objects.count()
    done = service("user", *arguments)
    assert done.exit_code == code
    assert words in done.stderr
    assert Entry.objects.count() == entries
    assert not mail.outbox


def test_who_is_deactivated_is_locked_out(service: Palermo) -> None:
    create()
    create_second()
    role = ("user", "change-role", "second@example.org", "--organisation", "The Secretariat", "--role", "moderator")
    assert service(*role).exit_code == Exit.OK
    assert service("user", "deactivate", "Second@example.org").exit_code == Exit.OK
    assert not Person.objects.get(email="second@example.org").is_active
    assert not Membership.objects.filter(person__email="second@example.org", until=None).exists()
    held = {row["email"]: row for row in people(service("user", "list", "--format", "json"))}
    assert (held["second@example.org"]["active"], held["head@example.org"]["active"]) == (False, True)
    assert held["head@example.org"]["second_factor"] is False


def create_second() -> None:
    arguments = ["user", "create-administrator", "second@example.org", "--organisation", "The Secretariat"]
    done = CliRunner().invoke(app, [*arguments, "--name", "Second", "--password-stdin"], input=PASSWORD + "\n")
    assert done.exit_code == Exit.OK, done.stderr


def test_a_password_is_never_an_argument() -> None:
    assert "--password " not in CliRunner().invoke(app, ["user", "create-administrator", "--help"]).stdout


def test_roles_and_kinds_are_those_of_the_rules() -> None:
    assert [role.value for role in users.Role] == [role.value for role in rules.Role]
    assert {kind.value for kind in users.Keeping} <= {kind.value for kind in rules.Kind}
