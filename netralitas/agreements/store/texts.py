"""The statements on agreements with a text; each runs on the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.agreements.domain import EndsBy, Origin
from netralitas.agreements.paper import Paper
from netralitas.agreements.stages import Stage
from netralitas.database.connection import Connection
from netralitas.language import as_source
from netralitas.refusals import NotVisible

_PARTIES: Final = """
INSERT INTO agreement_party (agreement, ordinal, organisation, printed, capacity)
SELECT $1, * FROM unnest($2::smallint[], $3::integer[], $4::text[], $5::text[])
"""
_ENTER: Final = """
INSERT INTO agreement
    (kind, title, place, signed_on, ends_by, ends_on, readers, stage, origin, stream, parent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id
"""
_TEXT: Final = """
INSERT INTO agreement_text (agreement, version, content, officer, written_at, readers)
VALUES ($1, $2, $3::jsonb, $4, $5, $6)
"""
_LOCKED: Final = """
SELECT a.id, a.stage, a.origin, a.stream, a.signed_on, a.ends_on, a.readers, t.version, t.content,
       t.officer, ARRAY(SELECT p.organisation FROM agreement_party p WHERE p.agreement = a.id)
           AS offices
FROM agreement a
LEFT JOIN LATERAL (
    SELECT version, content, officer FROM agreement_text WHERE agreement = a.id
    ORDER BY version DESC LIMIT 1
) t ON true
WHERE a.id = $1 FOR UPDATE OF a
"""
_RESTATE: Final = """
UPDATE agreement SET kind = $2, title = $3, place = $4, signed_on = $5, ends_by = $6, ends_on = $7
WHERE id = $1
"""
_RESTATE_PARTY: Final = """
UPDATE agreement_party SET printed = $3, capacity = $4 WHERE agreement = $1 AND organisation = $2
"""
_STAGE: Final = "UPDATE agreement SET stage = $2 WHERE id = $1"
_LAST_DAY: Final = "UPDATE agreement SET ends_on = $2 WHERE id = $1"
_NUMBERS: Final = """
SELECT p.printed AS number FROM agreement_party p JOIN agreement a ON a.id = p.agreement
WHERE a.id <> $1 AND p.printed = ANY ($2)
UNION
SELECT party ->> 'number' FROM agreement_text t, jsonb_array_elements(t.content -> 'parties') party
WHERE t.agreement <> $1 AND party ->> 'number' = ANY ($2)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """An agreement under lock, with the last version of its text and who wrote that.

    `version` is 0 and `paper` None for one that was added without its text.
    """

    id: int
    stage: Stage
    origin: Origin
    stream: int | None
    signed_on: date | None
    ends_on: date | None
    readers: tuple[int, ...]
    offices: tuple[int, ...]
    version: int
    paper: Paper | None
    writer: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an agreement is entered as, beside its text."""

    readers: tuple[int, ...]
    stage: Stage
    origin: Origin
    ends_on: date | None = None
    stream: int | None = None
    parent: int | None = None


async def enter(c: Connection, paper: Paper, entry: Entry) -> int:
    """Return the id of a new agreement with those parties that are offices of this register."""
    added: int = await c.fetchval(
        _ENTER,
        *(paper.kind, paper.title, paper.place, paper.signed_on, ends_by(paper), entry.ends_on),
        *(list(entry.readers), entry.stage, entry.origin, entry.stream, entry.parent),
    )
    known = [(n, p) for n, p in enumerate(paper.parties, start=1) if p.organisation is not None]
    await c.execute(
        _PARTIES,
        added,
        [place for place, _ in known],
        [party.organisation for _, party in known],
        [party.number for _, party in known],
        [party.capacity for _, party in known],
    )
    return added


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """A version of a text, before it is put after the last one; `officer` None: nobody here."""

    agreement: int
    version: int
    paper: Paper
    officer: int | None
    readers: Sequence[int]


async def add_text(c: Connection, new: NewText, written_at: datetime) -> None:
    """Put a version after the last one; nobody changes it any more."""
    content = msgspec.json.encode(new.paper, enc_hook=as_source).decode()
    await c.execute(
        _TEXT,
        *(new.agreement, new.version, content, new.officer, written_at, list(new.readers)),
    )


async def locked(c: Connection, agreement: int) -> Locked:
    """Return an agreement under lock; NotVisible for one that the reader does not see."""
    row = await c.fetchrow(_LOCKED, agreement)
    if row is None:
        raise NotVisible
    return Locked(
        id=row["id"],
        stage=Stage(row["stage"]),
        origin=Origin(row["origin"]),
        stream=row["stream"],
        signed_on=row["signed_on"],
        ends_on=row["ends_on"],
        readers=tuple(row["readers"]),
        offices=tuple(row["offices"]),
        version=row["version"] or 0,
        paper=msgspec.convert(row["content"], Paper) if row["content"] else None,
        writer=row["officer"],
    )


async def restate(c: Connection, agreement: int, paper: Paper, ends_on: date | None) -> None:
    """Let the register say what the text says now."""
    said = (paper.kind, paper.title, paper.place, paper.signed_on, ends_by(paper), ends_on)
    await c.execute(_RESTATE, agreement, *said)
    for party in paper.parties:
        if party.organisation is not None:
            await c.execute(
                _RESTATE_PARTY, agreement, party.organisation, party.number, party.capacity
            )


async def set_stage(c: Connection, agreement: int, stage: Stage) -> None:
    """Let the agreement stand at another stage."""
    await c.execute(_STAGE, agreement, stage)


async def set_last_day(c: Connection, agreement: int, on: date) -> None:
    """Let the agreement end on another day."""
    await c.execute(_LAST_DAY, agreement, on)


async def numbers_elsewhere(c: Connection, agreement: int, paper: Paper) -> frozenset[str]:
    """Return those numbers of a text that other agreements bear."""
    numbers = [party.number for party in paper.parties if party.number]
    return frozenset(row["number"] for row in await c.fetch(_NUMBERS, agreement, numbers))


def ends_by(paper: Paper) -> EndsBy:
    """Return what ends an agreement by itself according to its text."""
    return EndsBy.STAGES if paper.term and paper.term.until_stages else EndsBy.TERM
