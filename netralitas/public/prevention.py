"""What the worker writes of prevention: agenda, calendar, feed, library with its files."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from netralitas.database.connection import Connection
from netralitas.evidence.storage import Storage
from netralitas.law.domain import Zone
from netralitas.public.agenda import calendar_file, feed
from netralitas.public.agenda.composing import agenda_sheets
from netralitas.public.agenda.domain import Announced
from netralitas.public.agenda.queries import announced
from netralitas.public.editions import Written
from netralitas.public.library.bringing_out import bring_out
from netralitas.public.library.composing import library_sheets, links
from netralitas.public.library.domain import Material
from netralitas.public.library.queries import shared
from netralitas.public.sections import CALENDAR, FEED
from netralitas.public.sheets import Sheet, in_each_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the public is told: activities and materials; `days` says which day it is in a zone."""

    activities: tuple[Announced, ...]
    materials: tuple[Material, ...]
    days: Mapping[Zone, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevention:
    """The pages of agenda and library, and the files by which the agenda is followed.

    `told` is what they say.
    """

    told: Told
    sheets: tuple[Sheet, ...]
    files: tuple[Written, ...]


async def prevention(
    c: Connection,
    now: datetime,
    site: str,
    storage: Storage | None,
    *,
    demo: bool,
    before: Prevention | None = None,
) -> Prevention:
    """Return what the public is shown; afterwards the shared materials are out, and no other.

    `site` is where everybody reaches the pages; without `storage` no new material goes out.
    `before` is what was shown last, which is not composed again if it says the same.
    """
    days = {zone: now.astimezone(zone.tz).date() for zone in Zone}
    told = Told(
        activities=await announced(c, days[Zone.WIB]),
        materials=await bring_out(c, await shared(c), storage),
        days=days,
    )
    if before is not None and before.told == told:
        return before
    # A calendar of hundreds of activities takes a while: the leases of jobs are kept meanwhile.
    return await asyncio.to_thread(_composed, told, site, demo=demo)


def _composed(told: Told, site: str, *, demo: bool) -> Prevention:
    known = frozenset(activity.id for activity in told.activities)
    midnight = datetime.combine(told.days[Zone.WIB], Zone.WIB.day_begins)
    calendar = calendar_file.calendar_file(told.activities, site, demo=demo)
    news = feed.feed(told.activities, site, midnight, demo=demo)
    return Prevention(
        told=told,
        sheets=in_each_language(
            lambda: (
                *agenda_sheets(
                    told.activities, links(told.materials), lambda one: told.days[one.zone]
                ),
                *library_sheets(told.materials, known),
            )
        ),
        files=(
            _file(CALENDAR, calendar, calendar_file.MEDIA_TYPE),
            _file(FEED, news, feed.MEDIA_TYPE),
        ),
    )


def _file(path: str, body: bytes, media_type: str) -> Written:
    """Return a file whose ETag comes from its bytes."""
    return Written(path=path, body=body, etag=sha256(body).hexdigest()[:32], media_type=media_type)
