"""Accounts, for whoever runs the machine: who has one, invite, make the first administrator, lock somebody out."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli import database
from palermo.cli.errors import Exit, Stop
from palermo.cli.output import Answer, Column, Format, Value, show

if TYPE_CHECKING:
    from palermo.web.partners.models import Organisation, Person

COLUMNS = (
    Column("email", "E-mail address"),
    Column("name", "Name"),
    Column("organisation", "Organisation"),
    Column("role", "Role"),
    Column("since", "Since"),
    Column("active", "Active"),
    Column("second_factor", "Second factor"),
    Column("simulated", ""),
)


class Role(StrEnum):
    """The roles of `palermo.web.partners.rules`, named here so that `--help` need not wait for the framework."""

    CONTRIBUTOR = "contributor"
    FOCAL_POINT = "focal_point"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Keeping(StrEnum):
    """The kinds of organisation that may keep the register."""

    UN_ENTITY = "un_entity"
    REGIONAL = "regional"


app = typer.Typer(help="People's accounts.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="The e-mail address.", show_default=False)]
InOrganisation = Annotated[str, typer.Option("--organisation", help="The organisation's name.", show_default=False)]
InRole = Annotated[Role, typer.Option("--role", help="What the person does there.", show_default=False)]


@app.command("list")
def list_people(
    form: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """Everybody with an account, and what they do where."""
    database.connect()
    from palermo.web.partners.models import Person

    people = Person.objects.order_by("email")
    rows = tuple(row for person in people for row in _rows(person))
    notes = (f"Data: {database.present()}. These are personal data.",)
    title = f"{people.count()} accounts"
    show(Answer(title, COLUMNS, rows, {"register": database.present(), "accounts": people.count()}, notes), form)


@app.command()
def invite(
    email: Email,
    organisation: InOrganisation,
    role: InRole,
    language: Annotated[str, typer.Option(help="The language of the mail: en, fr, es, ru, ar or zh-hans.")] = "en",
) -> None:
    """Offer a place in an organisation by mail; the key is in the mail only, works once, and for a week."""
    database.connect()
    from django.conf import settings
    from django.urls import reverse

    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners import actions, rules

    _check_email(email)
    if language not in dict(settings.LANGUAGES):
        known = ", ".join(dict(settings.LANGUAGES))
        raise Stop(Exit.BAD_INPUT, f"--language: expected one of {known}, got {language!r}.")
    base = f"{settings.ACCOUNT_DEFAULT_HTTP_PROTOCOL}://{settings.ALLOWED_HOSTS[0]}"
    made = actions.invite(
        by=OPERATOR,
        email=email,
        organisation=_organisation(organisation),
        role=rules.Role(role),
        link=lambda key: base + reverse("partners:invitation", args=[key]),
        language=language,
    )
    folder = settings.EMAIL_FILE_PATH if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") else ""
    typer.echo(f"An invitation to {base} is on its way to {made.email}, valid until {made.expires:%Y-%m-%d}.")
    if folder:
        typer.echo(f"No mail server is set: the mail is a file in {folder}.", err=True)


@app.command("create-administrator")
def create_administrator(
    email: Email,
    organisation: InOrganisation,
    name: Annotated[str, typer.Option(help="The person's name.", show_default=False)],
    kind: Annotated[
        Keeping, typer.Option(help="What the organisation is, if it is not entered yet.")
    ] = Keeping.UN_ENTITY,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from the first line of standard input.")
    ] = False,
) -> None:
    """Make the first administrator, who then sets up a second factor at sign-in and invites everybody else."""
    database.connect()
    from django.db import transaction

    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners import actions, rules

    _check_email(email)
    password = _password(email, name, from_stdin=password_stdin)
    with transaction.atomic():
        person = actions.create_person(
            by=OPERATOR,
            email=email,
            name=name,
            password=password,
            organisation=_keeper(organisation, kind),
            role=rules.Role.ADMINISTRATOR,
        )
    typer.echo(f"{person.email} is an administrator, and sets up a second factor at the first sign-in.")


@app.command("change-role")
def change_role(email: Email, organisation: InOrganisation, role: InRole) -> None:
    """Give a member of an organisation another role."""
    database.connect()
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners import actions, rules

    body, person = _organisation(organisation), _person(email)
    held = body.memberships.filter(person=person, until=None).first()
    if held is None:
        raise Stop(
            Exit.UNKNOWN_NAME, f"{person.email} is no member of {body.name}; `palermo user list` shows who is."
        )
    actions.change_role(by=OPERATOR, membership=held, role=rules.Role(role))
    typer.echo(f"{person.email} is now {role.value.replace('_', ' ')} in {body.name}.")


@app.command()
def deactivate(email: Email) -> None:
    """Lock somebody out: memberships, tokens and sessions end, and sign-in is refused."""
    database.connect()
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners import actions

    person = _person(email)
    actions.close_account(by=OPERATOR, person=person)
    typer.echo(f"{person.email} is locked out.")


def _rows(person: Person) -> list[dict[str, Value]]:
    posts = list(person.memberships.filter(until=None).select_related("organisation"))
    account: dict[str, Value] = {
        "email": person.email,
        "name": person.name,
        "active": person.is_active,
        "second_factor": person.standing.mfa,
        "simulated": person.simulated,
    }
    if not posts:
        return [account]
    return [
        {**account, "organisation": held.organisation.name, "role": held.role, "since": held.since} for held in posts
    ]


def _check_email(email: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError:
        raise Stop(Exit.BAD_INPUT, f"expected an e-mail address, got {email[:80]!r}.") from None


def _person(email: str) -> Person:
    from palermo.web.partners.models import Person

    found = Person.objects.filter(email__iexact=email.strip()).first()
    if found is None:
        raise Stop(Exit.UNKNOWN_NAME, f"nobody has an account with {email!r}; `palermo user list` shows who has.")
    return found


def _organisation(name: str) -> Organisation:
    from difflib import get_close_matches

    from palermo.web.partners.models import Organisation

    found = Organisation.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        known = list(Organisation.objects.values_list("name", flat=True))
        near = "; ".join(get_close_matches(name, known)) or "; ".join(known[:3]) or "there is none yet"
        raise Stop(Exit.UNKNOWN_NAME, f"no organisation is called {name!r}. Nearest: {near}.")
    return found


def _keeper(name: str, kind: Keeping) -> Organisation:
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners import actions, rules
    from palermo.web.partners.models import Organisation

    found = Organisation.objects.filter(name__iexact=name.strip()).first()
    return found or actions.found_organisation(by=OPERATOR, name=name.strip(), kind=rules.Kind(kind))


def _password(email: str, name: str, *, from_stdin: bool) -> str:
    """Asked for twice and not shown, or the first line of standard input; never an argument, which others see."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from palermo.web.partners.models import Person

    if from_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        validate_password(password, Person(email=email, name=name))
    except ValidationError as error:
        raise Stop(Exit.BAD_INPUT, " ".join(error.messages)) from None
    return str(password)
