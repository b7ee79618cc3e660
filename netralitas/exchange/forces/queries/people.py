"""Task forces under an agreement, and one of them with its people."""

from datetime import date, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection, Row
from netralitas.exchange.domain import Ground
from netralitas.exchange.forces import words
from netralitas.exchange.forces.domain import ForceKind, Post
from netralitas.exchange.forces.pages import ForceLine, ForcePage, ForcesPage, MemberLine
from netralitas.exchange.queries import LARGEST_ID, PATH, ground_of
from netralitas.exchange.words import plain_day
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Link

_LIST: Final = """
SELECT f.*, least(f.valid_to, f.ended_on) AS until,
       (SELECT count(*) FROM task_force_member m WHERE m.force = f.id
        AND (m.valid_to IS NULL OR m.valid_to >= $2)) AS members
FROM task_force f WHERE f.agreement = $1 ORDER BY f.valid_from DESC, f.id DESC LIMIT 100
"""
_ENDING: Final = """
SELECT m.name, f.name AS force, m.valid_from, m.valid_to
FROM task_force_member m JOIN task_force f ON f.id = m.force
WHERE f.agreement = $1 AND f.ended_on IS NULL AND m.valid_to BETWEEN $2 AND $3
ORDER BY m.valid_to, m.id LIMIT 20
"""
_ONE: Final = """
SELECT f.*, least(f.valid_to, f.ended_on) AS until,
       o.name AS decreed_by_name
FROM task_force f LEFT JOIN organisation o ON o.id = f.decreed_by
WHERE f.id = $1 AND f.agreement = $2
"""
_MEMBERS: Final = """
SELECT m.*, o.name AS organisation_name
FROM task_force_member m JOIN organisation o ON o.id = m.organisation
WHERE m.force = $1
ORDER BY array_position(ARRAY['leader', 'deputy', 'secretary', 'liaison', 'member'], m.post), m.id
LIMIT 200
"""
_NAME: Final = "SELECT name FROM task_force_member WHERE id = $1 AND force = $2"
_HISTORY: Final = """
SELECT e.name, e.details, e.happened_on AS on, o.name AS officer
FROM event e JOIN officer o ON o.id = e.actor WHERE e.stream = $1 ORDER BY e.version DESC LIMIT 100
"""


async def forces_page(c: Connection, actor: Actor, agreement: int, today: date) -> ForcesPage:
    """Return the task forces under an agreement; NotVisible for one that is not seen.

    Five statements.
    """
    ground = await ground_of(c, agreement)
    here = f"{PATH}/{agreement}/satgas"
    rows = await c.fetch(_LIST, agreement, today)
    ending = await c.fetch(_ENDING, agreement, today, today + timedelta(days=words.SOON))
    keeps = await keeps_here(c, actor, ground) and ground.in_force
    return ForcesPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=crumbs(ground, words.TITLE),
        forms=Link(label="Catat satgas atau narahubung", href=f"{here}/baru") if keeps else None,
        soon=tuple(
            f"{row['name']} ({row['force']}):"
            f" {words.standing(row['valid_from'], row['valid_to'], today)[0].lower()}"
            for row in ending
        ),
        lines=tuple(_force(row, here, today) for row in rows),
    )


