"""What is handed out of a matter that was taken in: its receipt, and Form A of a finding."""

from datetime import datetime

import msgspec
from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.database.transactions import reading
from netralitas.documents.rendering import render
from netralitas.intake.papers import form_a, receipt_paper
from netralitas.intake.queries import receipt
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.web.visit import Visit


class ReceiptController(Controller):
    """`/perkara/{id}/tanda-terima`: what the person at the desk takes home."""

    path = "/perkara/{number:int}"
    include_in_schema = False

    @get("/tanda-terima")
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

    @get("/tanda-terima.pdf")
    async def paper(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        receipts: NamedDependency[ReceiptSealer],
    ) -> Response[bytes]:
        """Send the receipt as PDF; the name of the file says nothing of the case."""
        async with reading(visit.actor) as c:
            content = await receipt(c, visit.actor, number, book, receipts)
        return await _pdf("receipt", receipt_paper(content), content.received_at)


class FormAController(Controller):
    """`/perkara/{id}/formulir-a.pdf`: the report of a supervision that became a finding."""

    path = "/perkara/{number:int}/formulir-a.pdf"
    include_in_schema = False

    @get()
    async def paper(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send it as PDF to those who read the intake."""
        async with reading(visit.actor) as c:
            content = await form_a(c, visit.actor, number)
        return await _pdf("form_a", content, content.made_at, name="formulir-a.pdf")


async def _pdf(
    template: str, content: msgspec.Struct, at: datetime, name: str = "tanda-terima.pdf"
) -> Response[bytes]:
    return Response(
        await render(template, content, at),
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
