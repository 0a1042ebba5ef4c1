"""The PostgreSQL of the tests: there while it is needed, and gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.house import private_postgresql
from tests.house.private_postgresql import OLDEST, Skipped, find, running


@pytest.fixture
def address() -> Iterator[str]:
    try:
        find()
    except Skipped as reason:
        pytest.skip(str(reason))
    with running() as held:
        yield held


@pytest.mark.postgres
def test_it_answers_on_this_machine_only(address: str) -> None:
    with psycopg.connect(address) as connection:
        version = connection.info.server_version // 10_000
        rows = connection.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [["fsync", "listen_addresses"]]
        )
        assert dict(rows.fetchall()) == {"fsync": "off", "listen_addresses": "127.0.0.1"}
    assert version >= OLDEST


@pytest.mark.postgres
def test_it_leaves_nothing_behind() -> None:
    try:
        with running() as address:
            with psycopg.connect(address) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
            assert row
            folder = Path(str(row[0]))
            assert folder.is_dir()
    except Skipped as reason:
        pytest.skip(str(reason))
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host="127.0.0.1", port=urlsplit(address).port or 0, user="palermo", connect_timeout=2)


def test_without_postgresql_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(private_postgresql, "DEBIAN", Path("/nowhere"))
    with pytest.raises(Skipped, match="apt-get install postgresql"):
        find()


def test_the_newest_version_is_taken_and_old_ones_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("9", "15", "14", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin/initdb").touch()
    monkeypatch.setattr(private_postgresql, "DEBIAN", tmp_path)
    assert find() == tmp_path / "17/bin"
