"""Tiles and consistency proofs for all; the proof of a receipt for its holder alone.

What a published address says never changes, so it may be kept for good, and asked for quickly: a
whole log of a million leaves is four thousand tiles.
"""

import base64
import re
from collections.abc import Callable
from typing import Any, Final

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.audit import log
from netralitas.audit.merkle import WIDTH
from netralitas.database.engine import Engine
from netralitas.database.transactions import asking, receiving
from netralitas.language import phrase
from netralitas.public import sections
from netralitas.public.checking import type_connection
from netralitas.public.log import queries
from netralitas.public.log.checking import check
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.routes.parts import type_request
from netralitas.public.reporting.sending import report_of
from netralitas.public.throttle import Rate, Throttle
from netralitas.refusals import NotVisible
from netralitas.web.fragments import see_other
from netralitas.web.refusals import TooMany

KEPT: Final = "public, max-age=31536000, immutable"
EACH: Final = Rate(tries=6000, seconds=0.02)
"""Tiles of one address: a whole log of a million leaves at once, then fifty a second."""
TOGETHER: Final = Rate(tries=20_000, seconds=0.002)
_BUSY: Final = phrase(
    "Terlalu banyak petak diminta dari jaringan Anda. Tunggu {seconds} detik, lalu lanjutkan."
)

_LEVELS: Final = 8
_PLACE: Final = re.compile(r"/?((?:x\d{3}/){0,5}\d{3})(?:\.p/([1-9]\d{0,2}))?")
_SIZE: Final = re.compile(r"[1-9]\d{0,17}")


class LogDoor:
    """Who may ask the published log how often; tiles are read from the database."""

    def __init__(
        self,
        engine: Engine,
        seconds: Callable[[], float],
        address: Callable[[type_connection], str],
    ) -> None:
        """`seconds` gives seconds that only ever grow, `address` where a request comes from."""
        self.engine = engine
        self._throttle = Throttle(seconds, each=EACH, together=TOGETHER)
        self._address = address

    def count(self, request: type_connection) -> None:
        """Take one try for an address; TooMany when there is none left."""
        wait = self._throttle.wait(self._address(request))
        if wait:
            raise TooMany(str(_BUSY).format(seconds=wait), retry_after=wait)


class LogController(Controller):
    """`/log`: what is not prepared, because there is too much of it."""

    path = sections.LOG
    include_in_schema = False

    @get("/tile/{level:str}/{place:path}")
    async def tile(
        self,
        request: Request[Any, Any, Any],
        level: FromPath[str],
        place: FromPath[str],
        log_door: NamedDependency[LogDoor],
    ) -> Response[bytes]:
        """Send a tile, whole or its first hashes; 404 for what was never published."""
        log_door.count(request)
        number, width = _tile(level, str(place))
        async with asking(log_door.engine) as connection:
            found = await queries.tile(connection, int(level), number, width)
        if found is None:
            raise NotVisible
        return Response(
            content=found, media_type="application/octet-stream", headers={"Cache-Control": KEPT}
        )

    @get("/konsistensi/{old:str}/{new:str}")
    async def consistency(
        self,
        request: Request[Any, Any, Any],
        old: FromPath[str],
        new: FromPath[str],
        log_door: NamedDependency[LogDoor],
    ) -> Response[dict[str, Any]]:
        """Send the proof that one published head continues another; 404 for any other sizes."""
        log_door.count(request)
        if not (_SIZE.fullmatch(old) and _SIZE.fullmatch(new)) or int(old) > int(new):
            raise NotVisible
        first, last = int(old), int(new)
        async with asking(log_door.engine) as connection:
            if not await queries.are_published(connection, frozenset((first, last))):
                raise NotVisible
            proof = await log.consistency(connection, first, last, log.PUBLIC)
        told = {"old": first, "new": last, "proof": [base64.b64encode(x).decode() for x in proof]}
        return Response(content=told, headers={"Cache-Control": KEPT})


class ProofController(Controller):
    """`/cek-status/bukti`: the proof of a receipt, for the code that this browser holds."""

    path = f"{sections.STATUS}/bukti"
    include_in_schema = False

    @post(status_code=200)
    async def send(
        self, request: type_request, door: NamedDependency[Door]
    ) -> Response[dict[str, Any]] | Redirect:
        """Send the proof as a file; without a code, or before there is one, the code is asked."""
        door.count_try(request)
        holder = door.holder(request)
        if holder is None:
            return see_other(sections.STATUS)
        async with receiving(door.engine, holder.digest) as connection:
            found = await check(connection, holder, await report_of(connection, holder))
        proof = found.proof(holder.salt)
        if proof is None:
            return see_other(sections.STATUS)
        saved = {"Content-Disposition": 'attachment; filename="bukti-catatan.json"'}
        return Response(content=proof, headers=saved)


def _tile(level: str, place: str) -> tuple[int, int]:
    """Return position and width of a tile by its address; NotVisible for one that is none."""
    found = _PLACE.fullmatch(place)
    if found is None or not (level.isascii() and level.isdecimal() and len(level) == 1):
        raise NotVisible
    width = int(found[2] or WIDTH)
    parts = [part.removeprefix("x") for part in found[1].split("/")]
    if int(level) >= _LEVELS or width > WIDTH or (found[2] and width == WIDTH):
        raise NotVisible
    if len(parts) > 1 and parts[0] == "000":  # one tile has one address
        raise NotVisible
    return int("".join(parts)), width
