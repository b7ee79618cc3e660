"""The plan of one activity as its page shows it."""

from collections.abc import Iterable

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.prevention import words
from netralitas.prevention.activity_pages import PlanTab
from netralitas.prevention.domain import ActivityKind, Fund
from netralitas.prevention.queries.head import head
from netralitas.prevention.queries.history import history
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.web.parts import Link


async def plan_tab(c: Connection, actor: Actor, activity: int, done: str | None) -> PlanTab:
    """Return the plan of an activity; `done` is the word for what was just done to it."""
    opened = await open_activity(c, actor, activity)
    found, row = opened.activity, opened.facts
    return PlanTab(
        head=head(actor, opened, done=done),
        plan=tuple(plan_facts(opened)),
        agreement=Link(label=row["agreement_title"], href=f"/kerja-sama/{found.agreement}")
        if row["agreement_title"]
        else None,
        invited=tuple(row["invited"]),
        notice=row["notice"],
        rule=words.HOURS_RULE if found.kind is ActivityKind.HOURS_CHANGE else None,
        history=await history(c, found.id),
    )


def plan_facts(opened: Opened) -> Iterable[tuple[str, str]]:
    """Yield what is planned, as labels with what they say, in the order of reading."""
    found, row = opened.activity, opened.facts
    zone = Zone(row["zone"])
    yield "Penyelenggara", row["organiser"]
    yield "Diadakan", words.TOGETHER[found.together]
    if others := ", ".join(opened.names[other] for other in found.others):
        yield "Pihak lain", others
    yield "Tanggal rencana", day(found.planned_on)
    if hours := words.hours(found.begins_at, found.ends_at, zone.name):
        yield "Jam", hours
    if found.held_on is not None:
        yield "Tanggal pelaksanaan", day(found.held_on)
    if found.announced_at is not None:
        yield "Diumumkan", moment(found.announced_at, zone)
    yield "Kecamatan", row["region"]
    if row["place"]:
        yield "Tempat", row["place"]
    yield "Sasaran", row["audience"]
    yield from money_facts(opened)


def money_facts(opened: Opened) -> Iterable[tuple[str, str]]:
    """Yield who pays for an activity and how much, where that was said."""
    row = opened.facts
    if row["fund"]:
        yield "Sumber dana", words.FUNDS[Fund(row["fund"])]
    if row["cost"] is not None:
        yield "Biaya", words.rupiah(row["cost"])
