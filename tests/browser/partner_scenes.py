"""What two parties do together, to look at: an agreement, activities, meetings."""

from typing import Final

from netralitas.cases.domain import Theme
from netralitas.evaluation.commands import (
    NewDecision,
    NewMeeting,
    NewPresence,
    Plan,
    add_item,
    add_presence,
    decide,
    freeze,
    hold,
    plan,
)
from netralitas.evaluation.domain import MeetingKind
from netralitas.prevention.domain import ActivityKind
from tests.make import REGION, Town, days_ago
from tests.prevention import world
from tests.prevention.world import make_partners

HELD: Final = 40
PACK: Final = "Rapat evaluasi triwulan III"
PROMISE: Final = "BKPSDM menjawab tiga surat yang belum dijawab sejak November 2024."


async def make_partnership(town: Town) -> dict[str, int]:
    """Commit an agreement, activities of several kinds, and two meetings; their ids by name."""
    partners = await make_partners(town)
    activity = await world.plan(partners, planned_on=days_ago(6))
    duties = await world.duties(partners, "kab")
    await world.hold(partners, activity, held_on=days_ago(5), duties=duties[:2], dinas=38, rsud=4)
    planned = await world.plan(
        partners,
        *(town.putri,),
        theme=Theme.MONEY_POLITICS,
        kind=ActivityKind.TRAINING,
        title="Pelatihan menolak politik uang bagi kepala unit",
        planned_on=days_ago(-12),
        region=REGION,
    )
    late = await world.plan(partners, title="Sosialisasi di Kenanga", planned_on=days_ago(20))
    return {
        "agreement": partners.agreement,
        "activity": activity,
        "planned": planned,
        "late": late,
        **await _meetings(town),
    }


async def _meetings(town: Town) -> dict[str, int]:
    """A meeting that was held, with its figures and a promise not kept, and the next one."""
    office = town.offices["bkpsdm"]
    held = await _plan(town, HELD, PACK)
    await hold(town.sari, held, days_ago(HELD))
    await freeze(town.sari, held)
    for organisation, capacity in ((office, "Kepala, dua staf"), (town.sari.organisation, "Ketua")):
        presence = NewPresence(organisation=organisation, persons=3, capacity=capacity)
        await add_presence(town.sari, held, presence)
    promised = NewDecision(text=PROMISE, organisation=office, due_on=days_ago(10))
    decision = await decide(town.sari, held, promised)
    return {
        "held": held,
        "decision": decision,
        "meeting": await _plan(town, -1, "Rapat evaluasi triwulan IV"),
    }


async def _plan(town: Town, ago: int, title: str) -> int:
    wanted = Plan(title=title, planned_on=days_ago(ago), place="Aula Kantor Bawaslu")
    office = town.offices["bkpsdm"]
    new = NewMeeting(kind=MeetingKind.PERIODIC, other_party=office, plan=wanted)
    meeting = await plan(town.sari, new)
    await add_item(town.sari, meeting, "Tindak lanjut rekomendasi BKN per terlapor")
    return meeting
