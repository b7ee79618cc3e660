"""Moves, facts and papers on a case: the same forms and commands as the pages'."""

from dataclasses import dataclass

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody

from netralitas.access.policy import hold_stepped_up
from netralitas.api.call import Call
from netralitas.api.domain import Scope
from netralitas.api.filling import described, sent_to_form
from netralitas.api.frame import by
from netralitas.api.shapes import forms as shapes
from netralitas.api.writes import LARGEST_BODY, WRITE, Write, hold_version
from netralitas.cases.commands import make_move_in
from netralitas.cases.facts import record_fact_in
from netralitas.cases.filled import fact_asked, keep_papers, move_asked
from netralitas.cases.forms import blank_form, parsed_form
from netralitas.cases.queries import Act, act_of_fact, act_of_move, today_of
from netralitas.cases.queries.letter_choices import with_letters
from netralitas.database.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The move or fact that an address names."""

    case: int
    proceeding: int
    code: str
    is_move: bool

    async def act(self, c: Connection, call: Call) -> Act:
        """Return what its form asks; NotVisible: there is none, NotAllowed: it is for others."""
        view = await call.view(c, self.case)
        if self.is_move:
            found = await act_of_move(c, view, self.proceeding, self.code)
        else:
            found = act_of_fact(view, self.proceeding, self.code)
        return await with_letters(c, found)


async def provide_move(
    case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Named:
    """Return the move that the address names."""
    return Named(case=case, proceeding=proceeding, code=code, is_move=True)


async def provide_fact(
    case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Named:
    """Return the fact that the address names."""
    return Named(case=case, proceeding=proceeding, code=code, is_move=False)


class WritingController(Controller):
    """What is done to a case. Everything, or nothing of it."""

    path = "/cases/{case:int}/proceedings/{proceeding:int}"
    tags = ("Writing on cases",)
    opt = by(Scope.CASES_WRITE)
    request_max_body_size = LARGEST_BODY
    dependencies = WRITE | {"move": Provide(provide_move), "fact": Provide(provide_fact)}

    @get("/moves/{code:str}", summary="Get the form of a move", operation_id="getMoveForm")
    async def move_form(
        self, call: NamedDependency[Call], move: NamedDependency[Named]
    ) -> Response[shapes.FormShape]:
        """Return what a move asks for, and what stands against it."""
        return call.answer(await _form(call, move))

    @get("/facts/{code:str}", summary="Get the form of a fact", operation_id="getFactForm")
    async def fact_form(
        self, call: NamedDependency[Call], fact: NamedDependency[Named]
    ) -> Response[shapes.FormShape]:
        """Return what a dated fact asks for."""
        return call.answer(await _form(call, fact))

    @post("/moves/{code:str}", summary="Make a move", operation_id="makeMove")
    async def make(
        self,
        write: NamedDependency[Write],
        move: NamedDependency[Named],
        data: JSONBody[shapes.Filled],
    ) -> Response[shapes.Written]:
        """Make a move on a proceeding, and on every other one that the field `others` names."""
        return await write.once(lambda c: _do(c, write, move, data))

    @post("/facts/{code:str}", summary="Record a dated fact", operation_id="recordFact")
    async def record(
        self,
        write: NamedDependency[Write],
        fact: NamedDependency[Named],
        data: JSONBody[shapes.Filled],
    ) -> Response[shapes.Written]:
        """Record a dated fact about a proceeding; its state stays."""
        return await write.once(lambda c: _do(c, write, fact, data))


async def _form(call: Call, named: Named) -> shapes.FormShape:
    act = await call.read(lambda c: named.act(c, call))
    form = blank_form(act, today_of(act))
    return described(form, act.label, basis=act.basis, blocked=act.blocked)


async def _do(c: Connection, write: Write, named: Named, filled: shapes.Filled) -> shapes.Written:
    """Return what the move or fact left behind; raises what the commands raise, and Invalid."""
    act = await named.act(c, write)
    at = act.view.proceeding(named.proceeding)
    await hold_version(c, named.case, at, write.match)
    versions = {**filled.versions, str(at.id): at.version}
    if act.move is not None and act.move.second_factor:
        hold_stepped_up(write.actor, write.now)
    told = ",".join(f"{one}:{version}" for one, version in versions.items())
    form = parsed_form(act, sent_to_form(filled, versions=told), today_of(act))
    papers = await keep_papers(form, write.storage) if form.valid else ()
    form.require()
    if named.is_move:
        moved = await make_move_in(c, write.actor, move_asked(act, form, papers), book=write.book)
        events = tuple(recorded.id for recorded in moved.events)
    else:
        asked = fact_asked(act, form, papers)
        events = (await record_fact_in(c, write.actor, asked, book=write.book),)
    view = await write.view(c, named.case)
    return shapes.Written(
        case=named.case,
        events=events,
        proceedings=tuple(
            shapes.Now(id=one.id, version=one.version, workflow=one.workflow, state=one.state)
            for one in view.dossier.proceedings
        ),
    )
