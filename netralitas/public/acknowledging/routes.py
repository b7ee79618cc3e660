"""`/terima-berkas`: a code is sent, the package behind it comes back, and is confirmed.

Every answer is the page itself, without a redirect: an address would carry the code. No cookie.
"""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.database.transactions import receiving
from netralitas.intake import codes
from netralitas.public import sections
from netralitas.public.acknowledging.forms import ReceivedForm, SheetCodeForm
from netralitas.public.acknowledging.pages import ReceiptPage, SheetPage
from netralitas.public.acknowledging.receipts import (
    Behind,
    behind,
    confirm,
    receipt_page,
    too_early,
)
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.routes.parts import type_request
from netralitas.referral.packages.door import Acknowledged
from netralitas.web.fragments import page
from netralitas.web.frame import Frame


class AcknowledgeController(Controller):
    """The public page of a receiver outside."""

    path = sections.ACKNOWLEDGE
    include_in_schema = False

    @get()
    async def ask(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Ask for the code of the sheet."""
        return _typed(SheetPage(form=SheetCodeForm.blank()), frame)

    @post(status_code=200)
    async def show(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the package of a code: 422 for a mistyped one, 404 for an unknown one."""
        form = SheetCodeForm.parse(await request.form())
        if not form.valid:
            return _typed(SheetPage(form=form), frame, status=422)
        found = await _look(request, door, form.code)
        if found is None:
            return _typed(SheetPage(form=form, missing=True), frame, status=404)
        asked = ReceivedForm.blank(values={"code": codes.in_groups(form.code)}, today=_today(found))
        return _shown(receipt_page(found, asked), frame)

    @post("/konfirmasi", status_code=200)
    async def confirm(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Hold that the receipt is confirmed; a second time it says since when it is."""
        data = await request.form()
        typed = SheetCodeForm.parse(data)
        if not typed.valid:
            return _typed(SheetPage(form=typed), frame, status=422)
        found = await _look(request, door, typed.code)
        if found is None:
            return _typed(SheetPage(form=typed, missing=True), frame, status=404)
        form = ReceivedForm.parse(data, today=_today(found))
        if found.confirmed_at is not None:
            return _shown(receipt_page(found), frame)
        if not form.valid or too_early(found, form):
            return _shown(receipt_page(found, form), frame, status=422)
        said = Acknowledged(name=form.name, post=form.post, on=form.on)
        async with receiving(door.engine, found.digest) as connection:
            just = await confirm(connection, found, said)
            now = await behind(connection, found.digest)
        confirmed = now or replace(found, confirmed_at=clock.now())
        return _shown(receipt_page(confirmed, just=just), frame)


async def _look(request: type_request, door: Door, code: str) -> Behind | None:
    """Return what is behind a code, for whoever does not try too many."""
    door.count_try(request)
    digest = codes.package_digest(code, door.secret)
    async with receiving(door.engine, digest) as connection:
        return await behind(connection, digest)


def _today(found: Behind) -> date:
    return clock.today(ZoneInfo(found.shown.zone))


def _typed(content: SheetPage, frame: Frame, status: int = 200) -> Response[str]:
    return page("public/acknowledging/code.html", content, frame=frame, status=status)


def _shown(content: ReceiptPage, frame: Frame, status: int = 200) -> Response[str]:
    return page("public/acknowledging/package.html", content, frame=frame, status=status)
