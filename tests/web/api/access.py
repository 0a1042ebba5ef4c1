"""Who is answered what at the addresses for programs. The cast comes with cookies here, which open nothing."""

from __future__ import annotations

from tests.web.access import Row, everybody

POST, CLOSED = "POST", 401

OPEN: dict[str, Row] = {
    "api:openapi-view": everybody(200),
    "api:openapi-json": everybody(200),
    "api:api-root": everybody(302),
    "api:nowhere": everybody(404, rest="nowhere"),
    "api:states": everybody(200),
    "api:state": everybody(200, code="FRA"),
    "api:state_statuses": everybody(200, code="FRA"),
    "api:gaps": everybody(200, code="FRA"),
    "api:instruments": everybody(200),
    "api:instrument": everybody(200, code="TIP"),
    "api:instrument_statuses": everybody(200, code="TIP"),
    "api:timeline": everybody(200, code="TIP"),
    "api:coverage": everybody(200, code="TIP"),
    "api:acts": everybody(200),
    "api:act": everybody(404, ref="no-such-act"),
    "api:status": everybody(422),
    "api:relations": everybody(422),
    "api:changed": everybody(200),
    "api:sources": everybody(200),
    "api:findings": everybody(200),
}
BY_TOKEN: dict[str, Row] = {
    "api:corrections": everybody(CLOSED),
    "api:propose": everybody(CLOSED, POST),
    "api:correction": everybody(CLOSED, number=1),
    "api:decide": everybody(CLOSED, POST, number=1),
}
ROWS = {**OPEN, **BY_TOKEN}
