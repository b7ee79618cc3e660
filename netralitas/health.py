"""Whether the process lives and can work, and where the front door leads."""

from typing import Final

import msgspec
from litestar import Response, get
from litestar.response import Redirect

from netralitas.access.guards import PUBLIC
from netralitas.database.level import Standing, standing
from netralitas.database.transactions import NOBODY, reading
from netralitas.web import leaving
from netralitas.web.fragments import see_other

OPEN = {**PUBLIC, "no_session": True}
LIVE: Final = ("/health/live", "/sehat")
READY: Final = ("/health/ready", "/siap")


class Readiness(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether requests should come here; `worker_late` are seconds, None before its first round."""

    status: str
    worker_late: int | None = None


@get([*LIVE], opt=OPEN, include_in_schema=False)
async def alive() -> dict[str, str]:
    """Answer while the process lives, whatever the database does."""
    return {"status": "sehat"}


@get([*READY], opt=OPEN, include_in_schema=False)
async def ready() -> Response[Readiness]:
    """Answer 200 when the database answers and has this program's schema; else 503.

    A newer schema is one, too: an older program serves on while a newer one takes its place. A
    late worker is told, and denies nothing: pages do not need it. DatabaseAway is 503 too.
    """
    if leaving.announced():
        return denied("berakhir")
    async with reading(NOBODY) as connection:
        found: Standing = await standing(connection)
    if found.missing:
        return denied("menunggu migrasi")
    return Response(Readiness(status="siap", worker_late=found.worker_late))


def denied(why: str) -> Response[Readiness]:
    """Return the answer that no requests should come here now."""
    return Response(Readiness(status=why), status_code=503, headers={"Retry-After": "5"})


@get("/", opt=PUBLIC, include_in_schema=False)
async def front() -> Redirect:
    """Lead to the home page, which leads nobody's visitor to sign-in."""
    return see_other("/beranda")
