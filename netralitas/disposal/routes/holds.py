"""`/penahanan`: what is disposed of by nobody, until it is let go."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.disposal import words
from netralitas.disposal.commands import lift_hold, place_hold
from netralitas.disposal.domain import NewHold
from netralitas.disposal.forms import HoldForm, LiftForm
from netralitas.disposal.pages import RETENTION
from netralitas.disposal.queries.schedule import holds
from netralitas.disposal.schedule_pages import HOLDS, holds_page
from netralitas.law.domain import Zone
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.parts import Crumb
from netralitas.web.register import REGISTER, Sheet, before
from netralitas.web.visit import Visit

_CRUMBS: Final = (Crumb(words.RETENTION, RETENTION), Crumb(words.HOLDS, HOLDS))
_NEW: Final = Sheet(
    title=words.PLACE,
    lead=words.PLACE_LEAD,
    action=f"{HOLDS}/baru",
    back=HOLDS,
    crumbs=_CRUMBS,
)


class HoldsController(Controller):
    """Holds, placed by one person and lifted by another."""

    path = HOLDS
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the holds, the newest first."""
        may(visit.actor, Permission.SEE_DISPOSAL)
        async with reading(visit.actor) as c:
            found, more = await holds(c, before(visit))
        content = holds_page(visit.actor, found, more, zone=Zone(visit.actor.zone))
        return await visit.page(REGISTER, content)

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask what is held, and why."""
        may(visit.actor, Permission.KEEP_DISPOSAL)
        return await shown(visit, _NEW, HoldForm.blank())

    @post("/baru")
    async def place(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> type_answer:
        """Place the hold."""
        may(visit.actor, Permission.KEEP_DISPOSAL)
        form = HoldForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> str:
            await place_hold(visit.actor, _new(form, sealer))
            return HOLDS

        return await answered(visit, _NEW, form, doing)

    @get("/{hold:int}/pencabutan")
    async def ask_why(self, hold: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask why it is lifted."""
        may(visit.actor, Permission.KEEP_DISPOSAL)
        return await shown(visit, _lifting(hold), LiftForm.blank())

    @post("/{hold:int}/pencabutan")
    async def lift(self, hold: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Lift it."""
        may(visit.actor, Permission.KEEP_DISPOSAL)
        form = LiftForm.parse(await visit.typed())

        async def doing() -> str:
            await lift_hold(visit.actor, hold, form.reason)
            return HOLDS

        return await answered(visit, _lifting(hold), form, doing)


def _new(form: HoldForm, sealer: NipSealer) -> NewHold:
    nip = form.nip
    return NewHold(
        case_file=form.case_file,
        respondent=form.respondent,
        nip_digest=sealer.digest(nip) if nip else None,
        nip_last=nip[-4:] if nip else None,
        reason=form.reason,
        basis=form.basis,
    )


def _lifting(hold: int) -> Sheet:
    return Sheet(
        title=words.LIFT,
        lead=words.LIFT_LEAD,
        action=f"{HOLDS}/{hold}/pencabutan",
        back=HOLDS,
        crumbs=_CRUMBS,
    )
