"""Beginning, going on with a code, and leaving quickly."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.database.transactions import receiving
from netralitas.intake.door import DRAFT_DAYS
from netralitas.public import sections
from netralitas.public.forms import OwnCodeForm
from netralitas.public.reporting import questions, words
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.drafts import Draft, Sent, find
from netralitas.public.reporting.holder import carrying, removed
from netralitas.public.reporting.offices import served
from netralitas.public.reporting.pages import CodePage, OfficeLine, ResumePage, StartPage
from netralitas.public.reporting.routes.parts import ELSEWHERE, type_request, with_code
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

_AWAY: Final = "https://www.bmkg.go.id/"
"""Where leaving quickly leads: the weather. The browser tells that site nothing about this one."""


class StartController(Controller):
    """`/lapor`: what this is, the code, and the way back in and out."""

    path = sections.REPORT
    include_in_schema = False
    exception_handlers = ELSEWHERE

    @get()
    async def start(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show what counts as a violation, what happens next, and the choices about the name."""
        known = await door.offices()
        content = StartPage(
            offices=tuple(
                OfficeLine(name=each.name, service=served(each.service)) for each in known
            ),
            levels=tuple(
                (label, words.LEVEL_HINTS[level]) for level, label in words.LEVELS.items()
            ),
            going_on=questions.SUMMARY if door.holder(request) else None,
            closed="" if known else words.CLOSED,
        )
        return page("public/reporting/start.html", content, frame=frame)

    @get("/kode")
    async def code(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the code of the draft, to be written down."""
        draft = await door.drafted(request)
        content = CodePage(
            code=draft.holder.code, next=questions.next_address(draft.answers), days=DRAFT_DAYS
        )
        return page("public/reporting/code.html", content, frame=frame)

    @get("/lanjutkan")
    async def resume(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Ask for the code."""
        content = ResumePage(form=OwnCodeForm.blank())
        return page("public/reporting/resume.html", content, frame=frame)

    @post("/lanjutkan")
    async def go_on(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str] | Redirect:
        """Go on where the draft of a code was left: 422 for a mistyped one, 404 for no draft."""
        form = OwnCodeForm.parse(await request.form())
        if not form.valid:
            return page(
                "public/reporting/resume.html", ResumePage(form=form), frame=frame, status=422
            )
        door.count_try(request)
        holder = door.holder_of(form.code)
        async with receiving(door.engine, holder.digest) as connection:
            draft = await find(connection, holder)
        if draft is None:
            content = ResumePage(form=form, missing=words.NO_DRAFT)
            return page("public/reporting/resume.html", content, frame=frame, status=404)
        cookie = carrying(holder.code, sections.REPORT, https=door.https)
        return with_code(see_other(_going_on(draft)), cookie)

    @get("/keluar")
    async def leave(self, door: NamedDependency[Door]) -> Redirect:
        """Forget the code in this browser and go to another site, at once."""
        answer = with_code(see_other(_AWAY), removed(https=door.https))
        answer.headers["Clear-Site-Data"] = '"cookies", "storage"'
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer


def _going_on(draft: Draft | Sent) -> str:
    return questions.RECEIPT if isinstance(draft, Sent) else questions.next_address(draft.answers)
