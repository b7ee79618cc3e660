"""`/perkara/{case}/tangkapan`: pages captured for a case."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas import clock
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.commands import ask_capture_for_case
from netralitas.evidence.web.forms import CaptureForm
from netralitas.evidence.web.pages import CasePage
from netralitas.evidence.web.queries import case_page, file_of, hold_capturing
from netralitas.evidence.web.routes.sending import sent, type_answer
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import refused_on
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.visit import Visit


class CaseCaptureController(Controller):
    """The captures of a case."""

    path = "/perkara/{case:int}/tangkapan"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the captures with the form for one more; to htmx the captures alone."""
        part = "_captures" if is_fragment(visit.request) else "captures"
        content = await _page(visit, case, book, CaptureForm.blank())
        return await visit.page(f"web_evidence/{part}.html", content)

    @post()
    async def capture(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Have a page captured, or say what is wrong with its address."""
        form = CaptureForm.parse(await visit.typed())
        content = await _page(visit, case, book, form)
        try:
            form.require()
            await ask_capture_for_case(visit.actor, case, form.url, book=book)
        except (Invalid, RuleBroken) as refused:
            status = refused_on(form, refused)
            return await visit.page("web_evidence/captures.html", content, status=status)
        return see_other(f"/perkara/{case}/tangkapan")

    @get("/{capture:int}/{name:str}")
    async def download(
        self,
        case: FromPath[int],
        capture: FromPath[int],
        name: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
        book: NamedDependency[RuleBook],
    ) -> Stream:
        """Send a file of a capture."""
        async with reading(visit.actor) as c:
            hold_capturing(await view_case(c, visit.actor, case, now=clock.now(), book=book))
            found = await file_of(c, capture, name, case=case)
        return await sent(visit, storage, found, capture)


async def _page(visit: Visit, case: int, book: RuleBook, form: CaptureForm) -> CasePage:
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        hold_capturing(view)
        return await case_page(c, view, form, visit.asked.get("sebelum", ""))
