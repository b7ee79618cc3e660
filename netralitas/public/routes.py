"""What is not prepared: the answer to a code, and addresses that have no page now."""

from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.public import sections
from netralitas.public.checking import Checking
from netralitas.public.forms import CodeForm
from netralitas.public.pages import CheckPage, StatusPage
from netralitas.public.prepared import Shelf
from netralitas.refusals import NotVisible
from netralitas.web.fragments import page
from netralitas.web.frame import Frame
from netralitas.web.refusals import NotReady

type_request = Request[Any, Any, Any]


class StatusController(Controller):
    """`/cek-status`: a code is sent, and what became of the matter comes back.

    The answer is the page itself, without a redirect: an address would carry the code.
    """

    path = sections.STATUS
    include_in_schema = False

    @post(status_code=200)
    async def check(
        self,
        request: type_request,
        checking: NamedDependency[Checking],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show what is told behind a code: 422 for a mistyped one, 404 for an unknown one."""
        form = CodeForm.parse(await request.form())
        if not form.valid:
            return page("public/check.html", CheckPage(form=form), frame=frame, status=422)
        told = await checking.told(request, form.code)
        if told is None:
            content = CheckPage(form=form, missing=True)
            return page("public/check.html", content, frame=frame, status=404)
        answer = StatusPage.of(told, clock.today(ZoneInfo(frame.zone)))
        return page("public/status.html", answer, frame=frame)


@get(
    [*sorted(sections.PREPARED | sections.DATA), f"{sections.OUTCOMES}/{{rest:path}}"],
    include_in_schema=False,
)
async def without_page(shelf: NamedDependency[Shelf]) -> None:
    """Say that there is no such page, or that none is ready yet."""
    raise NotVisible if shelf.edition.number else NotReady


@get("/siap", include_in_schema=False)
async def ready(shelf: NamedDependency[Shelf]) -> dict[str, str]:
    """Answer 200 when there are pages to serve, also while the database is away."""
    if not shelf.edition.number:
        raise NotReady
    return {"status": "siap"}
