"""`/pengelolaan/webhook`: the other systems of an office, and what they were told."""

from collections.abc import Awaitable, Callable
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evidence.web.guard import Guard
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.form_page import refused_on
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit
from netralitas.webhooks import commands
from netralitas.webhooks.forms import ReceiverForm
from netralitas.webhooks.sealing import WebhookSealer
from netralitas.webhooks.showing import (
    PATH,
    Looking,
    new_page,
    receiver_page,
    receivers_page,
)

_LIST: Final = "webhooks/receivers.html"
_NEW: Final = "webhooks/new.html"
_ONE: Final = "webhooks/receiver.html"

type_answer = Response[str] | Redirect
type_act = Callable[[Actor, int], Awaitable[None]]


class WebhooksController(Controller):
    """The receivers of the actor's office."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show them all."""
        return await visit.show(
            Permission.ADMINISTER, _LIST, lambda c: receivers_page(c, visit.actor)
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a new one."""
        may(visit.actor, Permission.ADMINISTER)
        return await visit.page(_NEW, new_page(ReceiverForm.blank()))

    @post("/baru", status_code=200)
    async def add(
        self,
        visit: NamedDependency[Visit],
        settings: NamedDependency[Settings],
        webhook_sealer: NamedDependency[WebhookSealer],
    ) -> Response[str]:
        """Add it and show it with its secret, this once: an address to go on to has none."""
        may(visit.actor, Permission.ADMINISTER)
        form = ReceiverForm.parse(await visit.typed())
        status = 422
        if form.valid:
            guard = Guard.of(settings.webhook_allow)
            try:
                made, secret = await commands.add(
                    visit.actor, form.new, sealer=webhook_sealer, guard=guard
                )
                return await _page(visit, made, secret)
            except (Invalid, RuleBroken) as refused:
                status = refused_on(form, refused)
        return await visit.page(_NEW, new_page(form), status=status)

    @get("/{receiver:int}")
    async def look(self, receiver: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one with its messages."""
        return await _page(visit, receiver)

    @post("/{receiver:int}/rahasia", status_code=200)
    async def rotate(
        self,
        receiver: FromPath[int],
        visit: NamedDependency[Visit],
        webhook_sealer: NamedDependency[WebhookSealer],
    ) -> Response[str]:
        """Replace the secret and show the new one, this once."""
        secret = await commands.rotate(visit.actor, receiver, sealer=webhook_sealer)
        return await _page(visit, receiver, secret)

    @post("/{receiver:int}/jeda")
    async def pause(self, receiver: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Send nothing for now."""
        return await _done(visit, receiver, commands.pause)

    @post("/{receiver:int}/lanjutan")
    async def go_on(self, receiver: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Go on, at once."""
        return await _done(visit, receiver, commands.go_on)

    @post("/{receiver:int}/percobaan")
    async def ask_for_trial(
        self, receiver: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Send a trial."""
        return await _done(visit, receiver, commands.ask_for_trial)

    @post("/{receiver:int}/lewatan")
    async def give_up(self, receiver: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Give up the message for which others wait."""
        return await _done(visit, receiver, commands.give_up)

    @post("/{receiver:int}/akhir")
    async def end(self, receiver: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """End it for good."""
        return await _done(visit, receiver, commands.end)

    @post("/{receiver:int}/kiriman/{delivery:int}/ulang")
    async def ask_again(
        self, receiver: FromPath[int], delivery: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Send a dead letter once more."""
        await commands.ask_again(visit.actor, receiver, delivery)
        return see_other(f"{PATH}/{receiver}#kiriman")


CONTROLLERS = (WebhooksController,)


async def _done(visit: Visit, receiver: int, act: type_act) -> Redirect:
    await act(visit.actor, receiver)
    return see_other(f"{PATH}/{receiver}")


async def _page(visit: Visit, receiver: int, secret: str | None = None) -> Response[str]:
    looking = Looking(query=visit.asked, now=clock.now(), secret=secret)
    async with reading(visit.actor) as c:
        content = await receiver_page(c, visit.actor, receiver, looking)
    return await visit.page(_ONE, content)
