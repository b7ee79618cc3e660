"""`/pengelolaan/akun`: the people of an administrator, and an invitation to one more."""

from datetime import date, timedelta

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.accounts.domain import plain_login
from netralitas.accounts.people import words
from netralitas.accounts.people.commands.proposing import invite
from netralitas.accounts.people.domain import Invited
from netralitas.accounts.people.forms import InviteForm
from netralitas.accounts.people.queries.listing import (
    ADMINISTRATION,
    PATH,
    REQUESTS_PATH,
    people_page,
)
from netralitas.accounts.people.queries.person import person_page
from netralitas.accounts.people.queries.scope import as_choices, offices
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


class PeopleController(Controller):
    """The people of an administrator's offices."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show them, filtered by the address."""
        now = clock.now()
        return await visit.show(
            Permission.ADMINISTER,
            "accounts/people/list.html",
            lambda c: people_page(c, visit.actor, visit.asked, now),
        )

    @get("/orang/{officer:int}")
    async def look(self, officer: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one of them."""
        now = clock.now()
        return await visit.show(
            Permission.ADMINISTER,
            "accounts/people/person.html",
            lambda c: person_page(c, visit.actor, officer, now),
        )

    @get("/undangan")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of an invitation."""
        may(visit.actor, Permission.ADMINISTER)
        form = InviteForm.blank(
            values={"organisation": str(visit.actor.organisation)},
            choices=await _choices(visit.actor),
        )
        return await visit.page(FORM_PAGE, _invitation(form))

    @post("/undangan")
    async def invite(self, visit: NamedDependency[Visit]) -> type_answer:
        """Propose somebody; another administrator confirms."""
        may(visit.actor, Permission.ADMINISTER)
        choices = await _choices(visit.actor)
        form = InviteForm.parse(await visit.typed(), choices=choices, today=visit.today)
        try:
            form.require()
            added = await invite(visit.actor, _invited(form))
        except (Invalid, RuleBroken) as refused:
            status = refused_on(form, refused)
            return await visit.page(FORM_PAGE, _invitation(form), status=status)
        return see_other(f"{REQUESTS_PATH}/{added}")


def day_after(last: date | None) -> date | None:
    """Return the first day on which something is over."""
    return None if last is None else last + timedelta(days=1)


async def _choices(actor: Actor) -> dict[str, list[tuple[str, str]]]:
    async with reading(actor) as c:
        return {"organisation": as_choices(await offices(c, actor.organisation))}


def _invited(form: InviteForm) -> Invited:
    return Invited(
        login=plain_login(form.login),
        name=form.name,
        organisation=int(form.organisation),
        title=form.title,
        roles=tuple(map(Role, form.roles)),
        valid_from=form.first,
        valid_to=day_after(form.last),
        email=form.email,
    )


def _invitation(form: InviteForm) -> FormPage:
    return FormPage(
        crumbs=(ADMINISTRATION, Crumb(words.TITLE, PATH), Crumb(words.INVITE)),
        title=words.INVITE,
        lead=words.INVITE_LEAD,
        action=f"{PATH}/undangan",
        back=PATH,
        button=words.INVITE_BUTTON,
        form=form,
        fields=tuple(form.fields),
        selects=("organisation",),
    )
