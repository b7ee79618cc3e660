"""One plenary meeting: who is there, what lies on its table."""

from collections.abc import Awaitable
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.investigation.plenary.commands import (
    lay_on_table,
    note_presence,
    take_off_table,
)
from netralitas.investigation.plenary.forms import (
    PresenceForm,
    TableForm,
)
from netralitas.investigation.plenary.queries import (
    meeting_page,
)
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect

_FORM: Final = "investigation/plenary_form.html"
_MEETING: Final = "investigation/plenary.html"
_RULING: Final = "investigation/ruling.html"


class PlenaryController(Controller):
    """One meeting: who is there, what lies on its table."""

    path = "/pleno/{meeting:int}"
    include_in_schema = False

    @get()
    async def show(self, meeting: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the meeting."""
        return await visit.show(
            Permission.SEE_PLENARY,
            _MEETING,
            lambda c: meeting_page(c, visit.actor, meeting, visit.today),
        )

    @post("/kehadiran")
    async def note(self, meeting: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Note who is there."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            shown = await meeting_page(c, visit.actor, meeting, visit.today)
        options = shown.presence.options("officers") if shown.presence else ()
        form = PresenceForm.parse(await visit.typed(), choices={"officers": options})
        if not form.valid:
            return await self._again(visit, meeting, [s for s, _ in form.error_list], 422)
        chosen = [int(each) for each in form.read_value("officers") or ()]
        return await self._done(visit, meeting, note_presence(visit.actor, meeting, chosen))

    @post("/perkara")
    async def lay(
        self,
        meeting: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Lay a case on the table."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            shown = await meeting_page(c, visit.actor, meeting, visit.today)
        options = shown.table.options("case") if shown.table else ()
        form = TableForm.parse(await visit.typed(), choices={"case": options})
        if not form.valid:
            return await self._again(visit, meeting, [s for s, _ in form.error_list], 422)
        doing = lay_on_table(visit.actor, meeting, int(form.case), book=book)
        return await self._done(visit, meeting, doing)

    @post("/perkara/{case:int}/pelepasan")
    async def take_off(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Take a case off the table."""
        doing = take_off_table(visit.actor, meeting, case, book=book)
        return await self._done(visit, meeting, doing)

    async def _done(self, visit: Visit, meeting: int, doing: Awaitable[object]) -> type_answer:
        try:
            await doing
        except RuleBroken as refusal:
            return await self._again(visit, meeting, [refusal.reason], 409)
        except Invalid as refusal:
            said = [sentence for each in refusal.errors.values() for sentence in each]
            return await self._again(visit, meeting, said, 422)
        return see_other(f"/pleno/{meeting}")

    async def _again(
        self, visit: Visit, meeting: int, refused: list[str], status: int
    ) -> Response[str]:
        async with reading(visit.actor) as c:
            content = await meeting_page(c, visit.actor, meeting, visit.today, refused=refused)
        return await visit.page(_MEETING, content, status=status)
