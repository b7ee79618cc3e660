"""`/masuk/faktor-kedua` and `/masuk/pemasangan`: the second step of signing in."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide

from netralitas.access.guards import PUBLIC
from netralitas.accounts import cookies, half_sessions
from netralitas.accounts.commands.signing import Admitted
from netralitas.accounts.domain import Step
from netralitas.accounts.doorway import ENROL, HOME, PROVE, SIGN_IN, answer, doorway_of, with_next
from netralitas.accounts.second_factor.commands import entering
from netralitas.accounts.second_factor.commands.entering import Passage
from netralitas.accounts.second_factor.forms import EnrolForm, StepUpForm
from netralitas.accounts.second_factor.pages import EnrolStepPage, ProveStepPage
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.routes.counter import (
    RECOVERY,
    again,
    answered_by,
    offered,
    shown_in,
    type_answer,
)
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.second_factor.tryout import own_code
from netralitas.database.transactions import NOBODY, reading
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.fragments import local_path, page, see_other
from netralitas.web.frame import Frame
from netralitas.web.visit import MakeFrame

type_request = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A visit to the second step; `passage` is None for whoever has not done the first."""

    passage: Passage | None
    request: type_request
    settings: Settings
    make_frame: MakeFrame

    @property
    def goal(self) -> str:
        """Where the address says that the person was going."""
        return local_path(self.request.query_params.get("next"), HOME)

    @property
    def on_paper(self) -> bool:
        """Whether a recovery code is about to be typed, which has letters."""
        return "pemulihan" in self.request.query_params

    async def standing(self, step: Step) -> Passage | None:
        """Return whoever has this step before them; None for everybody else."""
        if self.passage is None or await entering.step_of(self.passage) is not step:
            return None
        return self.passage

    def elsewhere(self, step: Step) -> type_answer:
        """Return the way of who has not this step before them: to the other one, or to begin."""
        if self.passage is None:
            return see_other(SIGN_IN)
        return see_other(with_next(ENROL if step is Step.PROVE else PROVE, self.goal))

    async def show(self, template: str, content: object, *, status: int = 200) -> Response[str]:
        """Return the page of `content`."""
        frame: Frame = await self.make_frame(self.request)
        return page(template, content, frame=frame, status=status)

    def through(self, admitted: Admitted, goal: str) -> type_answer:
        """Return the way on, with the session's cookie in the place of the half one."""
        way = answer(admitted, goal, self.settings)
        way.set_cookie(cookies.removed(self.settings, half=True))
        return way


async def provide_threshold(
    request: type_request,
    settings: NamedDependency[Settings],
    factor_sealer: NamedDependency[FactorSealer],
    make_frame: NamedDependency[MakeFrame],
) -> Threshold:
    """Return it as the dependency `threshold`."""
    half = await half_sessions.find(request.cookies.get(cookies.name(settings, half=True)))
    doorway = doorway_of(request, settings)
    passage = Passage(half=half, doorway=doorway, sealer=factor_sealer) if half else None
    return Threshold(passage=passage, request=request, settings=settings, make_frame=make_frame)


THRESHOLD = {"threshold": Provide(provide_threshold)}


class ProveController(Controller):
    """Whoever has a second factor shows it."""

    path = PROVE
    opt = PUBLIC
    dependencies = THRESHOLD
    include_in_schema = False

    @get()
    async def show(self, threshold: NamedDependency[Threshold]) -> type_answer:
        """Ask for it."""
        passage = await threshold.standing(Step.PROVE)
        if passage is None:
            return threshold.elsewhere(Step.PROVE)
        return await _asking(threshold, passage, StepUpForm.blank())

    @post()
    async def prove(self, threshold: NamedDependency[Threshold]) -> type_answer:
        """Begin the session when the code is right."""
        passage = await threshold.standing(Step.PROVE)
        if passage is None:
            return threshold.elsewhere(Step.PROVE)
        sent = await threshold.request.form()
        form = StepUpForm.parse(sent)
        goal = local_path(form.read_value("next"), HOME)
        try:
            admitted = await entering.prove(passage, shown_in(sent, form))
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return await _asking(threshold, passage, form, status=422)
        return threshold.through(admitted, goal)


class EnrolController(Controller):
    """Whoever must have a second factor and has none gets one, before anything else."""

    path = ENROL
    opt = PUBLIC
    dependencies = THRESHOLD
    include_in_schema = False

    @get()
    async def show(self, threshold: NamedDependency[Threshold]) -> type_answer:
        """Offer codes by time."""
        passage = await threshold.standing(Step.ENROL)
        if passage is None:
            return threshold.elsewhere(Step.ENROL)
        return await _offering(threshold, passage, EnrolForm.blank())

    @post()
    async def enrol(self, threshold: NamedDependency[Threshold]) -> type_answer:
        """Begin the session once a code of the offered secret was typed; recovery codes follow."""
        passage = await threshold.standing(Step.ENROL)
        if passage is None:
            return threshold.elsewhere(Step.ENROL)
        form = EnrolForm.parse(await threshold.request.form())
        try:
            form.require()
            admitted = await entering.enrol(passage, offer=form.offer or "", code=form.code)
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return await _offering(threshold, passage, form, status=422)
        return threshold.through(admitted, RECOVERY)


def paper_way(goal: str) -> str:
    """Return where a recovery code is typed by whoever goes there."""
    return f"{PROVE}?{urlencode({'pemulihan': 1, 'next': goal})}"


async def _asking(
    threshold: Threshold, passage: Passage, form: StepUpForm, *, status: int = 200
) -> Response[str]:
    goal = local_path(form.read_value("next"), threshold.goal)
    by_code, on_paper = with_next(PROVE, goal), paper_way(goal)
    async with reading(NOBODY) as c:
        held = await held_by(c, passage.half.officer)
        passkey = await answered_by(c, passage.shower)
    content = ProveStepPage(
        form=again(StepUpForm.blank(values={"next": goal}), form),
        codes=held.codes or threshold.on_paper,
        passkey=passkey,
        on_paper=threshold.on_paper,
        action=on_paper if threshold.on_paper else by_code,
        other=by_code if threshold.on_paper else on_paper,
        tryout=await own_code(passage.shower),
    )
    return await threshold.show("accounts/prove_step.html", content, status=status)


async def _offering(
    threshold: Threshold, passage: Passage, form: EnrolForm, *, status: int = 200
) -> Response[str]:
    sealed, offer = offered(passage.shower, form, passage.half.name)
    shown = again(EnrolForm.blank(values={"offer": sealed}), form)
    content = EnrolStepPage(offer=offer, form=shown)
    return await threshold.show("accounts/enrol_step.html", content, status=status)
