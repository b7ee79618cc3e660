"""`/akun/faktor-kedua` and `/akun/konfirmasi`: get a second factor, replace it, show it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import STEP_UP_LASTS, is_stepped_up
from netralitas.accounts.address import address_of
from netralitas.accounts.middleware import held_session
from netralitas.accounts.second_factor import codes, commands, words
from netralitas.accounts.second_factor.commands import Bearer
from netralitas.accounts.second_factor.forms import EnrolForm, ReplaceForm, StepUpForm
from netralitas.accounts.second_factor.pages import FactorPage, Offer, ReplacePage, StepUpPage
from netralitas.accounts.second_factor.queries import enrolled_since
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.second_factor.tryout import offered_code, own_code
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.vault.cipher import SealError
from netralitas.web.forms import Form
from netralitas.web.fragments import local_path, page, see_other
from netralitas.web.frame import Frame
from netralitas.web.visit import MakeFrame

HOME = "/beranda"
FACTOR = "/akun/faktor-kedua"
REPLACE = f"{FACTOR}/penggantian"
STEP_UP = "/akun/konfirmasi"

type_request = Request[Any, Any, Any]
type_answer = Response[str] | Redirect

Shown = TypeVar("Shown", bound=Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A visit of somebody with a session to one of these pages."""

    bearer: Bearer
    request: type_request
    make_frame: MakeFrame

    @property
    def goal(self) -> str:
        """Where the address says that the person was going; empty for nowhere of ours."""
        return local_path(self.request.query_params.get("next"), "")

    async def enrolled(self) -> str | None:
        """Return in words since when there is a second factor; None without one."""
        actor = self.bearer.session.actor
        async with reading(actor) as c:
            since = await enrolled_since(c, actor.officer)
        return words.since(since, Zone(actor.zone)) if since else None

    def offered(self, form: Form) -> tuple[str, Offer]:
        """Return the secret on offer, sealed and to be shown: that of the form, else a new one."""
        session, sealer = self.bearer.session, self.bearer.sealer
        try:
            secret = sealer.accept(form.read_value("offer") or "", session.digest)
        except SealError:
            secret = codes.new_secret()
        offer = Offer(
            picture=codes.picture(secret, session.actor.name),
            groups=codes.groups(secret),
            tryout=offered_code(secret, demo=self.bearer.settings.demo),
        )
        return sealer.offer(secret, session.digest), offer

    async def show(self, template: str, content: object, *, status: int = 200) -> Response[str]:
        """Return the page of `content`."""
        frame: Frame = await self.make_frame(self.request)
        return page(template, content, frame=frame, status=status)


async def provide_counter(
    request: type_request,
    settings: NamedDependency[Settings],
    factor_sealer: NamedDependency[FactorSealer],
    make_frame: NamedDependency[MakeFrame],
) -> Counter:
    """Return it as the dependency `counter`."""
    bearer = Bearer(
        session=held_session(request),
        address=address_of(request, settings),
        settings=settings,
        sealer=factor_sealer,
    )
    return Counter(bearer=bearer, request=request, make_frame=make_frame)


COUNTER = {"counter": Provide(provide_counter)}
"""The dependency of a controller that asks for codes."""


class FactorController(Controller):
    """The person's second factor: what it is, or how to get it."""

    path = FACTOR
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> Response[str]:
        """Show since when there is one, or offer one."""
        since = await counter.enrolled()
        if since is not None:
            saved = "tersimpan" in counter.request.query_params
            return await counter.show(
                "accounts/second_factor.html", FactorPage(since=since, saved=saved)
            )
        return await _offering(counter, EnrolForm.blank(), counter.goal)

    @post()
    async def enrol(self, counter: NamedDependency[Counter]) -> type_answer:
        """Keep the offered secret once a code of it was typed."""
        form = EnrolForm.parse(await counter.request.form())
        try:
            form.require()
            await commands.enrol(counter.bearer, offer=form.offer or "", code=form.code)
        except Invalid as invalid:
            _say(form, invalid)
            goal = local_path(form.read_value("next"), "")
            return await _offering(counter, form, goal, status=422)
        return see_other(local_path(form.next, f"{FACTOR}?tersimpan=1"))


class ReplacementController(Controller):
    """From one device to another, by whoever has both."""

    path = REPLACE
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> type_answer:
        """Offer another secret; without a second factor there is nothing to replace."""
        if await counter.enrolled() is None:
            return see_other(FACTOR)
        return await _replacing(counter, ReplaceForm.blank())

    @post()
    async def replace(self, counter: NamedDependency[Counter]) -> type_answer:
        """Keep the other secret once codes of both were typed."""
        form = ReplaceForm.parse(await counter.request.form())
        try:
            form.require()
            await commands.replace(
                counter.bearer, offer=form.offer or "", code=form.code, present=form.present
            )
        except Invalid as invalid:
            _say(form, invalid)
            return await _replacing(counter, form, status=422)
        return see_other(f"{FACTOR}?tersimpan=1")


class StepUpController(Controller):
    """A code is asked, and the person goes on to where they were going."""

    path = STEP_UP
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> type_answer:
        """Ask for a code, unless one was shown a moment ago."""
        goal = counter.goal
        if goal and is_stepped_up(counter.bearer.session.actor, clock.now()):
            return see_other(goal)
        return await _asking(counter, StepUpForm.blank(values={"next": goal or None}), goal)

    @post()
    async def confirm(self, counter: NamedDependency[Counter]) -> type_answer:
        """Go on when the code is right."""
        form = StepUpForm.parse(await counter.request.form())
        goal = local_path(form.read_value("next"), "")
        try:
            form.require()
            await commands.step_up(counter.bearer, code=form.code)
        except Invalid as invalid:
            _say(form, invalid)
            return await _asking(counter, form, goal, status=422)
        return see_other(goal or HOME)


CONTROLLERS = (FactorController, ReplacementController, StepUpController)


async def _offering(
    counter: Counter, form: EnrolForm, goal: str, *, status: int = 200
) -> Response[str]:
    sealed, offer = counter.offered(form)
    values = {"offer": sealed, "next": goal or None}
    shown = _again(EnrolForm.blank(values=values), form)
    content = FactorPage(offer=offer, form=shown)
    return await counter.show("accounts/second_factor.html", content, status=status)


async def _replacing(counter: Counter, form: ReplaceForm, *, status: int = 200) -> Response[str]:
    sealed, offer = counter.offered(form)
    shown = _again(ReplaceForm.blank(values={"offer": sealed}), form)
    content = ReplacePage(offer=offer, form=shown)
    return await counter.show("accounts/second_factor_replace.html", content, status=status)


async def _asking(
    counter: Counter, form: StepUpForm, goal: str, *, status: int = 200
) -> Response[str]:
    enrolled = await counter.enrolled()
    query = f"?{urlencode({'next': goal})}" if goal else ""
    content = StepUpPage(
        form=form,
        minutes=STEP_UP_LASTS // timedelta(minutes=1),
        enrol=None if enrolled else f"{FACTOR}{query}",
        tryout=await own_code(counter.bearer),
    )
    return await counter.show("accounts/step_up.html", content, status=status)


def _say(form: Form, invalid: Invalid) -> None:
    """Put the command's sentences into the form; its own are there already."""
    form.refuse_all(invalid.errors)


def _again(shown: Shown, refused: Form) -> Shown:
    """Return the blank form with the sentences of the refused one; a code is typed anew."""
    for name, sentences in refused.errors.items():
        for sentence in sentences:
            shown.refuse(name, sentence)
    return shown