async def force_page(
    c: Connection, actor: Actor, agreement: int, force: int, today: date
) -> ForcePage:
    """Return one task force; NotVisible for one that is not seen. Six statements."""
    row, ground = await force_row(c, agreement, force), await ground_of(c, agreement)
    here = f"{PATH}/{agreement}/satgas/{force}"
    people = await c.fetch(_MEMBERS, force)
    told = await c.fetch(_HISTORY, force)
    keeps = await keeps_here(c, actor, ground) and row["ended_on"] is None
    said, tone = words.standing(row["valid_from"], row["until"], today)
    members = tuple(_member(each, here, today, keeps=keeps) for each in people)
    soon = [f"{member.name}: {member.standing.lower()}" for member in members]
    marked = [text for text, member in zip(soon, members, strict=True) if member.tone == "soon"]
    return ForcePage(
        title=row["name"],
        kind=words.KINDS[ForceKind(row["kind"])],
        crumbs=crumbs(ground, words.TITLE, row["name"]),
        standing=said,
        tone=tone,
        facts=(
            ("Surat keputusan", f"{row['decree_number']}, {plain_day(row['decree_on'])}"),
            ("Ditetapkan oleh", row["decreed_by_name"] or words.TOGETHER),
            ("Masa tugas", words.term(row["valid_from"], row["until"])),
        ),
        tasks=row["tasks"],
        members=members,
        soon=tuple(marked),
        roster=f"{here}/piket",
        acts=(
            Link(label="Catat anggota", href=f"{here}/anggota"),
            Link(label="Isi piket", href=f"{here}/piket/baru"),
            Link(label="Akhiri masa tugas", href=f"{here}/akhir"),
        )
        if keeps
        else (),
        history=tuple(
            f"{plain_day(event['on'])}. {words.event(event['name'], event['details'])}"
            f" Dicatat oleh {event['officer']}."
            for event in told
        ),
    )


async def force_row(c: Connection, agreement: int, force: int) -> Row:
    """Return a task force as it stands; NotVisible for one that is not seen."""
    known = 0 < force <= LARGEST_ID and 0 < agreement < 2**31
    row: Row | None = await c.fetchrow(_ONE, force, agreement) if known else None
    if row is None:
        raise NotVisible
    return row


async def members_of(c: Connection, force: int, today: date) -> list[tuple[str, str]]:
    """Return who may be on duty still, by id, to choose from."""
    return [
        (str(row["id"]), f"{row['name']}, {row['organisation_name']}")
        for row in await c.fetch(_MEMBERS, force)
        if row["valid_to"] is None or row["valid_to"] >= today
    ]


async def member_name(c: Connection, force: int, member: int) -> str:
    """Return the name of somebody of a task force; NotVisible for nobody of it."""
    name = await c.fetchval(_NAME, member, force) if 0 < member <= LARGEST_ID else None
    if name is None:
        raise NotVisible
    return str(name)


async def keeps_here(c: Connection, actor: Actor, ground: Ground) -> bool:
    """Say whether somebody keeps task forces, for a party of the agreement."""
    if refusal(actor, Permission.KEEP_EXCHANGE) is not None:
        return False
    return ground.party_of(await readers_for(c, actor.organisation)) is not None


def crumbs(ground: Ground, *steps: str) -> tuple[Crumb, ...]:
    """Return the way to a page under an agreement; the first step is the list."""
    here = f"{PATH}/{ground.id}"
    way = [Crumb("Kerja sama", PATH), Crumb(ground.title, here)]
    if len(steps) > 1:
        way.append(Crumb(steps[0], f"{here}/satgas"))
    return (*way, Crumb(steps[-1]))


def _force(row: Row, here: str, today: date) -> ForceLine:
    said, tone = words.standing(row["valid_from"], row["until"], today)
    return ForceLine(
        href=f"{here}/{row['id']}",
        kind=words.KINDS[ForceKind(row["kind"])],
        name=row["name"],
        decree=f"{row['decree_number']}, {plain_day(row['decree_on'])}",
        term=words.term(row["valid_from"], row["until"]),
        members=row["members"],
        standing=said,
        tone=tone,
    )


def _member(row: Row, here: str, today: date, *, keeps: bool) -> MemberLine:
    said, tone = words.standing(row["valid_from"], row["valid_to"], today)
    over = row["valid_to"] is not None and row["valid_to"] < today
    return MemberLine(
        name=row["name"],
        organisation=row["organisation_name"],
        capacity=row["capacity"],
        post=words.POSTS[Post(row["post"])],
        contact=row["contact"] or "",
        term=words.term(row["valid_from"], row["valid_to"]),
        standing=said,
        tone=tone,
        ends=f"{here}/anggota/{row['id']}/akhir" if keeps and not over else "",
    )
