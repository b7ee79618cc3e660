"""The worker's part: a new version when what is published has changed, one a day at the most."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.public.agenda.feed import MEDIA_TYPE
from netralitas.public.editions import Written
from netralitas.public.opendata import queries, schema
from netralitas.public.opendata.composing import OpenData, open_data, version_files
from netralitas.public.opendata.domain import DataFile, Kept, Table
from netralitas.public.opendata.rows import tables_of
from netralitas.public.outcome_feed import outcome_feed
from netralitas.public.sections import OUTCOME_FEED
from netralitas.publication.queries import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the pages are, and whether everything on them is invented."""

    address: str
    demo: bool


async def bring_out(
    connection: Connection, published: Published, today: date, site: Site
) -> OpenData:
    """Return what goes out; afterwards the version that says this is kept.

    While the releases say what the newest version says, that one stays, whatever its day. Otherwise
    the version of today says it, again if need be; a version of an earlier day never changes.
    """
    tables = tables_of(published, site.address)
    kept = await queries.versions(connection)
    day = kept[0].day if kept else today
    files = await _made(tables, day, site)
    if not kept or _digests(files) != kept[0].digests:
        day = max(today, day)
        files = await _made(tables, day, site)
        await queries.keep(connection, day, files, schema.VERSION)
        written = Kept(day=day, schema=schema.VERSION, digests=_digests(files))
        kept = (written, *(one for one in kept if one.day != day))
    made = open_data(tables, files, kept, site.address, demo=site.demo)
    midnight = datetime.combine(day, Zone.WIB.day_begins)
    feed = outcome_feed(published, site.address, midnight, demo=site.demo)
    return replace(made, files=(*made.files, _feed(feed)))


def _feed(body: bytes) -> Written:
    etag = sha256(body).hexdigest()[:32]
    return Written(path=OUTCOME_FEED, body=body, etag=etag, media_type=MEDIA_TYPE)


async def _made(tables: Sequence[Table], day: date, site: Site) -> tuple[DataFile, ...]:
    # A workbook of thousands of rows takes a while: the leases of jobs are kept meanwhile.
    return await asyncio.to_thread(version_files, tables, day, site.address, demo=site.demo)


def _digests(files: Sequence[DataFile]) -> dict[str, str]:
    return {file.name: file.digest for file in sorted(files, key=lambda file: file.name)}
