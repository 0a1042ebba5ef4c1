"""From facts to a PDF. The facts reach Typst as JSON, so that nothing in them can be taken for its language."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import unicodedata
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

FOLDER = Path(__file__).parent
FONTS = Path(__file__).parents[2] / "static" / "fonts"
KEPT = 32
QUEUE = 2  # less than the threads of a worker: whoever waits here holds one, and pages need the others
LIMIT = 20

Facts = Mapping[str, Any]

# Kept in the process: in the cache that all processes share, sheets could push out the count of failed sign-ins.
_kept: OrderedDict[str, bytes] = OrderedDict()
_compiling = Lock()
_places = BoundedSemaphore(QUEUE)


class Busy(RuntimeError):  # noqa: N818 -- named for what is wrong
    """More sheets are asked for than are made; ask again in a moment."""


def mark(template: str, facts: Facts) -> str:
    """What identifies a sheet: two with the same mark are the same, byte for byte."""
    digest = hashlib.sha256(_sources(template))
    digest.update(_written(facts).encode())
    return digest.hexdigest()[:32]


def pdf(template: str, facts: Facts, made: date) -> bytes:
    """The sheet that `template` (`state` or `instrument`) makes of the facts, dated `made`.

    One is made at a time, and few may wait: raise `Busy` where more do, so that sheets never take the service down.
    A character that no shipped font has leaves the sheet tagged, but without the claim to meet PDF/UA-1.
    """
    key = f"{mark(template, facts)}{made}"
    held = _kept.get(key)
    return held if held is not None else _in_turn(key, template, facts, made)


def _in_turn(key: str, template: str, facts: Facts, made: date) -> bytes:
    with _turn():
        if key not in _kept:  # the sheet may have been made while this one waited
            _kept[key] = _compile(template, _written(facts), made)
        held = _kept[key]
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
        return held


@contextmanager
def _turn() -> Iterator[None]:
    if not _places.acquire(blocking=False):
        raise Busy(f"more than {QUEUE} sheets are waiting to be made")
    try:
        with _compiling:
            yield
    finally:
        _places.release()


def _compile(template: str, facts: str, made: date) -> bytes:
    where = {"folder": str(FOLDER), "fonts": str(FONTS)}
    order = {"template": template, "facts": facts, "made": made.isoformat(), **where}
    command = [sys.executable, "-I", str(FOLDER / "press.py")]
    try:
        done = subprocess.run(  # noqa: S603 -- our own program; what is asked of it goes in as data
            command, input=json.dumps(order).encode(), capture_output=True, timeout=LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        raise Busy(f"the sheet was not made within {LIMIT} seconds") from None
    if done.returncode:
        raise RuntimeError(f"the sheet “{template}” could not be made: {done.stderr.decode(errors='replace')}")
    return done.stdout


@lru_cache(maxsize=4)
def _sources(template: str) -> bytes:
    return b"".join((FOLDER / name).read_bytes() for name in ("sheet.typ", "curve.typ", f"{template}.typ"))


def _written(facts: Facts) -> str:
    return json.dumps(_printable(facts), ensure_ascii=False, sort_keys=True)


def _printable(value: Any) -> Any:
    """The same without control characters and broken ones, which a PDF may not hold."""
    if isinstance(value, str):
        return "".join(char for char in value if unicodedata.category(char) not in ("Cc", "Cs"))
    if isinstance(value, Mapping):
        return {key: _printable(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(held) for held in value]
    return value
