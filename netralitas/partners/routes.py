"""`/pengelolaan/mitra`: the installations that hand cases to an office, and how that goes."""

from collections.abc import Awaitable, Callable
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evidence.web.guard import Guard
from netralitas.partners import commands
from netralitas.partners.form_pages import new_page, senders, token_page
from netralitas.partners.forms import PartnerForm, TokenForm
from netralitas.partners.sealing import PartnerSealer
from netralitas.partners.showing import PATH, Tried, partner_page, partners_page
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.form_page import FORM_PAGE, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_LIST: Final = "partners/partners.html"
_ONE: Final = "partners/partner.html"

type_answer = Response[str] | Redirect
type_act = Callable[[Actor, int], Awaitable[None]]


class PartnersController(Controller):
    """The partners of the actor's office."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show them all."""
        return await visit.show(
            Permission.ADMINISTER, _LIST, lambda c: partners_page(c, visit.actor)
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a new one."""
        may(visit.actor, Permission.ADMINISTER)
        form = PartnerForm.blank(choices=await senders(visit.actor))
        return await visit.page(FORM_PAGE, new_page(form))

    @post("/baru")
    async def add(
        self,
        visit: NamedDependency[Visit],
        settings: NamedDependency[Settings],
        partner_sealer: NamedDependency[PartnerSealer],
    ) -> type_answer:
        """Add it."""
        may(visit.actor, Permission.ADMINISTER)
        form = PartnerForm.parse(await visit.typed(), choices=await senders(visit.actor))
        status = 422
        if form.valid:
            guard = Guard.of(settings.webhook_allow)
            try:
                made = await commands.add(visit.actor, form.new, sealer=partner_sealer, guard=guard)
                return see_other(f"{PATH}/{made}")
            except (Invalid, RuleBroken) as refused:
                status = refused_on(form, refused)
        return await visit.page(FORM_PAGE, new_page(form), status=status)

    @get("/{partner:int}")
    async def look(self, partner: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one."""
        return await _page(visit, partner, Tried())

    @post("/{partner:int}/percobaan", status_code=200)
    async def try_it(
        self,
        partner: FromPath[int],
        visit: NamedDependency[Visit],
        settings: NamedDependency[Settings],
        partner_sealer: NamedDependency[PartnerSealer],
    ) -> Response[str]:
        """Ask it who we are there, and show what it says."""
        guard = Guard.of(settings.webhook_allow)
        try:
            place = await commands.try_connection(
                visit.actor, partner, sealer=partner_sealer, guard=guard
            )
        except RuleBroken as refused:
            return await _page(visit, partner, Tried(refused=refused.reason))
        return await _page(visit, partner, Tried(place=place))

    @get("/{partner:int}/token")
    async def ask_token(
        self, partner: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form of another token."""
        await _held(visit, partner)
        return await visit.page(FORM_PAGE, token_page(TokenForm.blank(), partner))

    @post("/{partner:int}/token")
    async def replace(
        self,
        partner: FromPath[int],
        visit: NamedDependency[Visit],
        partner_sealer: NamedDependency[PartnerSealer],
    ) -> type_answer:
        """Ask with another token from now on."""
        await _held(visit, partner)
        form = TokenForm.parse(await visit.typed())
        if not form.valid:
            return await visit.page(FORM_PAGE, token_page(form, partner), status=422)
        await commands.replace_token(visit.actor, partner, form.token, sealer=partner_sealer)
        return see_other(f"{PATH}/{partner}")

    @post("/{partner:int}/jeda")
    async def pause(self, partner: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Ask nothing for now."""
        return await _done(visit, partner, commands.pause)

    @post("/{partner:int}/lanjutan")
    async def go_on(self, partner: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Go on, at once."""
        return await _done(visit, partner, commands.go_on)

    @post("/{partner:int}/akhir")
    async def end(self, partner: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """End it for good."""
        return await _done(visit, partner, commands.end)

    @post("/{partner:int}/paket/{package:int}/ulang")
    async def try_package(
        self, partner: FromPath[int], package: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Try a held package at once."""
        await commands.try_package(visit.actor, partner, package)
        return see_other(f"{PATH}/{partner}#paket")

    @post("/{partner:int}/langkah/{answer:int}/ulang")
    async def ask_again(
        self, partner: FromPath[int], answer: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Tell a step once more."""
        await commands.ask_again(visit.actor, partner, answer)
        return see_other(f"{PATH}/{partner}#langkah")

    @post("/{partner:int}/langkah/{answer:int}/selesai")
    async def settle(
        self, partner: FromPath[int], answer: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Say that a person recorded it there."""
        await commands.settle(visit.actor, partner, answer)
        return see_other(f"{PATH}/{partner}#langkah")


class SettlingController(Controller):
    """A step of a case that somebody recorded at the sender by hand."""

    path = "/perkara/{case:int}/mitra/{answer:int}"
    include_in_schema = False

    @post()
    async def settle(
        self, case: FromPath[int], answer: FromPath[int], visit: NamedDependency[Visit]
    ) -> Redirect:
        """Say that it is recorded there."""
        await commands.settle_on_case(visit.actor, case, answer)
        return see_other(f"/perkara/{case}#mitra")


CONTROLLERS = (PartnersController, SettlingController)


async def _held(visit: Visit, partner: int) -> None:
    """Hold that the partner is there for the actor; NotAllowed, NotVisible."""
    async with reading(visit.actor) as c:
        await partner_page(c, visit.actor, partner, Tried())


async def _done(visit: Visit, partner: int, act: type_act) -> Redirect:
    await act(visit.actor, partner)
    return see_other(f"{PATH}/{partner}")


async def _page(visit: Visit, partner: int, tried: Tried) -> Response[str]:
    async with reading(visit.actor) as c:
        content = await partner_page(c, visit.actor, partner, tried)
    return await visit.page(_ONE, content)
