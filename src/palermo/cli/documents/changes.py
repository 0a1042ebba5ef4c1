"""`palermo documents diff`: what became of each paragraph."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.documents.listing import Row, width
from palermo.cli.documents.opening import Failure, Language, Tongue, opener
from palermo.cli.documents.places import heading, places
from palermo.cli.errors import Exit, Stop
from palermo.cli.output import Answer, Column, as_csv, as_table

if TYPE_CHECKING:
    from palermo.documents import Document, Paragraph
    from palermo.documents.lineage import Difference, Pairing

COLUMNS = (
    Column("kind", "What"),
    Column("old", "Before"),
    Column("new", "After"),
    Column("words", "Words"),
    Column("removed", "Removed"),
    Column("added", "Added"),
)


class Shape(StrEnum):
    """How a difference is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier text.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The later text, in the same language.", show_default=False)],
    form: Annotated[
        Shape, typer.Option("--format", help="markdown and html mark each word that came and went.")
    ] = Shape.TABLE,
    language: Language = Tongue.AUTO,
) -> None:
    """Compare two texts: paragraphs that were kept, changed, moved, split, merged, are new or were dropped."""
    with opener([old, new], language) as how:
        before, after = _good(how.open(str(old))), _good(how.open(str(new)))
    from palermo.documents.lineage import compare

    one_language([before, after])
    sys.stdout.buffer.write(_written(form, compare(before, after), before, after).encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def one_language(documents: Sequence[Document]) -> None:
    """Raise `Stop` for texts that cannot be compared, since they are in several languages."""
    by = {document.language: document.name for document in documents}
    if len(by) > 1:
        told = ", ".join(f"{language} ({name})" for language, name in by.items())
        raise Stop(
            Exit.BAD_INPUT,
            f"expected texts in one language, got {told}. If one was taken for another, add --language.",
        )


def _good(opened: Document | Failure) -> Document:
    if isinstance(opened, Failure):
        raise Stop(Exit.UNEXPECTED if opened.error == "unexpected" else Exit.UNREADABLE, opened.message)
    return opened


def _written(form: Shape, difference: Difference, old: Document, new: Document) -> str:
    from palermo.documents import writing

    if form is Shape.JSON:
        return json.dumps(writing.difference_as_json(difference), ensure_ascii=False, indent=2) + "\n"
    if form is Shape.MARKDOWN:
        return writing.difference_as_markdown(difference, old, new)
    if form is Shape.HTML:
        return writing.difference_as_html(difference, old, new)
    found = _answer(difference, old, new)
    return as_csv(found) if form is Shape.CSV else as_table(found, width())


def _answer(difference: Difference, old: Document, new: Document) -> Answer:
    before, after = places(old), places(new)
    told = ", ".join(f"{count} {kind}" for kind, count in difference.counts().items() if count)
    return Answer(
        title=f"{heading(old)} → {heading(new)}",
        columns=COLUMNS,
        rows=tuple(_row(pairing, before, after) for pairing in difference.pairings),
        about={},
        notes=(f"{told or 'no paragraphs'}.", "--format html or markdown shows every word in its place."),
    )


def _row(pairing: Pairing, before: dict[str, str], after: dict[str, str]) -> Row:
    runs = {
        kind: " … ".join(run.text.strip() for run in pairing.runs if run.kind == kind)
        for kind in ("removed", "added")
    }
    whole = len(pairing.old) == 0 or len(pairing.new) == 0
    return {
        "kind": pairing.kind,
        "old": _named(pairing.old, before),
        "new": _named(pairing.new, after),
        "words": _beginning((pairing.new or pairing.old)[0].text),
        "removed": "" if whole else runs["removed"],
        "added": "" if whole else runs["added"],
    }


def _named(paragraphs: Sequence[Paragraph], names: dict[str, str]) -> str:
    return ", ".join(names.get(paragraph.id, paragraph.id) for paragraph in paragraphs)


def _beginning(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
