"""A catalogue, an operator's source, and files that tests write. Dates in these files are simulated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from palermo.reference import Catalogue, Source, load
from palermo.sources import Problem, Reading, SourceError, read

AS_OF = date(2026, 1, 31)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="session")
def source() -> Source:
    return Source("operator-2026", "treaties.un.org", "TIP", "", AS_OF, "simulated download", "facts")


@pytest.fixture
def reading(tmp_path: Path, catalogue: Catalogue, source: Source) -> Callable[..., Reading]:
    """Write a file of this text or these bytes and read it."""

    def write_and_read(content: str | bytes, name: str = "file.csv", **asked: object) -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return partial(read, path, catalogue=catalogue, source=source)(**asked)  # type: ignore[arg-type]

    return write_and_read


@pytest.fixture
def refusal(reading: Callable[..., Reading]) -> Callable[..., SourceError]:
    """The error with which a file is refused as a whole."""

    def refused(content: str | bytes, name: str = "file.csv", **asked: object) -> SourceError:
        with pytest.raises(SourceError) as caught:
            reading(content, name, **asked)
        return caught.value

    return refused


def codes(reading: Reading) -> list[tuple[str, int]]:
    """The problems of a reading as code and row."""
    return [(problem.code, problem.row) for problem in reading.problems]


def only(reading: Reading) -> Problem:
    """The one problem of a reading."""
    (problem,) = reading.problems
    return problem
