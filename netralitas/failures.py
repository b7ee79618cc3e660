"""Failures that a person at the command line can mend, each in one sentence."""

from collections.abc import Callable
from socket import gaierror

import asyncpg

from netralitas.audit.heads import BadHead
from netralitas.database.away import DatabaseAway
from netralitas.database.embedded import EmbeddedError
from netralitas.database.migrate import MigrationError
from netralitas.evidence.domain import StorageAway
from netralitas.refusals import Refusal

_ASK = "is it running, is the DSN right?"
_Say = Callable[[BaseException], str]


def cannot_be_kept(problem: str) -> str:
    """Return the sentence about a bucket of files that cannot be used."""
    return f"Files cannot be kept: the {problem}; the settings NETRALITAS_FILES_… say where it is."


def _away(error: BaseException) -> str:
    return cannot_be_kept(str(getattr(error, "problem", "")))


SENTENCES: tuple[tuple[tuple[type[BaseException], ...], _Say], ...] = (
    ((EmbeddedError, MigrationError), str),
    ((StorageAway,), _away),
    ((Refusal,), str),
    (
        (BadHead,),
        lambda error: (
            f"The file given with --head or --checkpoint is no head of this log: {error}."
        ),
    ),
    (
        (DatabaseAway, ConnectionError, asyncpg.CannotConnectNowError),
        lambda error: f"The database does not answer ({error}); {_ASK}",
    ),
    (
        (asyncpg.InvalidCatalogNameError,),
        lambda error: f"The DSN names a database that is not there: {error}.",
    ),
    (
        (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidPasswordError),
        lambda error: f"The database does not accept the role or password of the DSN: {error}.",
    ),
    (
        (asyncpg.UndefinedTableError,),
        lambda _: "The database has no schema yet; run `netralitas migrate` first.",
    ),
    (
        (asyncpg.InsufficientPrivilegeError,),
        lambda error: f"The role of the DSN lacks a right ({error}); run `netralitas migrate`.",
    ),
)


def sentence(error: BaseException) -> str | None:
    """Return what is wrong and what to do; None for a failure that is the program's own."""
    for kinds, say in SENTENCES:
        if isinstance(error, kinds):
            return say(error)
    if isinstance(error, OSError) and error.strerror:
        if isinstance(error, gaierror | FileNotFoundError | PermissionError) and not error.filename:
            # A socket's: an unknown host, a missing or private folder of the server's socket.
            return f"The database does not answer ({error.strerror}); {_ASK}"
        place = f": {error.filename}" if error.filename else ""
        return f"{error.strerror}{place}."
    return None
