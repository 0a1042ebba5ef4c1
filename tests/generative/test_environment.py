"""Whatever stands in the environment, the service takes it or refuses it in words that give no secret away."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from palermo.web.config import databases
from palermo.web.config.environment import Environment, EnvironmentRefused, read, smtp_host, smtp_user, variable

NAMES = [variable(field) for field in Environment.model_fields]
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
PIECES = st.lists(
    st.sampled_from(
        [
            "postgres",
            "smtp",
            "https",
            "sqlite",
            "://",
            ":",
            "/",
            "@",
            "[",
            "]",
            "?",
            "#",
            "%2F",
            "%",
            "h",
            "5432",
            "99999",
            ",",
            "*",
            " ",
        ]
    ),
    max_size=8,
).map("".join)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
HOSTS = st.from_regex(r"[a-z][a-z0-9-]{0,10}(\.[a-z]{2,5}){0,2}", fullmatch=True)
PORTS = st.integers(1, 65535)


@given(st.dictionaries(st.sampled_from(NAMES), TEXTS | PIECES, max_size=4))
def test_whatever_is_set_is_taken_or_refused_by_name(environ: dict[str, str]) -> None:
    try:
        held = read(environ)
    except EnvironmentRefused as caught:
        refused = str(caught)
    else:
        databases.settings(held.database_url, held.data)
        smtp_host(held)
        smtp_user(held)
        return
    assert any(name in refused for name in environ)


@given(
    st.sampled_from(["DATABASE_URL", "PALERMO_SMTP_URL", "PALERMO_OIDC_SERVER"]),
    st.sampled_from(["postgres", "postgresql", "smtp", "smtps", "https", "mysql", "ftp"]),
    st.text("abcdefgh/:@#[]?", min_size=8, max_size=16),
)
def test_a_refusal_never_holds_a_piece_of_a_password(name: str, scheme: str, secret: str) -> None:
    password = f"hunter{secret}2"
    try:
        read({name: f"{scheme}://user:{password}@host/name"})
    except EnvironmentRefused as caught:
        refused = str(caught)
    else:
        return
    assert "hunter" not in refused
    assert name in refused


@pytest.mark.parametrize("port", ["99999", "-1", "five", "54 32", "५४३२१००"])
@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("DATABASE_URL", "postgres://u:p@h:{}/d"),
        ("PALERMO_SMTP_URL", "smtp://h:{}"),
        ("PALERMO_OIDC_SERVER", "https://h:{}"),
    ],
)
def test_a_port_that_is_none_is_refused_with_what_to_write(name: str, address: str, port: str) -> None:
    with pytest.raises(EnvironmentRefused, match="host or port cannot be read") as caught:
        read({name: address.format(port)})
    assert name in str(caught.value)
    assert "%2F for /" in str(caught.value)


@given(WORDS, WORDS, HOSTS, PORTS, WORDS)
def test_a_database_is_reached_with_the_very_words(user: str, password: str, host: str, port: int, name: str) -> None:
    assume(not name.startswith("/"))
    address = "postgres://{}:{}@{}:{}/{}".format(
        *(quote(str(part), safe="") for part in (user, password, host, port, name))
    )
    held = databases.settings(read({"DATABASE_URL": address}).database_url, Path())
    assert [held[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        user,
        password,
        host,
        str(port),
        name,
    ]


@given(WORDS, WORDS, HOSTS, PORTS, st.sampled_from(["smtp", "smtps"]))
def test_a_mail_server_is_reached_with_the_very_words(
    user: str, password: str, host: str, port: int, scheme: str
) -> None:
    held = read({"PALERMO_SMTP_URL": f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{host}:{port}"})
    assert (smtp_host(held), smtp_user(held)) == ((host, port), (user, password))


@given(st.lists(HOSTS, max_size=4), st.sampled_from([",", ", ", " ,", ",,"]))
def test_hosts_are_named_with_commas_between(hosts: list[str], between: str) -> None:
    held = read({"PALERMO_HOSTS": between.join(hosts)})
    assert held.hosts == tuple(hosts)
    assert held.served_hosts == (tuple(hosts) or ("localhost", "127.0.0.1", "[::1]"))
    assert held.sender.endswith(f"@{held.served_hosts[0]}>")
