"""Who is answered what, address by address.

Each room lists its rows in `tests/web/<room>/access.py` as `ROWS`: from the *name* of an address (`partners:account`,
`account_login`, `api-v1:list_states`) to a `Row`. A row says how to ask and what each of the cast is answered. A room
that forgets an address fails `test_authorisation.py`.

    ROWS = {
        "treaties:state": everybody(200, code="FRA"),
        "treaties:decide": Row("POST", {"stranger": 302, "contributor": 403, ...}, {"number": 1}),
    }
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.cast import ROLES, Cast

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One address, asked with one method. `values` fill the address; a callable makes what it needs from the cast.

    `note` says why, where that is not plain.
    """

    method: str
    expected: Mapping[str, int]
    values: Values | Callable[[Cast], Values] = field(default_factory=dict)
    data: Values = field(default_factory=dict)
    note: str = ""

    def __post_init__(self) -> None:
        if set(self.expected) != set(ROLES):
            raise ValueError(f"expected one status for each of {', '.join(ROLES)}; got {', '.join(self.expected)}")

    def values_for(self, cast: Cast) -> Values:
        """What fills the address."""
        return self.values(cast) if callable(self.values) else self.values


def everybody(status: int, method: str = "GET", **values: Any) -> Row:
    """The same answer for all."""
    return Row(method, dict.fromkeys(ROLES, status), values)


def signed_in(status: int, method: str = "GET", *, stranger: int = 302, **values: Any) -> Row:
    """One answer for people with an account; strangers are led to sign in."""
    return Row(method, {**dict.fromkeys(ROLES, status), "stranger": stranger}, values)


def only(*roles: str, status: int = 200, others: int = 404, stranger: int | None = None, **rest: Any) -> Row:
    """One answer for these roles, another for everybody else."""
    expected = {role: status if role in roles else others for role in ROLES}
    if stranger is not None:
        expected["stranger"] = stranger
    return Row(rest.pop("method", "GET"), expected, **rest)
