"""What happens before the service answers: is it safe to start, are the tables current, is the register filled."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.checks import WARNING, CheckMessage, Warning, run_checks  # noqa: A004 -- Django's own name
from django.core.checks.registry import Tags
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection

from palermo.web.audit.actions import SYSTEM
from palermo.web.partners.models import Person
from palermo.web.treaties import actions, queries

# The operator's other host names and the browsers' preload list are not ours to decide, so nobody is warned of them.
DECIDED_HERE = frozenset({"security.W005", "security.W021"})
# A service that answers to its own machine only is of little use and of no danger.
LEFT_TO_THE_OPERATOR = DECIDED_HERE | {"palermo.W001"}
MIGRATING = 0x50414C45  # any number will do, as long as every process asks for the same


class Unsafe(ImproperlyConfigured):
    """The service would start in a state that endangers it; the message says what to set."""


def check_safe() -> tuple[CheckMessage, ...]:
    """Run every check, those for deployment too; raise `Unsafe` for what must not be, return what to look at."""
    if settings.PALERMO_DEMO:
        raise Unsafe("PALERMO_DEMO is set, which serves without HTTPS. Unset it, or use `palermo demo`.")
    found = run_checks(include_deployment_checks=True)
    grave = [message for message in found if _is_grave(message)]
    if grave:
        raise Unsafe("The service does not start like this.\n" + "\n".join(map(_sentence, grave)))
    worth = [message for message in found if message.level >= WARNING and message.id not in DECIDED_HERE]
    return (*worth, *_behind_no_proxy())


def check_no_demonstration() -> None:
    """Raise `Unsafe` where the database holds the demonstration's accounts, whose passwords were printed."""
    held = _people(simulated=True, is_active=True)
    if held:
        raise Unsafe(
            f"This database belongs to the demonstration: {held} of its accounts have passwords that were printed. "
            "Set PALERMO_DATA to another folder (or DATABASE_URL to another database)."
        )


def check_nobody_real() -> None:
    """Raise `Unsafe` where real people have accounts: the demonstration would add some with printed passwords."""
    held = _people(simulated=False)
    if held:
        raise Unsafe(
            f"Real people have accounts in this database ({held}), so it cannot be used for a demonstration. "
            "Give the demonstration a folder of its own: palermo demo --data FOLDER, with DATABASE_URL unset."
        )


def _people(**which: bool) -> int:
    """How many there are; none before there is a table of them, for this is asked before anything is migrated."""
    if Person._meta.db_table not in connection.introspection.table_names():
        return 0
    return Person.objects.filter(**which).count()


def check_port(host: str, port: int) -> None:
    """Raise `Unsafe` where the address cannot be listened on, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Unsafe(
                f"Cannot listen on {host}, port {port} ({error.strerror}). Choose another with --port."
            ) from None


def prepare() -> int:
    """Bring the tables up to this release and fill an empty register; return how many acts were loaded.

    Of several processes that start at once one does it, and the others wait until it is done.
    """
    with _one_at_a_time():
        _migrate()
        if queries.edition():
            return 0
        return actions.load_shipped(by=SYSTEM, folder=Path(settings.PALERMO_REFERENCE))


def migrate() -> None:
    """Bring the tables up to this release, and wait for whoever is doing so."""
    with _one_at_a_time():
        _migrate()


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
        return
    import fcntl  # not on Windows, where PostgreSQL is needed

    settings.PALERMO_DATA.mkdir(parents=True, exist_ok=True, mode=0o750)
    with (settings.PALERMO_DATA / ".migrating").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # let go of when the file is closed
        yield


def _behind_no_proxy() -> list[CheckMessage]:
    if settings.PALERMO_DEMO or settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return []
    return [
        Warning(
            "Every page leads to https://, and no proxy is trusted to say that a request came by it.",
            hint="Behind a reverse proxy that sets X-Forwarded-Proto and X-Forwarded-For, set PALERMO_PROXY=1.",
            id="palermo.W004",
        )
    ]


def _is_grave(message: CheckMessage) -> bool:
    if message.is_serious():
        return True
    return _about_security(message) and message.id not in LEFT_TO_THE_OPERATOR


def _about_security(message: CheckMessage) -> bool:
    """Django marks the check and not its message, so the identifier has to tell."""
    return str(message.id).startswith(f"{Tags.security}.") or message.id == "palermo.W003"


def _sentence(message: CheckMessage) -> str:
    return " ".join(f"- {message.msg} {message.hint or ''} ({message.id})".split())
