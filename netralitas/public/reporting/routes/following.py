"""The answer to a code, and messages by whoever holds one. No address ever carries a code."""

from typing import Final
from zoneinfo import ZoneInfo

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.database.transactions import asking, receiving
from netralitas.public import queries, sections
from netralitas.public.checking import Checking
from netralitas.public.forms import CodeForm
from netralitas.public.pages import CheckPage, StatusPage, UnsentPage
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.following import (
    Asking,
    blank_message,
    is_over,
    office_for,
    status_of,
)
from netralitas.public.reporting.forms import MessageForm
from netralitas.public.reporting.holder import Holder, carrying
from netralitas.public.reporting.messages import write
from netralitas.public.reporting.routes.parts import seen_at, type_request, with_code
from netralitas.public.reporting.sending import report_of
from netralitas.web.forms import Form
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

_MESSAGES: Final = f"{sections.STATUS}/pesan"
_JUST_SENT: Final = "terkirim"


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
        door: NamedDependency[Door],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show what is told behind a code: 422 for a mistyped one, 404 for an unknown one."""
        form = CodeForm.parse(await request.form())
        if not form.valid:
            return page("public/check.html", CheckPage(form=form), frame=frame, status=422)
        told = await checking.told(request, form.code)
        holder = door.holder_of(form.code)
        found = await status_of(door, holder, told, _asking(frame, blank_message()))
        if found is None:
            content = CheckPage(form=form, missing=True)
            return page("public/check.html", content, frame=frame, status=404)
        return _shown(found, holder, door, frame)


class MessageController(Controller):
    """`/cek-status/pesan`: the same page for the code that this browser holds, and writing."""

    path = _MESSAGES
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str] | Redirect:
        """Show the page again after a message; without a code it is asked for."""
        sent = _JUST_SENT in request.query_params
        return await _again(request, door, frame, blank_message(), sent=sent)

    @post(request_max_body_size=32 * 1024)
    async def send(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str] | Redirect:
        """Leave a message for the office: 422 for an empty or overlong one."""
        holder = door.holder(request)
        if holder is None:
            return see_other(sections.STATUS)
        form = MessageForm.parse(await request.form())
        if not form.valid:
            return await _again(request, door, frame, form)
        door.count_try(request)
        return await _left(door, holder, form.text)


async def _left(door: Door, holder: Holder, text: str) -> Redirect:
    """Leave a message behind a code that somebody has, and nothing behind any other."""
    known = await door.offices()
    async with receiving(door.engine, holder.digest) as connection:
        report = await report_of(connection, holder)
        told = await queries.told(connection, holder.digest)
        exists = (report is not None or told is not None) and not is_over(told)
        office = office_for(report, known)
        if not exists or office is None or (report is not None and report.refused_at):
            return see_other(sections.STATUS)
        await write(connection, holder, office, text)
    return see_other(f"{_MESSAGES}?{_JUST_SENT}=ya#pesan")


async def _again(
    request: type_request, door: Door, frame: Frame, form: Form, *, sent: bool = False
) -> Response[str] | Redirect:
    holder = door.holder(request)
    if holder is None:
        return see_other(sections.STATUS)
    async with asking(door.engine) as connection:
        told = await queries.told(connection, holder.digest)
    found = await status_of(door, holder, told, _asking(frame, form, sent=sent))
    if found is None:
        door.count_try(request)
        return see_other(sections.STATUS)
    return _shown(found, holder, door, frame, status=200 if form.valid else 422)


def _asking(frame: Frame, form: Form, *, sent: bool = False) -> Asking:
    return Asking(today=clock.today(ZoneInfo(frame.zone)), form=form, sent=sent)


def _shown(
    found: StatusPage | UnsentPage, holder: Holder, door: Door, frame: Frame, *, status: int = 200
) -> Response[str]:
    """Answer with the page; the browser keeps the code for what the page leads to.

    In another language it is asked for where the browser shows its code.
    """
    if isinstance(found, UnsentPage):
        answer = page("public/reporting/unsent.html", found, frame=frame, status=status)
        return with_code(answer, carrying(holder.code, sections.REPORT, https=door.https))
    answer = page("public/status.html", found, frame=seen_at(_MESSAGES, frame), status=status)
    with_code(answer, carrying(holder.code, sections.STATUS, https=door.https))
    if found.receipt:
        with_code(answer, carrying(holder.code, sections.REPORT, https=door.https))
    return answer
