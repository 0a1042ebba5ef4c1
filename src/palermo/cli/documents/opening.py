"""A file becomes a document, or a reason why not: one bad file never stops the others."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from palermo.documents import Document

STANDARD_INPUT = "-"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class Tongue(StrEnum):
    """The language of the files; `auto` finds it for each."""

    AUTO = "auto"
    EN = "en"
    FR = "fr"
    ES = "es"
    RU = "ru"
    AR = "ar"
    ZH = "zh"


Files = Annotated[
    list[Path],
    typer.Argument(
        help="Text, pages as JSON Lines, PDF, DOCX or AKN4UN XML; - is standard input.", show_default=False
    ),
]
Language = Annotated[Tongue, typer.Option(help="The language; auto finds it for each file.")]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read or written: its path as given, a code, and a sentence that says what to do."""

    path: str
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Opener:
    """How files are opened. `language` is None to find it; `standard_input` is where that was kept."""

    language: str | None = None
    standard_input: str = ""

    def open(self, path: str) -> Document | Failure:
        """The document at a path as given, under that name; the reason where there is none."""
        from palermo.documents import Unreadable, document_of

        place = self.standard_input if path == STANDARD_INPUT else path
        try:
            return _refused(path, Path(place)) or replace(document_of(Path(place), self.language), name=path)
        except Unreadable as error:
            return Failure(path, error.code, self._told(path, str(error)))
        except OSError as error:
            return Failure(path, "unreadable", f"{path}: {error.strerror or error}")
        except Exception as error:  # told like every other reason; the other files go on
            return Failure(path, "unexpected", self._told(path, f"{path}: {type(error).__name__}: {error}"))

    def _told(self, path: str, message: str) -> str:
        return message.replace(self.standard_input, "standard input") if path == STANDARD_INPUT else message


def _refused(path: str, place: Path) -> Failure | None:
    """What is no document by its first bytes, so that the advice fits."""
    if place.is_dir():
        return Failure(path, "folder", f"{path} is a folder; give the files in it, for example {path.rstrip('/')}/*")
    if not place.is_file():
        return None
    with place.open("rb") as file:
        head = file.read(8)
    if head.startswith(PICTURES):
        return Failure(
            path, "picture", f"{path} is a picture; recognise its text first, and give that as PDF or text"
        )
    if head.startswith(OLD_OFFICE):
        return Failure(path, "old_office", f"{path} is a file of an old Office; save it as DOCX or PDF")
    return None


@contextmanager
def opener(files: Sequence[Path], language: Tongue) -> Iterator[Opener]:
    """How these files are opened; standard input is kept in a file while it is needed."""
    wanted = None if language is Tongue.AUTO else language.value
    if STANDARD_INPUT not in map(str, files):
        yield Opener(wanted)
        return
    data = sys.stdin.buffer.read()
    suffix = ".jsonl" if data.lstrip().startswith(b"{") else ".txt"
    with tempfile.NamedTemporaryFile(suffix=suffix) as kept:
        kept.write(data)
        kept.flush()
        yield Opener(wanted, kept.name)
