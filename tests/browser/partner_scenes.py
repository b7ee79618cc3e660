"""What two parties do together, to look at: an agreement, activities, meetings."""

from datetime import time
from functools import partial
from typing import Final

from msgspec.structs import replace

from netralitas.agreements.commands import add_paper_in, enter_agreement
from netralitas.agreements.content import read
from netralitas.agreements.plan.commands import declare_feed, enter_figure
from netralitas.agreements.plan.domain import Countable, Feed, NewEntry
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, writing
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
from netralitas.law.book import load
from netralitas.prevention.commands import (
    Target,
    add_speaker,
    announce_activity,
    cancel_activity,
)
from netralitas.prevention.domain import ActivityKind, CancelReason, NewSpeaker
from tests.agreements.plan.world import place, signed
from tests.browser.agreement_scenes import in_force
from tests.browser.exchange_scenes import make_exchange
from tests.make import REGION, Town, days_ago
from tests.prevention import world
from tests.prevention.world import Partners, make_partners

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
        **await _papers(town),
        **await make_exchange(partners),
        **await in_force(partners),
        "counted": await _counted(partners),
        "activity": activity,
        "duty": duties[0],
        "planned": planned,
        "late": late,
        "announced": await _announced(partners),
        **await _meetings(town),
    }


async def _papers(town: Town) -> dict[str, int]:
    """A real agreement of others, and one of the town's own that is being drafted."""
    parties = (town.offices["kab"], town.offices["bkpsdm"])
    async with writing(EVERYTHING) as c:
        real = await add_paper_in(c, read("belitung_timur"), parties, load().calendar())
    own = read("banjarnegara")
    drafted = replace(
        own,
        source="",
        parties=tuple(
            replace(party, number="", organisation=office)
            for party, office in zip(own.parties, parties, strict=True)
        ),
    )
    return {"real": real, "drafted": await enter_agreement(town.sari, drafted)}


async def _counted(partners: Partners) -> int:
    """An agreement with a work plan: activities counted for it, figures entered and withdrawn."""
    agreement = await signed(partners)
    feed = Feed(kind=Countable.ACTIVITIES, theme=Theme.NEUTRALITY)
    await declare_feed(partners.sari, agreement, place(1), feed)
    for _ in range(2):
        held = await world.plan(partners, agreement=agreement)
        await world.hold(partners, held, dinas=3)
    for amount in (5, 6):
        said = NewEntry(year=2024, amount=amount, source="Laporan tahunan nomor 4/2024")
        await enter_figure(partners.sari, agreement, place(3), said)
    return agreement


async def _announced(partners: Partners) -> int:
    """An activity on the public agenda, and another one that was cancelled; the first one's id."""
    coming = partial(world.plan, partners, planned_on=days_ago(-5), begins_at=time(9))
    announced = await coming(title="Sosialisasi netralitas bagi lurah", place="Aula Melati")
    cancelled = await coming(title="Literasi digital bagi guru")
    speaker = NewSpeaker(name="Sari Contoh", capacity="Dosen Universitas Contoh")
    await add_speaker(partners.rina, announced, speaker)
    target = Target(activity=announced, version=2)
    await announce_activity(partners.rina, target, "Peserta membawa kartu pegawai.")
    await announce_activity(partners.rina, Target(activity=cancelled, version=1), None)
    target = Target(activity=cancelled, version=2)
    await cancel_activity(partners.rina, target, CancelReason.BUDGET)
    return announced


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
