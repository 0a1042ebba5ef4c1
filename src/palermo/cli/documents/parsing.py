"""`palermo documents parse`: documents as JSON, AKN4UN, Markdown or pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.documents.keeping import keep, left, targets
from palermo.cli.documents.opening import Failure, Files, Language, Opener, Tongue, opener
from palermo.cli.documents.telling import Telling
from palermo.cli.documents.working import each
from palermo.cli.errors import Exit, Stop

if TYPE_CHECKING:
    from palermo.documents import Document


class Shape(StrEnum):
    """How documents are written."""

    JSON = "json"
    JSONL = "jsonl"
    AKN = "akn"
    MARKDOWN = "markdown"
    HTML = "html"


class More(StrEnum):
    """What JSON may hold beside the tree."""

    UNITS = "units"
    TOPICS = "topics"


SUFFIXES = {
    Shape.JSON: ".json",
    Shape.JSONL: ".jsonl",
    Shape.AKN: ".xml",
    Shape.MARKDOWN: ".md",
    Shape.HTML: ".html",
}
MANY = (Shape.JSON, Shape.JSONL)


@dataclass(frozen=True, slots=True)
class Written:
    """A document in its form. `data` is empty where it was kept in a file."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Writer:
    """Opens a file and writes its document; travels to other processes."""

    opener: Opener
    shape: Shape
    more: frozenset[More] = frozenset()
    kept: dict[str, Path] = field(default_factory=dict)

    def __call__(self, path: str) -> Written | Failure:
        """The document at a path, written."""
        document = self.opener.open(path)
        if isinstance(document, Failure):
            return document
        try:
            data = self._data(path, document)
            if path not in self.kept:
                return Written(data)
            keep(self.kept[path], data)
        except OSError as error:
            return Failure(path, "unwritable", f"{self.kept.get(path, path)}: {error.strerror or error}")
        except Exception as error:  # one document that cannot be written never stops the others
            return Failure(path, getattr(error, "code", "unexpected"), f"{path}: {type(error).__name__}: {error}")
        return Written(b"")

    def _data(self, path: str, document: Document) -> bytes:
        if self.shape is Shape.AKN:
            from palermo.documents import akn

            return akn.write(document)
        return self._text(path, document).encode("utf-8", "backslashreplace")  # as JSON names a lone surrogate

    def _text(self, path: str, document: Document) -> str:
        from palermo.documents import writing

        if self.shape is Shape.MARKDOWN:
            return writing.as_markdown(document)
        if self.shape is Shape.HTML:
            return writing.as_html(document, writing.found_in(document))
        found = writing.found_in(document, units=More.UNITS in self.more, topics=More.TOPICS in self.more)
        held = {"path": path, **writing.as_json(document, found)}
        return json.dumps(held, ensure_ascii=False, indent=2 if self.shape is Shape.JSON else None) + "\n"


def parse(
    files: Files,
    shape: Annotated[
        Shape, typer.Option("--format", help="json and html for people, jsonl for programs.")
    ] = Shape.JSON,
    language: Language = Tongue.AUTO,
    more: Annotated[
        list[More] | None, typer.Option("--with", help="What JSON holds beside the tree. Pages always have both.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="A folder: one file for each document.", show_default=False)
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Leave files that are there as they are.")] = False,
) -> None:
    """Parse documents, on all cores. A file that cannot be read is told with its reason; the others go on."""
    paths = [str(path) for path in files]
    wanted = _wanted(paths, shape, output, replace=replace, resume=resume)
    if more and shape not in MANY:
        raise Stop(Exit.USAGE, f"--with expects --format json or jsonl, got {shape.value}. html always has both.")
    with opener(files, language) as how:
        work = Writer(how, shape, frozenset(more or ()), wanted)
        todo = [path for path in paths if output is None or path in wanted]
        _write(todo, work, output, skipped=len(paths) - len(todo))


def _wanted(
    paths: Sequence[str], shape: Shape, output: Path | None, *, replace: bool, resume: bool
) -> dict[str, Path]:
    if output is None:
        if len(paths) > 1 and shape not in MANY:
            raise Stop(
                Exit.USAGE,
                f"{len(paths)} documents as {shape.value} need a folder to go to: add --output FOLDER.",
            )
        if replace or resume:
            raise Stop(Exit.USAGE, "--replace and --resume expect --output FOLDER.")
        return {}
    return left(targets(paths, output, SUFFIXES[shape]), replace=replace, resume=resume)


def _write(paths: Sequence[str], work: Writer, output: Path | None, *, skipped: int) -> None:
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    telling = Telling(len(paths), lines=work.shape is Shape.JSONL)
    with closing(telling.good(each(work, paths))) as results:
        for written in results:
            sys.stdout.buffer.write(written.data)
    sys.stdout.flush()
    if output is not None:
        there = f"; {skipped} were there already" if skipped else ""
        count = len(paths) - len(telling.failures)
        typer.echo(f"Wrote {count} {'file' if count == 1 else 'files'} to {output}{there}.", err=True)
    telling.conclude()
