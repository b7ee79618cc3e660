"""What went wrong, for machines: RFC 9457. The page `/api` explains each kind."""

from typing import Final

import msgspec

KINDS: Final[dict[int, tuple[str, str]]] = {
    400: ("malformed", "The request cannot be read"),
    401: ("unauthenticated", "No valid token"),
    403: ("not-allowed", "Not yours to do"),
    404: ("not-found", "Not found, or not visible to you"),
    405: ("wrong-method", "Method not offered here"),
    409: ("rule", "A rule says no"),
    412: ("changed", "Changed since you read it"),
    413: ("too-large", "The request is too large"),
    415: ("wrong-type", "Media type not taken"),
    422: ("invalid", "Some fields cannot be used"),
    428: ("precondition-needed", "Say which version you read"),
    429: ("too-many", "Too many requests"),
    500: ("failure", "A failure of ours"),
    503: ("unavailable", "Not available now"),
}
"""By status: what a kind is called in its address, and its title. Some have kinds of their own."""

TITLES: Final = {
    **dict(KINDS.values()),
    "stale": "Somebody else was faster",
    "second-factor": "A person must do this, with a second factor",
    "scope": "The token does not open this",
    "key-missing": "Idempotency-Key is missing",
    "key-reused": "Idempotency-Key belongs to another request",
    "in-progress": "The same request is just being done",
}
"""The title of each kind of problem, in English; the sentence for people is in `detail`."""


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """One rule that says no: its code, the sentence, and its article where it has one."""

    rule: str
    sentence: str
    basis: str | None = None


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem. `detail`, `remedy`, `errors` and `changed` are sentences in Indonesian."""

    type: str
    status: int
    title: str
    detail: str
    rule: str | None = None
    remedy: str | None = None
    errors: dict[str, list[str]] | None = None
    obstacles: tuple[Obstacle, ...] = ()
    changed: tuple[str, ...] = ()
    reference: str | None = None


def kind_of(status: int) -> str:
    """Return what a problem with a status is called, where nobody says more exactly."""
    return KINDS.get(status, KINDS[400] if status < 500 else KINDS[500])[0]


def address_of(kind: str) -> str:
    """Return where a kind of problem is explained."""
    return f"/api#{kind}"
