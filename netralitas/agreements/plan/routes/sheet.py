"""What the forms on an indicator share: where it is, who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.agreements.plan import address
from netralitas.agreements.plan.domain import Place
from netralitas.agreements.plan.queries import plan_of
from netralitas.agreements.plan.reckoning import indicator_at
from netralitas.agreements.routes.sheet import Layout, crumbs, type_answer
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

PLACE: Final = "/kerja-sama/{number:int}/rencana-kerja/{row:int}/{aspect:str}/{place:int}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A visit to an indicator, by somebody who keeps agreements.

    `parties` are the offices of its parties to choose from.
    """

    visit: Visit
    agreement: int
    title: str
    text: str
    place: Place
    parties: dict[str, list[tuple[str, str]]]

    @property
    def here(self) -> str:
        """Return where the indicator is."""
        return address.indicator(self.agreement, self.place)

    def at(self, version: int) -> Place:
        """Return its place in the version that a form showed."""
        place = self.place
        return Place(version=version, row=place.row, aspect=place.aspect, number=place.number)

    async def show(self, layout: Layout, form: Form, *, status: int = 200) -> Response[str]:
        """Return the page of a form."""
        page = FormPage(
            wide=True,
            crumbs=(
                *crumbs(self.agreement, self.title),
                Crumb("Rencana kerja", address.plan(self.agreement)),
                Crumb(layout.title, None),
            ),
            title=layout.title,
            lead=f"{self.text}. {layout.lead}",
            action=f"{self.here}/{layout.name}",
            back=self.here,
            button=layout.button,
            form=form,
            fields=tuple(name for name in form.fields if name != "version"),
            version=self.place.version,
            selects=layout.selects,
            uploads="file" in form.fields,
        )
        return await self.visit.page(FORM_PAGE, page, status=status)

    async def answer(
        self, layout: Layout, form: Form, doing: Callable[[], Awaitable[object]]
    ) -> type_answer:
        """Return the way back to the indicator after `doing`, or the form with what is wrong."""
        status = 422
        if form.valid:
            try:
                await doing()
            except (Invalid, RuleBroken, Stale) as refused:
                status = refused_on(form, refused)
            else:
                return see_other(self.here)
        return await self.show(layout, form, status=status)


async def provide_sheet(
    visit: NamedDependency[Visit],
    number: FromPath[int],
    row: FromPath[int],
    aspect: FromPath[str],
    place: FromPath[int],
) -> Sheet:
    """Return the visit to the indicator that the address names; NotAllowed or NotVisible else."""
    may(visit.actor, Permission.KEEP_AGREEMENTS)
    async with reading(visit.actor) as c:
        plan = await plan_of(c, number, visit.actor)
    at = address.place_of(plan.version, row, aspect, place)
    offices = [
        (str(party.organisation), f"{party.called.capitalize()}: {party.name}")
        for party in plan.paper.parties
        if party.organisation is not None
    ]
    return Sheet(
        visit=visit,
        agreement=number,
        title=plan.title,
        text=indicator_at(plan.paper, at).text.rstrip("."),
        place=at,
        parties={"party": offices},
    )


SHEET: Final = {"sheet": Provide(provide_sheet)}
"""The dependency of a controller that does something with one indicator."""
