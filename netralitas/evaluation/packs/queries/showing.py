"""The pack as a page: to project on a wall, and to print."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from netralitas.access.domain import Actor
from netralitas.charts.queries import shown
from netralitas.database.connection import Connection
from netralitas.evaluation.packs.charts import charts_of
from netralitas.evaluation.packs.pages import PackPage, Standing
from netralitas.evaluation.packs.queries.content import content_of
from netralitas.evaluation.queries.lines import PATH, address
from netralitas.web.parts import Crumb


async def pack_page(c: Connection, actor: Actor, meeting: int, now: datetime) -> PackPage:
    """Return the pack of a meeting with the charts that are drawn; NotVisible for no reader.

    What stands still today is beside a meeting of earlier, so it is left out there.
    """
    content = await content_of(c, actor, meeting, now=now, counting=False)
    record = content.record
    if record.held and record.day < now.astimezone(ZoneInfo(actor.zone)).date():
        content = msgspec.structs.replace(content, standing=Standing(), receivers=())
    return PackPage(
        crumbs=(
            Crumb("Evaluasi", PATH),
            Crumb(record.title, record.href),
            Crumb("Bahan rapat"),
        ),
        content=content,
        charts=await shown(c, charts_of(content)),
        files=address(meeting, "paket"),
    )
