"""One activity as its pages and forms are opened on it."""

from dataclasses import dataclass
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.agreements.domain import Duty
from netralitas.database.connection import Connection
from netralitas.prevention.address import LARGEST_ID
from netralitas.prevention.domain import Activity, Offer, Record, Together
from netralitas.prevention.queries.offer import offer_for
from netralitas.prevention.store import activity_of, recorded
from netralitas.refusals import NotVisible

_OPENED: Final = """
SELECT a.id, a.organisation, a.agreement, a.theme, a.kind, a.together, a.state, a.planned_on,
       a.held_on, a.readers, a.begins_at, a.ends_at, a.announced_at, a.title, a.place, a.audience,
       a.notice, a.fund, a.cost, a.outcome, s.version, r.name AS region, o.name AS organiser,
       o.zone, g.title AS agreement_title, (e.details ->> 'party')::integer AS party,
       ARRAY(SELECT jsonb_array_elements_text(e.details -> 'others')::integer) AS others,
       ARRAY(SELECT u.name FROM invited i JOIN unit u ON u.id = i.unit
             WHERE i.activity = a.id ORDER BY u.name, u.id) AS invited
FROM activity a
JOIN stream s ON s.id = a.id
JOIN event e ON e.stream = a.id AND e.version = 1
JOIN region r ON r.code = a.region
JOIN organisation o ON o.id = a.organisation
LEFT JOIN agreement g ON g.id = a.agreement
WHERE a.id = $1
"""
_NAMES: Final = "SELECT id, name FROM organisation WHERE id = ANY ($1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An activity as its forms are opened on it: what is recorded, and what can be.

    `facts` is its row. `names` are those of the parties. `chain` is the reader's office and those
    above it.
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
