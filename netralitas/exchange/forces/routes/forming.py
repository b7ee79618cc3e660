"""Forming a task force, naming its people, ending either."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.exchange.forces.commands import (
    Place,
    end_force,
    end_member,
    form_force,
    name_member,
)
from netralitas.exchange.forces.forms import BOTH, EndForm, ForceForm, MemberForm
from netralitas.exchange.forces.routes.sheet import Seen, seen_by, sheet_of
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.visit import Visit


class FormController(Controller):
    """`/kerja-sama/{id}/satgas/baru`: a decree."""

    path = "/kerja-sama/{number:int}/satgas/baru"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        seen = await seen_by(visit, number)
        form = ForceForm.blank(choices=_decreers(seen), values={"decreed_by": BOTH[0]})
        return await shown(visit, sheet_of(seen, "baru"), form)

    @post()
    async def form(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Record it and go to the task force."""
        seen = await seen_by(visit, number)
        form = ForceForm.parse(await visit.typed(), choices=_decreers(seen), today=visit.today)

        async def doing() -> str:
            return f"{seen.here}/{await form_force(visit.actor, form.new(number))}"

        return await answered(visit, sheet_of(seen, "baru"), form, doing)


class MemberController(Controller):
    """`/kerja-sama/{id}/satgas/{force}/anggota`: somebody whom the decree names."""

    path = "/kerja-sama/{number:int}/satgas/{force:int}/anggota"
    include_in_schema = False

    @get()
    async def ask(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form."""
        seen = await seen_by(visit, number, force)
        values = {"since": max(seen.since, visit.today)}
        form = MemberForm.blank(choices={"organisation": seen.offices}, values=values)
        return await shown(visit, sheet_of(seen, "anggota"), form)

    @post()
    async def name(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Name them."""
        seen = await seen_by(visit, number, force)
        form = MemberForm.parse(await visit.typed(), choices={"organisation": seen.offices})

        async def doing() -> str:
            await name_member(visit.actor, Place(agreement=number, force=force), form.new())
            return seen.here

        return await answered(visit, sheet_of(seen, "anggota"), form, doing)


class EndController(Controller):
    """`…/satgas/{force}/akhir` and `…/anggota/{member}/akhir`: the last day."""

    path = "/kerja-sama/{number:int}/satgas/{force:int}"
    include_in_schema = False

    @get("/akhir")
    async def ask(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form for all."""
        seen = await seen_by(visit, number, force)
        return await shown(visit, sheet_of(seen, "akhir"), _today(visit))

    @post("/akhir")
    async def end(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> type_answer:
        """End the task force."""
        seen = await seen_by(visit, number, force)
        form = EndForm.parse(await visit.typed())

        async def doing() -> str:
            await end_force(visit.actor, Place(agreement=number, force=force), form.on)
            return seen.here

        return await answered(visit, sheet_of(seen, "akhir"), form, doing)

    @get("/anggota/{member:int}/akhir")
    async def ask_member(
        self,
        number: FromPath[int],
        force: FromPath[int],
        member: FromPath[int],
        visit: NamedDependency[Visit],
    ) -> Response[str]:
        """Show the form for one of them."""
        seen = await seen_by(visit, number, force, member)
        return await shown(visit, sheet_of(seen, f"anggota/{member}/akhir"), _today(visit))

    @post("/anggota/{member:int}/akhir")
    async def end_one(
        self,
        number: FromPath[int],
        force: FromPath[int],
        member: FromPath[int],
        visit: NamedDependency[Visit],
    ) -> type_answer:
        """End somebody's days."""
        seen = await seen_by(visit, number, force, member)
        form = EndForm.parse(await visit.typed())

        async def doing() -> str:
            await end_member(visit.actor, Place(agreement=number, force=force), member, form.on)
            return seen.here

        return await answered(visit, sheet_of(seen, f"anggota/{member}/akhir"), form, doing)


def _today(visit: Visit) -> EndForm:
    return EndForm.blank(values={"on": visit.today})


def _decreers(seen: Seen) -> dict[str, list[tuple[str, str]]]:
    parties = [(str(party.organisation), party.name) for party in seen.ground.parties]
    return {"decreed_by": [BOTH, *parties]}
