"""What is on a person's home page: due, come in, waiting for others."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Field, Permission, refusal
from netralitas.cases.domain import Source
from netralitas.cases.words import SOURCES
from netralitas.database.connection import Connection
from netralitas.discipline.queries import follow_up
from netralitas.workflow.domain import Holder
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.domain import Filters, Span, midnight
from netralitas.worklist.pages import AdministratorPage, CaseCard, HomePage
from netralitas.worklist.queries.items import pick
from netralitas.worklist.queries.lines import DETAILS, WORTH_SHOWING, fields_of, lines
from netralitas.worklist.receiver_page import FollowUpHomePage

DUE_LINES: Final = 7
ARRIVED: Final = 7
WAITING: Final = 5
RECENT: Final = timedelta(days=7)
_TITLE: Final = "Selamat bekerja, {name}"
_FOLLOW_UP: Final = frozenset({Role.FOLLOW_UP, Role.APPOINTING})

_ARRIVED: Final = """
SELECT f.id AS case_file, f.subject, f.owner, f.source, f.received_at AS arrived, p.workflow,
       p.workflow_version, p.state, p.addressee, n.printed
FROM (SELECT * FROM case_file WHERE owner = $1 ORDER BY id DESC LIMIT 100) f
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = f.id AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
WHERE f.received_at >= $2
ORDER BY f.received_at DESC, f.id DESC LIMIT $3
"""

# What came to a receiver: what its own office is asked to answer or to follow up, the latest first,
# with the day on which it was handed over.
_CAME: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE organisation = $1 AND workflow IN ('referral', 'discipline') AND since >= $2
      AND {WORTH_SHOWING}
    ORDER BY since DESC LIMIT 100
)
SELECT d.*, sent.happened_on AS sent_on FROM ({DETAILS}) d
LEFT JOIN LATERAL (
    SELECT happened_on FROM event
    WHERE proceeding = d.proceeding AND to_state IN ('forwarded', 'arrived')
    ORDER BY id DESC LIMIT 1
) sent ON true
WHERE d.addressee = $1 ORDER BY sent.happened_on DESC NULLS LAST, d.proceeding DESC
"""  # noqa: S608 - constant text

_WAITING: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE organisation = $1 AND holder = ANY ($2) AND {WORTH_SHOWING}
    ORDER BY since, proceeding LIMIT $3
)
{DETAILS} ORDER BY since, w.proceeding
"""  # noqa: S608 - constant text

_RELEASES: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE organisation = $1 AND workflow = 'publication' AND {WORTH_SHOWING}
    ORDER BY holder <> 'publisher', since, proceeding LIMIT $2
)
{DETAILS} ORDER BY w.holder <> 'publisher', since, w.proceeding
"""  # noqa: S608 - constant text

_COUNTS: Final = """
SELECT (SELECT count(*) FROM organisation WHERE kind <> 'system') AS organisations,
       (SELECT count(*) FROM officer WHERE disabled_at IS NULL AND login <> 'system') AS officers,
       (SELECT count(*) FROM desk WHERE valid_to IS NULL OR valid_to > $1) AS desks
"""

_FOLLOWING: Final = (Holder.FOLLOW_UP, Holder.APPOINTING, Holder.OTHER)
_OTHERS: Final = {
    True: (Holder.REPORTER, Holder.AUTHORITY, *_FOLLOWING),
    False: (Holder.INVESTIGATOR, Holder.PLENARY, *_FOLLOWING),
}
"""Who are the others, for a Bawaslu office and for a receiver."""


type_home = HomePage | FollowUpHomePage | AdministratorPage


