"""The templates of an office: the version that holds, and those before it."""

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.documents.official import store
from netralitas.documents.official.sheet import Template


async def template_of(c: Connection, actor: Actor, paper: str) -> Template:
    """Return how the actor's office words a paper now."""
    return await store.newest_template(c, actor.organisation, paper)
