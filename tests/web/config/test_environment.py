"""The environment: what is taken, what is refused, and what the refusal says."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from palermo.reference import SHIPPED
from palermo.web.config import databases
from palermo.web.config.environment import (
    EnvironmentRefused,
    identity_providers,
    read,
    secret_key,
    smtp_host,
    smtp_user,
)


def test_nothing_set_is_a_service_for_this_machine() -> None:
    held = read({})
    assert (held.demo, held.hosts, held.proxy) == (False, (), 0)
    assert held.served_hosts == ("localhost", "127.0.0.1", "[::1]")
    assert held.reference == SHIPPED
    assert held.data.is_absolute()


def test_what_is_set_is_taken(tmp_path: Path) -> None:
    held = read(
        {
            "PALERMO_DATA": str(tmp_path),
            "PALERMO_REFERENCE": str(tmp_path),
            "PALERMO_DEMO": "1",
            "PALERMO_HOSTS": "palermo.example.org, register.example.org",
            "PALERMO_PROXY": "1",
            "DATABASE_URL": "postgres://u:p@h/d",
        }
    )
    assert held.hosts == ("palermo.example.org", "register.example.org")
    assert (held.demo, held.proxy, held.data, held.mail_folder) == (True, 1, tmp_path, tmp_path / "mail")
    with pytest.raises(ValueError, match="frozen"):
        held.demo = False  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("PALERMO_DEMO", "perhaps", "boolean"),
        ("PALERMO_HOSTS", "https://palermo.example.org", "give names like palermo.example.org"),
        ("PALERMO_HOSTS", "*", "give names like palermo.example.org"),
        ("PALERMO_PROXY", "9", "less than or equal to 5"),
        ("DATABASE_URL", "mysql://h/d", "postgres://user:password@host:5432/name"),
        ("PALERMO_SMTP_URL", "mail.example.org", "smtp://user:password@host:587"),
        ("PALERMO_SECRET_KEY", "short", "at least 50 characters"),
        ("PALERMO_REFERENCE", "/nowhere/at/all", "Unset it"),
        ("PALERMO_LOG_LEVEL", "loud", "debug"),
        ("PALERMO_OIDC_SERVER", "http://login.example.org", "https://"),
        ("PALERMO_OIDC_SERVER", "https://login.example.org", "belong together"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name_with_advice(name: str, value: str, advice: str) -> None:
    with pytest.raises(EnvironmentRefused) as caught:
        read({name: value})
    assert name in str(caught.value)
    assert advice in str(caught.value)


def test_a_refusal_quotes_no_password() -> None:
    with pytest.raises(EnvironmentRefused) as caught:
        read({"DATABASE_URL": "mysql://u:tellnobody@h/d", "PALERMO_SMTP_URL": "http://u:tellnobody@h"})
    assert "tellnobody" not in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)
    assert "PALERMO_SMTP_URL" in str(caught.value)


def test_secrets_do_not_show() -> None:
    held = read({"PALERMO_SECRET_KEY": "k" * 60})
    assert "kkk" not in repr(held)
    assert secret_key(held) == "k" * 60


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    held = read({"PALERMO_DATA": str(tmp_path / "var")})
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key(held), range(16)))
    kept = tmp_path / "var" / "secret-key"
    assert keys == {kept.read_text()}
    assert len(kept.read_text()) >= 50
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret-key"]


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where a folder should be")
    with pytest.raises(EnvironmentRefused, match="Set PALERMO_DATA to a folder that this user may write"):
        secret_key(read({"PALERMO_DATA": str(tmp_path / "var")}))


def test_smtp_addresses() -> None:
    plain, closed = (read({"PALERMO_SMTP_URL": url}) for url in ("smtp://h", "smtps://u%40x:p%2Fw@h:4650"))
    assert (smtp_host(plain), smtp_user(plain)) == (("h", 587), ("", ""))
    assert (smtp_host(closed), smtp_user(closed)) == (("h", 4650), ("u@x", "p/w"))


def test_an_identity_provider_is_optional() -> None:
    assert identity_providers(read({})) == {}
    held = read({"PALERMO_OIDC_SERVER": "https://login.example.org/", "PALERMO_OIDC_CLIENT": "palermo"})
    app = identity_providers(held)["openid_connect"]["APPS"][0]
    assert (app["client_id"], app["settings"]["server_url"]) == ("palermo", "https://login.example.org")


def test_sqlite_takes_its_lock_first(tmp_path: Path) -> None:
    held = databases.settings("", tmp_path)
    assert held["NAME"] == str(tmp_path / "palermo.sqlite3")
    assert held["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in held["OPTIONS"]["init_command"]
    assert databases.settings("sqlite:////srv/p%20q.sqlite3", tmp_path)["NAME"] == "//srv/p q.sqlite3"


def test_postgresql_with_everything() -> None:
    held = databases.settings("postgres://u%40x:p%2Fw@db.example.org:5433/palermo?sslmode=require", Path())
    assert held["ENGINE"].endswith("postgresql")
    assert [held[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "u@x", "p/w", "db.example.org", "5433", "palermo",
    ]  # fmt: skip
    assert held["OPTIONS"] == {"sslmode": "require"}
    assert held["CONN_HEALTH_CHECKS"]