async def home(c: Connection, actor: Actor, query: Mapping[str, str], now: datetime) -> type_home:
    """Return what the person needs to know now; an administrator sees counts and no case.

    Who follows up sees each respondent handed to their office, a page of them as `query` asks.
    """
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    if refusal(actor, Permission.LIST_CASES) is not None:
        counts = await c.fetchrow(_COUNTS, today)
        return AdministratorPage(today=today, **dict(counts))
    tomorrow = Span(end=midnight(today + timedelta(days=1), actor.zone))
    due = lines(actor, await pick(c, actor, Filters(), tomorrow, None, DUE_LINES), now)
    at_bawaslu = actor.organisation_kind == "bawaslu"
    if not at_bawaslu and actor.roles & _FOLLOW_UP:
        return FollowUpHomePage(
            title=_TITLE.format(name=actor.name),
            today=today,
            due=due[:DUE_LINES],
            due_more=len(due) > DUE_LINES,
            follow_up=await follow_up(c, actor, query, now),
            sees_deadlines=refusal(actor, Permission.SEE_DEADLINES) is None,
        )
    releasing = Role.PUBLISHER in actor.roles
    holders = [holder.value for holder in _OTHERS[at_bawaslu]]
    waiting = await c.fetch(_WAITING, actor.organisation, holders, WAITING)
    return HomePage(
        title=_TITLE.format(name=actor.name),
        today=today,
        due=due[:DUE_LINES],
        due_more=len(due) > DUE_LINES,
        arrived_title=_RELEASES_TITLE if releasing else _TITLES[at_bawaslu],
        arrived_hint=_RELEASES_HINT if releasing else _HINTS[at_bawaslu],
        arrived=await (
            _releases(c, actor, now)
            if releasing
            else _arrived(c, actor, now, at_bawaslu=at_bawaslu)
        ),
        waiting=lines(actor, waiting, now),
        may_take_in=refusal(actor, Permission.TAKE_IN) is None,
        sees_deadlines=refusal(actor, Permission.SEE_DEADLINES) is None,
    )


async def _releases(c: Connection, actor: Actor, now: datetime) -> tuple[CaseCard, ...]:
    rows = await c.fetch(_RELEASES, actor.organisation, ARRIVED)
    return tuple(
        CaseCard(
            href=line.href,
            number=line.number,
            subject=line.subject,
            stage=line.stage,
            detail=f"{line.waits} {line.waits_since}",
        )
        for line in lines(actor, rows, now)
    )


async def _arrived(
    c: Connection, actor: Actor, now: datetime, *, at_bawaslu: bool
) -> tuple[CaseCard, ...]:
    if at_bawaslu:
        rows = await c.fetch(_ARRIVED, actor.organisation, now - RECENT, ARRIVED)
    else:
        rows = await c.fetch(_CAME, actor.organisation, now - 4 * RECENT)
    seen: dict[int, CaseCard] = {}
    for row in rows:
        fields = fields_of(actor, row)
        if fields:
            seen.setdefault(row["case_file"], _card(actor, row, fields))
    return tuple(seen.values())[:ARRIVED]


def _card(actor: Actor, row: Any, fields: frozenset[Field]) -> CaseCard:  # noqa: ANN401 - a database row
    declared = workflow(row["workflow"], row["workflow_version"])
    return CaseCard(
        href=f"/perkara/{row['case_file']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in fields else words.HIDDEN,
        stage=declared.state(row["state"]).label,
        detail=_came(actor, row),
    )


def _came(actor: Actor, row: Any) -> str:  # noqa: ANN401 - a database row
    """Return how and when it came: a matter to its office, a referral to the receiver."""
    if row["workflow"] == "handling":
        day = words.plain_day(row["arrived"].astimezone(ZoneInfo(actor.zone)).date())
        return f"{SOURCES[Source(row['source'])]}, diterima {day}"
    sent = row["sent_on"]
    return f"Diteruskan {words.plain_day(sent)}" if sent else "Tanggal penerusan tidak diketahui"


_TITLES: Final = {True: "Masuk dalam 7 hari terakhir", False: "Diteruskan kepada Anda"}
_RELEASES_TITLE: Final = "Rilis yang sedang berjalan"
_RELEASES_HINT: Final = (
    "Rilis yang sudah disusun tampil di sini sampai terbit, ditarik, atau dibatalkan."
)
_HINTS: Final = {
    True: "Laporan, temuan, dan informasi awal yang diterima kantor Anda tampil di sini.",
    False: "Penerusan dari Bawaslu kepada instansi Anda tampil di sini begitu dikirim.",
}
