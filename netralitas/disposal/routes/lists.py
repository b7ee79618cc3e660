"""`/pemusnahan`: what is due, list by list."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.disposal.pages import LISTS, list_page, lists_page
from netralitas.disposal.queries.lists import known_in, lines_in, lists
from netralitas.evidence.storage import Storage
from netralitas.refusals import NotVisible
from netralitas.web.headers import SANDBOX
from netralitas.web.register import ENTRY, REGISTER, before
from netralitas.web.visit import Visit


class ListsController(Controller):
    """The lists of what is due, and one of them."""

    path = LISTS
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the lists, the newest first."""
        may(visit.actor, Permission.SEE_DISPOSAL)
        async with reading(visit.actor) as c:
            found, more = await lists(c, before(visit))
        return await visit.page(REGISTER, lists_page(found, more))

    @get("/{disposal:int}")
    async def one(self, disposal: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show a list with its lines."""
        may(visit.actor, Permission.SEE_DISPOSAL)
        asked = visit.asked.get("sesudah") or ""
        after = int(asked) if asked.isdecimal() and len(asked) < 16 else 0
        async with reading(visit.actor) as c:
            known = await known_in(c, disposal)
            lines, more = await lines_in(c, disposal, after)
        return await visit.page(ENTRY, list_page(visit.actor, known, lines, more))

    @get("/{disposal:int}/berita-acara.pdf")
    async def minutes(
        self,
        disposal: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the minutes."""
        may(visit.actor, Permission.SEE_DISPOSAL)
        async with reading(visit.actor) as c:
            known = await known_in(c, disposal)
        if known.minutes is None:
            raise NotVisible
        headers = {
            "Content-Disposition": f'attachment; filename="pemusnahan-{disposal}.pdf"',
            "Content-Security-Policy": SANDBOX,
        }
        content = await storage.open(known.minutes)
        return Stream(content, media_type="application/pdf", headers=headers)
