"""Sign-in, sign-out, the choice of a desk, and the demo's change of person."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.guards import PUBLIC, current_actor
from netralitas.accounts import cookies
from netralitas.accounts.commands import signing
from netralitas.accounts.doorway import DESK, HOME, SIGN_IN, answer, doorway_of
from netralitas.accounts.forms import DeskForm, PersonForm, SignInForm, desk_choices
from netralitas.accounts.middleware import current_session, held_session
from netralitas.accounts.pages import DeskPage, SignInPage
from netralitas.accounts.queries import desks_of
from netralitas.accounts.second_factor.passkeys import to_sign_in
from netralitas.accounts.sso.configuration import other_door
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, NotVisible
from netralitas.settings import Settings
from netralitas.web.fragments import local_path, page, see_other
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]
type_answer = Response[str] | Redirect


class SignInController(Controller):
    """`/masuk`: login and password become a session."""

    path = SIGN_IN
    opt = PUBLIC
    include_in_schema = False

    @get()
    async def show(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Show the form; whoever is signed in already goes on."""
        wanted = request.query_params.get("next")
        if current_actor(request) is not None:
            return see_other(local_path(wanted, HOME))
        form = SignInForm.blank(values={"next": local_path(wanted, "") or None})
        content = SignInPage(
            form=form,
            sent_here=wanted is not None,
            sso=other_door(settings, wanted),
            passkey=to_sign_in(settings, clock.now()),
        )
        return page("accounts/sign_in.html", content, frame=frame)

    @post()
    async def sign_in(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Begin a session and go on, by way of the second factor and the desks if there are."""
        form = SignInForm.parse(await request.form())
        try:
            admitted = await signing.sign_in(
                login=form.login, password=form.password, doorway=doorway_of(request, settings)
            )
        except Invalid as invalid:
            return _again(form, invalid, settings, frame)
        return answer(admitted, local_path(form.next, HOME), settings)


class SignOutController(Controller):
    """`/keluar`: the session ends, on this machine and in the database."""

    path = "/keluar"
    opt = PUBLIC
    include_in_schema = False

    @post()
    async def sign_out(
        self, request: type_request, settings: NamedDependency[Settings]
    ) -> Redirect:
        """End the session, if there is one."""
        session = current_session(request)
        if session is not None:
            await signing.sign_out(session)
        way = see_other(SIGN_IN)
        way.set_cookie(cookies.removed(settings))
        return way


class DeskController(Controller):
    """`/meja`: an officer with several desks sits at one at a time."""

    path = DESK
    include_in_schema = False

    @get()
    async def show(
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the officer's desks."""
        goal = local_path(request.query_params.get("next"), HOME)
        form = DeskForm.blank(
            values={"desk": actor.desk, "next": goal},
            choices={"desk": await _desks(actor)},
        )
        return page("accounts/desk.html", DeskPage(form=form), frame=frame)

    @post()
    async def choose(
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Go on at the desk that was chosen, in a new session."""
        choices = {"desk": await _desks(actor)}
        form = DeskForm.parse(await request.form(), choices=choices)
        if not form.valid:
            return page("accounts/desk.html", DeskPage(form=form), frame=frame, status=422)
        agent = doorway_of(request, settings).agent
        token = await signing.choose_desk(held_session(request), int(form.desk), agent)
        way = see_other(local_path(form.next, HOME))
        way.set_cookie(cookies.carrying(token, settings))
        return way


class PersonController(Controller):
    """`/demo/orang`: in the demo one click makes the visitor another person."""

    path = "/demo/orang"
    opt = PUBLIC
    include_in_schema = False

    @post()
    async def switch(self, request: type_request, settings: NamedDependency[Settings]) -> Redirect:
        """Become the person at a desk, who shows a second factor if they have one.

        Outside the demo there is no such page.
        """
        form = PersonForm.parse(await request.form())
        if not form.valid:
            raise NotVisible
        admitted = await signing.become(form.orang, doorway_of(request, settings))
        return answer(admitted, HOME, settings)


CONTROLLERS = (SignInController, SignOutController, DeskController, PersonController)


def _again(form: SignInForm, invalid: Invalid, settings: Settings, frame: Frame) -> Response[str]:
    """Return the form with what is wrong; the command's sentences are not in the form yet."""
    form.refuse_all(invalid.errors)
    content = SignInPage(
        form=form,
        sso=other_door(settings, form.read_value("next")),
        passkey=to_sign_in(settings, clock.now()),
    )
    return page("accounts/sign_in.html", content, frame=frame, status=422)


async def _desks(actor: Actor) -> list[tuple[str, str]]:
    async with reading(actor) as c:
        return desk_choices(await desks_of(c, actor.officer, clock.now()))
