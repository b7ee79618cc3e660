"""`/perkara/{id}/dokumen`: papers are attached and downloaded; their names say nothing."""

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas.access.policy import Permission
from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_paper
from netralitas.cases.forms import AttachForm
from netralitas.cases.forms.answers import LARGEST
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import CaseView, may_attach, paper_of
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import crumbs, done_or_refused, look, shown
from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document
from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.storage import Storage
from netralitas.refusals import NotAllowed
from netralitas.web.forms import FileKind
from netralitas.web.fragments import see_other
from netralitas.web.headers import to_keep

type_answer = Response[str] | Redirect

LEAD = "Bukti dan dokumen lain dapat dilampirkan kapan saja. Berkas disimpan utuh dengan sidiknya."
_EXTENSIONS = {kind.value: kind.name.lower() for kind in FileKind} | {
    "text/plain": "txt",
    "application/warc+gzip": "warc.gz",
    "application/timestamp-reply": "tsr",
}
_log = structlog.get_logger("netralitas.cases")


class DocumentController(Controller):
    """The papers of a case."""

    path = "/perkara/{case:int}/dokumen"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the form that attaches a paper."""
        view, _ = await look(desk, case, _attaching)
        return await shown(_page(view, AttachForm.blank()), desk)

    @post()
    async def attach(
        self,
        request: type_request,
        case: FromPath[int],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Attach a paper to the case."""
        view, _ = await look(desk, case, _attaching)
        form = AttachForm.parse(await request.form())
        paper = await _kept(form, storage) if form.valid else None
        if paper is None:
            return await shown(_page(view, form), desk, status=422)
        doing = attach_paper(desk.actor, case, paper)
        answer = await done_or_refused(form, doing, f"/perkara/{case}#dokumen")
        return answer or await shown(_page(view, form), desk, status=422)

    @get("/{document:int}")
    async def download(
        self,
        case: FromPath[int],
        document: FromPath[int],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> Stream | Redirect:
        """Send the paper to be kept, never to be opened by the browser as a page of ours.

        Evidence is used from its page, which keeps the log.
        """
        _, paper = await look(desk, case, lambda c, view: paper_of(c, view, document))
        if paper.ordinal is not None:
            return see_other(f"/perkara/{case}/bukti/{paper.ordinal}/unduhan")
        _log.info("document_downloaded", case=case, document=document, officer=desk.actor.officer)
        content = await storage.open(paper.digest)
        return Stream(content, media_type=paper.media_type, headers=_headers(paper))


def _headers(paper: Document) -> dict[str, str]:
    """Return what makes a browser keep the file under a name that says nothing of its content."""
    extension = _EXTENSIONS.get(paper.media_type, "bin")
    name = f"perkara-{paper.case_file}-dokumen-{paper.id}.{extension}"
    return to_keep(name, paper.size)


async def _attaching(_: Connection, view: CaseView) -> None:
    view.hold(Permission.ATTACH)
    if not may_attach(view):
        raise NotAllowed("Dokumen dilampirkan oleh Bawaslu yang menangani perkara ini.")


async def _kept(form: AttachForm, storage: Storage) -> Paper | None:
    """Return the paper, its file kept under its digest; None when it cannot be kept."""
    try:
        stored = await storage.keep(form.file[0].content, LARGEST)
    except (FileRefused, NotKept) as refusal:
        form.refuse("file", refusal.reason)
        return None
    return Paper(kind=DocumentKind(form.kind), title=form.title, stored=stored)


def _page(view: CaseView, form: AttachForm) -> FormPage:
    return FormPage(
        crumbs=crumbs(view, "Lampirkan dokumen"),
        title="Lampirkan dokumen",
        lead=LEAD,
        action=f"/perkara/{view.dossier.id}/dokumen",
        back=f"/perkara/{view.dossier.id}#dokumen",
        button="Lampirkan dokumen",
        form=form,
        fields=tuple(form.fields),
        uploads=True,
    )
