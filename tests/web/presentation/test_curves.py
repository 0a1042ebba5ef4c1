"""A step curve: its numbers become places, and where the data end it is drawn broken."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from palermo.web.presentation.curves import HEIGHT, LEFT, step

POINTS = [(date(2000, 1, 1), 1), (date(2005, 1, 1), 40), (date(2010, 1, 1), 38)]


def test_nothing_to_draw() -> None:
    assert step([], None, date(2020, 1, 1)) is None


def test_the_curve_begins_at_the_left_and_rises() -> None:
    curve = step(POINTS, date(2020, 1, 1), date(2020, 1, 1))
    assert curve is not None
    assert curve.path.startswith(f"M{LEFT}.0 ") or curve.path.startswith(f"M{LEFT} ")
    assert curve.beyond == ""


def test_the_area_is_what_lies_between_the_curve_and_the_axis() -> None:
    curve = step(POINTS, date(2020, 1, 1), date(2020, 1, 1))
    assert curve is not None
    assert curve.area.startswith(curve.path)
    assert curve.area.endswith(f"V{float(curve.base)}Z")


def test_beyond_the_data_the_curve_is_broken() -> None:
    curve = step(POINTS, date(2012, 1, 1), date(2020, 1, 1))
    assert curve is not None
    assert curve.beyond.startswith("M")


def test_a_day_before_the_first_point_draws_no_step() -> None:
    curve = step(POINTS, date(2020, 1, 1), date(1999, 1, 1))
    assert curve is not None
    assert "V" not in curve.path


def test_marks_are_round_and_cover_the_top() -> None:
    curve = step(POINTS, None, date(2020, 1, 1))
    assert curve is not None
    labels = [int(mark.label) for mark in curve.counts]
    assert labels[0] == 0
    assert labels[-1] >= 40
    assert len({b - a for a, b in pairwise(labels)}) == 1
    assert all(0 <= mark.at <= HEIGHT for mark in curve.counts)
    assert len(curve.years) <= 8
