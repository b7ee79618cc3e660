"""`/pengelolaan/akun/orang/{officer}/…`: each act on a person or a desk is one form."""

from dataclasses import dataclass

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.accounts.people import acts, words
from netralitas.accounts.people.acting import About, Act
from netralitas.accounts.people.commands.deputies import end_deputy
from netralitas.accounts.people.commands.desks import enable
from netralitas.accounts.people.commands.handing import cancel_handover
from netralitas.accounts.people.queries.listing import PERSON_PATH
from netralitas.accounts.people.queries.person import see_person
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A visit to one of the forms: the act, whom it is about, what may be picked, what is noted."""

    visit: Visit
    act: Act
    about: About
    choices: dict[str, list[tuple[str, str]]]
    note: str
    action: str
    back: str

    async def show(self, form: Form, status: int = 200) -> Response[str]:
        """Return the page of the form."""
        content = FormPage(
            crumbs=(*self.about.seen.crumbs, Crumb(self.act.title)),
            title=self.act.title,
            lead=" ".join(filter(None, (self.act.lead, self.note))),
            action=self.action,
            back=self.back,
            button=self.act.button,
            form=form,
            fields=tuple(form.fields),
            selects=self.act.selects,
            danger=self.act.danger,
        )
        return await self.visit.page(FORM_PAGE, content, status=status)

    async def ask(self) -> Response[str]:
        """Show the form as it is at first."""
        values = self.act.values(self.about) if self.act.values else {}
        return await self.show(self.act.form.blank(values=values, choices=self.choices))

    async def act_on(self) -> type_answer:
        """Do what was asked, or show what is wrong with everything typed."""
        form = self.act.form.parse(
            await self.visit.typed(), choices=self.choices, today=self.about.today
        )
        try:
            form.require()
            goal = await self.act.do(self.about, form)
        except (Invalid, RuleBroken) as refused:
            return await self.show(form, refused_on(form, refused))
        return see_other(goal or self.back)


class ActsController(Controller):
    """Acts on a person and on their desks."""

    path = f"{PERSON_PATH}/{{officer:int}}"
    include_in_schema = False

    @get("/{act:str}")
    async def ask(
        self, officer: FromPath[int], act: FromPath[str], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form of an act on the account."""
        return await (await _on_person(visit, officer, act)).ask()

    @post("/{act:str}")
    async def act(
        self, officer: FromPath[int], act: FromPath[str], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Carry it out."""
        return await (await _on_person(visit, officer, act)).act_on()

    @post("/pengaktifan")
    async def enable(self, officer: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Let a disabled person sign in again."""
        about = await _about(visit, officer, None)
        await enable(visit.actor, about.login)
        return see_other(about.seen.href)

    @get("/meja/{desk:int}/{act:str}")
    async def ask_desk(
        self,
        officer: FromPath[int],
        desk: FromPath[int],
        act: FromPath[str],
        visit: NamedDependency[Visit],
    ) -> Response[str]:
        """Show the form of an act on a desk."""
        return await (await _on_desk(visit, officer, desk, act)).ask()

    @post("/meja/{desk:int}/{act:str}")
    async def act_on_desk(
        self,
        officer: FromPath[int],
        desk: FromPath[int],
        act: FromPath[str],
        visit: NamedDependency[Visit],
    ) -> type_answer:
        """Carry it out."""
        return await (await _on_desk(visit, officer, desk, act)).act_on()

    @post("/meja/{desk:int}/pembatalan/{handover:int}")
    async def cancel(
        self,
        officer: FromPath[int],
        desk: FromPath[int],
        handover: FromPath[int],
        visit: NamedDependency[Visit],
    ) -> Redirect:
        """Let the work stay where it is."""
        about = await _about(visit, officer, desk)
        await cancel_handover(visit.actor, desk, handover)
        return see_other(about.seen.href)

    @post("/wakil/{desk:int}/akhir")
    async def end_deputy(
        self, officer: FromPath[int], desk: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Let nobody stand in at this deputy's desk from now on."""
        about = await _about(visit, officer, None)
        await end_deputy(visit.actor, desk)
        return see_other(about.seen.href)


async def _about(visit: Visit, officer: int, desk: int | None) -> About:
    """Return whom it is about; NotVisible outside, NotAllowed where other desks lie outside."""
    may(visit.actor, Permission.ADMINISTER)
    async with reading(visit.actor) as c:
        seen = await see_person(c, visit.actor, officer, clock.now())
    if not seen.managed:
        raise NotAllowed(words.NOT_IN_CHARGE)
    row = next((each for each in seen.desks if each["id"] == desk), None)
    if desk is not None and row is None:
        raise NotVisible
    return About(actor=visit.actor, seen=seen, desk=row, today=visit.today)


async def _on_person(visit: Visit, officer: int, name: str) -> Filled:
    about = await _about(visit, officer, None)
    return await filled(visit, acts.PERSON.get(name), about, f"{about.seen.href}/{name}")


async def _on_desk(visit: Visit, officer: int, desk: int, name: str) -> Filled:
    about = await _about(visit, officer, desk)
    return await filled(visit, acts.DESK.get(name), about, f"{about.seen.href}/meja/{desk}/{name}")


async def filled(visit: Visit, act: Act | None, about: About, action: str) -> Filled:
    """Return the visit to a form; NotVisible for an act that there is none of."""
    if act is None:
        raise NotVisible
    async with reading(visit.actor) as c:
        choices = await act.choices(c, about) if act.choices else {}
        note = await act.note(c, about) if act.note else ""
    return Filled(
        visit=visit,
        act=act,
        about=about,
        choices=choices,
        note=note,
        action=action,
        back=about.seen.href,
    )
