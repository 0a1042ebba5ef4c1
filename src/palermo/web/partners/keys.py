"""Keys that are shown once and kept as hashes only."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_MARK = "plm_"  # noqa: S105 -- no password: lets scanners find tokens that were published by mistake
PREFIX_LENGTH = 10


def new_key() -> str:
    """256 bits from the system's source, as text that fits in an address."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A key that says what it is."""
    return TOKEN_MARK + new_key()


def hashed(key: str) -> str:
    """What is kept. A plain hash is enough: the key is random and long, so there is nothing to guess."""
    return hashlib.sha256(key.encode()).hexdigest()
