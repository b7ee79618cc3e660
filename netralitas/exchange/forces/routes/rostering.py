"""Filling the roster, and taking a day of it back."""

from datetime import time
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.exchange.forces.commands import Place, cancel_duty, set_duty
from netralitas.exchange.forces.forms import DutyForm
from netralitas.exchange.forces.routes.sheet import seen_by, sheet_of
from netralitas.law.book import RuleBook
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_HOURS: Final = {"begins_at": time(8), "ends_at": time(16), "workdays": True}


class RosterController(Controller):
    """`/kerja-sama/{id}/satgas/{force}/piket`: who is on duty."""

    path = "/kerja-sama/{number:int}/satgas/{force:int}/piket"
    include_in_schema = False

    @get("/baru")
    async def ask(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form."""
        seen = await seen_by(visit, number, force)
        days = {"first": visit.today, "last": visit.today}
        form = DutyForm.blank(choices={"member": seen.members}, values={**_HOURS, **days})
        return await shown(visit, sheet_of(seen, "piket/baru"), form)

    @post("/baru")
    async def fill(
        self,
        number: FromPath[int],
        force: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Put somebody on the roster."""
        seen = await seen_by(visit, number, force)
        form = DutyForm.parse(await visit.typed(), choices={"member": seen.members})

        async def doing() -> str:
            place = Place(agreement=number, force=force)
            await set_duty(visit.actor, place, form.new(), calendar=book.calendar())
            return f"{seen.here}/piket?bulan={form.first:%Y-%m}"

        return await answered(visit, sheet_of(seen, "piket/baru"), form, doing)

    @post("/{shift:int}/pembatalan")
    async def cancel(
        self,
        number: FromPath[int],
        force: FromPath[int],
        shift: FromPath[int],
        visit: NamedDependency[Visit],
    ) -> Redirect:
        """Take a day back."""
        may(visit.actor, Permission.KEEP_EXCHANGE)
        await cancel_duty(visit.actor, Place(agreement=number, force=force), shift)
        return see_other(f"/kerja-sama/{number}/satgas/{force}/piket")
