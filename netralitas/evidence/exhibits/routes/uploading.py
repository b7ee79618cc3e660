"""`/perkara/{id}/bukti/unggah`: evidence is added: what arrived piece by piece, and by the form."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.commands import (
    enter_in,
    hold_may_add,
    note_whole_in,
)
from netralitas.evidence.exhibits.domain import Facts, Nature, Origin, nature_of
from netralitas.evidence.exhibits.forms import AddForm
from netralitas.evidence.exhibits.pages import UploadPage, WaitingFile
from netralitas.evidence.exhibits.queries.waiting import Waiting, waiting_of
from netralitas.evidence.exhibits.routes.pieces import MEGABYTE, MOST_AT_ONCE
from netralitas.evidence.media import hold_extension
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken
from netralitas.settings import Settings
from netralitas.web.forms.files import Received
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

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


async def _look(
    c: Connection, visit: Visit, case: int, book: RuleBook
) -> tuple[CaseView, list[Waiting]]:
    view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
    hold_may_add(view)
    return view, await waiting_of(c, case, visit.actor.officer)


async def _kept(form: AddForm, storage: Storage, limit: int) -> list[Stored]:
    """Return the files of the form, kept under their digests; refused ones are named beside it."""
    kept: list[Stored] = []
    for field in ("files", "camera"):
        sent: tuple[Received, ...] = form.read_value(field) or ()
        for file in sent:
            try:
                hold_extension(_ending(file.name), file.kind.value)
                kept.append(await storage.keep(file.content, limit))
            except (FileRefused, NotKept) as refusal:
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
