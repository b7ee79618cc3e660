"""The list of those who were present, as it is looked at and printed."""

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.prevention.attending import words
from netralitas.prevention.attending.address import crumbs, when
from netralitas.prevention.attending.domain import Attendee, here
from netralitas.prevention.attending.pages import PeoplePage, PersonLine
from netralitas.prevention.attending.queries.presence import attendees_of
from netralitas.prevention.queries.head import ways
from netralitas.prevention.queries.opened import open_activity


async def people_page(
    c: Connection, actor: Actor, activity: int, done: str | None = None
) -> PeoplePage:
    """Return everybody on the list of an activity; NotVisible for one that is not the reader's."""
    opened = await open_activity(c, actor, activity)
    mine = ways(actor, opened).add is not None
    people = await attendees_of(c, activity)
    return PeoplePage(
        title=opened.title,
        when=when(opened),
        place=", ".join(filter(None, (opened.facts["place"], opened.facts["region"]))),
        done=words.DONE.get(done or ""),
        here=here(activity),
        people=tuple(
            _person(number, one, here(activity) if mine else None)
            for number, one in enumerate(people, start=1)
        ),
        crumbs=crumbs(opened, "Daftar hadir"),
    )


def _person(number: int, one: Attendee, recorded_at: str | None) -> PersonLine:
    return PersonLine(
        number=number,
        name=one.name,
        unit=one.unit_name or words.guest(one.origin),
        position=one.position or "",
        nip=f"\u2026{one.nip_last}" if one.nip_last else "",
        way=words.WAYS[one.way],
        remove=f"{recorded_at}/orang/{one.id}/penghapusan" if recorded_at else None,
    )
