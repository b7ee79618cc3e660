"""The forms about one person or one of their desks: what each asks, and the command it becomes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import addresses, administration
from netralitas.accounts.domain import Seat
from netralitas.accounts.people import forms, words
from netralitas.accounts.people.commands import desks, handing, proposing, vouching
from netralitas.accounts.people.commands.deputies import name_deputy
from netralitas.accounts.people.domain import Deputyship, Established
from netralitas.accounts.people.queries.desks import colleagues
from netralitas.accounts.people.queries.person import Seen
from netralitas.accounts.people.queries.scope import as_choices
from netralitas.database.connection import Connection, Row
from netralitas.web.forms import Form

type_choices = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom a form is about, and at which desk if it is about one; who fills it in."""

    actor: Actor
    seen: Seen
    desk: Row | None
    today: date

    @property
    def login(self) -> str:
        """Return the login of the person."""
        login: str = self.seen.row["login"]
        return login


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One form: its words, its fields, what may be picked, what stands there, what it does.

    `note` is what is found out to be said after the lead. `do` returns where to go when that is not
    the person's page. `danger` is for what ends something.
    """

    title: str
    lead: str
    button: str
    form: type[Form]
    do: Callable[[About, Any], Awaitable[str | None]]  # the form of `form`
    choices: Callable[[Connection, About], Awaitable[type_choices]] | None = None
    values: Callable[[About], dict[str, object]] | None = None
    note: Callable[[Connection, About], Awaitable[str]] | None = None
    selects: tuple[str, ...] = ()
    danger: bool = False


async def offices(_: Connection, about: About) -> type_choices:
    """Return the offices in scope in which the person has no desk."""
    held = {desk["organisation"] for desk in about.seen.desks}
    free = {office: name for office, name in about.seen.scope.items() if office not in held}
    return {"organisation": as_choices(free)}


async def superiors(c: Connection, about: About) -> type_choices:
    """Return who could be the superior: colleagues of the first office."""
    office = about.seen.desks[0]["organisation"]
    rows = await colleagues(c, office, about.seen.row["id"], about.today)
    return {"superior": [(str(row["officer"]), row["name"]) for row in rows]}


async def stand_ins(c: Connection, about: About) -> type_choices:
    """Return who else sits in the office of the desk, by officer."""
    desk = _desk(about)
    rows = await colleagues(c, desk["organisation"], desk["officer"], about.today)
    return {"deputy": [(str(row["officer"]), f"{row['name']}, {row['title']}") for row in rows]}


async def successors(c: Connection, about: About) -> type_choices:
    """Return who could take over: colleagues, by desk."""
    desk = _desk(about)
    rows = await colleagues(c, desk["organisation"], desk["officer"], about.today)
    return {"successor": [(str(row["desk"]), f"{row['name']}, {row['title']}") for row in rows]}


async def add_desk(about: About, form: forms.DeskForm) -> None:
    """Give the person a further desk."""
    after = None if form.last is None else form.last + timedelta(days=1)
    seat = Seat(
        organisation=int(form.organisation),
        title=form.title,
        roles=tuple(map(Role, form.roles)),
        valid_from=form.first,
        valid_to=after,
    )
    await administration.add_desk(login=about.login, seat=seat, actor=about.actor)


async def set_mail(about: About, form: forms.MailForm) -> None:
    """Change where their reminders go."""
    address = form.email
    await addresses.set_mail(login=about.login, address=address, actor=about.actor)


async def confirm_mail(about: About, form: forms.MailConfirmedForm) -> None:
    """Agree that the address is theirs."""
    known = Established(form.established)
    await vouching.confirm_mail(about.actor, about.login, form.email, established=known)


async def mail_in_words(_: Connection, about: About) -> str:
    """Return in words which address it is."""
    return f"Surelnya: {about.seen.row['email'] or 'tidak ada'}."


async def set_superior(about: About, form: forms.SuperiorForm) -> None:
    """Change who is their superior."""
    chosen = form.superior
    superior = int(chosen) if chosen else None
    await addresses.set_superior_by_id(login=about.login, superior=superior, actor=about.actor)


async def disable(about: About, _: Form) -> None:
    """Disable the account."""
    await administration.disable(login=about.login, actor=about.actor)


async def begin_reset(about: About, form: forms.ResetForm) -> str:
    """Propose new secrets; return where the request is."""
    chosen = form.what
    begun = await proposing.begin_reset(
        about.actor, about.login, password="password" in chosen, factor="factor" in chosen
    )
    return f"/pengelolaan/akun/permintaan/{begun}"


async def set_roles(about: About, form: forms.RolesForm) -> None:
    """Change the roles at the desk."""
    chosen = tuple(map(Role, form.roles))
    office = _desk(about)["organisation"]
    await administration.set_roles(
        login=about.login, organisation=office, roles=chosen, actor=about.actor
    )


async def end_desk(about: About, form: forms.EndForm) -> None:
    """End the desk on its last day."""
    await desks.end_desk(about.actor, _desk(about)["id"], form.last)


async def name_stand_in(about: About, form: forms.DeputyForm) -> None:
    """Name whom the form says as the deputy of the desk."""
    wanted = Deputyship(
        principal_desk=_desk(about)["id"],
        deputy=int(form.deputy),
        roles=tuple(map(Role, form.roles)),
        first=form.first,
        last=form.last,
    )
    await name_deputy(about.actor, wanted)


async def order_handover(about: About, form: forms.HandoverForm) -> None:
    """Let the open work go to the successor."""
    order = handing.Order(desk=_desk(about)["id"], successor=int(form.successor), on=form.on)
    await handing.order_handover(about.actor, order)


def _desk(about: About) -> Row:
    if about.desk is None:
        raise LookupError("this form is about a desk")
    return about.desk


async def work_in_words(c: Connection, about: About) -> str:
    """Return in words what the person holds at the desk: what goes along, and what stays."""
    desk = _desk(about)
    work = await handing.work_of(c, desk["organisation"], desk["officer"])
    return words.work(work)
