"""The command line: one file for each room, and what starts the service."""

from palermo.cli.app import main

__all__ = ["main"]
