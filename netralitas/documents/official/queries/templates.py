"""The templates of an office: the version that holds, and those before it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.documents.official import store
from netralitas.documents.official.sheet import Template


async def template_of(c: Connection, actor: Actor, paper: str) -> Template:
    """Return how the actor's office words a paper now."""
    return await store.newest_template(c, actor.organisation, paper)


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a template: who made it and when."""

    version: int
    officer: str
    made_at: datetime


async def versions_of(c: Connection, actor: Actor, paper: str) -> tuple[Version, ...]:
    """Return the versions of a template of the actor's office, the newest first; 50 at most."""
    rows = await c.fetch(_VERSIONS, actor.organisation, paper)
    return tuple(Version(**row) for row in rows)


async def newest_versions(c: Connection, actor: Actor) -> Mapping[str, int]:
    """Return the newest version of each paper that the actor's office words itself."""
    return {row["paper"]: row["version"] for row in await c.fetch(_NEWEST, actor.organisation)}


_VERSIONS: Final = """
SELECT t.version, r.name AS officer, t.made_at
FROM paper_template t JOIN officer r ON r.id = t.made_by
WHERE t.organisation = $1 AND t.paper = $2 ORDER BY t.version DESC LIMIT 50
"""
_NEWEST: Final = """
SELECT paper, max(version) AS version FROM paper_template WHERE organisation = $1 GROUP BY paper
"""
