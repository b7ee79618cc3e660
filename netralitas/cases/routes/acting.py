"""How the form of a move or fact is shown, sent, and shown again: nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from litestar import Response
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import hold_stepped_up
from netralitas.cases.answers import Paper
from netralitas.cases.commands import make_move, open_by_hand
from netralitas.cases.facts import record_fact
from netralitas.cases.filled import fact_asked, keep_papers, move_asked
from netralitas.cases.forms import (
    AnswerForm,
    blank_form,
    parsed_form,
    parts_of,
    written_versions,
)
from netralitas.cases.forms.answers import PAPERS
from netralitas.cases.pages import ActPage
from netralitas.cases.queries import (
    Act,
    Outlook,
    act_of_fact,
    act_of_move,
    act_of_opening,
    changes_since,
    outlook,
    title,
    today_of,
    view_case,
)
from netralitas.cases.queries.drafting import drafts_of
from netralitas.cases.queries.file import state_of
from netralitas.cases.queries.letter_choices import with_letters
from netralitas.cases.queries.suggesting import Suggested, suggested_for
from netralitas.cases.queries.telling import telling_of
from netralitas.cases.remedies import remedies
from netralitas.cases.routes.desk import Desk
from netralitas.cases.routes.small import say
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.fragments import page, see_other
from netralitas.web.parts import Crumb
from netralitas.workflow.domain import Obstacle
from netralitas.workflow.refusals import MoveRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Which move or fact, as its address says; `opens` names the workflow of a new proceeding.

    `ticked` respondents are chosen already when the form is first shown.
    """

    case: int
    proceeding: int
    code: str
    is_move: bool
    opens: str | None = None
    ticked: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Return where the form is sent."""
        if self.opens is not None:
            return f"/perkara/{self.case}/proses/{self.opens}/{self.code}"
        noun = "langkah" if self.is_move else "fakta"
        return f"/perkara/{self.case}/{noun}/{self.proceeding}/{self.code}"

    @property
    def back(self) -> str:
        """Return the page of the case."""
        return f"/perkara/{self.case}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Why a form comes back: the status, the rules that said no, what others did meanwhile."""

    status: int
    refused: tuple[Obstacle, ...] = ()
    changed: tuple[str, ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A form as it stands now: what it asks, brings and suggests, and what others changed."""

    act: Act
    ahead: Outlook
    suggested: Suggested
    changed: tuple[str, ...]


async def show(desk: Desk, doing: Doing) -> Response[str]:
    """Return the form as first shown; StepUpNeeded before anything is filled in for nothing."""
    opened = await _open(desk, doing)
    act = opened.act
    if act.move is not None and act.move.second_factor and not act.blocked:
        hold_stepped_up(desk.actor, clock.now())
    form = blank_form(act, today_of(act), doing.ticked, opened.suggested.values)
    return await _page(desk, doing, act, opened, form, Answered(status=200))


async def send(
    desk: Desk, doing: Doing, data: object, storage: Storage
) -> Response[str] | Redirect:
    """Record what was filled in and return to the case, or return the form with the reason."""
    act = await _asked(desk, doing)
    form = parsed_form(act, data, today_of(act))
    papers = await keep_papers(form, storage) if form.valid else ()
    answered = await _record(desk, act, form, papers) if form.valid else Answered(status=422)
    if answered is None:
        return see_other(f"{doing.back}?tercatat=1")
    since = form.read_value("versions") if answered.stale else None
    opened = await _open(desk, doing, since)
    shown = opened.act if answered.stale else act
    answered = replace(answered, changed=opened.changed)
    return await _page(desk, doing, shown, opened, form, answered)


async def _asked(desk: Desk, doing: Doing) -> Act:
    """Return what the form asks; all that a form which is well filled in needs."""
    async with reading(desk.actor) as c:
        return await _act(c, desk, doing)


async def _open(desk: Desk, doing: Doing, since: Mapping[int, int] | None = None) -> Opened:
    """Return what the form asks, what it will bring, and what changed since these versions."""
    async with reading(desk.actor) as c:
        act = await _act(c, desk, doing)
        return Opened(
            act=act,
            ahead=await outlook(c, act),
            suggested=await suggested_for(c, act),
            changed=await changes_since(c, doing.case, since) if since else (),
        )


async def _act(c: Connection, desk: Desk, doing: Doing) -> Act:
    view = await view_case(c, desk.actor, doing.case, now=clock.now(), book=desk.book)
    if doing.opens is not None:
        act = await act_of_opening(c, view, doing.opens, doing.code)
    elif doing.is_move:
        act = await act_of_move(c, view, doing.proceeding, doing.code)
    else:
        act = act_of_fact(view, doing.proceeding, doing.code)
    return await with_letters(c, act)


async def _record(
    desk: Desk, act: Act, form: AnswerForm, papers: tuple[Paper, ...]
) -> Answered | None:
    """Record the move or fact; return why not, None when it stands recorded."""
    try:
        form.require()
        if act.proceeding is None:
            asked = move_asked(act, form, papers)
            await open_by_hand(desk.actor, asked, act.workflow.code, book=desk.book)
        elif act.move is not None:
            await make_move(desk.actor, move_asked(act, form, papers), book=desk.book)
        else:
            await record_fact(desk.actor, fact_asked(act, form, papers), book=desk.book)
    except Stale:
        return Answered(status=409, stale=True)
    except MoveRefused as refusal:
        return Answered(status=409, refused=refusal.obstacles)
    except (RuleBroken, Invalid) as refusal:
        say(form, refusal)
        return Answered(status=422)
    return None


def _versions(act: Act, form: AnswerForm, *, stale: bool) -> str:
    """Return the versions the form goes on with: those it came with, unless others were faster."""
    typed: dict[int, int] | None = form.read_value("versions")
    return written_versions(act.versions if stale or not typed else typed)


def _caption(act: Act, case: str) -> str:
    if act.proceeding is None:
        return f"{case} · {act.workflow.label}"
    return f"{case} · {act.workflow.label} · sekarang: {state_of(act.proceeding).label}"


async def _page(
    desk: Desk,
    doing: Doing,
    act: Act,
    opened: Opened,
    form: AnswerForm,
    answered: Answered,
) -> Response[str]:
    case = title(act.view)
    form.named = frozenset(obstacle.rule for obstacle in answered.refused)
    exceptional = act.move is not None and act.move.exceptional
    content = ActPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(case, doing.back), Crumb(act.label)),
        title=act.label,
        caption=_caption(act, case),
        action=doing.address,
        back=doing.back,
        button=act.label if doing.is_move else "Catat fakta ini",
        form=form,
        parts=parts_of(form, refused=bool(answered.refused)),
        versions=_versions(act, form, stale=answered.stale),
        basis=act.basis,
        outlook=opened.ahead,
        notes=opened.suggested.notes,
        drafts=drafts_of(act),
        exceptional=exceptional,
        uploads=any(ask in PAPERS for ask in act.asked),
        blocked=act.blocked,
        refused=answered.refused,
        changed=answered.changed,
        stale=answered.stale,
        next_number=act.next_number,
        releases=act.releases,
        proposals=act.proposals,
        remedies=remedies(doing.case, (*act.blocked, *answered.refused)),
        telling=telling_of(act, opened.ahead),
    )
    return page("cases/act.html", content, frame=await desk.frame(), status=answered.status)
