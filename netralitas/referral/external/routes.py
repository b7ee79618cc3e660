"""`/perkara/{case}/terlapor/{respondent}/sistem-lain`: what other systems say of a respondent."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Field
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.referral.external.commands import Told, hold_recorder, record_external
from netralitas.referral.external.forms import LARGEST, ExternalForm
from netralitas.referral.external.pages import SystemsPage
from netralitas.referral.external.queries import systems_page
from netralitas.refusals import NotVisible
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_TEMPLATE = "referral/external.html"


class ExternalController(Controller):
    """The list of what was said, and the form of a further word."""

    path = "/perkara/{case:int}/terlapor/{respondent:int}/sistem-lain"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show them."""
        _, content = await _look(visit, case, respondent, book)
        return await visit.page(_TEMPLATE, content)

    @post()
    async def record(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Redirect:
        """Record what a system says, or say what is missing."""
        view, _ = await _look(visit, case, respondent, book)
        hold_recorder(view)
        form = ExternalForm.parse(await visit.typed(), today=visit.today)
        proof = await _kept(form, storage) if form.valid else None
        if form.valid:
            told = Told(respondent=respondent, word=form.word)
            await record_external(view, told, proof)
            return see_other(f"/perkara/{case}/terlapor/{respondent}/sistem-lain?tercatat=1")
        _, content = await _look(visit, case, respondent, book, form)
        return await visit.page(_TEMPLATE, content, status=422)


async def _look(
    visit: Visit, case: int, respondent: int, book: RuleBook, form: ExternalForm | None = None
) -> tuple[CaseView, SystemsPage]:
    """Return the case as the actor sees it and the page; NotVisible: no hand-over is followed."""
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        if Field.REFERRAL not in view.seen:
            raise NotVisible
        done = "tercatat" in visit.asked and form is None
        return view, await systems_page(c, view, respondent, form, done=done)


async def _kept(form: ExternalForm, storage: Storage) -> Stored | None:
    """Return the proof, its file kept under its digest; None without one or where it is refused."""
    received = form.read_value("proof")
    if not received:
        return None
    try:
        return await storage.keep(received[0].content, LARGEST)
    except (FileRefused, NotKept) as refusal:
        form.refuse("proof", refusal.reason)
        return None
