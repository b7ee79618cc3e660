"""The files of evidence: pictures as copies, recordings by range, originals to be kept.

Each asks the log: a picture needs that its page was opened, an original that a purpose was said.
"""

from collections.abc import Sequence
from typing import Any, Final

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused
from netralitas.evidence.exhibits.copies import Copy, copy_of
from netralitas.evidence.exhibits.domain import Use
from netralitas.evidence.exhibits.queries.found import as_exhibit, exhibit_row, said_why
from netralitas.evidence.exhibits.ranges import Unsatisfiable, range_of
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import MEDIA_TYPE, VIEWED
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.web.forms import FileKind
from netralitas.web.fragments import see_other
from netralitas.web.headers import SANDBOX
from netralitas.web.visit import Visit

_EXTENSIONS: Final = {kind.value: kind.name.lower() for kind in FileKind} | {"text/plain": "txt"}
_SAFE: Final = {"Content-Security-Policy": SANDBOX, "Cache-Control": "private, no-store"}

type_file = Response[bytes] | Stream | Redirect


class MediaController(Controller):
    """The files of one piece of evidence; what is sent is never compressed on the way."""

    path = "/perkara/{case:int}/bukti/{ordinal:int}"
    include_in_schema = False
    opt = {"as_it_is": True}  # noqa: RUF012 - the framework's attribute of a controller

    @get("/kecil")
    async def thumbnail(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_file:
        """Send the picture of the list: too small to be a look at the evidence."""
        row = await _row(visit.actor, case, ordinal, book, ())
        return await _picture(storage, row, Copy.SMALL, "inline")

    @get("/gambar")
    async def picture(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_file:
        """Send the view copy to the page, which was opened and so stands on record."""
        row = await _row(visit.actor, case, ordinal, book, (Use.VIEWED,))
        if not row["said"]:
            return see_other(f"/perkara/{case}/bukti/{ordinal}")
        return await _picture(storage, row, Copy.VIEW, "inline")

    @get("/salinan.jpg")
    async def copy(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_file:
        """Send the view copy to be kept, once a purpose was said."""
        row = await _row(visit.actor, case, ordinal, book, (Use.COPIED,))
        if not row["said"]:
            return see_other(f"/perkara/{case}/bukti/{ordinal}/salinan")
        name = f"perkara-{case}-bukti-{ordinal}-salinan.jpg"
        return await _picture(storage, row, Copy.VIEW, f'attachment; filename="{name}"')

    @get("/media")
    async def play(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_file:
        """Send the original of a recording, whole or by range, once a purpose was said."""
        row = await _row(visit.actor, case, ordinal, book, (Use.PLAYED,))
        if row["media_type"].partition("/")[0] not in {"video", "audio"}:
            raise NotVisible
        if not row["said"] or row["scan"] == "infected":
            return see_other(f"/perkara/{case}/bukti/{ordinal}/pemutaran")
        return await _sent(visit, storage, row, "inline")

    @get("/berkas")
    async def original(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_file:
        """Send the original to be kept, under a name that says nothing, once a purpose was said."""
        row = await _row(visit.actor, case, ordinal, book, (Use.DOWNLOADED,))
        if not row["said"] or row["scan"] == "infected":
            return see_other(f"/perkara/{case}/bukti/{ordinal}/unduhan")
        ending = _EXTENSIONS.get(row["media_type"], "bin")
        name = f"perkara-{case}-bukti-{ordinal}.{ending}"
        return await _sent(visit, storage, row, f'attachment; filename="{name}"')


async def _row(
    actor: Actor, case: int, ordinal: int, book: RuleBook, uses: Sequence[Use]
) -> dict[str, Any]:
    """Return the row of a piece of evidence, with `said`: whether one of `uses` is on record."""
    async with reading(actor) as c:
        view = await view_case(c, actor, case, now=clock.now(), book=book)
        row = await exhibit_row(c, view, ordinal)
        said = bool(uses) and await said_why(c, actor.officer, as_exhibit(row), uses)
    return {**dict(row), "said": said}


async def _picture(
    storage: Storage, row: dict[str, Any], which: Copy, disposition: str
) -> type_file:
    """Return a copy of the picture; NotVisible where none can be made."""
    if row["media_type"] not in VIEWED or row["scan"] == "infected":
        raise NotVisible
    try:
        content = await copy_of(storage, row["digest"], which)
    except FileRefused as refused:
        raise NotVisible from refused
    headers = {**_SAFE, "Content-Disposition": disposition}
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


async def _sent(visit: Visit, storage: Storage, row: dict[str, Any], disposition: str) -> type_file:
    """Return the file, or the part of it that was asked for (RFC 9110, 14)."""
    size, tag = row["size"], f'"{row["digest"]}"'
    headers = {
        **_SAFE,
        "Accept-Ranges": "bytes",
        "ETag": tag,
        "Content-Disposition": disposition,
    }
    asked = visit.request.headers
    wanted = asked.get("range") if asked.get("if-range", tag) == tag else None
    try:
        part = range_of(wanted, size)
    except Unsatisfiable:
        headers["Content-Range"] = f"bytes */{size}"
        return Response(b"", status_code=416, media_type=row["media_type"], headers=headers)
    start, length = part or (0, size)
    headers["Content-Length"] = str(length)
    if part is not None:
        headers["Content-Range"] = f"bytes {start}-{start + length - 1}/{size}"
    content = await storage.open(row["digest"], start, length)
    status = 200 if part is None else 206
    return Stream(content, status_code=status, media_type=row["media_type"], headers=headers)
