"""The plan of an agreement with what feeds it and what was entered for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import readers_for
from netralitas.agreements.domain import Origin
from netralitas.agreements.paper import Indicator, Paper
from netralitas.agreements.plan.domain import (
    Aspect,
    Countable,
    Feed,
    KnownEntry,
    KnownFeed,
    NewEntry,
    Place,
)
from netralitas.agreements.plan.reckoning import indicators_of
from netralitas.agreements.stages import WRITABLE, Stage
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import ActivityKind
from netralitas.refusals import NotVisible

_LARGEST_ID: Final = 2**31 - 1
_PLAN: Final = """
SELECT a.title, a.stage, a.origin, a.signed_on, a.stream, t.version, t.content,
       ARRAY(SELECT p.organisation FROM agreement_party p WHERE p.agreement = a.id) AS offices
FROM agreement a JOIN agreement_text t ON t.agreement = a.id
WHERE a.id = $1 ORDER BY t.version DESC LIMIT 1
"""
_FEEDS: Final = """
SELECT f.id, f.version, f.line, f.aspect, f.indicator, f.kind, f.theme, f.activity_kind, f.party,
       (f.declared_at AT TIME ZONE $3)::date AS on, o.name AS officer
FROM plan_feed f JOIN officer o ON o.id = f.officer
WHERE f.agreement = $1 AND f.version = $2 AND f.ended_at IS NULL ORDER BY f.id
"""
_ENTRIES: Final = """
SELECT e.id, e.version, e.line, e.aspect, e.indicator, e.year, e.month, e.amount, e.source,
       e.file IS NOT NULL AS file, e.withdrawn_at IS NOT NULL AS withdrawn,
       (e.entered_at AT TIME ZONE $3)::date AS on, o.name AS officer
FROM plan_entry e JOIN officer o ON o.id = e.officer
WHERE e.agreement = $1 AND e.version = $2 ORDER BY e.year, e.month NULLS FIRST, e.id
"""
_FILE: Final = """
SELECT encode(f.digest, 'hex') AS digest, f.size, f.media_type
FROM plan_entry e JOIN file f ON f.digest = e.file WHERE e.agreement = $1 AND e.id = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A work plan that the reader sees.

    `keeps`: they may declare feeds and enter figures; `writes`: they may still write the text.
    """

    agreement: int
    title: str
    version: int
    paper: Paper
    signed_on: date | None
    public: bool
    keeps: bool
    writes: bool
    offices: tuple[int, ...]
    feeds: Mapping[Place, KnownFeed]
    entries: tuple[KnownEntry, ...]

    @property
    def indicators(self) -> Mapping[Place, Indicator]:
        """Return the indicators by their places."""
        return indicators_of(self.paper, self.version)


class KeptFile(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that shows a figure: its digest, its size in bytes, its type by content."""

    digest: str
    size: int
    media_type: str


async def plan_of(c: Connection, agreement: int, actor: Actor) -> Plan:
    """Return the plan; NotVisible without one, or of an agreement that is not seen.

    Three statements, and a fourth for who keeps agreements.
    """
    row = await c.fetchrow(_PLAN, agreement) if 0 < agreement <= _LARGEST_ID else None
    if row is None:
        raise NotVisible
    feeds = await c.fetch(_FEEDS, agreement, row["version"], actor.zone)
    entries = await c.fetch(_ENTRIES, agreement, row["version"], actor.zone)
    own = row["stream"] is not None and await _keeps(c, actor, row["offices"])
    known = (_feed(each) for each in feeds)
    return Plan(
        agreement=agreement,
        title=row["title"],
        version=row["version"],
        paper=msgspec.convert(row["content"], Paper),
        signed_on=row["signed_on"],
        public=row["origin"] == Origin.PUBLIC,
        keeps=own and row["signed_on"] is not None,
        writes=own and Stage(row["stage"]) in WRITABLE,
        offices=tuple(row["offices"]),
        feeds={feed.place: feed for feed in known},
        entries=tuple(map(_entry, entries)),
    )


async def file_of(c: Connection, agreement: int, entry: int) -> KeptFile:
    """Return the paper of a figure; NotVisible where it has none or is not seen."""
    known = 0 < agreement <= _LARGEST_ID and 0 < entry < 2**63
    row = await c.fetchrow(_FILE, agreement, entry) if known else None
    if row is None:
        raise NotVisible
    return msgspec.convert(dict(row), KeptFile)


async def _keeps(c: Connection, actor: Actor, offices: list[int]) -> bool:
    if refusal(actor, Permission.KEEP_AGREEMENTS) is not None:
        return False
    return bool(set(offices) & set(await readers_for(c, actor.organisation)))


def _place(row: Row) -> Place:
    return Place(
        version=row["version"],
        row=row["line"],
        aspect=Aspect(row["aspect"]),
        number=row["indicator"],
    )


def _feed(row: Row) -> KnownFeed:
    feed = Feed(
        kind=Countable(row["kind"]),
        theme=Theme(row["theme"]) if row["theme"] else None,
        activity_kind=ActivityKind(row["activity_kind"]) if row["activity_kind"] else None,
        party=row["party"],
    )
    return KnownFeed(
        id=row["id"], place=_place(row), feed=feed, officer=row["officer"], on=row["on"]
    )


def _entry(row: Row) -> KnownEntry:
    said = NewEntry(
        year=row["year"], month=row["month"], amount=row["amount"], source=row["source"]
    )
    return KnownEntry(
        id=row["id"],
        place=_place(row),
        said=said,
        officer=row["officer"],
        on=row["on"],
        file=row["file"],
        withdrawn=row["withdrawn"],
    )
