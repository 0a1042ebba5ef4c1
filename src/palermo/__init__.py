"""Palermo: the register of the United Nations Global Plan of Action to Combat Trafficking in Persons."""

__version__ = "0.1.0"
