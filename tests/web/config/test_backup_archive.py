"""What is no backup is told apart before a line of it is believed. No database is asked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palermo.web.config.backups import layout, reading
from palermo.web.config.backups.layout import BackupBroken, BackupRefused

LINES = b'[1, "FRA"]\n[2, "DEU"]\n'
MEMBER = "tables/treaties.Act.jsonl"


def manifest(content: bytes = LINES, **values: Any) -> dict[str, Any]:
    """The manifest of a backup with one table of two columns."""
    entry = {
        "table": "treaties.Act",
        "columns": ["id", "state"],
        "rows": content.count(b"\n"),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    told = {
        "format": layout.FORMAT,
        "version": layout.VERSION,
        "palermo": "0.1.0",
        "created": "2026-03-01T12:00:00Z",
        "database": "sqlite",
        "key": "mark",
        "migrations": {},
        "tables": [entry],
        "audit": {"sequence": 0, "hash": "0" * 64},
    }
    return {**told, **values}


def archive(path: Path, told: object, content: bytes = LINES) -> Path:
    """An archive with this manifest and one table."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(layout.MANIFEST, told if isinstance(told, bytes) else json.dumps(told))
        made.writestr(MEMBER, content)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backup.zip"


def rows(path: Path) -> list[list[Any]]:
    """All rows of the one table."""
    with reading.opened(path) as held:
        return list(held.rows(held.manifest.tables[0]))


def refusal(path: Path) -> str:
    """With what words the archive as a whole is refused, before or while its rows are read."""
    with pytest.raises((BackupBroken, BackupRefused)) as caught, reading.opened(path) as held:
        held.check()
    return str(caught.value)


def test_a_whole_archive_gives_its_rows(path: Path) -> None:
    assert rows(archive(path, manifest())) == [[1, "FRA"], [2, "DEU"]]


@pytest.mark.parametrize("content", [b"", b"[1, 2]\n" * 3000])
def test_an_empty_table_and_a_long_one_are_whole(path: Path, content: bytes) -> None:
    assert len(rows(archive(path, manifest(content), content))) == content.count(b"\n")


def test_an_archive_without_a_manifest_is_no_backup(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(MEMBER, LINES)
    assert f"there is no {layout.MANIFEST}" in refusal(path)


def test_a_manifest_is_never_long(path: Path) -> None:
    long = json.dumps(manifest()).encode() + b" " * reading.MANIFEST_BYTES
    assert "is larger than 1,000,000 bytes" in refusal(archive(path, long))


@pytest.mark.parametrize(
    "told", [b"", b"{", b"[]", b"1", b"null", b'{"format": "other"}', b"[" * 200_000, b"\xff\xfe"]
)
def test_a_manifest_that_says_something_else_is_none(path: Path, told: bytes) -> None:
    assert "is no backup of Palermo" in refusal(archive(path, told))


@pytest.mark.parametrize("version", [0, layout.VERSION + 1, "1", True])
def test_another_format_names_the_release_that_reads_it(path: Path, version: object) -> None:
    if version == layout.VERSION:  # JSON's true is not a number, though Python takes it for one
        assert rows(archive(path, manifest(version=version)))
        return
    told = refusal(archive(path, manifest(version=version, palermo="9.9.9")))
    assert f"has format {version}" in told
    assert "(9.9.9)" in told


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"created": "soon"}, "created"),
        ({"audit": {"sequence": 0}}, "audit.hash"),
        ({"extra": 1}, "extra"),
        ({"tables": [{**manifest()["tables"][0], "rows": -1}]}, "tables.0.rows"),
        ({"tables": [{**manifest()["tables"][0], "sha256": "short"}]}, "tables.0.sha256"),
    ],
)
def test_a_manifest_that_is_wrong_says_where(path: Path, values: dict[str, Any], field: str) -> None:
    assert refusal(archive(path, manifest(**values))).startswith(f"{layout.MANIFEST}: {field}: ")


def test_a_table_twice_is_said_to_be_twice(path: Path) -> None:
    archive(path, manifest())
    with zipfile.ZipFile(path, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr(MEMBER, LINES)
    assert "one of them twice" in refusal(path)


def test_an_archive_with_a_password_is_none_of_ours(path: Path) -> None:
    data = archive(path, manifest()).read_bytes()
    flagged = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            flagged[at + offset] |= reading.ENCRYPTED
            at = data.find(signature, at + 4)
    path.write_bytes(flagged)
    assert "the archive has a password" in refusal(path)


def test_a_size_that_the_manifest_does_not_say(path: Path) -> None:
    told = manifest()
    told["tables"][0]["bytes"] += 1
    assert f"has {len(LINES)} bytes; the manifest says {len(LINES) + 1}" in refusal(archive(path, told))


def test_what_packs_too_well_is_not_unpacked(path: Path) -> None:
    content = b" " * 1_000_000
    assert f"more than {reading.RATIO} times its size" in refusal(archive(path, manifest(content), content))


def test_a_line_that_never_ends_is_not_held_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LINE_BYTES", 8)
    assert "has a line longer than 8 bytes" in refusal(archive(path, manifest()))


@pytest.mark.parametrize(
    "line",
    [b"[1]\n", b"[1, 2, 3]\n", b'{"id": 1}\n', b"null\n", b"\n", b"[1, 2\n", b"\xff\n", b"[" * 100_000 + b"\n"],
)
def test_a_line_that_is_no_row_is_named_by_its_number(path: Path, line: bytes) -> None:
    content = b"[1, 2]\n" + line
    told = refusal(archive(path, manifest(content), content))
    assert f"{MEMBER}, line 2: expected a list of 2 values" in told


def test_another_content_of_the_same_size_is_found(path: Path) -> None:
    altered = LINES.replace(b"FRA", b"DEU")
    assert "was altered, or cut" in refusal(archive(path, manifest(), altered))


def test_fewer_rows_than_the_manifest_says_are_found(path: Path) -> None:
    told = manifest()
    told["tables"][0]["rows"] = 3
    assert "was altered, or cut" in refusal(archive(path, told))


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_byte_is_another_the_rows_are_the_same_or_the_archive_is_refused(
    path: Path, place: int, byte: int
) -> None:
    data = bytearray(archive(path, manifest()).read_bytes())
    data[place % len(data)] = byte
    path.write_bytes(data)
    with suppress(BackupBroken, BackupRefused):
        assert rows(path) == [[1, "FRA"], [2, "DEU"]]


# --- Values -------------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(JSON)
def test_what_json_can_hold_is_written_as_it_is(value: object) -> None:
    assert json.loads(json.dumps(layout.written(value))) == value


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_keeps_its_microseconds(moment: datetime) -> None:
    assert datetime.fromisoformat(layout.written(moment)) == moment


def test_a_day_and_an_identifier_are_written_as_text() -> None:
    assert layout.written(date(2026, 2, 28)) == "2026-02-28"
    assert layout.written(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"


@pytest.mark.parametrize("value", [b"bytes", {1, 2}, object(), iter(())])
def test_a_kind_of_value_that_nobody_has_thought_of_stops_the_backup(value: object) -> None:
    with pytest.raises(TypeError, match=r"cannot hold a \w+ yet"):
        layout.written(value)
