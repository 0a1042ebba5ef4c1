"""What every route says of itself in the OpenAPI document: each refusal with an example, each header."""

from __future__ import annotations

from typing import Any

from palermo.web.treaties.api.refusals import Refusal

WHY: dict[int, tuple[str, dict[str, Any]]] = {
    400: (
        "A day that cannot be used: not in the calendar, in the future, before 1900, before the register began; "
        "or a span that ends before it begins. For relations: the same State twice. With a body: it is not JSON.",
        {
            "code": "future",
            "message": "2999-01-01 lies in the future. The register knows what has happened, up to 2026-07-01.",
        },
    ),
    401: (
        "No token, or one that is unknown, expired or revoked.",
        {
            "code": "token_missing",
            "message": "Send a token: “Authorization: Bearer …”. You make one on your account page.",
        },
    ),
    403: (
        "The token lacks the scope (`scope_missing`), or the rules do not allow you this; the code names the rule.",
        {"code": "other_state", "message": "You are the focal point of another State."},
    ),
    404: (
        "There is no such thing, with the nearest names; or you may not know of it.",
        {
            "code": "unknown_state",
            "message": "There is no such State. Use a code of three letters or an official name.",
            "nearest": [{"code": "FRA", "name": "France"}],
        },
    ),
    405: (
        "The address does not take this method; header Allow says which it takes.",
        {"code": "method_not_allowed", "message": "This address takes GET, HEAD and OPTIONS."},
    ),
    409: (
        "Something happened meanwhile: the correction is decided, the entry replaced, or the same proposed already.",
        {
            "code": "already_decided",
            "message": "This correction has been decided already. Propose a new one instead.",
        },
    ),
    413: (
        "The body is larger than 64 KiB.",
        {"code": "too_large", "message": "Send no more than 65536 bytes."},
    ),
    415: (
        "The body is not declared as JSON.",
        {"code": "not_declared_json", "message": "Send JSON, and say so: “Content-Type: application/json”."},
    ),
    422: (
        "A parameter or field is unknown, missing, or out of its range.",
        {
            "code": "unfit",
            "message": "What you sent cannot be used. Each thing that is wrong is listed under “errors”.",
            "errors": [{"where": "query.page", "message": "Input should be greater than or equal to 1"}],
        },
    ),
}
READ = (404, 405, 422)
DATED = (400, *READ)
READ_CLOSED = (401, 403, 404, 405, 422)
WRITE = (400, 401, 403, 405, 409, 413, 415, 422)
WRITE_ONE = (*WRITE, 404)

ETAG = {
    "ETag": {
        "description": "Send it back in If-None-Match to be told 304 while nothing has changed.",
        "schema": {"type": "string"},
    },
    "Cache-Control": {"description": "How long a cache may keep the answer.", "schema": {"type": "string"}},
}
LINK = {"Link": {"description": "The first, last, previous and next page.", "schema": {"type": "string"}}}
CHALLENGE = {"WWW-Authenticate": {"description": "Bearer.", "schema": {"type": "string"}}}
ALLOW = {"Allow": {"description": "The methods that the address takes.", "schema": {"type": "string"}}}


def answers(model: Any, refusals: tuple[int, ...], status: int = 200, open_to_all: bool = True) -> dict[int, Any]:
    """The `response` of a route: its answer, 304 where it has an ETag, and its refusals."""
    unchanged = {304: None} if open_to_all else {}
    return {status: model, **unchanged, **dict.fromkeys(refusals, Refusal)}


def details(refusals: tuple[int, ...], description: str, paged: bool = False, **said: Any) -> dict[str, Any]:
    """The `openapi_extra` of a route that is open to all: what ninja does not say of answers and refusals."""
    told: dict[int, Any] = {
        200: {"description": description, "headers": {**ETAG, **(LINK if paged else {})}},
        304: {"description": "Nothing has changed since the answer that carried this ETag."},
        **{status: _refusal(status) for status in refusals},
    }
    return {"responses": told, **said}


def closed_details(refusals: tuple[int, ...], description: str, status: int = 200, **said: Any) -> dict[str, Any]:
    """The same for a route that takes a token."""
    told: dict[int, Any] = {status: {"description": description}, **{code: _refusal(code) for code in refusals}}
    return {"responses": told, **said}


def _refusal(status: int) -> dict[str, Any]:
    description, example = WHY[status]
    headers = {401: CHALLENGE, 405: ALLOW}.get(status)
    content = {"application/json": {"examples": {str(example["code"]): {"value": example}}}}
    return {"description": description, "content": content, **({"headers": headers} if headers else {})}
