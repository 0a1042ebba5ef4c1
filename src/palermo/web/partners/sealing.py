"""Closes and opens small secrets that must lie in the database for a while: mail on its way, authenticator secrets.

The key comes from SECRET_KEY, which is not in the database: who steals the tables alone reads nothing of this.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class SealBroken(ValueError):  # noqa: N818 -- named for what is wrong
    """The text was closed with another key, or was altered."""


def close(text: str, *, purpose: str) -> str:
    """The text, unreadable without the secret key; only `open_` with the same purpose gives it back."""
    return _fernet(purpose).encrypt(text.encode()).decode("ascii")


def open_(sealed: str, *, purpose: str) -> str:
    """The text that `close` took; raise `SealBroken` where key, purpose or text do not fit."""
    try:
        return _fernet(purpose).decrypt(sealed.encode("ascii")).decode()
    except (InvalidToken, UnicodeEncodeError) as error:
        raise SealBroken(
            f"a sealed {purpose} cannot be opened: PALERMO_SECRET_KEY (or the data folder's secret-key) has changed"
        ) from error


def _fernet(purpose: str) -> Fernet:
    key = hashlib.sha256(f"palermo.{purpose}:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
