"""From a token to whoever acts with it: one statement, before anybody is known."""

from datetime import datetime
from hashlib import sha256
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.api import store
from netralitas.api.domain import MACHINE_ROLES, MARK, TOKEN_LENGTH, Bearer, Scope
from netralitas.database.transactions import NOBODY, asking, writing

# It holds while the token, the officer, the desk and the organisation do, by the organisation's
# calendar. Accounts have no row security, so this may be asked before anybody is known.
_FIND: Final = """
    SELECT t.id, t.scopes, t.used_on, d.id AS desk, d.officer, d.organisation, d.roles,
           f.name, o.name AS organisation_name, o.kind AS organisation_kind, o.zone,
           ($2::timestamptz AT TIME ZONE o.zone)::date AS today,
           (SELECT max(number) FROM law_edition) AS law_edition
    FROM api_token t JOIN desk d ON d.id = t.desk JOIN officer f ON f.id = d.officer
                     JOIN organisation o ON o.id = d.organisation
    WHERE t.digest = $1 AND t.ended_at IS NULL AND t.expires_at > $2
      AND f.disabled_at IS NULL
      AND d.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date
      AND (d.valid_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
      AND (o.active_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < o.active_to)
"""


async def bearer_of(token: str, now: datetime) -> Bearer | None:
    """Return who acts with a token, its use noted by the day; None when it does not hold.

    Roles that a person alone may have do not count, whatever the desk was given since.
    """
    digest = digest_of(token)
    if digest is None:
        return None
    async with asking() as c:
        row = await c.fetchrow(_FIND, digest, now)
    if row is None:
        return None
    if row["used_on"] != row["today"]:
        async with writing(NOBODY) as c:
            await store.used(c, row["id"], row["today"])
    actor = Actor(
        officer=row["officer"],
        organisation=row["organisation"],
        desk=row["desk"],
        name=row["name"],
        organisation_name=row["organisation_name"],
        organisation_kind=row["organisation_kind"],
        roles=frozenset(map(Role, row["roles"])) & frozenset(MACHINE_ROLES),
        zone=row["zone"],
    )
    return Bearer(
        id=row["id"],
        scopes=frozenset(map(Scope, row["scopes"])),
        actor=actor,
        law_edition=row["law_edition"],
    )


def digest_of(token: str) -> bytes | None:
    """Return what the database knows of a token; None for what no server of ours ever made."""
    if len(token) != TOKEN_LENGTH or not token.isascii() or not token.startswith(MARK):
        return None
    return sha256(token.encode("ascii")).digest()
