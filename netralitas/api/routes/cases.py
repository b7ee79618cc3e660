"""`/api/v1/cases`: the worklist, and what a case is made of."""

from typing import Annotated, Final, Literal

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, QueryParameter

from netralitas.access.policy import Permission, may
from netralitas.api.call import Call, Paged
from netralitas.api.domain import Scope
from netralitas.api.frame import by
from netralitas.api.reads import cases as reads
from netralitas.api.reads.proceedings import one_of, proceedings_of
from netralitas.api.shapes import cases as shapes
from netralitas.cases.domain import Source
from netralitas.cases.queries import CasePage, CaseView, Wanted, page_of
from netralitas.database.connection import Connection
from netralitas.law.domain import Regime
from netralitas.worklist.domain import DueFilter, Filters
from netralitas.worklist.queries.closed import closed_page
from netralitas.worklist.queries.items import items_page

_CODE: Final = "^[a-z_]+$"
_STATE: Final = QueryParameter(name="state", pattern=_CODE, max_length=60)
type_kind = Literal["move", "fact", "correction"]
_KINDS: Final = {"move": "langkah", "fact": "fakta", "correction": "koreksi"}


async def provide_filters(  # noqa: PLR0913, PLR0917 - the filters of the list, each by its name
    mine: FromQuery[bool] = False,  # noqa: FBT002 - a filter of the address
    closed: FromQuery[bool] = False,  # noqa: FBT002 - a filter of the address
    workflow: Annotated[str | None, QueryParameter(pattern=_CODE, max_length=40)] = None,
    stands: Annotated[
        str | None, QueryParameter(name="state", pattern=_CODE, max_length=60)
    ] = None,
    source: FromQuery[Source | None] = None,
    regime: FromQuery[Regime | None] = None,
    due: FromQuery[DueFilter | None] = None,
) -> Filters:
    """Return what of the list is wanted."""
    return Filters(
        mine=mine,
        closed=closed,
        workflow=workflow,
        states=None if stands is None else (stands,),
        source=source,
        regime=regime,
        due=due,
    )


class CasesController(Controller):
    """Cases as pages show them to the same person."""

    path = "/cases"
    tags = ("Cases",)
    opt = by(Scope.CASES_READ)

    @get(
        summary="List open proceedings by deadline, or finished cases",
        operation_id="listCases",
        dependencies={"wanted": Provide(provide_filters)},
    )
    async def list(
        self, call: NamedDependency[Call], wanted: NamedDependency[Filters], paging: Paged
    ) -> Response[shapes.CaseList]:
        """Return a page of the worklist of the system's office, filtered.

        With `closed` the finished cases; `workflow`, `state` and `due` then filter nothing.
        """
        may(call.actor, Permission.LIST_CASES)
        find = closed_page if wanted.closed else items_page
        lines, following = await call.read(
            lambda c: find(c, call.actor, wanted, paging.cursor, call.now, paging.limit)
        )
        listed = shapes.CaseList(items=tuple(map(reads.case_line, lines)), next=following)
        return call.answer(listed)

    @get("/{case:int}", summary="Get one case with its dossier", operation_id="getCase")
    async def show(self, call: NamedDependency[Call], case: FromPath[int]) -> Response[shapes.Case]:
        """Return the case as far as the system's roles see it; its events stand apart."""
        return call.answer(await call.look(case, _whole))

    @get("/{case:int}/respondents", summary="List respondents", operation_id="listRespondents")
    async def respondents(
        self, call: NamedDependency[Call], case: FromPath[int]
    ) -> Response[shapes.RespondentList]:
        """Return the respondents of a case; a NIP is masked."""
        page = await call.look(case, _page)
        return call.answer(shapes.RespondentList(items=reads.respondents(page)))

    @get("/{case:int}/deadlines", summary="List deadlines", operation_id="listDeadlines")
    async def deadlines(
        self, call: NamedDependency[Call], case: FromPath[int]
    ) -> Response[shapes.DeadlineList]:
        """Return the deadlines of a case, with how each was reached."""
        return call.answer(reads.deadlines(await call.look(case, _page)))

    @get("/{case:int}/letters", summary="List letters", operation_id="listLetters")
    async def letters(
        self, call: NamedDependency[Call], case: FromPath[int]
    ) -> Response[shapes.LetterList]:
        """Return the letters of a case in and out."""
        page = await call.look(case, _page)
        return call.answer(shapes.LetterList(items=reads.letters(page)))

    @get("/{case:int}/events", summary="List events, the latest first", operation_id="listEvents")
    async def events(
        self,
        call: NamedDependency[Call],
        case: FromPath[int],
        paging: Paged,
        kind: FromQuery[type_kind | None] = None,
    ) -> Response[shapes.EventList]:
        """Return a page of the timeline of a case."""
        wanted = Wanted(
            kind=_KINDS[kind] if kind else None, before=paging.before, most=paging.limit
        )

        async def find(c: Connection, view: CaseView) -> CasePage:
            return await page_of(c, view, wanted)

        return call.answer(reads.events(await call.look(case, find)))

    @get(
        "/{case:int}/proceedings",
        summary="List proceedings and what leads on from each",
        operation_id="listProceedings",
    )
    async def proceedings(
        self, call: NamedDependency[Call], case: FromPath[int]
    ) -> Response[shapes.ProceedingList]:
        """Return the proceedings of a case, each with the steps that lead on and why not."""
        items = await call.look(case, _proceedings)
        return call.answer(shapes.ProceedingList(items=items))

    @get(
        "/{case:int}/proceedings/{proceeding:int}",
        summary="Get one proceeding",
        operation_id="getProceeding",
    )
    async def proceeding(
        self, call: NamedDependency[Call], case: FromPath[int], proceeding: FromPath[int]
    ) -> Response[shapes.Proceeding]:
        """Return a proceeding; its ETag is its version, which a write sends back as If-Match."""

        async def find(_: Connection, view: CaseView) -> shapes.Proceeding:
            return one_of(view, view.proceeding(proceeding))

        found = await call.look(case, find)
        return call.answer(found, version=found.version)


async def _page(c: Connection, view: CaseView) -> CasePage:
    return await page_of(c, view, Wanted(most=1))


async def _whole(c: Connection, view: CaseView) -> shapes.Case:
    return reads.case(view, await _page(c, view))


async def _proceedings(_: Connection, view: CaseView) -> tuple[shapes.Proceeding, ...]:
    return proceedings_of(view)
