"""The pages of the internet that the parties oversee together, and sharing one."""

from functools import partial
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, refusal
from netralitas.agreements.commands import share_page
from netralitas.agreements.forms.content import PageForm
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries.content import content_page
from netralitas.agreements.routes.records import TEMPLATE, with_text
from netralitas.agreements.routes.sheet import Layout, answer, ask, kept, type_answer
from netralitas.agreements.routes.writing import parties_of
from netralitas.database.transactions import reading
from netralitas.evidence.web.queries import shareable_addresses
from netralitas.law.book import RuleBook
from netralitas.web.visit import Visit

_LAYOUT: Final = Layout(
    title="Bagikan halaman",
    lead="Halaman dibaca semua pihak kerja sama ini. Yang dibagikan hanya alamat, platform,"
    " kategori, dan langkah yang sudah dilakukan.",
    button="Bagikan halaman",
    name="konten/baru",
    selects=("register", "platform"),
    back="/konten",
)
_SHORT: Final = 100


class ContentController(Controller):
    """`/kerja-sama/{id}/konten`: pages under common oversight, with who does what by when."""

    path = "/kerja-sama/{number:int}/konten"
    include_in_schema = False

    @get()
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the pages."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            TEMPLATE,
            lambda c: with_text(c, visit, number, partial(content_page, today=visit.today)),
        )

    @get("/baru")
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a page."""
        seen = await kept(visit, number)
        choices = await _choices(visit, seen.paper)
        form = PageForm.blank(values={"on": visit.today}, choices=choices)
        return await ask(visit, number, seen, form, _LAYOUT)

    @post("/baru")
    async def share(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Share the page, or say what is wrong."""
        seen = await kept(visit, number)
        choices = await _choices(visit, seen.paper)
        form = PageForm.parse(await visit.typed(), choices=choices, today=visit.today)

        async def doing() -> None:
            page = form.entry(seen.paper)
            await share_page(visit.actor, number, page, form.on, book=book)

        return await answer(*(visit, number, seen, form, _LAYOUT), doing=doing)


async def _choices(visit: Visit, paper: Paper) -> dict[str, list[tuple[str, str]]]:
    """Return the parties, and the latest of the reader's own register where they have one."""
    found: list[tuple[str, str]] = []
    if refusal(visit.actor, Permission.SEE_WEB_REGISTER) is None:
        async with reading(visit.actor) as c:
            addresses = await shareable_addresses(c)
        found = [(str(each.id), f"{each.seen_on}: {each.url[:_SHORT]}") for each in addresses]
    return {**parties_of(paper, "party"), "register": found}
