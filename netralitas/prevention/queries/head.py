"""What stands above every tab of an activity, and what its reader can do with it."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.prevention import policy, words
from netralitas.prevention.activity_pages import ActivityHead, Ways
from netralitas.prevention.domain import ActivityState
from netralitas.prevention.queries.lines import PATH
from netralitas.prevention.queries.opened import Opened
from netralitas.prevention.tabs import PLAN, tabs
from netralitas.refusals import NotAllowed
from netralitas.web.parts import Crumb

CRUMBS: Final = (Crumb("Pencegahan", "/pencegahan"), Crumb("Kegiatan", PATH))
"""The way to every activity."""


def head(actor: Actor, opened: Opened, tab: str = PLAN, done: str | None = None) -> ActivityHead:
    """Return the head of a tab of an activity; `done` is the word for what was just done to it."""
    found, today = opened.activity, _today(actor)
    state, tone = words.state(found.state, found.planned_on, today)
    return ActivityHead(
        number=found.id,
        title=opened.title,
        caption=f"{words.KINDS[found.kind]} \u00b7 {words.theme(found.theme)}",
        state=state,
        tone=tone,
        stands=found.state,
        due=found.planned_on <= today,
        done=words.DONE.get(done or ""),
        tabs=tabs(found.id, tab),
        ways=ways(actor, opened),
        crumbs=(*CRUMBS, Crumb(opened.title)),
    )


def ways(actor: Actor, opened: Opened) -> Ways:
    """Return what an actor can do with an activity as it stands."""
    found = opened.activity
    if refusal(actor, Permission.RECORD_ACTIVITY):
        return Ways()
    try:
        policy.hold_recorder(actor, opened.chain, found)
    except NotAllowed:
        return Ways()
    here = f"{PATH}/{found.id}"
    beside = f"{here}/bahan"
    if found.state is ActivityState.CANCELLED:
        return Ways(withdraw=beside)
    if found.state is ActivityState.HELD:
        correct, conclude = f"{here}/pembetulan", f"{here}/hasil"
        return Ways(correct=correct, add=beside, withdraw=beside, conclude=conclude)
    if actor.organisation != found.organisation:
        return Ways(hold=f"{here}/pelaksanaan", add=beside, withdraw=beside)
    untold = found.state is ActivityState.PLANNED and found.planned_on >= _today(actor)
    return Ways(
        announce=f"{here}/pengumuman" if untold else None,
        move=f"{here}/pemindahan",
        hold=f"{here}/pelaksanaan",
        cancel=f"{here}/pembatalan",
        add=beside,
        withdraw=beside,
    )


def _today(actor: Actor) -> date:
    """Return the present day where an actor sits."""
    return clock.today(ZoneInfo(actor.zone))
