"""`/akun/faktor-kedua` and `/akun/konfirmasi`: get a second factor, replace it, show it."""

from datetime import timedelta
from urllib.parse import urlencode

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.policy import STEP_UP_LASTS, is_stepped_up
from netralitas.accounts.second_factor import commands, words
from netralitas.accounts.second_factor.forms import EnrolForm, ReplaceForm, StepUpForm
from netralitas.accounts.second_factor.pages import FactorPage, ReplacePage, StepUpPage
from netralitas.accounts.second_factor.queries import enrolled_since, held_by
from netralitas.accounts.second_factor.routes.counter import (
    COUNTER,
    Counter,
    again,
    answered_by,
    offered,
    shown_in,
    type_answer,
)
from netralitas.accounts.second_factor.tryout import own_code
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid
from netralitas.web.fragments import local_path, see_other

HOME = "/beranda"
FACTOR = "/akun/faktor-kedua"
REPLACE = f"{FACTOR}/penggantian"
STEP_UP = "/akun/konfirmasi"


class FactorController(Controller):
    """The person's codes by time: since when, or how to get them."""

    path = FACTOR
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> Response[str]:
        """Show since when there are codes, or offer some."""
        since = await _since(counter)
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
            form.refuse_all(invalid.errors)
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
        if await _since(counter) is None:
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
            form.refuse_all(invalid.errors)
            return await _replacing(counter, form, status=422)
        return see_other(f"{FACTOR}?tersimpan=1")


class StepUpController(Controller):
    """A second factor is asked for, and the person goes on to where they were going."""

    path = STEP_UP
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> type_answer:
        """Ask for it, unless it was shown a moment ago."""
        goal = counter.goal
        if goal and is_stepped_up(counter.bearer.session.actor, clock.now()):
            return see_other(goal)
        return await _asking(counter, StepUpForm.blank(values={"next": goal or None}), goal)

    @post()
    async def confirm(self, counter: NamedDependency[Counter]) -> type_answer:
        """Go on when the code is right."""
        sent = await counter.request.form()
        form = StepUpForm.parse(sent)
        goal = local_path(form.read_value("next"), "")
        try:
            await commands.step_up(counter.bearer, shown_in(sent, form))
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return await _asking(counter, form, goal, status=422)
        return see_other(goal or HOME)


async def _since(counter: Counter) -> str | None:
    """Return in words since when there are codes by time; None without them."""
    actor = counter.bearer.session.actor
    async with reading(actor) as c:
        since = await enrolled_since(c, actor.officer)
    return words.since(since, Zone(actor.zone)) if since else None


async def _offering(
    counter: Counter, form: EnrolForm, goal: str, *, status: int = 200
) -> Response[str]:
    bearer = counter.bearer
    sealed, offer = offered(bearer.shower, form, bearer.session.actor.name)
    shown = again(EnrolForm.blank(values={"offer": sealed, "next": goal or None}), form)
    content = FactorPage(offer=offer, form=shown)
    return await counter.show("accounts/second_factor.html", content, status=status)


async def _replacing(counter: Counter, form: ReplaceForm, *, status: int = 200) -> Response[str]:
    bearer = counter.bearer
    sealed, offer = offered(bearer.shower, form, bearer.session.actor.name)
    shown = again(ReplaceForm.blank(values={"offer": sealed}), form)
    content = ReplacePage(offer=offer, form=shown, on_paper=counter.on_paper)
    return await counter.show("accounts/second_factor_replace.html", content, status=status)


async def _asking(
    counter: Counter, form: StepUpForm, goal: str, *, status: int = 200
) -> Response[str]:
    bearer = counter.bearer
    async with reading(bearer.session.actor) as c:
        held = await held_by(c, bearer.officer)
        passkey = await answered_by(c, bearer.shower)
    query = f"?{urlencode({'next': goal})}" if goal else ""
    content = StepUpPage(
        form=form,
        minutes=STEP_UP_LASTS // timedelta(minutes=1),
        enrol=None if held.any else f"{FACTOR}{query}",
        other=f"{STEP_UP}?{urlencode({'pemulihan': 1, 'next': goal or HOME})}",
        codes=held.codes or counter.on_paper,
        passkey=passkey,
        on_paper=counter.on_paper,
        recovery=held.recovery > 0,
        tryout=await own_code(bearer.shower),
    )
    return await counter.show("accounts/step_up.html", content, status=status)
