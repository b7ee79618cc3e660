"""`/masuk/sso`: to the provider, and back with somebody it vouches for."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.guards import PUBLIC, current_actor
from netralitas.accounts.doorway import HOME, answer, doorway_of
from netralitas.accounts.forms import SignInForm
from netralitas.accounts.pages import SignInPage
from netralitas.accounts.second_factor.passkeys import to_sign_in
from netralitas.accounts.sso import commands
from netralitas.accounts.sso.commands import Visitor
from netralitas.accounts.sso.configuration import RETURN, START, other_door
from netralitas.accounts.sso.domain import Returned, SsoRefused
from netralitas.accounts.sso.door import Door
from netralitas.accounts.sso.trying import Attempt
from netralitas.accounts.sso.words import STATUSES, sentence
from netralitas.refusals import NotVisible
from netralitas.settings import Settings
from netralitas.web.fragments import local_path, page
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]
type_answer = Response[str] | Redirect


class SsoController(Controller):
    """Both ways of the sign-in through the provider; without one there is no such page."""

    opt = PUBLIC
    include_in_schema = False

    @get(START)
    async def go(
        self,
        request: type_request,
        sso: NamedDependency[Door | None],
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Send the browser to the provider, with a new try sealed in a cookie."""
        door = _open(sso)
        goal = local_path(request.query_params.get("next"), HOME)
        if current_actor(request) is not None:
            return Redirect(goal, status_code=303)
        attempt = Attempt.begin(goal, clock.now())
        try:
            address = await door.asking.way_there(attempt)
        except SsoRefused as problem:
            return _again(problem, settings, frame)
        way = Redirect(address, status_code=303)
        way.set_cookie(door.trying.carrying(attempt))
        return way

    @get(RETURN)
    async def come_back(
        self,
        request: type_request,
        sso: NamedDependency[Door | None],
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Begin a session for the officer whom the provider vouches for."""
        door = _open(sso)
        try:
            way = await _admitted(request, door, settings)
        except SsoRefused as problem:
            way = _again(problem, settings, frame)
        way.set_cookie(door.trying.removed())
        return way


CONTROLLERS = (SsoController,)


def _open(door: Door | None) -> Door:
    if door is None:
        raise NotVisible
    return door


async def _admitted(request: type_request, door: Door, settings: Settings) -> type_answer:
    attempt = door.trying.carried(request.cookies.get(door.trying.name))
    returned = Returned.of(request.query_params)
    attempt.hold(returned.state, clock.now())
    visitor = Visitor(
        doorway=doorway_of(request, settings),
        attempt=attempt,
        issuer=door.asking.provider.issuer,
    )
    await commands.count(visitor)
    somebody = await door.asking.redeem(returned, attempt)
    admitted = await commands.sign_in(somebody, visitor)
    return answer(admitted, attempt.goal or HOME, settings)


def _again(problem: SsoRefused, settings: Settings, frame: Frame) -> Response[str]:
    """Return the sign-in page with the sentence; the door by password stays open."""
    form = SignInForm.blank()
    form.refuse("", sentence(problem, settings.oidc_label))
    passkey = to_sign_in(settings, clock.now())
    content = SignInPage(form=form, passkey=passkey, sso=other_door(settings))
    status = STATUSES[problem.problem]
    return page("accounts/sign_in.html", content, frame=frame, status=status)
