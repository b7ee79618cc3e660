"""`/materi/{digest}/{name}`: a shared material, sent piece by piece."""

import re
from collections.abc import AsyncIterator
from typing import Any, Final

from litestar import Controller, HttpMethod, Request, Response, route
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.database.engine import Engine
from netralitas.database.transactions import asking
from netralitas.public import sections
from netralitas.public.library import queries
from netralitas.public.library.queries import Found
from netralitas.public.prepared import is_held
from netralitas.refusals import NotVisible

PIECE: Final = 256 * 1024  # bytes
KEPT: Final = "public, max-age=86400, immutable"
"""What stands under a digest never changes; whether it is still shared is asked again in a day."""

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class MaterialController(Controller):
    """The materials of the library. Nobody holds a connection while a slow line takes its time."""

    path = f"{sections.LIBRARY}/{{digest:str}}/{{name:str}}"
    include_in_schema = False

    @route(http_method=[HttpMethod.GET, HttpMethod.HEAD])
    async def send(
        self,
        request: Request[Any, Any, Any],
        digest: FromPath[str],
        name: FromPath[str],
        public_engine: NamedDependency[Engine],
    ) -> Response[bytes] | Stream:
        """Send a material to be kept; 404 for one that is not shared, or under another name."""
        if not _DIGEST.fullmatch(digest):
            raise NotVisible
        async with asking(public_engine) as connection:
            found = await queries.found(connection, digest, name)
        if found is None:
            raise NotVisible
        tag = f'"{digest}"'
        headers = {"ETag": tag, "Cache-Control": KEPT}
        if is_held(request.headers.get("If-None-Match", "").encode(), tag.encode()):
            return Response(content=b"", status_code=304, headers=headers)
        headers |= _described(found, name)
        if request.method == HttpMethod.HEAD:
            return Response(content=b"", media_type=found.media_type, headers=headers)
        pieces = _pieces(public_engine, digest, found.size)
        return Stream(pieces, media_type=found.media_type, headers=headers)


def _described(found: Found, name: str) -> dict[str, str]:
    """Return the headers of what is sent: the name is of plain letters, as it was put out."""
    return {
        "Content-Length": str(found.size),
        "Content-Disposition": f'attachment; filename="{name}"',
    }


async def _pieces(engine: Engine, digest: str, size: int) -> AsyncIterator[bytes]:
    """Yield a material; one that is taken away meanwhile ends early, which its length tells."""
    for begin in range(0, size, PIECE):
        async with asking(engine) as connection:
            piece = await queries.piece(connection, digest, begin, PIECE)
        if not piece:
            return
        yield piece
