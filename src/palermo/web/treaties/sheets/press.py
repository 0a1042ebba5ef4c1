"""Sets one sheet and ends. A program of its own: Typst keeps hundreds of megabytes for a next time that rarely comes.

It reads one JSON object from its input (`template`, `facts`, `folder`, `fonts`, `made`) and writes a PDF to its
output.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

STANDARD: Literal["ua-1"] = "ua-1"


def press(order: dict[str, str]) -> bytes:
    """The PDF, tagged, and to PDF/UA-1 unless a character is in none of the fonts.

    Raise `TypstError` where the template itself is wrong.
    """
    folder = Path(order["folder"])
    # Only the shipped fonts and this folder are read, so that a sheet looks the same on every machine.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(order["fonts"])])
    compiler = typst.Compiler(folder / f"{order['template']}.typ", root=folder, font_paths=fonts)
    made = datetime.fromisoformat(order["made"]).replace(tzinfo=UTC)
    options: dict[str, Any] = {"format": "pdf", "sys_inputs": {"facts": order["facts"]}, "timestamp": made}
    try:
        result = compiler.compile(pdf_standards=[STANDARD], **options)
    except typst.TypstError:
        result = compiler.compile(**options)
    assert isinstance(result, bytes)
    return result


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(press(json.load(sys.stdin)))
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
