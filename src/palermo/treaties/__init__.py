"""Who is bound by what, since when and towards whom: status folded from the dated acts of States."""

from palermo.treaties.changes import ENDED, ENTERED, Change
from palermo.treaties.coverage import Row
from palermo.treaties.findings import Finding, findings
from palermo.treaties.folding import current, fold
from palermo.treaties.grid import Cell, Grid
from palermo.treaties.ledger import BeforeTheData, Ledger
from palermo.treaties.relations import Link, Relation
from palermo.treaties.status import PARTY, Code, Spell, Status
from palermo.treaties.timeline import Point

__all__ = [
    "ENDED",
    "ENTERED",
    "PARTY",
    "BeforeTheData",
    "Cell",
    "Change",
    "Code",
    "Finding",
    "Grid",
    "Ledger",
    "Link",
    "Point",
    "Relation",
    "Row",
    "Spell",
    "Status",
    "current",
    "findings",
    "fold",
]
