"""`/akun/konfirmasi/isian`: what was typed waits on the page that asks for the second factor."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import STEP_UP_LASTS, is_stepped_up
from netralitas.accounts.second_factor import commands, words
from netralitas.accounts.second_factor.carried import INPUT, NAMED, PREFIX, STAMP, Carried, carried
from netralitas.accounts.second_factor.forms import StepUpForm
from netralitas.accounts.second_factor.pages import CarryingPage, WaitingFile
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.routes.account import FACTOR
from netralitas.accounts.second_factor.routes.counter import (
    COUNTER,
    Counter,
    again,
    answered_by,
    shown_in,
    type_answer,
)
from netralitas.accounts.second_factor.tryout import own_code
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.vault.cipher import SealError
from netralitas.web.by_way import CARRYING, STEP_UP
from netralitas.web.fragments import see_other
from netralitas.web.refusals import TooMany


class CarryingController(Controller):
    """A refused form comes here by itself, with everything in it, and goes on after the proof."""

    path = CARRYING
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self) -> Redirect:
        """Ask for the second factor alone: whoever came by an address brings nothing along."""
        return see_other(STEP_UP)

    @post()
    async def carry(self, counter: NamedDependency[Counter]) -> type_answer:
        """Ask for the second factor; once it is shown, let the browser send all of it on."""
        goal = counter.goal
        if not goal or goal.startswith(STEP_UP):
            return see_other(STEP_UP)
        sent = await counter.request.form()
        load = carried(sent)
        _hold_bound(counter, load)
        form = StepUpForm.parse(sent, prefix=PREFIX)
        if load.missing:
            form.errors = {"": [_choose_again(load, name) for name in load.missing]}
            return await _asking(counter, form, load, status=422)
        if is_stepped_up(counter.bearer.session.actor, clock.now()):
            return Redirect(goal, status_code=307)
        return await _judge(counter, sent, form, load)


async def _judge(counter: Counter, sent: object, form: StepUpForm, load: Carried) -> type_answer:
    """Send on what a right answer comes with; ask where there is none yet, or a wrong one."""
    try:
        shown = shown_in(sent, form)
        await commands.step_up(counter.bearer, shown)
    except Invalid as invalid:
        if not load.pressed and not form.read_value("code"):
            form.errors = {}
            return await _asking(counter, form, load)
        form.refuse_all(invalid.errors)
        return await _asking(counter, form, load, status=422)
    except (RuleBroken, TooMany) as refused:
        form.refuse("", refused.reason)
        return await _asking(counter, form, load, status=409)
    return Redirect(counter.goal, status_code=307)


def _hold_bound(counter: Counter, load: Carried) -> None:
    """Hold that what comes back from the page was shown in this session, for this address."""
    bearer = counter.bearer
    try:
        if load.stamp:
            bearer.sealer.hold_stamp(load.stamp, bearer.session.digest, counter.goal)
    except SealError:
        raise RuleBroken(
            words.CARRIED_ELSEWHERE, rule="account.carried", remedy=words.CARRIED_ELSEWHERE_REMEDY
        ) from None


def _choose_again(load: Carried, name: str) -> str:
    return words.CHOOSE_AGAIN.format(", ".join(load.files[name]))


async def _asking(
    counter: Counter, form: StepUpForm, load: Carried, *, status: int = 200
) -> Response[str]:
    bearer = counter.bearer
    async with reading(bearer.session.actor) as c:
        held = await held_by(c, bearer.officer)
        passkey = await answered_by(c, bearer.shower)
    query = urlencode({"next": counter.goal})
    stamp = bearer.sealer.stamp(bearer.session.digest, counter.goal)
    content = CarryingPage(
        form=again(StepUpForm.blank(prefix=PREFIX), form),
        action=f"{CARRYING}?{query}",
        other=f"{CARRYING}?{query}&pemulihan=1",
        minutes=STEP_UP_LASTS // timedelta(minutes=1),
        texts=((STAMP, stamp), *_of_files(load), *load.texts),
        files=tuple(WaitingFile(name=name, called=called) for name, called in load.files.items()),
        enrol=None if held.any else FACTOR,
        codes=held.codes or counter.on_paper,
        passkey=None if counter.on_paper else passkey,
        on_paper=counter.on_paper,
        recovery=held.recovery > 0,
        tryout=await own_code(bearer.shower),
    )
    return await counter.show("accounts/step_up_carrying.html", content, status=status)


def _of_files(load: Carried) -> Iterator[tuple[str, str]]:
    """Yield what the page says of the files that came: their inputs, and what they were called."""
    for name, called in load.files.items():
        for each in called:
            yield INPUT, name
            yield NAMED, each
