"""One activity: what its page shows, and what its forms need."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import readers_for
from netralitas.agreements.domain import Duty
from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection
from netralitas.law.words import day
from netralitas.prevention import policy, words
from netralitas.prevention.address import LARGEST_ID
from netralitas.prevention.domain import Activity, ActivityState, Offer, Record, Together
from netralitas.prevention.figures import share
from netralitas.prevention.pages import ActivityPage, DutyMark, PartyDuties, PresentLine, Ways
from netralitas.prevention.queries.history import history
from netralitas.prevention.queries.lines import PATH
from netralitas.prevention.queries.offer import offer_for
from netralitas.prevention.store import activity_of, recorded
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.web.parts import Crumb

_OPENED: Final = """
SELECT a.id, a.organisation, a.agreement, a.theme, a.kind, a.together, a.state, a.planned_on,
       a.held_on, a.readers, a.title, a.place, a.audience, s.version, r.name AS region,
       o.name AS organiser, g.title AS agreement_title,
       (e.details ->> 'party')::integer AS party,
       ARRAY(SELECT jsonb_array_elements_text(e.details -> 'others')::integer) AS others
FROM activity a
JOIN stream s ON s.id = a.id
JOIN event e ON e.stream = a.id AND e.version = 1
JOIN region r ON r.code = a.region
JOIN organisation o ON o.id = a.organisation
LEFT JOIN agreement g ON g.id = a.agreement
WHERE a.id = $1
"""
_NAMES: Final = "SELECT id, name FROM organisation WHERE id = ANY ($1)"
_NOWHERE: Final = "Tanpa kecamatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An activity as its forms are opened on it: what is recorded, and what can be.

    `names` are those of the parties. `chain` is the reader's office and those above it.
    """

    activity: Activity
    title: str
    facts: Any
    record: Record
    offer: Offer
    names: dict[int, str]
    chain: tuple[int, ...]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Return the duties that can be ticked: of the theme, of the parties that took part."""
        alone = self.activity.together is Together.ALONE
        return tuple(
            duty
            for duty in self.offer.duties
            if duty.theme is self.activity.theme
            and not (alone and duty.organisation != self.activity.party)
        )


async def open_activity(c: Connection, actor: Actor, activity: int) -> Opened:
    """Return an activity for its page and forms; NotVisible for one that is not the reader's.

    Six statements, whatever its size.
    """
    row = await c.fetchrow(_OPENED, activity) if 0 < activity <= LARGEST_ID else None
    if row is None:
        raise NotVisible
    found = activity_of(row, row["version"])
    offer = await offer_for(c, found)
    parties = {found.organisation, *found.others, *(duty.organisation for duty in offer.duties)}
    names = {one["id"]: one["name"] for one in await c.fetch(_NAMES, sorted(parties))}
    return Opened(
        activity=found,
        title=row["title"],
        facts=row,
        record=await recorded(c, found.id),
        offer=offer,
        names=names,
        chain=await readers_for(c, actor.organisation),
    )


async def activity_page(
    c: Connection, actor: Actor, activity: int, done: str | None = None
) -> ActivityPage:
    """Return the page of one activity; `done` names what was just done to it."""
    opened = await open_activity(c, actor, activity)
    found, row = opened.activity, opened.facts
    present = _present(opened)
    return ActivityPage(
        title=opened.title,
        caption=f"{words.KINDS[found.kind]} \u00b7 {THEMES[found.theme]}",
        done=words.DONE.get(done or ""),
        state=words.STATES[found.state],
        tone=words.TONES[found.state],
        stands=found.state,
        plan=tuple(_plan(opened)),
        agreement=(row["agreement_title"], f"/kerja-sama/{found.agreement}")
        if row["agreement_title"]
        else None,
        present=present,
        people=sum(one.present for one in present),
        parties=tuple(_parties(opened)),
        history=await history(c, found.id),
        ways=ways(actor, opened),
        crumbs=(
            Crumb("Pencegahan", "/pencegahan"),
            Crumb("Kegiatan", PATH),
            Crumb(opened.title),
        ),
    )


def ways(actor: Actor, opened: Opened) -> Ways:
    """Return what an actor can do with an activity as it stands."""
    found = opened.activity
    if refusal(actor, Permission.RECORD_ACTIVITY) or found.state is ActivityState.CANCELLED:
        return Ways()
    try:
        policy.hold_recorder(actor, opened.chain, found)
    except NotAllowed:
        return Ways()
    here = f"{PATH}/{found.id}"
    if found.state is ActivityState.HELD:
        return Ways(correct=f"{here}/kehadiran")
    own = actor.organisation == found.organisation
    return Ways(hold=f"{here}/pelaksanaan", cancel=f"{here}/pembatalan" if own else None)


def _plan(opened: Opened) -> Iterable[tuple[str, str]]:
    found, row = opened.activity, opened.facts
    others = ", ".join(opened.names[other] for other in found.others)
    yield "Penyelenggara", row["organiser"]
    yield "Diadakan", words.TOGETHER[found.together]
    if others:
        yield "Pihak lain", others
    yield "Tanggal rencana", day(found.planned_on)
    if found.held_on is not None:
        yield "Tanggal pelaksanaan", day(found.held_on)
    yield "Kecamatan", row["region"]
    if row["place"]:
        yield "Tempat", row["place"]
    yield "Sasaran", row["audience"]


def _present(opened: Opened) -> tuple[PresentLine, ...]:
    units = {unit.id: unit for unit in opened.offer.units}
    lines = [
        PresentLine(
            name=unit.name,
            region=unit.region or _NOWHERE,
            present=one.present,
            staff=unit.staff,
            share=share(one.present, unit.staff),
        )
        for one in opened.record.attendance
        if (unit := units.get(one.unit)) is not None
    ]
    return tuple(sorted(lines, key=lambda found: found.name))


def _parties(opened: Opened) -> Iterable[PartyDuties]:
    done = set(opened.record.duties)
    for party in dict.fromkeys(duty.organisation for duty in opened.duties):
        yield PartyDuties(
            party=opened.names[party],
            duties=tuple(
                DutyMark(text=duty.text, done=duty.id in done)
                for duty in opened.duties
                if duty.organisation == party
            ),
        )
