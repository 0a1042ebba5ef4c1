"""The front door stands before the same small register as the room of treaties."""

from tests.web.treaties.conftest import register, tables

__all__ = ["register", "tables"]
