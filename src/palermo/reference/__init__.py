"""Facts that ship with the package: States, instruments, acts, sources and code lists."""

from palermo.reference.acts import CONSENTS, RESERVING, Act, ActKind, identify
from palermo.reference.catalogue import Catalogue, acts, load
from palermo.reference.finding import UnknownName, plain
from palermo.reference.instruments import Clause, Delay, Instrument, Reach
from palermo.reference.partial_date import ImpossibleDate, PartialDate
from palermo.reference.sources import Source
from palermo.reference.states import LANGUAGES, STANDINGS, Label, State
from palermo.reference.tables import SHIPPED, TableError

__all__ = [
    "CONSENTS",
    "LANGUAGES",
    "RESERVING",
    "SHIPPED",
    "STANDINGS",
    "Act",
    "ActKind",
    "Catalogue",
    "Clause",
    "Delay",
    "ImpossibleDate",
    "Instrument",
    "Label",
    "PartialDate",
    "Reach",
    "Source",
    "State",
    "TableError",
    "UnknownName",
    "acts",
    "identify",
    "load",
    "plain",
]
