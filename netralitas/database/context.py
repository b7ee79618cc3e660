"""Whose rows a transaction sees, and the SQL that says so to row security."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol


class HasContext(Protocol):
    """Anybody who acts, as row security needs it: an actor, a session, a `Context`."""

    @property
    def organisation(self) -> int | None:
        """Return the id of the organisation whose rows are visible."""

    @property
    def officer(self) -> int | None:
        """Return the id of the acting officer."""

    @property
    def everything(self) -> bool:
        """Return whether every row is visible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Whose rows are visible: those of one organisation, or `everything`, or none by default."""

    organisation: int | None = None
    officer: int | None = None
    everything: bool = False
    receipt: bytes | None = None
    """The digest of a code on the public site: its own rows of the inbox are visible."""


ON_BEHALF: ContextVar[tuple[int, int] | None] = ContextVar("on_behalf", default=None)
"""The officer who acts as a deputy in this transaction, and for whom: their events say so."""

NOBODY = Context()
"""Sees no protected row: before sign-in, and on the public site."""

EVERYTHING = Context(everything=True)
"""Sees every row: the worker, verification."""


def local_settings(context: HasContext) -> str:
    """Return the SQL that makes `context` hold until the end of the transaction.

    All settings are written each time, so none survives from an outer block; what is absent
    becomes `''`, which the policies take for "no row". Only integers and hexadecimal digits get
    into the text: anything else raises `TypeError`.
    """
    return (
        f"SET LOCAL netralitas.organisation = '{_number(context.organisation)}'; "
        f"SET LOCAL netralitas.officer = '{_number(context.officer)}'; "
        f"SET LOCAL netralitas.everything = '{'yes' if context.everything is True else ''}'; "
        f"SET LOCAL netralitas.receipt = '{_hexadecimal(getattr(context, 'receipt', None))}'"
    )


def _number(value: int | None) -> str:
    if value is None:
        return ""
    if type(value) is not int:  # a bool would be a mistake, a str an injection
        raise TypeError(f"a row-security setting must be an int or None, not {value!r}")
    return format(value, "d")


def _hexadecimal(value: bytes | None) -> str:
    if value is None:
        return ""
    if type(value) is not bytes:
        raise TypeError(f"the digest of a code must be bytes or None, not {type(value).__name__}")
    return value.hex()
