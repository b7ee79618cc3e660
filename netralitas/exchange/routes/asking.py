"""Asking in writing for data, a facility, a speaker."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.database.transactions import reading
from netralitas.exchange import policy, words
from netralitas.exchange.commands import ask
from netralitas.exchange.domain import Ground, Kind, Label
from netralitas.exchange.forms import (
    DataForm,
    RequestForm,
    TextlessDataForm,
    TextlessUseForm,
    UseForm,
)
from netralitas.exchange.queries import PATH, crumbs, ground_of, offices_under
from netralitas.exchange.routes.sheet import Sheet, type_choices
from netralitas.refusals import NotVisible
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.visit import Visit

_SHOWN: Final = 90
"""So many characters of a sentence stand beside its place in the list of articles."""


class AskController(Controller):
    """`/kerja-sama/{id}/pertukaran/baru/{kind}`: the form of a letter."""

    path = "/kerja-sama/{number:int}/pertukaran/baru/{kind:str}"
    include_in_schema = False

    @get()
    async def ask(
        self, number: FromPath[int], kind: FromPath[str], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form."""
        ground, choices = await _asked_of(visit, number)
        form_type, found = _form(kind, ground)
        values = {"asked_on": visit.today, "label": Label.PLAIN.value}
        form = form_type.blank(values=values, choices=choices)
        return await shown(visit, _sheet(ground, found, kind), form)

    @post()
    async def enter(
        self, number: FromPath[int], kind: FromPath[str], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Enter the request and go to it."""
        ground, choices = await _asked_of(visit, number)
        form_type, found = _form(kind, ground)
        form = form_type.parse(await visit.typed(), choices=choices, today=visit.today)

        async def doing() -> str:
            added = await ask(visit.actor, form.new(number, found))
            return f"{PATH}/{number}/pertukaran/{added}"

        return await answered(visit, _sheet(ground, found, kind), form, doing)


def _form(kind: str, ground: Ground) -> tuple[type[RequestForm], Kind]:
    """Return the form of a kind; an article must be named where the text of the agreement is."""
    found = words.PATHS.get(kind)
    if found is None:
        raise NotVisible
    if ground.articles:
        return (DataForm if found is Kind.DATA else UseForm), found
    return (TextlessDataForm if found is Kind.DATA else TextlessUseForm), found


async def _asked_of(visit: Visit, number: int) -> tuple[Ground, type_choices]:
    """Return the agreement with the offices and articles that may be chosen, for a party."""
    may(visit.actor, Permission.KEEP_EXCHANGE)
    async with reading(visit.actor) as c:
        ground = await ground_of(c, number)
        party = policy.hold_party(ground, await readers_for(c, visit.actor.organisation))
        policy.hold_in_force(ground)
        offices = await offices_under(c, ground)
    articles = [(place, _shortened(place, text)) for place, text in ground.articles.items()]
    return ground, {
        "addressee": [(str(office), name) for office, (name, of) in offices.items() if of != party],
        "article": articles,
        "answer_at": articles,
    }


def _shortened(place: str, text: str) -> str:
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
    return f"{place}: {cut}"


def _sheet(ground: Ground, kind: Kind, path: str) -> Sheet:
    here = f"{PATH}/{ground.id}/pertukaran"
    title = words.BUTTONS[kind]
    return Sheet(
        title=title,
        lead=words.LEADS[kind],
        button=title,
        action=f"{here}/baru/{path}",
        back=here,
        crumbs=crumbs(ground, words.TITLE, title),
        selects=("addressee", "article", "answer_at"),
        without=() if ground.articles else ("article", "answer_by", "answer_at"),
    )
