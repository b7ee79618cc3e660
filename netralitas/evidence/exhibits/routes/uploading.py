"""`/perkara/{id}/bukti/unggah`: evidence is added, by a form or piece by piece.

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
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.domain import FileRefused, StorageFull, Stored
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.commands import (
    Announced,
    announce_in,
    discard,
    enter_in,
    hold_may_add,
    note_whole_in,
    receive,
)
from netralitas.evidence.exhibits.domain import Facts, Nature, Origin, nature_of
from netralitas.evidence.exhibits.forms import AddForm
from netralitas.evidence.exhibits.pages import UploadPage, WaitingFile
from netralitas.evidence.exhibits.queries.waiting import Waiting, waiting_file, waiting_of
from netralitas.evidence.media import hold_extension
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, Refusal, RuleBroken
from netralitas.settings import Settings
from netralitas.web.forms.files import Received, file_name
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

MEGABYTE: Final = 1024 * 1024
MOST_AT_ONCE: Final = 4 * 1024 * MEGABYTE
"""Bytes of a form that is sent without the script, with all its files."""

type_answer = Response[str] | Redirect


class AddController(Controller):
    """The form by which evidence is added."""

    path = "/perkara/{case:int}/bukti/unggah"
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Show the form, with what arrived already."""
        async with reading(visit.actor) as c:
            view, waiting = await _look(c, visit, case, book)
        content = _page(view, AddForm.blank(), waiting, settings)
        return await visit.page("evidence/upload.html", content)

    @post(request_max_body_size=MOST_AT_ONCE)
    async def add(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Enter all that arrived, and the files of the form itself, as evidence."""
        async with reading(visit.actor) as c:  # who may not is told before any file is read
            await _look(c, visit, case, book)
        form = AddForm.parse(await visit.typed())
        came = await _kept(form, storage, settings.evidence_megabytes * MEGABYTE)
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            await note_whole_in(c, view, came)
        if form.valid:
            try:
                async with writing(visit.actor) as c:
                    view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
                    entered = await enter_in(c, view, form.title, _facts(form))
                return see_other(f"/perkara/{case}/bukti?setelah={entered[0] - 1}")
            except RuleBroken as refusal:
                dated = refusal.rule == "date.future"
                form.refuse("obtained_on" if dated else "files", refusal.reason)
        async with reading(visit.actor) as c:
            view, waiting = await _look(c, visit, case, book)
        content = _page(view, form, waiting, settings)
        return await visit.page("evidence/upload.html", content, status=422)


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
        except (FileRefused, StorageFull) as refused:
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


async def _look(
    c: Connection, visit: Visit, case: int, book: RuleBook
) -> tuple[CaseView, list[Waiting]]:
    view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
    hold_may_add(view)
    return view, await waiting_of(c, case, visit.actor.officer)


async def _file(visit: Visit, case: int, token: str) -> Waiting:
    """Return a file of this officer; NotVisible for anybody else's."""
    if not 0 < case < 2**63 or not token.isascii() or len(token) != 32:
        raise NotVisible
    async with reading(visit.actor) as c:
        return await waiting_file(c, case, visit.actor.officer, token)


async def _kept(form: AddForm, storage: Storage, limit: int) -> list[Stored]:
    """Return the files of the form, kept under their digests; refused ones are named beside it."""
    kept: list[Stored] = []
    for field in ("files", "camera"):
        sent: tuple[Received, ...] = form.read_value(field) or ()
        for file in sent:
            try:
                hold_extension(_ending(file.name), file.kind.value)
                kept.append(await storage.keep(file.content, limit))
            except (FileRefused, StorageFull) as refusal:
                form.refuse(field, f"“{file.name}”: {refusal.reason}")
    return kept


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _facts(form: AddForm) -> Facts:
    return Facts(
        nature=Nature.DOCUMENT,
        origin=Origin(form.origin),
        obtained_on=form.obtained_on,
        description=form.description,
    )


def _page(view: CaseView, form: AddForm, waiting: list[Waiting], settings: Settings) -> UploadPage:
    base = f"/perkara/{view.dossier.id}"
    return UploadPage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), base),
            Crumb("Bukti", f"{base}/bukti"),
            Crumb("Unggah bukti"),
        ),
        case=view.dossier.id,
        action=f"{base}/bukti/unggah",
        announcing=f"{base}/bukti/berkas",
        back=f"{base}/bukti",
        form=form,
        waiting=tuple(_waiting(base, each) for each in waiting),
        largest=settings.evidence_megabytes,
    )


def _waiting(base: str, file: Waiting) -> WaitingFile:
    return WaitingFile(
        token=file.token,
        kind=words.NATURES[nature_of(file.media_type)] if file.media_type else "Berkas",
        size=file.size,
        received=file.received,
        whole=file.whole,
        remove=f"{base}/bukti/berkas/{file.token}/penghapusan",
    )


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
