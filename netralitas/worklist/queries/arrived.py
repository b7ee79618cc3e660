"""What came to an office, and the releases that run: the left half of the home page."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Field
from netralitas.cases.domain import Source
from netralitas.cases.words import SOURCES
from netralitas.database.connection import Connection, Row
from netralitas.law.words import plain_day
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.pages import ArrivedPart, CaseCard
from netralitas.worklist.queries.lines import DETAILS, WORTH_SHOWING, fields_of, lines

ARRIVED: Final = 7
RECENT: Final = timedelta(days=7)

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

_RELEASES: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE organisation = $1 AND workflow IN ('publication', 'office_publication')
      AND {WORTH_SHOWING}
    ORDER BY holder <> 'publisher', since, proceeding LIMIT $2
)
{DETAILS} ORDER BY w.holder <> 'publisher', since, w.proceeding
"""  # noqa: S608 - constant text

_TITLES: Final = {True: "Masuk dalam 7 hari terakhir", False: "Diteruskan kepada Anda"}
_NOTHING: Final = "Belum ada yang masuk"
_RELEASES_TITLE: Final = "Rilis yang sedang berjalan"
_NO_RELEASES: Final = "Belum ada rilis yang berjalan"
_RELEASES_HINT: Final = (
    "Rilis yang sudah disusun tampil di sini sampai terbit, ditarik, atau dibatalkan."
)
_HINTS: Final = {
    True: "Laporan, temuan, dan informasi awal yang diterima kantor Anda tampil di sini.",
    False: "Penerusan dari Bawaslu kepada instansi Anda tampil di sini begitu dikirim.",
}


async def arrived(c: Connection, actor: Actor, now: datetime) -> ArrivedPart:
    """Return what came in lately; for who publishes, the releases that run."""
    if Role.PUBLISHER in actor.roles:
        cards = await _releases(c, actor, now)
        return ArrivedPart(
            title=_RELEASES_TITLE, nothing=_NO_RELEASES, hint=_RELEASES_HINT, cards=cards
        )
    at_bawaslu = actor.organisation_kind == "bawaslu"
    return ArrivedPart(
        title=_TITLES[at_bawaslu],
        nothing=_NOTHING,
        hint=_HINTS[at_bawaslu],
        cards=await _arrived(c, actor, now, at_bawaslu=at_bawaslu),
    )


async def _releases(c: Connection, actor: Actor, now: datetime) -> tuple[CaseCard, ...]:
    rows = await c.fetch(_RELEASES, actor.organisation, ARRIVED)
    return tuple(
        CaseCard(
            href=line.href,
            number=line.number,
            subject="" if line.subject == words.HIDDEN else line.subject,
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


def _card(actor: Actor, row: Row, fields: frozenset[Field]) -> CaseCard:
    declared = workflow(row["workflow"], row["workflow_version"])
    return CaseCard(
        href=f"/perkara/{row['case_file']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in fields else words.HIDDEN,
        stage=declared.state(row["state"]).label,
        detail=_came(actor, row),
    )


def _came(actor: Actor, row: Row) -> str:
    """Return how and when it came: a matter to its office, a referral to the receiver."""
    if row["workflow"] == "handling":
        day = plain_day(row["arrived"].astimezone(ZoneInfo(actor.zone)).date())
        return f"{SOURCES[Source(row['source'])]}, diterima {day}"
    sent = row["sent_on"]
    return f"Diteruskan {plain_day(sent)}" if sent else "Tanggal penerusan tidak diketahui"
