"""Reads the service's values from the environment, once, and refuses the bad ones with a sentence that helps."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from palermo.reference import SHIPPED

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
SECRET_LENGTH = 50


class EnvironmentRefused(ImproperlyConfigured):
    """A value in the environment cannot be used; the message says which, why, and what to set instead."""


def _listed(text: object) -> object:
    return tuple(part.strip() for part in text.split(",") if part.strip()) if isinstance(text, str) else text


def _plain_host(hosts: tuple[str, ...]) -> tuple[str, ...]:
    for host in hosts:
        if "/" in host or "*" in host or not host.isascii():
            raise ValueError(f"{host!r} is no host name; give names like palermo.example.org, with commas between")
    return hosts


def _split(text: str) -> SplitResult:
    """The parts of an address; what cannot be split is refused without a word of it, which may be a password."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError(
            "host or port cannot be read; in names and passwords write %2F for /, %40 for @, %3A for :, %23 for #"
        ) from None
    return parts


def _database(text: str) -> str:
    if _split(text).scheme not in ("", "postgres", "postgresql", "sqlite"):
        raise ValueError("give postgres://user:password@host:5432/name or sqlite:///absolute/path")
    return text


def _smtp(text: str) -> str:
    parts = _split(text)
    if text and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
        raise ValueError("give smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465")
    return text


def _web_address(text: str) -> str:
    parts = _split(text)
    if text and (parts.scheme != "https" or not parts.hostname):
        raise ValueError("give an address that begins with https://")
    return text.rstrip("/")


class Environment(BaseModel):
    """Everything the service takes from outside, checked and frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    data: Annotated[Path, AfterValidator(Path.absolute)] = Path("var")
    reference: Path = SHIPPED
    demo: bool = False
    hosts: Annotated[tuple[str, ...], BeforeValidator(_listed), AfterValidator(_plain_host)] = ()
    proxy: Annotated[int, Field(ge=0, le=5)] = 0
    secret_key: SecretStr = SecretStr("")
    database_url: Annotated[str, AfterValidator(_database)] = ""
    smtp_url: Annotated[str, AfterValidator(_smtp)] = ""
    mail_from: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    oidc_server: Annotated[str, AfterValidator(_web_address)] = ""
    oidc_client: str = ""
    oidc_secret: SecretStr = SecretStr("")
    oidc_name: str = ""

    @property
    def served_hosts(self) -> tuple[str, ...]:
        """The host names this service answers to; the machine itself where none is set."""
        return self.hosts or LOOPBACK

    @property
    def mail_folder(self) -> Path:
        """Where mail is written as files when there is no SMTP server."""
        return self.data / "mail"

    @property
    def sender(self) -> str:
        """The address that mail comes from."""
        return self.mail_from or f"Palermo <palermo@{self.served_hosts[0]}>"


def variable(field: str) -> str:
    """The name of the environment variable behind a field of `Environment`."""
    return "DATABASE_URL" if field == "database_url" else f"PALERMO_{field.upper()}"


def read(environ: Mapping[str, str]) -> Environment:
    """The environment's values, checked; raise `EnvironmentRefused` naming each variable that cannot be used."""
    given: dict[str, Any] = {
        field: environ[variable(field)] for field in Environment.model_fields if environ.get(variable(field))
    }
    try:
        held = Environment(**given)
    except ValidationError as error:
        raise EnvironmentRefused(_sentences(error)) from None
    _check_together(held)
    return held


def _sentences(error: ValidationError) -> str:
    """One line for each bad variable. The value is left out: it may be a password."""
    lines = [f"{variable(str(part['loc'][0]))}: {_reason(part['msg'])}." for part in error.errors()]
    return "The environment cannot be used.\n" + "\n".join(lines)


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")


def _check_together(held: Environment) -> None:
    if not held.reference.is_dir():
        raise EnvironmentRefused(
            f"PALERMO_REFERENCE: there is no folder {held.reference}. "
            "Unset it to use the tables that ship with Palermo."
        )
    if 0 < len(held.secret_key.get_secret_value()) < SECRET_LENGTH:
        raise EnvironmentRefused(
            f"PALERMO_SECRET_KEY: expected at least {SECRET_LENGTH} characters. Make one with "
            "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'`, "
            "or unset it to have one kept in PALERMO_DATA."
        )
    if bool(held.oidc_server) != bool(held.oidc_client):
        raise EnvironmentRefused("PALERMO_OIDC_SERVER and PALERMO_OIDC_CLIENT belong together. Set both, or neither.")


def secret_key(held: Environment) -> str:
    """The key that signs sessions: as set, else made on first use and kept in the data folder, for its owner only."""
    given = held.secret_key.get_secret_value()
    if given:
        return given
    path = held.data / "secret-key"
    try:
        if not path.exists():
            _keep_new_key(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise EnvironmentRefused(
            f"PALERMO_DATA: cannot keep the secret key in {held.data} ({error.strerror}). "
            "Set PALERMO_DATA to a folder that this user may write, or set PALERMO_SECRET_KEY."
        ) from error


def _keep_new_key(path: Path) -> None:
    """Write a whole file first and link it into place, so that two processes starting at once agree on one key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    handle, drafted = tempfile.mkstemp(dir=path.parent, prefix=".secret-key-")  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(64))
        try:
            os.link(drafted, path)
        except FileExistsError:
            return
    finally:
        Path(drafted).unlink()


def smtp_host(held: Environment) -> tuple[str, int]:
    """Host and port of the SMTP server; 465 or 587 where the address names no port."""
    parts = urlsplit(held.smtp_url)
    return parts.hostname or "", parts.port or (465 if parts.scheme == "smtps" else 587)


def smtp_user(held: Environment) -> tuple[str, str]:
    """Name and password for the SMTP server, empty where the address has none."""
    parts = urlsplit(held.smtp_url)
    return unquote(parts.username or ""), unquote(parts.password or "")


def identity_providers(held: Environment) -> dict[str, Any]:
    """The OpenID Connect provider that people may sign in with, in allauth's layout; empty where none is set."""
    if not held.oidc_server:
        return {}
    app = {
        "provider_id": "oidc",
        "name": held.oidc_name or urlsplit(held.oidc_server).hostname,
        "client_id": held.oidc_client,
        "secret": held.oidc_secret.get_secret_value(),
        "settings": {"server_url": held.oidc_server},
    }
    trusted = {"EMAIL_AUTHENTICATION": True, "EMAIL_AUTHENTICATION_AUTO_CONNECT": True, "OAUTH_PKCE_ENABLED": True}
    return {"openid_connect": {"APPS": [app], **trusted}}
