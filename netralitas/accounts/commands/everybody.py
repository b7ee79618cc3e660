"""What is done to everybody at once."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import sessions
from netralitas.accounts.events import happened
from netralitas.database.transactions import writing


async def end_sessions(*, actor: Actor) -> int:
    """Return how many sessions were open; nobody is signed in any more, at any office."""
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        ended = await sessions.end_everybodys(c, clock.now())
        await happened(c, actor, "account.sessions_ended", sessions=ended)
    return ended
