"""What an operator types: passwords that are asked for, names that are none, and days that cannot be."""

from __future__ import annotations

import io
import sys

import pytest
from django.core import mail
from typer.testing import CliRunner

from palermo.cli import app as command_line
from palermo.cli.errors import Exit
from palermo.web.audit.models import Entry
from palermo.web.partners.models import Invitation, Person
from tests.unit.cli.conftest import Palermo

PASSWORD = "a lantern in the window"
ADMINISTRATOR = (
    "user", "create-administrator", "head@example.org", "--organisation", "The Secretariat", "--name", "Head",
)  # fmt: skip


def create(*more: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> tuple[int, str]:
    """Make the first administrator, typing the password; gives the exit code and all that was printed."""
    done = CliRunner().invoke(command_line.app, [*ADMINISTRATOR, *more], input=typed)
    return done.exit_code, done.output


def test_a_password_is_asked_for_twice_and_never_shown(service: Palermo) -> None:
    code, told = create()
    assert code == Exit.OK
    assert PASSWORD not in told
    assert Person.objects.get().check_password(PASSWORD)


def test_two_passwords_that_differ_make_nobody(service: Palermo) -> None:
    code, told = create(typed=f"{PASSWORD}\nanother lantern\n")
    assert code != Exit.OK
    assert "do not match" in told
    assert not Person.objects.exists()


@pytest.mark.parametrize("typed", ["", "\n"])
def test_an_empty_password_from_standard_input_makes_nobody(service: Palermo, typed: str) -> None:
    code, told = create("--password-stdin", typed=typed)
    assert code == Exit.BAD_INPUT
    assert "at least 12 characters" in told
    assert not Person.objects.exists()


def test_a_role_is_given_to_members_only(service: Palermo) -> None:
    create()
    entries = Entry.objects.count()
    other = [*ADMINISTRATOR]
    other[2], other[4] = "second@example.org", "Another Secretariat"
    CliRunner().invoke(command_line.app, [*other], input=f"{PASSWORD}\n{PASSWORD}\n")
    done = service(
        "user", "change-role", "second@example.org", "--organisation", "The Secretariat", "--role", "moderator"
    )
    assert done.exit_code == Exit.UNKNOWN_NAME
    assert "second@example.org is no member of The Secretariat; `palermo user list` shows who is." in done.stderr
    assert Entry.objects.filter(verb="change_role").count() == 0
    assert Entry.objects.count() > entries


def test_a_mail_that_is_only_a_file_is_said_to_be_one(service: Palermo, settings: object, tmp_path: object) -> None:
    create()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_FILE_PATH = str(tmp_path)  # type: ignore[attr-defined]
    done = service("user", "invite", "new@example.org", "--organisation", "The Secretariat", "--role", "moderator")
    assert done.exit_code == Exit.OK, done.stderr
    assert f"the mail is a file in {tmp_path}" in done.stderr
    assert Invitation.objects.get().email == "new@example.org"
    assert not getattr(mail, "outbox", [])


# --- Days ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--on", "--known-on"])
@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-02-30", "2026-02-30"),
        ("30.4.2020", "30.4.2020"),
        ("", "YYYY-MM-DD"),
        ("9999-12-31", "future"),
        ("２０２０-01-01", "YYYY-MM-DD"),
        ("2020-W01-1", "YYYY-MM-DD"),
        ("20200101", "YYYY-MM-DD"),
    ],
)
def test_a_day_that_cannot_be_asked_for_is_refused_by_its_option(
    palermo: Palermo, option: str, day: str, words: str
) -> None:
    if option == "--known-on" and day == "":
        assert palermo("treaties", "status", "TIP", "FRA", option, day).exit_code == Exit.OK  # left out
        return
    done = palermo("treaties", "status", "TIP", "FRA", option, day)
    assert done.exit_code == Exit.BAD_INPUT
    assert option in done.stderr
    assert words in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("day", ["1900-01-01", "2009-12-31"])
def test_a_day_of_knowledge_before_there_was_any_is_refused(palermo: Palermo, day: str) -> None:
    done = palermo("treaties", "parties", "TIP", "--known-on", day)
    assert done.exit_code == Exit.BAD_INPUT
    assert "the register knew nothing before" in done.stderr


# --- A terminal that cannot show a name ---------------------------------------------------------------------------


def test_what_a_terminal_cannot_show_is_escaped_and_the_rest_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.BytesIO()
    shown = io.TextIOWrapper(held, encoding="iso8859-5", errors="strict", write_through=True)
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "argv", ["palermo", "treaties", "status", "TIP", "CIV", "--shipped"])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    assert ended.value.code == Exit.OK
    told = held.getvalue().decode("iso8859-5")
    assert "C\\xf4te d'Ivoire" in told
    assert "(CIV)" in told


def test_the_version_is_said_and_nothing_else(palermo: Palermo) -> None:
    done = palermo("--version")
    assert done.exit_code == Exit.OK
    assert done.stdout.startswith("palermo ")
    assert done.stdout.count("\n") == 1
