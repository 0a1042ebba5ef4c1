"""`palermo documents lineage`: a recurring resolution from year to year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.documents.changes import one_language
from palermo.cli.documents.listing import Row, width
from palermo.cli.documents.opening import Files, Language, Tongue, opener
from palermo.cli.documents.telling import Telling
from palermo.cli.documents.working import each
from palermo.cli.output import Answer, Column, Format, as_csv, as_table

if TYPE_CHECKING:
    from palermo.documents import Document
    from palermo.documents.lineage import Link

KINDS = ("kept", "changed", "moved", "split", "merged", "new", "dropped")
COLUMNS = (
    Column("year", "Year"),
    Column("symbol", "Symbol"),
    Column("carried_words", "Carried"),
    *(Column(kind, kind.capitalize()) for kind in KINDS),
    Column("title", "Title"),
    Column("path"),
    Column("day"),
    Column("carried"),
)


def lineage(
    files: Files,
    form: Annotated[Format, typer.Option("--format", help="How to write the chain.")] = Format.TABLE,
    language: Language = Tongue.AUTO,
) -> None:
    """The chain of a recurring resolution: what each text took over from the one before. Orders the files itself."""
    paths = [str(path) for path in files]
    telling = Telling(len(paths))
    with opener(files, language) as how, closing(telling.good(each(how.open, paths))) as opened:
        documents = list(opened)
    one_language(documents)
    if documents:
        _show(_rows(documents), form)
    telling.conclude()


def _rows(documents: Sequence[Document]) -> tuple[Row, ...]:
    from palermo.documents.lineage import chain

    links = chain(documents)
    first = links[0].old if links else documents[0]
    return (_facts(first), *map(_link, links))


def _facts(document: Document) -> dict[str, str | None]:
    head = document.masthead
    day = head.adopted or head.issued
    return {
        "year": str(day.year) if day else "",
        "symbol": head.symbol or document.name,
        "title": head.title,
        "path": document.name,
        "day": str(day) if day else None,
        "carried": None,
        "carried_words": "",
    }


def _link(link: Link) -> Row:
    counts = link.difference.counts()
    carried = {"carried": f"{link.carried:.4f}", "carried_words": f"{link.carried:.0%}"}
    return {**_facts(link.new), **carried, **{kind: counts[kind] for kind in KINDS}}


def _show(rows: tuple[Row, ...], form: Format) -> None:
    found = Answer(
        title=f"{len(rows)} {'text' if len(rows) == 1 else 'texts, oldest first'}",
        columns=COLUMNS,
        rows=rows,
        about={},
        notes=(
            "Carried: the share of six-word sequences that stood in the text before.",
            "The other numbers count paragraphs.",
        ),
    )
    if form is Format.JSON:
        typer.echo(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(as_csv(found) if form is Format.CSV else as_table(found, width()), nl=False)
