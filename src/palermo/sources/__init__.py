"""Reads what depositaries publish: a file that somebody has downloaded becomes acts, and a list of what is wrong."""

from palermo.sources.difference import Difference, compare
from palermo.sources.layouts import NAMES as LAYOUTS
from palermo.sources.problems import Limits, Problem, Reading, SourceError
from palermo.sources.reading import read
from palermo.sources.writing import write_acts

__all__ = [
    "LAYOUTS",
    "Difference",
    "Limits",
    "Problem",
    "Reading",
    "SourceError",
    "compare",
    "read",
    "write_acts",
]
