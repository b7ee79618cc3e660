"""What is kept under an agreement: its pages, the form of each sort, and the files."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.access.policy import Permission, may, refusal
from netralitas.accounts.queries import readers_for
from netralitas.agreements.commands import Keeping, keep_record
from netralitas.agreements.forms.keeping import LARGEST
from netralitas.agreements.pages import RecordsPage
from netralitas.agreements.queries import Written, latest_texts
from netralitas.agreements.queries.files import document_of
from netralitas.agreements.queries.letters import letters_page
from netralitas.agreements.queries.records import records_page
from netralitas.agreements.routes.papers import keep_paper
from netralitas.agreements.routes.sheet import Layout, answer, ask, kept, type_answer
from netralitas.agreements.routes.sorts import Sort, sort_of
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.web.headers import to_keep
from netralitas.web.visit import Visit

TEMPLATE: Final = "agreements/records.html"
_LARGEST_ID: Final = 2**31 - 1
type_page = Callable[..., Awaitable[RecordsPage]]

_log = structlog.get_logger("netralitas.agreements")


class RecordsController(Controller):
    """`/kerja-sama/{id}/catatan`, `…/surat`: what was kept under an agreement, for its readers."""

    path = "/kerja-sama/{number:int}"
    include_in_schema = False

    @get("/catatan")
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show addenda, officials, initials, documents and questions."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            TEMPLATE,
            lambda c: with_text(c, visit, number, records_page),
        )

    @get("/surat")
    async def letters(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the addresses and the letters."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            TEMPLATE,
            lambda c: with_text(c, visit, number, partial(letters_page, today=visit.today)),
        )

    @get("/dokumen/{record:int}")
    async def download(
        self,
        number: FromPath[int],
        record: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send a file to be kept, never to be opened by the browser as a page of ours."""
        may(visit.actor, Permission.SEE_AGREEMENTS)
        async with reading(visit.actor) as c:
            await _text(c, number)
            found = await document_of(c, number, record)
        _log.info("agreement_file_downloaded", file=record, officer=visit.actor.officer)
        name = f"kerja-sama-{number}-dokumen-{record}.{extension(found.media_type)}"
        return Stream(
            await storage.open(found.digest),
            media_type=found.media_type,
            headers=to_keep(name, found.size),
        )


class KeepController(Controller):
    """`/kerja-sama/{id}/catatan/{form}`, `…/{record}/{form}`: something more that is kept."""

    path = "/kerja-sama/{number:int}/catatan"
    include_in_schema = False

    @get("/{form:str}")
    async def ask(
        self, number: FromPath[int], form: FromPath[str], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form of a sort."""
        return await _ask(visit, number, form)

    @post("/{form:str}")
    async def keep(
        self,
        number: FromPath[int],
        form: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Keep it, or say what is wrong."""
        return await _keep(visit, number, form, book=book, storage=storage)

    @get("/{record:int}/{form:str}")
    async def ask_about(
        self,
        number: FromPath[int],
        record: FromPath[int],
        form: FromPath[str],
        visit: NamedDependency[Visit],
    ) -> Response[str]:
        """Show the form of what answers a record."""
        return await _ask(visit, number, form, record)

    @post("/{record:int}/{form:str}")
    async def answer(
        self,
        number: FromPath[int],
        record: FromPath[int],
        form: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Keep what answers a record, or say what is wrong."""
        return await _keep(visit, number, form, book=book, about=record)


async def _ask(visit: Visit, number: int, word: str, about: int | None = None) -> Response[str]:
    seen = await kept(visit, number)
    sort = sort_of(word, about=about is not None)
    values = {"on": visit.today} if "on" in sort.form.fields else {}
    form = sort.form.blank(values=values, choices=sort.choices(seen.paper))
    return await ask(visit, number, seen, form, _named(sort, word, about))


async def _keep(
    visit: Visit,
    number: int,
    word: str,
    *,
    book: RuleBook,
    about: int | None = None,
    storage: Storage | None = None,
) -> type_answer:
    seen = await kept(visit, number)
    sort = sort_of(word, about=about is not None)
    form: Any = sort.form.parse(
        await visit.typed(), choices=sort.choices(seen.paper), today=visit.today
    )

    async def doing() -> None:
        entry = form.entry(seen.paper)
        sent = form.file[0] if sort.layout.uploads else None
        file = await keep_paper(sent, storage, LARGEST) if sent and storage else None
        new = Keeping(entry=entry, on=form.on, about=about, file=file)
        await keep_record(visit.actor, number, new, book=book)

    return await answer(*(visit, number, seen, form, _named(sort, word, about)), doing=doing)


def _named(sort: Sort, word: str, about: int | None) -> Layout:
    place = "catatan" if about is None else f"catatan/{about}"
    return replace(sort.layout, name=f"{place}/{word}")


async def _text(c: Connection, number: int) -> Written:
    found = (await latest_texts(c, number)).get(number) if number <= _LARGEST_ID else None
    if found is None:
        raise NotVisible
    return found


async def with_text(c: Connection, visit: Visit, number: int, page: type_page) -> RecordsPage:
    """Return a page of an agreement that the reader sees; NotVisible for any other.

    It offers forms to who keeps agreements for a party, of one that was made here.
    """
    written = await _text(c, number)
    may_keep = (
        written.officer is not None and refusal(visit.actor, Permission.KEEP_AGREEMENTS) is None
    )
    parties = {party.organisation for party in written.paper.parties}
    chain = await readers_for(c, visit.actor.organisation) if may_keep else ()
    return await page(c, number, written.paper, keeps=bool(parties & set(chain)))
