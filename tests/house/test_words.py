"""What no file of the project may say: where it was written, and where packages come from."""

from __future__ import annotations

import re

import pytest

from tests.house.house import WEB, named, programs, texts

# Each word is split so that this file may name it without saying it.
FORBIDDEN = tuple(
    first + rest
    for first, rest in (
        ("/wo", "rk/"),
        ("../sha", "red"),
        ("pypi.org/", "simple"),
        ("files.python", "hosted.org"),
        ("registry.", "npmjs"),
        ("fonts.google", "apis"),
        ("cdn.", "jsdelivr"),
        ("unp", "kg.com"),
    )
)


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_file_says(word: str) -> None:
    found = [path for path in texts() if word in path.read_text(encoding="utf-8", errors="replace")]
    assert named(found) == []


def test_only_words_that_are_written_are_searched() -> None:
    assert {path.suffix for path in texts()} >= {".py", ".toml", ".lock", ".csv"}


def test_templates_carry_no_inline_script_or_style() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style|\sstyle=|\son[a-z]+=[\"']")
    pages = [path for path in texts() if path.suffix == ".html" and path.is_relative_to(WEB)]
    assert named([path for path in pages if inline.search(path.read_text(encoding="utf-8"))]) == []


def test_rooms_are_not_called_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "base_utils", "services"}
    assert [path for path in named(list(programs(WEB.parent))) if empty & set(re.split(r"[/.]", path))] == []
