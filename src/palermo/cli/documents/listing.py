"""Rows from many files, written as they come: a table for each document, or one stream for programs."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.documents.opening import Failure, Opener, Tongue, opener
from palermo.cli.documents.telling import Telling
from palermo.cli.documents.working import each
from palermo.cli.output import Answer, Column, Value, as_csv, as_table

if TYPE_CHECKING:
    from palermo.documents import Document

WIDE, NARROW = 132, 72
Row = Mapping[str, Value]


class Listed(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Shape = Annotated[Listed, typer.Option("--format", help="A table for people; one stream of rows for programs.")]


@dataclass(frozen=True, slots=True)
class Lister:
    """Opens a file and makes its answer; travels to other processes."""

    opener: Opener
    answer: Callable[[Document], Answer]

    def __call__(self, path: str) -> Answer | Failure:
        """The answer for the document at a path."""
        document = self.opener.open(path)
        if isinstance(document, Failure):
            return document
        try:
            return self.answer(document)
        except Exception as error:  # one document never stops the others
            return Failure(path, "unexpected", f"{path}: {type(error).__name__}: {error}")


def listing(
    files: Sequence[Path],
    language: Tongue,
    form: Listed,
    answer: Callable[[Document], Answer],
    columns: Sequence[Column],
) -> None:
    """Write the answers for all files, in their order; end with the code of `Telling` where some failed."""
    paths = [str(path) for path in files]
    telling = Telling(len(paths), lines=form is Listed.JSONL)
    with opener(files, language) as how, closing(telling.good(each(Lister(how, answer), paths))) as answers:
        if form is Listed.CSV:
            _csv(answers, columns)
        else:
            {Listed.TABLE: _tables, Listed.JSON: _json, Listed.JSONL: _lines}[form](answers)
    sys.stdout.flush()
    telling.conclude()


def width() -> int:
    """As wide as the terminal; where the output goes to a file, as wide as a page."""
    return max(NARROW, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDE


def _tables(answers: Iterable[Answer]) -> None:
    for at, answer in enumerate(answers):
        typer.echo("\n" * bool(at) + as_table(answer, width()), nl=False)


def _lines(answers: Iterable[Answer]) -> None:
    for answer in answers:
        typer.echo("".join(_one(row) + "\n" for row in answer.rows), nl=False)


def _json(answers: Iterable[Answer]) -> None:
    """One array; a row a line, so that thousands of files need no memory."""
    between = "[\n"
    for answer in answers:
        for row in answer.rows:
            typer.echo(between + _one(row), nl=False)
            between = ",\n"
    typer.echo("[]" if between == "[\n" else "\n]")


def _csv(answers: Iterable[Answer], columns: Sequence[Column]) -> None:
    typer.echo(as_csv(Answer("", tuple(columns), (), {}, ())), nl=False)
    for answer in answers:
        typer.echo(as_csv(answer).partition("\n")[2], nl=False)


def _one(row: Row) -> str:
    return json.dumps(dict(row), ensure_ascii=False, default=str)
