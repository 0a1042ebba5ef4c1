"""A paragraph becomes units of commitment: who, does what act, about what, how strongly, by when."""

from palermo.documents.units.finding import units_of
from palermo.documents.units.values import ACTS, KINDS, STRENGTHS, Addressee, Due, Unit

__all__ = ["ACTS", "KINDS", "STRENGTHS", "Addressee", "Due", "Unit", "units_of"]
