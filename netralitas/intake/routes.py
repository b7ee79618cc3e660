"""The desk: taking in a report, a finding or first information, and its receipt."""

from typing import Any, Final

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.intake.commands import take_in
from netralitas.intake.desk import again, blank, desk_page, parse
from netralitas.intake.queries import choices_for, receipt
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

DESK: Final = "intake/desk.html"

type_request = Request[Any, Any, Any]


class DeskController(Controller):
    """`/perkara/baru`: one page on which a matter is taken in."""

    path = "/perkara/baru"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form of the kind of matter that the address names."""
        may(actor, Permission.TAKE_IN)
        async with reading(actor) as c:
            choices, region = await choices_for(c, actor)
        form = blank(request.query_params.get("jenis"), actor, choices, region)
        return page(DESK, desk_page(form), frame=frame)

    @post()
    async def take(  # noqa: PLR0913, PLR0917 - everything it needs is injected
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
        book: NamedDependency[RuleBook],
        sealer: NamedDependency[NipSealer],
        vault_keys: NamedDependency[Keys],
        receipt_keys: NamedDependency[Keys],
    ) -> Response[str] | Redirect:
        """Take it in and go to its receipt, or say what is wrong and keep what was typed."""
        may(actor, Permission.TAKE_IN)
        async with reading(actor) as c:
            choices, _ = await choices_for(c, actor)
        kind = request.query_params.get("jenis")
        form = parse(kind, await request.form(), actor, choices)
        try:
            new = form.new_case(actor.zone, sealer)
            opened = await take_in(
                *(actor, new, form.reporter()),
                book=book,
                keys=vault_keys,
                receipt_keys=receipt_keys,
            )
        except (Invalid, RuleBroken) as refused:
            status = again(form, refused)
            return page(DESK, desk_page(form), frame=frame, status=status)
        return see_other(f"/perkara/{opened.id}/tanda-terima")


class ReceiptController(Controller):
    """`/perkara/{id}/tanda-terima`: what the person at the desk takes home."""

    path = "/perkara/{number:int}/tanda-terima"
    include_in_schema = False

    @get()
    async def show(
        self,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
        book: NamedDependency[RuleBook],
        receipt_keys: NamedDependency[Keys],
    ) -> Response[str]:
        """Show the receipt, made to be printed."""
        async with reading(actor) as c:
            content = await receipt(c, actor, number, book, receipt_keys)
        return page("intake/receipt.html", content, frame=frame)


CONTROLLERS = (DeskController, ReceiptController)
