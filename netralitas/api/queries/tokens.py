"""The tokens of an office, for its administrator and for the command line."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.api.domain import Scope
from netralitas.database.connection import Connection

# Everybody's tokens are few; those that ended long ago stay in the record of events.
_TOKENS: Final = """
    SELECT t.id, t.name, t.prefix, t.scopes, t.made_at, t.expires_at, t.used_on, t.ended_at,
           f.name AS system, m.name AS made_by, d.roles, o.zone,
           (f.disabled_at IS NOT NULL OR d.valid_to <= ($2::timestamptz AT TIME ZONE o.zone)::date
            OR o.active_to <= ($2::timestamptz AT TIME ZONE o.zone)::date) IS TRUE AS dead
    FROM api_token t JOIN desk d ON d.id = t.desk JOIN officer f ON f.id = d.officer
                     JOIN officer m ON m.id = t.made_by JOIN organisation o ON o.id = d.organisation
    WHERE d.organisation = $1
    ORDER BY t.ended_at IS NOT NULL, t.id DESC LIMIT 200
"""

_SYSTEMS: Final = """
    SELECT d.id, f.name FROM desk d JOIN officer f ON f.id = d.officer
    WHERE d.organisation = $1 AND f.disabled_at IS NULL AND f.is_system
    ORDER BY f.name, d.id LIMIT 200
"""


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token as its office knows it: never the token itself."""

    id: int
    name: str
    prefix: str
    system: str
    roles: tuple[str, ...]
    scopes: tuple[Scope, ...]
    made_by: str
    made_at: datetime
    expires_at: datetime
    used_on: date | None
    ended_at: datetime | None
    dead: bool

    def holds(self, now: datetime) -> bool:
        """Say whether it opens anything now."""
        return self.ended_at is None and self.expires_at > now and not self.dead


async def tokens_of(c: Connection, organisation: int, now: datetime) -> tuple[Token, ...]:
    """Return the tokens of an office, those that hold first, the latest before the others."""
    return tuple(
        Token(
            id=row["id"],
            name=row["name"],
            prefix=row["prefix"],
            system=row["system"],
            roles=tuple(row["roles"]),
            scopes=tuple(Scope(scope) for scope in row["scopes"]),
            made_by=row["made_by"],
            made_at=row["made_at"],
            expires_at=row["expires_at"],
            used_on=row["used_on"],
            ended_at=row["ended_at"],
            dead=row["dead"],
        )
        for row in await c.fetch(_TOKENS, organisation, now)
    )


async def systems_of(c: Connection, organisation: int) -> tuple[tuple[str, str], ...]:
    """Return the systems of an office that have had a token, by their desk, as choices."""
    return tuple((str(row["id"]), row["name"]) for row in await c.fetch(_SYSTEMS, organisation))
