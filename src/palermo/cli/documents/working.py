"""Many files on all cores: results in the order of the files, few of them in memory, and none stopped by another."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from palermo.cli.documents.opening import Failure

Result = TypeVar("Result")
AHEAD = 4
"""Files for each core that are begun before the first of them is asked for."""


def each(work: Callable[[str], Result | Failure], paths: Sequence[str]) -> Iterator[Result | Failure]:
    """What `work` makes of each path, in order. `work` must be able to travel to another process.

    A file whose process dies is a failure like others. When nobody wants more, what was begun is finished.
    """
    cores = min(os.cpu_count() or 1, len(paths))
    if cores < 2 or len(paths) < AHEAD:
        yield from map(work, paths)
        return
    waiting = iter(paths)
    while begun := list(islice(waiting, AHEAD * cores)):
        yield from _pooled(work, begun, waiting, cores)


def _pooled(
    work: Callable[[str], Result | Failure], begun: Sequence[str], waiting: Iterator[str], cores: int
) -> Iterator[Result | Failure]:
    """Works until nothing waits or a process dies; then what was begun is done one by one, to find whose it was."""
    pool = ProcessPoolExecutor(cores, initializer=_deaf)
    held: deque[tuple[str, Future[Result | Failure]]] = deque()
    broken = False
    try:
        held.extend((path, pool.submit(work, path)) for path in begun)
        while held and not broken:
            try:
                result = held[0][1].result()
                held.extend((path, pool.submit(work, path)) for path in islice(waiting, 1))
            except BrokenProcessPool:
                broken = True
            else:
                held.popleft()
                yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    for path, _ in held:
        yield _alone(work, path)


def _alone(work: Callable[[str], Result | Failure], path: str) -> Result | Failure:
    with ProcessPoolExecutor(1, initializer=_deaf) as pool:
        try:
            return pool.submit(work, path).result()
        except BrokenProcessPool:
            return Failure(path, "died", f"{path}: the process that read it died, perhaps for want of memory")


def _deaf() -> None:
    """Ctrl-C is the parent's to answer: it lets what was begun be finished, so that nothing is half written."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
