"""The secret address of a person's calendar: made, replaced, ended. The rows tell of all three."""

import secrets

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import writing
from netralitas.notices import store
from netralitas.notices.tokens import digest_of


async def make_feed(actor: Actor) -> str:
    """Return the token of a new address for the actor's desk; an earlier address has ended.

    Only its digest is kept, so it can be shown this once.
    """
    may(actor, Permission.SEE_NOTICES)
    token = secrets.token_urlsafe(32)
    async with writing(actor) as c:
        await store.replace_feed(c, actor.desk, digest_of(token), clock.now())
    return token


async def end_feed(actor: Actor) -> None:
    """End the address of the actor's desk, if there is one."""
    may(actor, Permission.SEE_NOTICES)
    async with writing(actor) as c:
        await store.end_feed(c, actor.desk, clock.now())
