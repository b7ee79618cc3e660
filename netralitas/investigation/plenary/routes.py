"""`/pleno`: plenary meetings, their tables, and what they decide."""

from collections.abc import Awaitable
from typing import Any, Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.commands import (
    Plan,
    Ruling,
    decide_in_plenary,
    lay_on_table,
    note_presence,
    plan_meeting,
    set_quorum,
    take_off_table,
)
from netralitas.investigation.plenary.domain import Outcome
from netralitas.investigation.plenary.forms import (
    MeetingForm,
    PresenceForm,
    QuorumForm,
    RespondentForm,
    RulingForm,
    TableForm,
    VoteForm,
    decided_in,
)
from netralitas.investigation.plenary.pages import FormPage
from netralitas.investigation.plenary.queries import (
    Tabled,
    chairs_of,
    meeting_page,
    meetings_page,
    quorum_of,
    ruling_page,
    tabled_of,
)
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit
from netralitas.workflow.refusals import MoveRefused

type_answer = Response[str] | Redirect

_FORM: Final = "investigation/plenary_form.html"
_MEETING: Final = "investigation/plenary.html"
_RULING: Final = "investigation/ruling.html"


class PlenariesController(Controller):
    """The meetings of the office, a further one, and its quorum."""

    path = "/pleno"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the list of meetings."""
        return await visit.show(
            Permission.SEE_PLENARY,
            "investigation/plenaries.html",
            lambda c: meetings_page(c, visit.actor, visit.asked),
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a meeting."""
        form = MeetingForm.blank(choices=await _chairs(visit))
        return await visit.page(_FORM, _plan_page(form))

    @post("/baru")
    async def plan(self, visit: NamedDependency[Visit]) -> type_answer:
        """Plan the meeting and go to it."""
        form = MeetingForm.parse(await visit.typed(), choices=await _chairs(visit))
        if form.valid:
            plan = Plan(
                held_on=form.held_on,
                starts=form.starts,
                place=form.place,
                chair=int(form.chair),
            )
            try:
                return see_other(f"/pleno/{await plan_meeting(visit.actor, plan)}")
            except Invalid as refusal:
                _say(form, refusal)
        return await visit.page(_FORM, _plan_page(form), status=422)

    @get("/kuorum")
    async def ask_quorum(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the setting of the office."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            least = await quorum_of(c, visit.actor)
        return await visit.page(_FORM, _quorum_page(QuorumForm.blank(values={"least": least})))

    @post("/kuorum")
    async def set_quorum(self, visit: NamedDependency[Visit]) -> type_answer:
        """Set it."""
        may(visit.actor, Permission.KEEP_PLENARY)
        form = QuorumForm.parse(await visit.typed())
        if not form.valid:
            return await visit.page(_FORM, _quorum_page(form), status=422)
        await set_quorum(visit.actor, form.read_value("least"))
        return see_other("/pleno")


class PlenaryController(Controller):
    """One meeting: who is there, what lies on its table."""

    path = "/pleno/{meeting:int}"
    include_in_schema = False

    @get()
    async def show(self, meeting: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the meeting."""
        return await visit.show(
            Permission.SEE_PLENARY,
            _MEETING,
            lambda c: meeting_page(c, visit.actor, meeting, visit.today),
        )

    @post("/kehadiran")
    async def note(self, meeting: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Note who is there."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            shown = await meeting_page(c, visit.actor, meeting, visit.today)
        options = shown.presence.options("officers") if shown.presence else ()
        form = PresenceForm.parse(await visit.typed(), choices={"officers": options})
        if not form.valid:
            return await self._again(visit, meeting, [s for s, _ in form.error_list], 422)
        chosen = [int(each) for each in form.read_value("officers") or ()]
        return await self._done(visit, meeting, note_presence(visit.actor, meeting, chosen))

    @post("/perkara")
    async def lay(
        self,
        meeting: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Lay a case on the table."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            shown = await meeting_page(c, visit.actor, meeting, visit.today)
        options = shown.table.options("case") if shown.table else ()
        form = TableForm.parse(await visit.typed(), choices={"case": options})
        if not form.valid:
            return await self._again(visit, meeting, [s for s, _ in form.error_list], 422)
        doing = lay_on_table(visit.actor, meeting, int(form.case), book=book)
        return await self._done(visit, meeting, doing)

    @post("/perkara/{case:int}/pelepasan")
    async def take_off(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Take a case off the table."""
        doing = take_off_table(visit.actor, meeting, case, book=book)
        return await self._done(visit, meeting, doing)

    async def _done(self, visit: Visit, meeting: int, doing: Awaitable[object]) -> type_answer:
        try:
            await doing
        except RuleBroken as refusal:
            return await self._again(visit, meeting, [refusal.reason], 409)
        except Invalid as refusal:
            said = [sentence for each in refusal.errors.values() for sentence in each]
            return await self._again(visit, meeting, said, 422)
        return see_other(f"/pleno/{meeting}")

    async def _again(
        self, visit: Visit, meeting: int, refused: list[str], status: int
    ) -> Response[str]:
        async with reading(visit.actor) as c:
            content = await meeting_page(c, visit.actor, meeting, visit.today, refused=refused)
        return await visit.page(_MEETING, content, status=status)


class RulingController(Controller):
    """A case at a meeting: what is decided, by which votes."""

    path = "/pleno/{meeting:int}/perkara/{case:int}"
    include_in_schema = False

    @get()
    async def show(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show what is to be decided, or what was."""
        found = await _tabled(visit, meeting, case, book)
        return await visit.page(_RULING, ruling_page(found))

    @post()
    async def decide(
        self,
        meeting: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Record it."""
        found = await _tabled(visit, meeting, case, book)
        data = await visit.typed()
        form = RulingForm.parse(data, choices={"outcome": found.outcomes})
        rows, votes = _rows(found, data)
        shown: dict[str, Any] = {"form": form, "respondents": rows, "votes": votes}
        if not form.valid or not all(each.valid for each in (*rows, *votes)):
            return await visit.page(_RULING, ruling_page(found, **shown), status=422)
        ruling = _ruling(found, form, rows, votes)
        try:
            await decide_in_plenary(visit.actor, ruling, book=book, storage=storage)
        except Stale:
            content = ruling_page(found, **shown, stale=True)
            return await visit.page(_RULING, content, status=409)
        except (RuleBroken, MoveRefused) as refusal:
            content = ruling_page(found, **shown, refused=[refusal.reason])
            return await visit.page(_RULING, content, status=409)
        return see_other(f"/pleno/{meeting}/perkara/{case}")


async def _tabled(visit: Visit, meeting: int, case: int, book: RuleBook) -> Tabled:
    may(visit.actor, Permission.SEE_PLENARY)
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        return await tabled_of(c, view, meeting)


def _rows(found: Tabled, data: Any) -> tuple[list[RespondentForm], list[VoteForm]]:  # noqa: ANN401 - as a browser sent it
    people = found.people if found.per_respondent else ()
    rows = [RespondentForm.parse(data, prefix=f"terlapor-{one.id}-") for one in people]
    votes = [VoteForm.parse(data, prefix=f"suara-{one.officer}-") for one in found.voters]
    return rows, votes


def _ruling(
    found: Tabled, form: RulingForm, rows: list[RespondentForm], votes: list[VoteForm]
) -> Ruling:
    outcome = Outcome(form.outcome)
    chosen = list(zip((one.id for one in found.people), rows, strict=False))
    return Ruling(
        meeting=found.meeting.id,
        case=found.view.dossier.id,
        version=form.version,
        outcome=outcome,
        votes=tuple(row.cast(one.officer) for one, row in zip(found.voters, votes, strict=True)),
        decided=decided_in(chosen) if outcome is Outcome.DECIDED else (),
        reason=form.read_value("reason"),
    )


async def _chairs(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    may(visit.actor, Permission.KEEP_PLENARY)
    async with reading(visit.actor) as c:
        members = await chairs_of(c, visit.actor, visit.today)
    return {"chair": members}


def _plan_page(form: MeetingForm) -> FormPage:
    return FormPage(
        crumbs=(Crumb("Rapat pleno", "/pleno"), Crumb("Adakan rapat pleno")),
        title="Adakan rapat pleno",
        lead="Perkara diletakkan di meja rapat setelah rapat ini tersimpan.",
        action="/pleno/baru",
        back="/pleno",
        button="Simpan rapat pleno",
        form=form,
        selects=("chair",),
    )


def _quorum_page(form: QuorumForm) -> FormPage:
    return FormPage(
        crumbs=(Crumb("Rapat pleno", "/pleno"), Crumb("Atur kuorum")),
        title="Atur kuorum",
        lead="Rapat tanpa kuorum tidak memutus apa pun. Anggota yang berbenturan kepentingan"
        " tidak dihitung ikut memutus.",
        action="/pleno/kuorum",
        back="/pleno",
        button="Simpan kuorum",
        form=form,
    )


def _say(form: Form, refused: Invalid) -> None:
    for name, sentences in refused.errors.items():
        for sentence in sentences:
            form.refuse(name if name in form.fields else "", sentence)


CONTROLLERS = (PlenariesController, PlenaryController, RulingController)
