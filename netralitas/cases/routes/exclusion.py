"""`/perkara/{id}/pengecualian`: who has a conflict of interest does not see the case any more."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude, lift_exclusion
from netralitas.cases.forms import ExclusionForm, LiftingForm
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import CaseView, excludable, excluded
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import crumbs, done_or_refused, look, shown

type_answer = Response[str] | Redirect

LEAD = (
    "Pejabat yang dikecualikan tidak lagi melihat perkara ini di mana pun. Pengecualian dicatat"
    " sebagai peristiwa perkara. Hanya anggota Bawaslu lain yang dapat mencabutnya, dengan alasan."
)
LIFT_LEAD = (
    "Pejabat yang pengecualiannya dicabut melihat perkara ini lagi, misalnya karena hanya bernama"
    " sama dengan terlapor. Pengecualian dan pencabutannya tetap tercatat sebagai peristiwa."
)


class ExclusionController(Controller):
    """Exclusions of officers from a case."""

    path = "/perkara/{case:int}/pengecualian"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show who can be excluded."""
        view, officers = await look(desk, case, excludable)
        return await shown(_page(view, ExclusionForm.blank(choices={"officer": officers})), desk)

    @post()
    async def record(
        self,
        request: type_request,
        case: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> type_answer:
        """Exclude the officer; whoever excluded themselves goes on at the worklist."""
        view, officers = await look(desk, case, excludable)
        form = ExclusionForm.parse(await request.form(), choices={"officer": officers})
        if not form.valid:
            return await shown(_page(view, form), desk, status=422)
        officer, ground = int(form.officer), ExclusionGround(form.ground)
        goal = "/perkara" if officer == desk.actor.officer else f"/perkara/{case}"
        doing = exclude(desk.actor, case, officer, ground, form.reason)
        answer = await done_or_refused(form, doing, goal)
        return answer or await shown(_page(view, form), desk, status=422)


class LiftingController(Controller):
    """Exclusions that are taken back."""

    path = "/perkara/{case:int}/pengecualian/pencabutan"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show who is excluded."""
        view, officers = await look(desk, case, excluded)
        return await shown(_lifting(view, LiftingForm.blank(choices={"officer": officers})), desk)

    @post()
    async def lift(
        self, request: type_request, case: FromPath[int], desk: NamedDependency[Desk]
    ) -> type_answer:
        """Take the exclusion back, and go on at the case."""
        view, officers = await look(desk, case, excluded)
        form = LiftingForm.parse(await request.form(), choices={"officer": officers})
        if not form.valid:
            return await shown(_lifting(view, form), desk, status=422)
        doing = lift_exclusion(desk.actor, case, int(form.officer), form.reason)
        answer = await done_or_refused(form, doing, f"/perkara/{case}")
        return answer or await shown(_lifting(view, form), desk, status=422)


def _lifting(view: CaseView, form: LiftingForm) -> FormPage:
    return FormPage(
        crumbs=crumbs(view, "Cabut pengecualian"),
        title="Cabut pengecualian",
        lead=LIFT_LEAD,
        action=f"/perkara/{view.dossier.id}/pengecualian/pencabutan",
        back=f"/perkara/{view.dossier.id}",
        button="Cabut pengecualian",
        form=form,
        fields=tuple(form.fields),
        selects=("officer",),
    )


def _page(view: CaseView, form: ExclusionForm) -> FormPage:
    return FormPage(
        crumbs=crumbs(view, "Kecualikan pejabat"),
        title="Kecualikan pejabat",
        lead=LEAD,
        action=f"/perkara/{view.dossier.id}/pengecualian",
        back=f"/perkara/{view.dossier.id}",
        button="Kecualikan pejabat",
        form=form,
        fields=tuple(form.fields),
        selects=("officer",),
    )
