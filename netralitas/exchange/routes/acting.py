"""The steps of a request: decided, handed over, given back, withdrawn."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Row
from netralitas.database.transactions import reading
from netralitas.exchange import policy, words
from netralitas.exchange.commands import Target, decide, deliver, give_back, withdraw
from netralitas.exchange.domain import Ground
from netralitas.exchange.forms import NOTHING, DecisionForm, DeliveryForm, ReturnForm, WithdrawForm
from netralitas.exchange.queries import PATH, crumbs, ground_of, items_of, request_row
from netralitas.exchange.routes.sheet import Sheet, type_choices
from netralitas.exchange.workflow import BY_CODE, Step
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.forms import Form
from netralitas.web.visit import Visit

_LEADS: Final = {
    "keputusan": "Keputusan dicatat dari surat jawaban dan tidak dapat diubah. Penolakan menyebut"
    " alasannya; yang dikabulkan dapat diberi syarat.",
    "jawaban": "Yang tercatat di sini adalah registernya: apa, kapan, dan sidik jari berkasnya.",
    "pengembalian": "Dicatat oleh pihak yang meminta, pada hari barang kembali atau data"
    " dimusnahkan.",
    "pencabutan": "Surat permintaannya tetap tercatat; pihak yang diminta melihat bahwa permintaan"
    " dicabut.",
}
_FORMS: Final[dict[str, type[Form]]] = {
    "keputusan": DecisionForm,
    "jawaban": DeliveryForm,
    "pengembalian": ReturnForm,
    "pencabutan": WithdrawForm,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A request as a form is opened on it: by whom, what may be ticked."""

    ground: Ground
    row: Row | Any
    step: Step
    choices: type_choices


class StepController(Controller):
    """`/kerja-sama/{id}/pertukaran/{request}/{step}`: the form of a step."""

    path = "/kerja-sama/{number:int}/pertukaran/{request_id:int}/{step:str}"
    include_in_schema = False

    @get()
    async def ask(
        self,
        number: FromPath[int],
        request_id: FromPath[int],
        step: FromPath[str],
        visit: NamedDependency[Visit],
    ) -> Response[str]:
        """Show the form."""
        seen = await _seen(visit, number, request_id, step)
        form = _FORMS[step].blank(values=_values(visit, seen), choices=seen.choices)
        return await shown(visit, _sheet(seen), form)

    @post()
    async def take(
        self,
        number: FromPath[int],
        request_id: FromPath[int],
        step: FromPath[str],
        visit: NamedDependency[Visit],
    ) -> type_answer:
        """Take the step, or say why not."""
        seen = await _seen(visit, number, request_id, step)
        form = _FORMS[step].parse(await visit.typed(), choices=seen.choices, today=visit.today)

        async def doing() -> str:
            await _take(visit.actor, number, request_id, form)()
            return f"{PATH}/{number}/pertukaran/{request_id}"

        return await answered(visit, _sheet(seen), form, doing)


def _take(actor: Actor, number: int, request: int, form: Form) -> Callable[[], Awaitable[None]]:
    """Return the command of a form."""
    version = form.value_of("version")
    target = Target(
        agreement=number, request=request, version=version if isinstance(version, int) else -1
    )
    match form:
        case DecisionForm():
            return lambda: decide(actor, target, form.decision())
        case DeliveryForm():
            return lambda: deliver(actor, target, form.delivery())
        case ReturnForm():
            return lambda: give_back(actor, target, form.on)
        case _:
            return lambda: withdraw(actor, target)


async def _seen(visit: Visit, number: int, request: int, step: str) -> _Seen:
    """Return the request for whose step it is; NotAllowed for the other party."""
    may(visit.actor, Permission.SEE_AGREEMENTS)
    if step not in BY_CODE:
        raise NotVisible
    found = BY_CODE[step]
    async with reading(visit.actor) as c:
        ground = await ground_of(c, number)
        row = await request_row(c, visit.actor, number, request)
        items = await items_of(c, request) if step == "keputusan" else ()
        chain = await readers_for(c, visit.actor.organisation)
    deciding = step == "keputusan"
    may(visit.actor, Permission.DECIDE_EXCHANGE if deciding else Permission.KEEP_EXCHANGE)
    party = policy.hold_party(ground, chain)
    if party != (row["asked"] if found.by_asked else row["asking"]):
        raise NotAllowed(policy.wrong_party(found))
    data = row["kind"] == "data"
    ticks = [(str(place), name) for place, name, _ in items] if data else []
    return _Seen(ground=ground, row=row, step=found, choices={"granted": ticks})


def _values(visit: Visit, seen: _Seen) -> dict[str, object]:
    values: dict[str, object] = {"on": visit.today, "label": seen.row["label"], "ending": NOTHING}
    fields = _FORMS[seen.step.code].fields
    return {name: value for name, value in values.items() if name in fields}


def _sheet(seen: _Seen) -> Sheet:
    here = f"{PATH}/{seen.ground.id}/pertukaran/{seen.row['id']}"
    data = seen.row["kind"] == "data"
    way = crumbs(seen.ground, words.TITLE, seen.step.label)
    return Sheet(
        title=seen.step.label,
        lead=f"{seen.row['number']}, {seen.row['subject']}. {_LEADS[seen.step.code]}",
        button=seen.step.label,
        action=f"{here}/{seen.step.code}",
        back=here,
        crumbs=way,
        version=seen.row["version"],
        uploads=seen.step.code == "jawaban",
        without=() if data else ("granted",),
    )
