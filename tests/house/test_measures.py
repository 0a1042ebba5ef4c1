"""How long files and functions may be: what readers can hold in mind."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.house.house import ROOT, SOURCE, named, programs

ANY_FILE, ANY_TEST_FILE = 600, 800


@cache
def code() -> tuple[Path, ...]:
    return (*programs(SOURCE), ROOT / "dev.py")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> dict[str, int]:
    """The length of each function of a file, from `def` to its last line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def longest(lengths: dict[str, int]) -> str:
    ordered = sorted(lengths.items(), key=lambda item: -item[1])
    return "the longest: " + "; ".join(f"{name} {length}" for name, length in ordered[:8])


def ninetieth(lengths: dict[str, int]) -> float:
    return quantiles(lengths.values(), n=10)[-1]


def test_files_stay_short() -> None:
    lengths = dict(zip(named(code()), map(lines, code()), strict=True))
    assert max(lengths.values()) <= ANY_FILE, longest(lengths)
    assert ninetieth(lengths) <= 350, longest(lengths)
    assert median(lengths.values()) <= 100, longest(lengths)


def test_functions_stay_short() -> None:
    lengths = {name: length for path in code() for name, length in functions(path).items()}
    long = {name: length for name, length in lengths.items() if length > 50}
    assert ninetieth(lengths) <= 35, longest(lengths)
    assert median(lengths.values()) <= 10, longest(lengths)
    assert len(long) <= 0.03 * len(lengths), longest(long)


def test_test_files_stay_readable() -> None:
    tests = programs(ROOT / "tests")
    assert {name for name, path in zip(named(tests), tests, strict=True) if lines(path) > ANY_TEST_FILE} == set()


@pytest.mark.parametrize(("body", "length"), [("    pass", 2), ("    x = 1\n\n    return x", 4)])
def test_a_function_is_measured_from_def_to_its_end(
    tmp_path: Path, body: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.house.test_measures.ROOT", tmp_path)
    (tmp_path / "one.py").write_text(f"@decorated\ndef one():\n{body}\n", encoding="utf-8")
    assert list(functions(tmp_path / "one.py").values()) == [length]
