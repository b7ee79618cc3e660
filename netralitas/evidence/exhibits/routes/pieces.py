"""`/perkara/{id}/bukti/berkas`: files on their way, each under an address nobody can guess.

`static/js/upload.js` announces a file with `name` and `size`; GET of its address says how much has
arrived, POST with `?mulai=` adds what comes there.
"""

from typing import Any, Final

import msgspec
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading, writing
from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.exhibits.commands import Announced, announce_in, discard, receive
from netralitas.evidence.exhibits.queries.waiting import Waiting, waiting_file
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, Refusal, RuleBroken
from netralitas.settings import Settings
from netralitas.web.forms.files import file_name
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

MEGABYTE: Final = 1024 * 1024
MOST_AT_ONCE: Final = 4 * 1024 * MEGABYTE
"""Bytes of one request: a form that is sent without the script has all its files."""


class PieceController(Controller):
    """Files on their way, each under an address nobody can guess."""

    path = "/perkara/{case:int}/bukti/berkas"
    include_in_schema = False

    @post()
    async def begin(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[bytes]:
        """Announce a file."""
        typed = await visit.typed()
        size = str(typed.get("size") or "")
        file = Announced(
            name=file_name(str(typed.get("name") or "")),
            size=int(size) if size.isascii() and size.isdecimal() and len(size) < 16 else 0,
        )
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            try:
                found = await announce_in(
                    c,
                    view,
                    file,
                    secret=settings.secret("index"),
                    limit=settings.evidence_megabytes * MEGABYTE,
                )
            except RuleBroken as refused:
                return _answer(refused)
        return _answer(found)

    @get("/{token:str}")
    async def look(
        self,
        case: FromPath[int],
        token: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Response[bytes]:
        """Say how much has arrived: the disk knows."""
        found = await _file(visit, case, token)
        if not found.whole:
            there = await Pieces(storage).arrived(token)
            found = msgspec.structs.replace(found, received=there)
        return _answer(found)

    @post("/{token:str}", request_max_body_size=MOST_AT_ONCE)
    async def add(
        self,
        case: FromPath[int],
        token: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Response[bytes]:
        """Add what comes where the last piece ended; the last byte makes the file whole."""
        found = await _file(visit, case, token)
        start = visit.asked.get("mulai") or ""
        known = start.isascii() and start.isdecimal() and len(start) < 16
        content = visit.request.stream()
        try:
            found = await receive(
                visit.actor, found, int(start) if known else -1, content, Pieces(storage)
            )
        except (FileRefused, NotKept) as refused:
            return _answer(refused)
        return _answer(found)

    @post("/{token:str}/penghapusan")
    async def remove(
        self,
        case: FromPath[int],
        token: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Redirect:
        """Take a file off the list of those that arrive."""
        found = await _file(visit, case, token)
        await discard(visit.actor, (found.token,), Pieces(storage))
        return see_other(f"/perkara/{case}/bukti/unggah#berkas")


async def _file(visit: Visit, case: int, token: str) -> Waiting:
    """Return a file of this officer; NotVisible for anybody else's."""
    if not 0 < case < 2**63 or not token.isascii() or len(token) != 32:
        raise NotVisible
    async with reading(visit.actor) as c:
        return await waiting_file(c, case, visit.actor.officer, token)


def _answer(told: Waiting | Refusal) -> Response[bytes]:
    said: dict[str, Any]
    if isinstance(told, Refusal):
        said, status = {"problem": told.reason}, 422
    else:
        said, status = (
            {
                "address": f"/perkara/{told.case}/bukti/berkas/{told.token}",
                "received": told.received,
                "size": told.size,
                "whole": told.whole,
            },
            200,
        )
    return Response(msgspec.json.encode(said), status_code=status, media_type=MediaType.JSON)
