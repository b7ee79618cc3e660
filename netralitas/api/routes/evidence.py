"""`/api/v1/cases/{id}/evidence` and `…/papers`: what is kept of a case, and its files."""

from typing import Annotated, Final

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import Stream

from netralitas.api import words
from netralitas.api.call import Call, Paged
from netralitas.api.domain import Scope
from netralitas.api.filling import described, sent_to_form
from netralitas.api.frame import by
from netralitas.api.reads import beside as reads
from netralitas.api.reads.cases import papers
from netralitas.api.shapes import beside as shapes
from netralitas.api.shapes import forms
from netralitas.api.shapes.cases import PaperList
from netralitas.api.writes import LARGEST_BODY, MEBIBYTE, WRITE, Write
from netralitas.cases.queries import CaseView, Wanted, page_of, paper_of
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.queries import Document
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.exhibits.commands import enter_in, hold_may_add, note_whole_in, use_in
from netralitas.evidence.exhibits.domain import Facts, Nature, Origin, Purpose, Use
from netralitas.evidence.exhibits.forms import AddForm, UseForm
from netralitas.evidence.exhibits.queries import exhibits_page
from netralitas.evidence.exhibits.queries.found import as_exhibit, exhibit_row
from netralitas.evidence.storage import Storage
from netralitas.refusals import Invalid, NotVisible
from netralitas.settings import Settings
from netralitas.web.forms.files import Received
from netralitas.web.headers import to_keep

_log = structlog.get_logger("netralitas.api")
_FILE: Final = {200: ResponseSpec(bytes, media_type="*/*")}
"""What a file is described as; its true type stands in the answer."""


class PapersController(Controller):
    """The papers of a case that are no evidence: studies, minutes, letters."""

    path = "/cases/{case:int}/papers"
    tags = ("Cases",)
    opt = {**by(Scope.CASES_READ), "as_it_is": True}  # noqa: RUF012 - the framework's attribute

    @get(summary="List papers", operation_id="listPapers")
    async def list(self, call: NamedDependency[Call], case: FromPath[int]) -> Response[PaperList]:
        """Return the papers of a case that the system's roles see."""

        async def find(c: Connection, view: CaseView) -> PaperList:
            return papers(await page_of(c, view, Wanted(most=1)))

        return call.answer(await call.look(case, find))

    @get(
        "/{paper:int}/content",
        summary="Get the file of a paper",
        operation_id="getPaperFile",
        responses=_FILE,
    )
    async def content(
        self,
        call: NamedDependency[Call],
        storage: NamedDependency[Storage],
        case: FromPath[int],
        paper: FromPath[int],
    ) -> Stream:
        """Return the file; that of evidence is asked for as evidence, with its purpose."""

        async def find(c: Connection, view: CaseView) -> Document:
            return await paper_of(c, view, paper)

        found = await call.look(case, find)
        if found.ordinal is not None:
            raise NotVisible
        _log.info("document_downloaded", case=case, document=paper, officer=call.actor.officer)
        headers = to_keep(f"perkara-{case}-dokumen-{paper}", found.size)
        headers["ETag"] = f'"{found.digest}"'
        content = await storage.open(found.digest)
        return Stream(content, media_type=found.media_type, headers=headers)


class EvidenceController(Controller):
    """The evidence of a case; every use of a file is an event in its log of custody."""

    path = "/cases/{case:int}/evidence"
    tags = ("Evidence",)
    opt = {**by(Scope.EVIDENCE_READ), "as_it_is": True}  # noqa: RUF012 - the framework's attribute
    request_max_body_size = LARGEST_BODY
    dependencies = WRITE

    @get(summary="List evidence, without its files", operation_id="listEvidence")
    async def list(
        self,
        call: NamedDependency[Call],
        settings: NamedDependency[Settings],
        case: FromPath[int],
        paging: Paged,
    ) -> Response[shapes.ExhibitList]:
        """Return a page of the evidence of a case; pages are of a fixed length."""
        scanning = bool(settings.clamd_socket)

        async def find(c: Connection, view: CaseView) -> shapes.ExhibitList:
            return reads.exhibits(await exhibits_page(c, view, paging.cursor, scanning=scanning))

        return call.answer(await call.look(case, find))

    @get(
        "/{ordinal:int}/content",
        summary="Get the file of a piece of evidence",
        operation_id="getEvidenceFile",
        responses=_FILE,
    )
    async def content(
        self,
        call: NamedDependency[Call],
        storage: NamedDependency[Storage],
        case: FromPath[int],
        ordinal: FromPath[int],
        purpose: FromQuery[Purpose],
        note: Annotated[str | None, QueryParameter(max_length=1000)] = None,
    ) -> Stream:
        """Return the original file, after the log has it that the system took it, and what for.

        Its ETag is the SHA-256 of the whole file, which the client can check.
        """
        told = UseForm.parse({"purpose": purpose.value, "note": note or ""})
        told.require()
        async with writing(call.actor) as c:
            view = await call.view(c, case)
            row = await exhibit_row(c, view, ordinal)
            if row["scan"] == "infected":
                raise NotVisible
            await use_in(c, view, as_exhibit(row), Use.DOWNLOADED, purpose, told.note)
        headers = to_keep(f"perkara-{case}-bukti-{ordinal}", row["size"])
        headers["ETag"] = f'"{row["digest"]}"'
        content = await storage.open(row["digest"])
        return Stream(content, media_type=row["media_type"], headers=headers)

    @get("/form", summary="Get the form of new evidence", operation_id="getEvidenceForm")
    async def form(
        self, call: NamedDependency[Call], case: FromPath[int]
    ) -> Response[forms.FormShape]:
        """Return what new evidence must say of itself."""

        async def find(_: Connection, view: CaseView) -> forms.FormShape:
            hold_may_add(view)
            return described(AddForm.blank(), words.NEW_EVIDENCE)

        return call.answer(await call.look(case, find))

    @post(
        summary="Add one piece of evidence",
        operation_id="addEvidence",
        opt=by(Scope.EVIDENCE_WRITE),
    )
    async def add(
        self,
        write: NamedDependency[Write],
        settings: NamedDependency[Settings],
        case: FromPath[int],
        data: JSONBody[forms.Filled],
    ) -> Response[forms.Entered]:
        """Keep the file named `files` as evidence; its number is answered."""
        limit = settings.upload_megabytes * MEBIBYTE
        return await write.once(lambda c: _add(c, write, case, data, limit))


async def _add(
    c: Connection, write: Write, case: int, data: forms.Filled, limit: int
) -> forms.Entered:
    view = await write.view(c, case)
    hold_may_add(view)
    form = AddForm.parse(sent_to_form(data))
    form.require()
    kept = await _kept(form, write.storage, limit)
    await note_whole_in(c, view, (kept,))
    facts = Facts(
        nature=Nature.DOCUMENT,
        origin=Origin(form.origin),
        obtained_on=form.obtained_on,
        description=form.description,
    )
    [ordinal] = await enter_in(c, view, form.title, facts)
    return forms.Entered(id=ordinal)


async def _kept(form: AddForm, storage: Storage, limit: int) -> Stored:
    """Return the one file that came; Invalid for none, or one that is refused."""
    sent: tuple[Received, ...] = form.read_value("files") or ()
    if len(sent) != 1:
        raise Invalid({"files": [words.ONE_FILE]})
    try:
        return await storage.keep(sent[0].content, limit)
    except (FileRefused, NotKept) as refused:
        raise Invalid({"files": [refused.reason]}) from refused
