"""A request of a system: who acts, under which law, and how the answer is written."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Annotated, Any, Final, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from litestar import MediaType, Request, Response
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.language import as_source
from netralitas.law.book import RuleBook

_Content = TypeVar("_Content")
_PRIVATE: Final = {"Cache-Control": "private, no-store"}
_TAG_LENGTH: Final = 32
MOST: Final = 100

type_request = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who asks, and by which rules is counted."""

    actor: Actor
    book: RuleBook
    request: type_request

    @property
    def now(self) -> datetime:
        """Return the present moment."""
        return clock.now()

    @property
    def today(self) -> date:
        """Return the present day where the system's office is."""
        return clock.today(ZoneInfo(self.actor.zone))

    async def read(self, query: Callable[[Connection], Awaitable[_Content]]) -> _Content:
        """Return what a query finds among the rows that the actor sees."""
        async with reading(self.actor) as c:
            return await query(c)

    async def look(
        self, case: int, query: Callable[[Connection, CaseView], Awaitable[_Content]]
    ) -> _Content:
        """Return what a query finds in a case; NotVisible where it does not exist for the actor."""
        async with reading(self.actor) as c:
            return await query(c, await self.view(c, case))

    async def view(self, c: Connection, case: int) -> CaseView:
        """Return a case as the actor sees it; NotVisible where it does not exist for them."""
        return await view_case(c, self.actor, case, now=self.now, book=self.book)

    def answer(self, content: _Content, *, version: int | None = None) -> Response[_Content]:
        """Return the answer with its ETag, or 304 for who has it already.

        The tag is a digest of the answer, after the `version` of what is shown where it has one:
        what leads on from a proceeding changes without it.
        """
        body = msgspec.json.encode(content, enc_hook=as_source)  # once: for the tag, and to send
        digest = sha256(body).hexdigest()[:_TAG_LENGTH]
        tag = f'"{digest}"' if version is None else f'"{version}-{digest}"'
        headers = {**_PRIVATE, "ETag": tag}
        told: Response[Any] = Response(body, headers=headers, media_type=MediaType.JSON)
        if _has(self.request.headers.get("if-none-match"), tag):
            told = Response(None, status_code=304, headers=headers)
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which page of a list is wanted, and how long."""

    limit: int
    cursor: str | None

    @property
    def before(self) -> int | None:
        """Return the cursor as a number, None for anything that is none: the beginning."""
        told = self.cursor or ""
        return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else None


async def provide_paging(
    limit: Annotated[int, QueryParameter(ge=1, le=MOST, description="Lines of a page.")] = 50,
    cursor: Annotated[
        str | None, QueryParameter(max_length=200, description="`next` of the page before.")
    ] = None,
) -> Paging:
    """Return it as the dependency `paging`."""
    return Paging(limit=limit, cursor=cursor)


Paged = NamedDependency[Paging]


async def provide_call(
    request: type_request, actor: NamedDependency[Actor], book: NamedDependency[RuleBook]
) -> Call:
    """Return the request as the dependency `call`."""
    return Call(actor=actor, book=book, request=request)


CALL: Final = {"call": Provide(provide_call), "paging": Provide(provide_paging)}
"""The dependencies of every controller of the API."""


def _has(sent: str | None, tag: str) -> bool:
    """Say whether a list of tags names this one (RFC 9110, 13.1.2: compared weakly)."""
    if not sent:
        return False
    known = {each.strip().removeprefix("W/") for each in sent.split(",")}
    return tag in known or "*" in known
