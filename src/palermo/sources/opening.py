"""Takes the bytes of a file an operator has downloaded, and refuses what is no file or too large."""

from __future__ import annotations

import stat
from pathlib import Path

from palermo.sources.problems import Limits, SourceError

FOREIGN = (
    (b"%PDF-", "a PDF", "Save the page itself as HTML, or the table as CSV."),
    (b"\xd0\xcf\x11\xe0", "an old Excel file (.xls)", "Open it and save it as .xlsx or CSV."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"\x89PNG", "an image", "Download the table, not a picture of it."),
    (b"\xff\xd8\xff", "an image", "Download the table, not a picture of it."),
    (b"{\\rtf", "a rich-text document", "Save the table as CSV."),
)


def take(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file of at most `limits.bytes`; raise `SourceError` for anything else."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError("directory", f"expected a file, got the folder {path.name!r}; name one file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise SourceError("not-a-file", f"expected a file, got a device or pipe {path.name!r}.")
        if found.st_size > limits.bytes:
            raise _too_large(path, limits)
        with path.open("rb") as stream:
            data = stream.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError("unreadable", f"{path.name!r} cannot be opened: {reason}. Check the path.") from error
    # A file may grow between the look and the reading.
    if len(data) > limits.bytes:
        raise _too_large(path, limits)
    return _known(data, path)


def _too_large(path: Path, limits: Limits) -> SourceError:
    return SourceError(
        "too-large",
        f"{path.name!r} is larger than {limits.bytes:,} bytes; a status table has less than one million. "
        "Check that it is the right file.",
    )


def _known(data: bytes, path: Path) -> bytes:
    if not data.strip():
        raise SourceError("empty", f"{path.name!r} is empty; download it again.")
    for magic, what, advice in FOREIGN:
        if data.startswith(magic):
            raise SourceError("format", f"expected CSV, TSV, HTML or XLSX, {path.name!r} is {what}. {advice}")
    return data
