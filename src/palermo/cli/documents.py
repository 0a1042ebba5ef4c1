"""`palermo documents`: UN texts become trees of paragraphs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from palermo.cli.errors import Exit

app = typer.Typer(no_args_is_help=True, help="Read United Nations texts: paragraphs, notes and references.")


class Shape(StrEnum):
    """How documents are written."""

    JSON = "json"
    JSONL = "jsonl"


class Tongue(StrEnum):
    """The language of the files; `auto` finds it for each."""

    AUTO = "auto"
    EN = "en"
    FR = "fr"
    ES = "es"
    RU = "ru"
    AR = "ar"
    ZH = "zh"


@app.callback()
def _root() -> None:
    """Keeps `parse` a command of its own."""


@app.command()
def parse(
    files: Annotated[list[Path], typer.Argument(help="Text, pages as JSON Lines, PDF, DOCX or AKN4UN XML.")],
    shape: Annotated[Shape, typer.Option("--format", help="json for people, jsonl for programs.")] = Shape.JSON,
    language: Annotated[Tongue, typer.Option(help="The language; auto finds it.")] = Tongue.AUTO,
) -> None:
    """Parse documents, on all cores. A file that cannot be read is one line of JSON on standard error."""
    failed = False
    for answer in answers([str(path) for path in files], None if language is Tongue.AUTO else language.value):
        if "error" in answer:
            failed = True
            sys.stderr.write(json.dumps(answer, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2 if shape is Shape.JSON else None) + "\n")
    if failed:
        raise typer.Exit(Exit.UNREADABLE)


def answers(paths: list[str], language: str | None) -> Iterator[dict[str, Any]]:
    """A record for each path, in order: the document, or the error with its code and reason."""
    cores = min(os.cpu_count() or 1, len(paths))
    if cores < 2 or len(paths) < 4:
        yield from (answer(path, language) for path in paths)
        return
    with ProcessPoolExecutor(cores) as pool:
        yield from pool.map(answer, paths, _always(language), chunksize=max(1, min(16, len(paths) // (4 * cores))))


def _always(value: str | None) -> Iterable[str | None]:
    while True:
        yield value


def answer(path: str, language: str | None) -> dict[str, Any]:
    """The document at a path as plain values; where it cannot be had, `error` and `message`."""
    from palermo.documents import Unreadable, document_of
    from palermo.documents.writing import as_json

    try:
        return {"path": path, **as_json(document_of(Path(path), language))}
    except Unreadable as error:
        return {"path": path, "error": error.code, "message": str(error)}
    except Exception as error:  # one bad file never stops the others; its reason is told like every other
        return {"path": path, "error": "unexpected", "message": f"{type(error).__name__}: {error}"}
