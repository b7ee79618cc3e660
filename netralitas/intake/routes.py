"""The desk: taking in a report, a finding or first information, and its receipt."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.intake.commands import take_in
from netralitas.intake.desk import (
    CHECKING,
    PATH,
    DeskPage,
    again,
    blank,
    desk_page,
    only_the_window,
    parse,
)
from netralitas.intake.queries import choices_for, receipt
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.visit import Visit

DESK: Final = "intake/desk.html"
WINDOW: Final = "intake/_window.html"


class DeskController(Controller):
    """`/perkara/baru`: one page on which a matter is taken in."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the form of the kind of matter that the address names."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            choices, region = await choices_for(c, visit.actor)
        form = blank(visit.asked.get("jenis"), visit.actor, choices, region)
        return await visit.page(DESK, desk_page(form, book.at(region or ""), visit.actor.zone))

    @post()
    async def take(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        sealer: NamedDependency[NipSealer],
        vault_keys: NamedDependency[Keys],
        receipts: NamedDependency[ReceiptSealer],
    ) -> Response[str] | Redirect:
        """Take it in and go to its receipt, or say what is wrong and keep what was typed."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            choices, region = await choices_for(c, visit.actor)
        kind = visit.asked.get("jenis")
        form = parse(kind, await visit.typed(), visit.actor, choices)
        try:
            new = form.new_case(visit.actor.zone, sealer)
            opened = await take_in(
                *(visit.actor, new, form.reporter()),
                book=book,
                keys=vault_keys,
                receipts=receipts,
            )
        except (Invalid, RuleBroken) as refused:
            status = again(form, refused)
            content = desk_page(form, book.at(region or ""), visit.actor.zone)
            return await visit.page(DESK, content, status=status)
        return see_other(f"/perkara/{opened.id}/tanda-terima")


class WindowController(Controller):
    """`/perkara/baru/batas-waktu`: until when a report could be made; nothing is taken in."""

    path = CHECKING
    include_in_schema = False

    @get()
    async def look(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str] | Redirect:
        """Show that part of the desk, for the dates in the address; by itself it is no page."""
        content = await _checked(visit, visit.asked, book)
        if not is_fragment(visit.request):
            return see_other(PATH)
        return await visit.page(WINDOW, content)

    @post()
    async def check(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the desk again with everything typed, and what its dates mean."""
        content = await _checked(visit, await visit.typed(), book)
        return await visit.page(DESK, content, status=200 if content.form.valid else 422)


class ReceiptController(Controller):
    """`/perkara/{id}/tanda-terima`: what the person at the desk takes home."""

    path = "/perkara/{number:int}/tanda-terima"
    include_in_schema = False

    @get()
    async def show(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        receipts: NamedDependency[ReceiptSealer],
    ) -> Response[str]:
        """Show the receipt, made to be printed."""
        async with reading(visit.actor) as c:
            content = await receipt(c, visit.actor, number, book, receipts)
        return await visit.page("intake/receipt.html", content)


async def _checked(visit: Visit, typed: object, book: RuleBook) -> DeskPage:
    """Return the desk of a report with what was typed, wrong only where the window needs it."""
    may(visit.actor, Permission.TAKE_IN)
    async with reading(visit.actor) as c:
        choices, region = await choices_for(c, visit.actor)
    form = only_the_window(parse("laporan", typed, visit.actor, choices))
    return desk_page(form, book.at(region or ""), visit.actor.zone)


CONTROLLERS = (DeskController, WindowController, ReceiptController)
