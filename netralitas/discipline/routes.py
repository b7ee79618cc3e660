"""`/tindak-lanjut`, and the pages of one follow-up: who examines, the drafts of its papers."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission
from netralitas.cases.domain import PositionClass
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.discipline.examiners.commands import end_examiner, name_examiner
from netralitas.discipline.examiners.domain import Body, NewExaminer, Part, Represents
from netralitas.discipline.examiners.forms import ExaminerForm
from netralitas.discipline.examiners.queries import accounts, examiners_page
from netralitas.discipline.queries import board_page, offices_page, standing_page
from netralitas.discipline.queries.drafts import draft_page
from netralitas.documents.rendering import render
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_PDF = ".pdf"


class FollowUpController(Controller):
    """Where each respondent stands who was handed over, as far as the reader follows them."""

    path = "/tindak-lanjut"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the board as the address filters it."""
        return await visit.show(
            Permission.SEE_FOLLOW_UP,
            "discipline/board.html",
            lambda c: board_page(c, visit.actor, visit.asked, clock.now()),
        )

    @get("/penerima")
    async def standing(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show how each receiver stands, and how what was imposed compares."""
        return await visit.show(
            Permission.SEE_FOLLOW_UP,
            "discipline/standing.html",
            lambda c: standing_page(c, visit.actor, clock.now()),
        )

    @get("/instansi")
    async def offices(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show to which offices something can be handed over, and since when."""
        return await visit.show(
            Permission.SEE_FOLLOW_UP,
            "discipline/offices.html",
            lambda c: offices_page(c, visit.actor, clock.now()),
        )


class DraftController(Controller):
    """A draft of a paper: as text to be copied, and as PDF."""

    path = "/perkara/{case:int}/proses/{workflow:str}/surat/{paper:str}"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        workflow: FromPath[str],
        paper: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str] | Response[bytes]:
        """Show the draft; with ".pdf" behind its name send it as PDF."""
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            code = paper.removesuffix(_PDF)
            content = await draft_page(c, view, _proceeding(workflow), code)
        if paper == code:
            return await visit.page("discipline/draft.html", content)
        headers = {"Content-Disposition": f'attachment; filename="konsep-{code}.pdf"'}
        made = await render("letter", content.sheet, content.written_at)
        return Response(made, media_type="application/pdf", headers=headers)


class ExaminerController(Controller):
    """Who examines a respondent: read and kept by the office alone."""

    path = "/perkara/{case:int}/proses/{workflow:str}/pemeriksa"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        workflow: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the members, what the composition lacks, and the form for one more."""
        return await _examiners(visit, book, case, _proceeding(workflow))

    @post()
    async def name(
        self,
        case: FromPath[int],
        workflow: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str] | Redirect:
        """Name a member, and come back."""
        proceeding = _proceeding(workflow)
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            await examiners_page(c, view, proceeding, None)
            offered = await accounts(c, view)
        form = ExaminerForm.parse(await visit.typed(), choices={"officer": offered})
        if form.valid:
            try:
                await name_examiner(visit.actor, case, proceeding, _member(form), book=book)
            except RuleBroken as refusal:
                form.refuse("officer", refusal.reason)
            else:
                return see_other(f"/perkara/{case}/proses/{proceeding}/pemeriksa")
        return await _examiners(visit, book, case, proceeding, form)

    @post("/{examiner:int}/pengakhiran")
    async def end(
        self,
        case: FromPath[int],
        workflow: FromPath[str],
        examiner: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Redirect:
        """End a membership, and come back."""
        proceeding = _proceeding(workflow)
        await end_examiner(visit.actor, case, proceeding, examiner, book=book)
        return see_other(f"/perkara/{case}/proses/{proceeding}/pemeriksa")


async def _examiners(
    visit: Visit, book: RuleBook, case: int, proceeding: int, form: ExaminerForm | None = None
) -> Response[str]:
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        content = await examiners_page(c, view, proceeding, form)
    status = 422 if form is not None else 200
    return await visit.page("discipline/examiners.html", content, status=status)


def _member(form: ExaminerForm) -> NewExaminer:
    return NewExaminer(
        body=Body(form.body),
        part=Part(form.part),
        represents=Represents(form.represents),
        name=form.name,
        position=form.position,
        position_class=PositionClass(form.position_class),
        officer=int(form.officer) if form.officer else None,
    )


def _proceeding(written: str) -> int:
    """Return the proceeding of an address; NotVisible for what is no number."""
    if not (written.isascii() and written.isdecimal() and len(written) < 19):
        raise NotVisible
    return int(written)


CONTROLLERS = (FollowUpController, DraftController, ExaminerController)
