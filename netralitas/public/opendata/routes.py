"""`/data/versi/{day}/{name}`: a file of a version that is kept."""

import re
from datetime import date
from typing import Any, Final

from litestar import Controller, HttpMethod, Request, Response, route
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.database.engine import Engine
from netralitas.database.transactions import asking
from netralitas.public import sections
from netralitas.public.opendata import queries
from netralitas.public.prepared import is_held
from netralitas.refusals import NotVisible

KEPT: Final = "public, max-age=31536000, immutable"
"""A version of a day that is over never changes."""
TODAY: Final = "public, max-age=10, must-revalidate"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NAME: Final = re.compile(r"[a-z]{1,40}\.[a-z]{1,8}")


class VersionController(Controller):
    """The versions of the open data, each file as it was."""

    path = f"{sections.OPEN_DATA}/versi/{{day:str}}/{{name:str}}"
    include_in_schema = False

    @route(http_method=[HttpMethod.GET, HttpMethod.HEAD])
    async def send(
        self,
        request: Request[Any, Any, Any],
        day: FromPath[str],
        name: FromPath[str],
        public_engine: NamedDependency[Engine],
    ) -> Response[bytes]:
        """Send a file of a version; 404 for a day without one, or another name."""
        on = _day(day)
        if on is None or not _NAME.fullmatch(name):
            raise NotVisible
        async with asking(public_engine) as connection:
            found = await queries.found(connection, on, name)
        if found is None:
            raise NotVisible
        tag = f'"{found.digest}"'
        headers = {"ETag": tag, "Cache-Control": KEPT if found.over else TODAY}
        if is_held(request.headers.get("If-None-Match", "").encode(), tag.encode()):
            return Response(content=b"", status_code=304, headers=headers)
        return Response(content=found.body, media_type=found.media_type, headers=headers)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if _DAY.fullmatch(typed) else None
    except ValueError:
        return None
