"""`/akun/sesi` and `/akun/kata-sandi`: where one is signed in, and one's own password."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency

from netralitas.accounts.address import address_of
from netralitas.accounts.commands import own
from netralitas.accounts.forms import PasswordForm, SessionForm
from netralitas.accounts.middleware import held_session
from netralitas.accounts.own_sessions import OpenSession, open_sessions
from netralitas.accounts.pages import ListedSession, PasswordPage, SessionsPage
from netralitas.accounts.queries import login_of
from netralitas.accounts.second_factor import words
from netralitas.accounts.sessions import Session
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

SESSIONS = "/akun/sesi"
PASSWORD = "/akun/kata-sandi"  # noqa: S105 - an address

type_request = Request[Any, Any, Any]


class SessionsController(Controller):
    """The sessions of whoever is signed in."""

    path = SESSIONS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], settings: NamedDependency[Settings]
    ) -> Response[str]:
        """List those that hold now."""
        mine = held_session(visit.request)
        async with reading(visit.actor) as c:
            found = await open_sessions(c, visit.actor.officer, settings)
        listed = tuple(_said(each, mine) for each in found)
        content = SessionsPage(sessions=listed, ended="diakhiri" in visit.asked)
        return await visit.page("accounts/sessions.html", content)

    @post("/pengakhiran")
    async def end(self, visit: NamedDependency[Visit]) -> Response[Any]:
        """End the one that is named, or all others."""
        form = SessionForm.parse(await visit.typed())
        form.require()
        mine = held_session(visit.request)
        if form.session:
            await own.end_session(mine, form.session)
        else:
            await own.end_other_sessions(mine)
        return see_other(f"{SESSIONS}?diakhiri=1")


class PasswordController(Controller):
    """The password of whoever is signed in."""

    path = PASSWORD
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for the present one and the new one."""
        return await _password(visit, PasswordForm.blank())

    @post()
    async def change(
        self, visit: NamedDependency[Visit], settings: NamedDependency[Settings]
    ) -> Response[Any]:
        """Change it; the sessions in other browsers end."""
        form = PasswordForm.parse(await visit.typed())
        try:
            form.require()
            await own.change_password(
                held_session(visit.request),
                present=form.present,
                new=form.new,
                address=address_of(visit.request, settings),
                settings=settings,
            )
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return await _password(visit, form, status=422)
        return see_other(f"{PASSWORD}?tersimpan=1")


async def _password(visit: Visit, form: PasswordForm, *, status: int = 200) -> Response[str]:
    async with reading(visit.actor) as c:
        login = await login_of(c, visit.actor.officer)
    content = PasswordPage(form=form, login=login, saved="tersimpan" in visit.asked)
    return await visit.page("accounts/password.html", content, status=status)


def _said(session: OpenSession, mine: Session) -> ListedSession:
    zone = Zone(mine.actor.zone)
    return ListedSession(
        handle=session.handle,
        mine=session.digest == mine.digest,
        browser=session.agent or "Peramban yang tidak dikenal",
        desk=f"{session.title}, {session.organisation}",
        since=words.moment(session.created_at, zone),
        seen=words.moment(session.seen_at, zone),
    )
