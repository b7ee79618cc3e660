"""What became of an activity: held, corrected, cancelled."""

from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention import policy
from netralitas.prevention.commands import Target, cancel_activity, correct_record, hold_activity
from netralitas.prevention.domain import CancelReason
from netralitas.prevention.form_pages import (
    PATH,
    cancel_page,
    changes,
    correction_page,
    held_page,
    say,
)
from netralitas.prevention.forms import CancelForm, held_form, record_form, written
from netralitas.prevention.queries import Opened, open_activity
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

RECORD = "prevention/record.html"
CANCEL = "prevention/cancel.html"

type_request = Request[Any, Any, Any]


class HoldController(Controller):
    """`/pencegahan/kegiatan/{id}/pelaksanaan`: it was held, with those who came."""

    path = "/pencegahan/kegiatan/{number:int}/pelaksanaan"
    include_in_schema = False

    @get()
    async def show(
        self, number: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form, or why it can no longer be recorded."""
        opened = await _opened(actor, number)
        policy.hold_open(opened.activity)
        form = held_form(opened).blank()
        return page(RECORD, held_page(form, opened), frame=frame)

    @post()
    async def hold(
        self,
        request: type_request,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str] | Redirect:
        """Record it and go to its page, or say what is wrong and keep what was typed."""
        opened = await _opened(actor, number)
        today = clock.today(ZoneInfo(actor.zone))
        form = held_form(opened).parse(await request.form(), today=today)
        try:
            said = form.recorded()
            target = Target(activity=number, version=form.version)
            await hold_activity(actor, target, form.held_on, said)
        except (Invalid, RuleBroken, Stale) as refused:
            content = held_page(form, await _opened(actor, number), changes(refused))
            return page(RECORD, content, frame=frame, status=say(form, refused))
        return see_other(f"{PATH}/{number}?tercatat=pelaksanaan")


class CorrectionController(Controller):
    """`/pencegahan/kegiatan/{id}/kehadiran`: who came and what was done, corrected."""

    path = "/pencegahan/kegiatan/{number:int}/kehadiran"
    include_in_schema = False

    @get()
    async def show(
        self, number: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form filled with what stands recorded."""
        opened = await _opened(actor, number)
        policy.hold_held(opened.activity)
        form = record_form(opened).blank(values=written(opened))
        return page(RECORD, correction_page(form, opened), frame=frame)

    @post()
    async def correct(
        self,
        request: type_request,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str] | Redirect:
        """Replace the record and go to the page, or say what is wrong and keep what was typed."""
        opened = await _opened(actor, number)
        form = record_form(opened).parse(await request.form())
        try:
            said = form.recorded()
            await correct_record(actor, Target(activity=number, version=form.version), said)
        except (Invalid, RuleBroken, Stale) as refused:
            content = correction_page(form, await _opened(actor, number), changes(refused))
            return page(RECORD, content, frame=frame, status=say(form, refused))
        return see_other(f"{PATH}/{number}?tercatat=kehadiran")


class CancelController(Controller):
    """`/pencegahan/kegiatan/{id}/pembatalan`: it is not held."""

    path = "/pencegahan/kegiatan/{number:int}/pembatalan"
    include_in_schema = False

    @get()
    async def show(
        self, number: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the reasons."""
        opened = await _opened(actor, number, cancels=True)
        policy.hold_open(opened.activity)
        return page(CANCEL, cancel_page(CancelForm.blank(), opened), frame=frame)

    @post()
    async def cancel(
        self,
        request: type_request,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str] | Redirect:
        """Cancel it and go to its page, or say what is wrong."""
        opened = await _opened(actor, number, cancels=True)
        form = CancelForm.parse(await request.form())
        try:
            form.require()
            target = Target(activity=number, version=form.version)
            await cancel_activity(actor, target, CancelReason(form.reason))
        except (Invalid, RuleBroken, Stale) as refused:
            opened = await _opened(actor, number, cancels=True)
            content = cancel_page(form, opened, changes(refused))
            return page(CANCEL, content, frame=frame, status=say(form, refused))
        return see_other(f"{PATH}/{number}?tercatat=pembatalan")


async def _opened(actor: Actor, activity: int, *, cancels: bool = False) -> Opened:
    """Return the activity for who may record it; NotVisible, or NotAllowed with the reason."""
    may(actor, Permission.SEE_PREVENTION)
    async with reading(actor) as c:
        opened = await open_activity(c, actor, activity)
    may(actor, Permission.RECORD_ACTIVITY)
    if cancels:
        policy.hold_organiser(actor, opened.activity)
    else:
        policy.hold_recorder(actor, opened.chain, opened.activity)
    return opened
