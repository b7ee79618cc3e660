"""The statements of requests for accounts; each runs on the caller's transaction."""

from datetime import datetime
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.people.domain import Established, Invited, Request, RequestKind
from netralitas.accounts.people.domain import RequestState as State
from netralitas.database.connection import Connection, Row

_INVITE: Final = """
    INSERT INTO account_request (kind, state, organisation, login, name, email, title, roles,
                                 valid_from, valid_to, new_password, new_factor, asked_at,
                                 proposed_by)
    VALUES ('invitation', 'proposed', $1, $2, $3, $4, $5, $6, $7, $8, true, false, $9, $10)
    ON CONFLICT DO NOTHING RETURNING id
"""

# The office of the first desk shows it; whoever confirms is in charge of every one.
_BEGIN: Final = """
    INSERT INTO account_request (kind, state, organisation, officer, roles, new_password,
                                 new_factor, asked_at, proposed_by)
    SELECT 'reset', CASE WHEN $5::integer IS NULL THEN 'asked' ELSE 'proposed' END,
           d.organisation, d.officer, '{}', $2, $3, $4, $5
    FROM desk d JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL
    WHERE d.officer = $1 AND d.principal IS NULL ORDER BY d.id LIMIT 1
    ON CONFLICT DO NOTHING RETURNING id
"""

_TAKE_UP: Final = """
    UPDATE account_request SET state = 'proposed', proposed_by = $2, new_password = $3,
           new_factor = $4
    WHERE officer = $1 AND kind = 'reset' AND state = 'asked' RETURNING id
"""

# By the login as it was typed, in one statement: an unknown one costs the same.
_ASK: Final = """
    INSERT INTO account_request (kind, state, organisation, officer, roles, new_password,
                                 new_factor, asked_at)
    SELECT 'reset', 'asked', d.organisation, d.officer, '{}', true, false, $2
    FROM desk d JOIN officer f ON f.id = d.officer
    WHERE f.login = $1 AND NOT f.is_system
      AND f.disabled_at IS NULL AND d.principal IS NULL
    ORDER BY d.id LIMIT 1
    ON CONFLICT DO NOTHING
"""

_ONE: Final = "SELECT * FROM account_request WHERE id = $1 FOR UPDATE"
_BY_CODE: Final = "SELECT * FROM account_request WHERE code = $1 FOR UPDATE"

_CONFIRM: Final = """
    UPDATE account_request
    SET state = 'confirmed', officer = $2, confirmed_by = $3, confirmed_at = $4, established = $5,
        code = $6, expires_at = $7, name = NULL, login = NULL, email = NULL
    WHERE id = $1
"""
_USE: Final = "UPDATE account_request SET state = 'used', used_at = $2, code = NULL WHERE id = $1"
_WITHDRAW: Final = """
    UPDATE account_request
    SET state = 'withdrawn', code = NULL, name = NULL, login = NULL, email = NULL
    WHERE id = $1
"""

# A new code makes the older ones of that account worthless.
_VOID: Final = """
    UPDATE account_request SET state = 'withdrawn', code = NULL
    WHERE officer = $1 AND state = 'confirmed' AND id <> $2
"""

_SIGNS_IN: Final = """
    SELECT login, password FROM officer WHERE id = $1 AND disabled_at IS NULL FOR UPDATE
"""

# Whoever could confirm: an administrator of the office or of one above who sits there today.
_CONFIRMERS: Final = """
    WITH RECURSIVE chain (id, superior, place) AS (
        SELECT id, superior, 0 FROM organisation WHERE id = $1
        UNION ALL
        SELECT o.id, o.superior, chain.place + 1
        FROM organisation o JOIN chain ON o.id = chain.superior
        WHERE chain.place < 16
    )
    SELECT count(DISTINCT f.id) AS people,
           count(DISTINCT f.id) FILTER (WHERE d.organisation = $1) AS here
    FROM chain JOIN desk d ON d.organisation = chain.id AND d.principal IS NULL
               JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL
               JOIN organisation o ON o.id = d.organisation
    WHERE 'administrator' = ANY (d.roles) AND NOT f.id = ANY ($2::integer[])
      AND d.valid_from <= ($3::timestamptz AT TIME ZONE o.zone)::date
      AND (d.valid_to IS NULL OR ($3::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
"""


async def invite(c: Connection, invited: Invited, proposer: int, at: datetime) -> int | None:
    """Return the id of a new proposal; None when one with this login is open."""
    added: int | None = await c.fetchval(
        _INVITE,
        *(invited.organisation, invited.login, invited.name, invited.email, invited.title),
        *([role.value for role in invited.roles], invited.valid_from, invited.valid_to),
        *(at, proposer),
    )
    return added


async def begin_reset(
    c: Connection, officer: int, *, password: bool, factor: bool, proposer: int, at: datetime
) -> int | None:
    """Return the id of the proposal, which takes up what the person asked; None: one is open."""
    found: int | None = await c.fetchval(_TAKE_UP, officer, proposer, password, factor)
    if found is None:
        found = await c.fetchval(_BEGIN, officer, password, factor, at, proposer)
    return found


async def ask_reset(c: Connection, login: str, at: datetime) -> None:
    """Let the administrators see that somebody asks; nothing happens for an unknown login."""
    await c.execute(_ASK, login, at)


async def locked(c: Connection, request: int) -> Request | None:
    """Return a request, which nobody else can change until the transaction ends."""
    row = await c.fetchrow(_ONE, request)
    return None if row is None else request_of(row)


async def by_code(c: Connection, digest: bytes) -> Request | None:
    """Return the request of a code, locked; None for what is no code (any more)."""
    row = await c.fetchrow(_BY_CODE, digest)
    return None if row is None else request_of(row)


async def confirm(  # noqa: PLR0913 - a confirmation, whole
    c: Connection,
    request: int,
    *,
    officer: int,
    by: int,
    at: datetime,
    established: Established | None,
    code: bytes,
    expires_at: datetime,
) -> None:
    """Give a request its code; whom it names stands with the officer from now on."""
    await c.execute(_CONFIRM, *(request, officer, by, at, established, code, expires_at))
    await c.execute(_VOID, officer, request)


async def use(c: Connection, request: int, at: datetime) -> None:
    """Hold that the code was used and means nothing any more."""
    await c.execute(_USE, request, at)


async def withdraw(c: Connection, request: int) -> None:
    """Hold that nothing comes of a request; its code means nothing, whom it named is forgotten."""
    await c.execute(_WITHDRAW, request)


async def signs_in(c: Connection, officer: int) -> tuple[str, str | None] | None:
    """Return login and password's hash of an account that is not disabled, locked; else None."""
    row = await c.fetchrow(_SIGNS_IN, officer)
    return None if row is None else (row["login"], row["password"])


async def confirmers(
    c: Connection, organisation: int, but: frozenset[int], now: datetime
) -> tuple[int, int]:
    """Return how many could confirm but for these officers: in all, and in the office itself."""
    row = await c.fetchrow(_CONFIRMERS, organisation, list(but), now)
    return row["people"], row["here"]


def request_of(row: Row) -> Request:
    """Return a row of the table as a request."""
    values = {name: row[name] for name in Request.__dataclass_fields__}
    values["kind"], values["state"] = RequestKind(row["kind"]), State(row["state"])
    values["roles"] = tuple(map(Role, row["roles"]))
    return Request(**values)
