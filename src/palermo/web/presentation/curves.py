"""A step curve as plain geometry, which a template draws as SVG. The numbers stand in a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 768, 260  # the column of text; on narrow screens its letters grow and need the left
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 12, 28


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the chart with its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A step curve in the units of its view box: the path, the area under it, the marks of both axes.

    `ends` is where the data end, None when they reach the right edge: beyond it the path is drawn broken.
    """

    path: str
    area: str
    beyond: str
    years: tuple[Mark, ...]
    counts: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    base: int = HEIGHT - BOTTOM


def step(points: Sequence[tuple[date, int]], known_until: date | None, until: date) -> Curve | None:
    """The curve of a count that changes on certain days, drawn up to `until`; None where there is nothing to draw."""
    if not points:
        return None
    first, top = points[0][0], max(count for _, count in points)
    span = max((until - first).days, 1)
    ceiling, stride = _scale(top)

    def across(day: date) -> float:
        return round(LEFT + (day - first).days / span * (WIDTH - LEFT - RIGHT), 1)

    def down(count: float) -> float:
        return round(HEIGHT - BOTTOM - count / ceiling * (HEIGHT - TOP - BOTTOM), 1)

    shown = [(day, count) for day, count in points if day <= until]
    end = min(known_until or until, until)
    parts = [f"M{across(first)} {down(0)}"]
    for day, count in shown:
        parts += [f"H{across(day)}", f"V{down(count)}"]
    last = shown[-1][1] if shown else 0
    path = "".join([*parts, f"H{max(across(end), across(shown[-1][0]) if shown else LEFT)}"])
    beyond = f"M{across(end)} {down(last)}H{across(until)}" if end < until else ""
    return Curve(
        path=path,
        area=f"{path}V{down(0)}Z",
        beyond=beyond,
        years=tuple(Mark(across(date(year, 1, 1)), str(year)) for year in _years(first, until)),
        counts=tuple(Mark(down(count), str(count)) for count in range(0, ceiling + 1, stride)),
    )


def _scale(top: int) -> tuple[int, int]:
    """A round ceiling above `top`, and the distance between the lines below it."""
    stride = next(size for size in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000) if size * 5 >= top or size == 1000)
    return max(-(-top // stride), 1) * stride, stride


def _years(first: date, until: date) -> range:
    """The years to mark: about six, on round numbers."""
    stride = next(size for size in (1, 2, 5, 10, 20, 50) if (until.year - first.year) / size <= 7 or size == 50)
    return range((first.year // stride + 1) * stride, until.year + 1, stride)
