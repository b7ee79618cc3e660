"""The id of the request that is being answered: one thread through web, database, jobs and worker.

It is bound while a request is answered or a job of it is done: log lines carry it, connections show
it in `application_name`, and jobs pass it on.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from structlog.contextvars import bound_contextvars

_DIGITS: Final = 16
_HELD: ContextVar[str] = ContextVar("netralitas_request_id", default="")


def new() -> str:
    """Return an id nobody had before: sixteen hexadecimal digits, at random."""
    return secrets.token_hex(_DIGITS // 2)


def current() -> str:
    """Return the id of what is being done, the empty text where it is for no request."""
    return _HELD.get()


@contextmanager
def held(reference: str) -> Iterator[None]:
    """Do what is in the block for a request; ValueError for anything but an id of ours."""
    if len(reference) != _DIGITS or not set(reference) <= set("0123456789abcdef"):
        raise ValueError(reference)
    token = _HELD.set(reference)
    try:
        with bound_contextvars(request_id=reference):
            yield
    finally:
        _HELD.reset(token)


def as_number(reference: str) -> int:
    """Return an id as a job carries it, which holds numbers alone."""
    return int(reference, 16)


def from_number(number: int) -> str:
    """Return the id that a job carries."""
    return format(number, f"0{_DIGITS}x")
