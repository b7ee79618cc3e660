"""`/kerja-sama/{id}/rencana/impor`: the table of a work plan comes in, all of it or nothing."""

from dataclasses import dataclass
from typing import Final

from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.agreements.commands import rewrite_text
from netralitas.agreements.plan import address
from netralitas.agreements.plan.joining import with_rows
from netralitas.agreements.plan.queries import Plan, plan_of
from netralitas.database.transactions import reading
from netralitas.imports.domain import FileNotTaken, ImportKind
from netralitas.imports.plans.forms import PlanConfirmForm, PlanFileForm
from netralitas.imports.plans.pages import PlanPreviewPage, PlanUploadPage, crumbs, read_rows
from netralitas.imports.plans.understanding import Understood, understand
from netralitas.imports.reading import read_grid
from netralitas.imports.waiting import Parcel, Waiting
from netralitas.refusals import NotVisible, RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

LONGEST: Final = 8_000
"""How much of a cell is read: one cell holds all duties of a party."""

_WRITTEN: Final = "Rencana kerja hanya dapat diimpor selama naskah masih disusun."

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A visit by somebody who writes the text of an agreement, with its plan as it stands."""

    visit: Visit
    plan: Plan

    @property
    def here(self) -> str:
        """Return where the file comes in."""
        return address.importing(self.plan.agreement)

    async def form(self, form: PlanFileForm) -> Response[str]:
        """Return the page of the file."""
        page = PlanUploadPage(
            crumbs=crumbs(self.plan.agreement, self.plan.title, "Impor"),
            action=self.here,
            back=address.plan(self.plan.agreement),
            form=form,
        )
        status = 422 if form.errors else 200
        return await self.visit.page("imports/plan.html", page, status=status)

    async def preview(
        self, token: str, parcel: Parcel, found: Understood, refused: str = ""
    ) -> Response[str]:
        """Return what was understood, and why it was refused where it was."""
        page = PlanPreviewPage(
            crumbs=crumbs(self.plan.agreement, self.plan.title, "Impor", "Hasil pembacaan"),
            action=f"{self.here}/{token}",
            give_up=f"{self.here}/{token}/pembuangan",
            file=parcel.name,
            years=f"{found.years[0]} sampai {found.years[-1]}" if found.years else "",
            rows=read_rows(found),
            doubts=found.doubts,
            version=self.plan.version,
            refused=refused,
        )
        return await self.visit.page(
            "imports/plan_preview.html", page, status=409 if refused else 200
        )


async def provide_desk(visit: NamedDependency[Visit], number: FromPath[int]) -> Desk:
    """Return it for who keeps the agreement; a refusal else, also once its text is fixed."""
    may(visit.actor, Permission.KEEP_AGREEMENTS)
    async with reading(visit.actor) as c:
        plan = await plan_of(c, number, visit.actor)
    if not plan.writes:
        raise RuleBroken(_WRITTEN)
    return Desk(visit=visit, plan=plan)


DESK: Final = {"desk": Provide(provide_desk)}
"""The dependency of the controller of a plan that comes in."""


class PlanImportController(Controller):
    """A table is read and shown; only then it is put to the plan."""

    path = "/kerja-sama/{number:int}/rencana/impor"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, desk: NamedDependency[Desk]) -> Response[str]:
        """Show the form of a file."""
        return await desk.form(PlanFileForm.blank())

    @post()
    async def upload(
        self, desk: NamedDependency[Desk], waiting: NamedDependency[Waiting]
    ) -> type_answer:
        """Keep the file sealed and show what was understood, or say what is wrong with it."""
        form, actor = PlanFileForm.parse(await desk.visit.typed()), desk.visit.actor
        if form.valid:
            try:
                await to_thread.run_sync(_understood, form.file.content)
            except FileNotTaken as refused:
                form.refuse("file", refused.sentence)
            else:
                parcel = _parcel(desk, form)
                token = await to_thread.run_sync(waiting.put, parcel, actor.officer, clock.now())
                return see_other(f"{desk.here}/{token}")
        return await desk.form(form)

    @get("/{token:str}")
    async def show(
        self,
        token: FromPath[str],
        desk: NamedDependency[Desk],
        waiting: NamedDependency[Waiting],
    ) -> Response[str]:
        """Show what was understood."""
        parcel = await _waiting(desk, waiting, token)
        return await desk.preview(
            token, parcel, await to_thread.run_sync(_understood, parcel.content)
        )

    @post("/{token:str}")
    async def confirm(
        self,
        token: FromPath[str],
        desk: NamedDependency[Desk],
        waiting: NamedDependency[Waiting],
    ) -> type_answer:
        """Put all rows to the plan as another version of the text, or none."""
        parcel = await _waiting(desk, waiting, token)
        found = await to_thread.run_sync(_understood, parcel.content)
        form, actor = PlanConfirmForm.parse(await desk.visit.typed()), desk.visit.actor
        try:
            await rewrite_text(
                *(actor, desk.plan.agreement, form.version),
                lambda paper: with_rows(paper, found.years, found.rows),
            )
        except (RuleBroken, Stale) as refused:
            return await desk.preview(token, parcel, found, refused.reason)
        await to_thread.run_sync(waiting.drop, token, actor.officer)
        return see_other(address.plan(desk.plan.agreement))

    @post("/{token:str}/pembuangan")
    async def give_up(
        self,
        token: FromPath[str],
        desk: NamedDependency[Desk],
        waiting: NamedDependency[Waiting],
    ) -> Redirect:
        """Throw the file away."""
        await _waiting(desk, waiting, token)
        await to_thread.run_sync(waiting.drop, token, desk.visit.actor.officer)
        return see_other(address.plan(desk.plan.agreement))


def _understood(content: bytes) -> Understood:
    return understand(read_grid(content, longest=LONGEST))


def _parcel(desk: Desk, form: PlanFileForm) -> Parcel:
    """Return the file as it waits; it is for this agreement alone."""
    sent, agreement = form.file, str(desk.plan.agreement)
    return Parcel(kind=ImportKind.PLAN, name=sent.name, source=agreement, content=sent.content)


async def _waiting(desk: Desk, waiting: Waiting, token: str) -> Parcel:
    parcel = await to_thread.run_sync(waiting.get, token, desk.visit.actor.officer)
    if parcel.kind is not ImportKind.PLAN or parcel.source != str(desk.plan.agreement):
        raise NotVisible
    return parcel
