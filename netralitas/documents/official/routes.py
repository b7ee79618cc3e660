"""`/perkara/{id}/naskah`: the papers of a case, a new one, its files, its signed scan."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas import clock
from netralitas.access.policy import Permission
from netralitas.cases.domain import Source
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.documents.official import words
from netralitas.documents.official.commands import attach_scan, issue_paper, preview
from netralitas.documents.official.forms import LARGEST, IssueForm, ScanForm
from netralitas.documents.official.proposing import offered, proposed
from netralitas.documents.official.queries import (
    Knowledge,
    Standing,
    knowledge,
    paper_in,
    template_of,
)
from netralitas.documents.official.showing import (
    issue_of,
    issue_page,
    may_issue,
    paper_page,
    papers_page,
    written,
)
from netralitas.documents.official.template_routes import TemplateController
from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from netralitas.web.forms import FileKind
from netralitas.web.fragments import see_other
from netralitas.web.headers import SANDBOX, to_keep
from netralitas.web.visit import Visit

Found = TypeVar("Found")

_EXTENSIONS: Final = {kind.value: kind.name.lower() for kind in FileKind}
_FORM: Final = "documents/issue.html"
_log = structlog.get_logger("netralitas.documents")


class OfficialPaperController(Controller):
    """The official papers of a case."""

    path = "/perkara/{case:int}/naskah"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the papers that were issued, and those that can be."""
        _, content = await _look(visit, book, case, papers_page)
        return await visit.page("documents/papers.html", content)

    @get("/baru/{code:str}")
    async def ask(
        self,
        case: FromPath[int],
        code: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the paper as it is proposed."""

        async def found(c: Connection, view: CaseView) -> dict[str, object]:
            known = await _knowing(c, view, code)
            return written(proposed(code, known), view, await template_of(c, view.actor, code))

        view, values = await _look(visit, book, case, found)
        form = IssueForm.blank(values=values, today=view.today)
        return await visit.page(_FORM, issue_page(view, code, form))

    @post("/baru/{code:str}")
    async def issue(
        self,
        case: FromPath[int],
        code: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Response[bytes] | Redirect:
        """Issue the paper, or show how it will look."""
        view, known = await _look(visit, book, case, lambda c, v: _knowing(c, v, code))
        typed = await visit.typed()
        form = IssueForm.parse(typed, today=view.today)
        if form.valid:
            asked = issue_of(form, case, code, proposed(code, known))
            if typed.get("lihat"):
                async with reading(visit.actor) as c:
                    draft = await preview(c, visit.actor, asked)
                return Response(draft, media_type="application/pdf", headers=_draft(code))
            try:
                made = await issue_paper(visit.actor, asked, storage=storage)
            except Invalid as refusal:
                _say(form, refusal)
            else:
                return see_other(f"/perkara/{case}/naskah/{made.id}")
        return await visit.page(_FORM, issue_page(view, code, form), status=422)

    @get("/{paper:int}")
    async def read(
        self,
        case: FromPath[int],
        paper: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show a paper as it was issued."""
        view, found = await _look(visit, book, case, lambda c, v: paper_in(c, v, paper))
        return await visit.page("documents/paper.html", paper_page(view, found))

    @get("/{paper:int}/berkas/{name:str}")
    async def download(
        self,
        case: FromPath[int],
        paper: FromPath[int],
        name: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send a file of the paper to be kept, never to be opened as a page of ours."""
        _, found = await _look(visit, book, case, lambda c, v: paper_in(c, v, paper))
        file = {"pdf": found.pdf, "docx": found.docx, "pindaian": found.scan}.get(name)
        if file is None:
            raise NotVisible
        _log.info("paper_downloaded", case=case, paper=paper, officer=visit.actor.officer)
        ending = _EXTENSIONS.get(file.media_type, name)
        headers = _kept_as(f"perkara-{case}-naskah-{paper}.{ending}", file.size)
        content = await storage.open(file.digest)
        return Stream(content, media_type=file.media_type, headers=headers)

    @post("/{paper:int}/pindaian")
    async def scan(
        self,
        case: FromPath[int],
        paper: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Redirect:
        """Attach the signed scan."""

        async def found(c: Connection, view: CaseView) -> Standing:
            _hold(view)
            return await paper_in(c, view, paper)

        view, standing = await _look(visit, book, case, found)
        form = ScanForm.parse(await visit.typed())
        if form.valid:
            try:
                kept = await storage.keep(form.scan[0].content, LARGEST)
                await attach_scan(visit.actor, standing, kept)
            except (FileRefused, NotKept, RuleBroken) as refusal:
                form.refuse("scan", refusal.reason)
            except Invalid as refusal:
                _say(form, refusal)
            else:
                return see_other(f"/perkara/{case}/naskah/{paper}")
        return await visit.page(
            "documents/paper.html", paper_page(view, standing, form), status=422
        )


async def _look(
    visit: Visit,
    book: RuleBook,
    case: int,
    read: Callable[[Connection, CaseView], Awaitable[Found]],
) -> tuple[CaseView, Found]:
    """Return the case as the actor sees it with what `read` finds, in one transaction."""
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        return view, await read(c, view)


async def _knowing(c: Connection, view: CaseView, code: str) -> Knowledge:
    """Return what is known for a paper that a form issues in this case; NotVisible for another."""
    if code not in offered(Source(view.file.source)):
        raise NotVisible
    _hold(view)
    return await knowledge(c, view)


def _hold(view: CaseView) -> None:
    view.dossier.handling()
    view.hold(Permission.ATTACH)
    if not may_issue(view):
        raise NotAllowed(words.NOBODY_ELSE)


def _say(form: IssueForm | ScanForm, refusal: Invalid) -> None:
    form.refuse_all(refusal.errors)


def _draft(code: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="konsep-{code}.pdf"',
        "Content-Security-Policy": SANDBOX,
    }


def _kept_as(name: str, size: int) -> dict[str, str]:
    return to_keep(name, size)


CONTROLLERS = (OfficialPaperController, TemplateController)
