"""Whether the process lives and can work, and where the front door leads."""

from litestar import Response, get
from litestar.response import Redirect

from netralitas.access.guards import PUBLIC
from netralitas.database.transactions import NOBODY, reading
from netralitas.web.fragments import see_other

OPEN = {**PUBLIC, "no_session": True}


@get("/sehat", opt=OPEN, include_in_schema=False)
async def alive() -> dict[str, str]:
    """Answer while the process lives, whatever the database does."""
    return {"status": "sehat"}


@get("/siap", opt=OPEN, include_in_schema=False)
async def ready() -> Response[dict[str, str]]:
    """Answer 200 when the database answers too; DatabaseAway (503) otherwise."""
    async with reading(NOBODY) as connection:
        await connection.fetchval("SELECT 1")
    return Response({"status": "siap"})


@get("/", opt=PUBLIC, include_in_schema=False)
async def front() -> Redirect:
    """Lead to the home page, which leads nobody's visitor to sign-in."""
    return see_other("/beranda")
