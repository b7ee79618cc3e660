"""Tells a database that is away (answer 503, try again) from a mistake in a statement."""

import asyncpg


class DatabaseAway(Exception):  # noqa: N818 - a state of the world, not an error of the caller
    """The database could not be reached, was busy for too long or went away in mid-sentence.

    Raised by opening a transaction or by its COMMIT. After a COMMIT the outcome is unknown: what
    was written may or may not be there, and only the version of a later form tells.
    """


class NotCommitted(Exception):  # noqa: N818 - names what holds: nothing was written
    """COMMIT was answered with ROLLBACK, because an SQL error inside had been swallowed."""


_SIGNS = (
    DatabaseAway,
    ConnectionError,  # refused, reset, broken pipe
    TimeoutError,  # `command_timeout` and the limits on taking and giving back a connection
    asyncpg.PostgresConnectionError,  # class 08, among them "closed in the middle of operation"
    asyncpg.CannotConnectNowError,  # starting up, recovering or shutting down
    asyncpg.AdminShutdownError,  # this backend was told to end
    asyncpg.CrashShutdownError,  # another backend crashed, all were ended
    asyncpg.TooManyConnectionsError,
    asyncpg.InternalClientError,  # told to end while idle: the driver trips over it before the EOF
)


def is_away(error: BaseException) -> bool:
    """Return whether `error` means that the database is away rather than that we erred."""
    if isinstance(error, _SIGNS):
        return True
    # asyncpg has one class for misuse and for use after the connection broke; the text differs.
    return isinstance(error, asyncpg.InterfaceError) and (
        "connection is closed" in str(error) or "pool is clos" in str(error)
    )
