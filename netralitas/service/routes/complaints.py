"""`/pengaduan-layanan`: complaints about the service; seen, answered, referred, closed."""

from typing import Final

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission
from netralitas.database.transactions import reading
from netralitas.intake.envelope import OfficeKeys
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid
from netralitas.service.commands import answer, close, keep_out, refer
from netralitas.service.complaint_pages import Opening, complaint_page, complaints_page
from netralitas.service.forms import AnswerForm, KeepOutForm
from netralitas.service.profile_page import officer_choices
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_LIST: Final = "service/complaints.html"
_ONE: Final = "service/complaint.html"
_PATH: Final = "/pengaduan-layanan"

type_answer = Response[str] | Redirect

_log = structlog.get_logger("netralitas.service")


class ComplaintsController(Controller):
    """The complaints that an office handles, and each of them."""

    path = _PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what waits, the oldest first, then what is over."""
        return await visit.show(
            Permission.HANDLE_COMPLAINTS,
            _LIST,
            lambda c: complaints_page(c, visit.actor, visit.asked, clock.now()),
        )

    @get("/{complaint:int}")
    async def look(
        self,
        complaint: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[str]:
        """Show one, opened; the log keeps who looked."""
        shown = await _page(visit, complaint, Opening(keys=office_keys, book=book))
        _log.info("complaint_opened", complaint=complaint, officer=visit.actor.officer)
        return shown

    @post("/{complaint:int}/jawaban")
    async def answer(
        self,
        complaint: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        office_keys: NamedDependency[OfficeKeys],
    ) -> type_answer:
        """Answer it, or say what is wrong and keep what was typed."""
        form = AnswerForm.parse(await visit.typed())
        if not form.valid:
            opening = Opening(keys=office_keys, book=book, answer=form)
            return await _page(visit, complaint, opening)
        await answer(visit.actor, complaint, form.text, keys=office_keys)
        return see_other(f"{_PATH}/{complaint}#pesan")

    @post("/{complaint:int}/pengecualian")
    async def keep_out(
        self,
        complaint: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        office_keys: NamedDependency[OfficeKeys],
    ) -> type_answer:
        """Keep an officer out of it; back to the list, for it may be oneself."""
        async with reading(visit.actor) as c:
            choices = {"officer": await officer_choices(c, visit.actor)}
        form = KeepOutForm.parse(await visit.typed(), choices=choices)
        if form.valid:
            try:
                await keep_out(visit.actor, complaint, int(form.officer))
                return see_other(_PATH)
            except Invalid as refused:
                for sentence in refused.errors.get("officer", ()):
                    form.refuse("officer", sentence)
        opening = Opening(keys=office_keys, book=book, keep_out=form)
        return await _page(visit, complaint, opening)

    @post("/{complaint:int}/rujukan")
    async def refer(self, complaint: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Let the office above handle it."""
        await refer(visit.actor, complaint)
        return see_other(f"{_PATH}/{complaint}")

    @post("/{complaint:int}/penutupan")
    async def close(self, complaint: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Close it."""
        await close(visit.actor, complaint)
        return see_other(f"{_PATH}/{complaint}")


async def _page(visit: Visit, complaint: int, opening: Opening) -> Response[str]:
    async with reading(visit.actor) as c:
        content = await complaint_page(c, visit.actor, complaint, opening, clock.now())
    refused = opening.answer or opening.keep_out
    return await visit.page(_ONE, content, status=422 if refused else 200)
