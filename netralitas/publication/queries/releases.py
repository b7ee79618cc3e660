"""Releases as they are read: by the public, by the case page, and how to see that they changed."""

from datetime import date, datetime
from typing import Any, Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.publication import words
from netralitas.publication.domain import Answered, Ending, EndReason, ProtectedOutcome
from netralitas.publication.policy import coarse_time
from netralitas.publication.queries.counted import about_of, counted_once
from netralitas.publication.queries.public import PublicRelease, Published

_PUBLISHED: Final = """
SELECT r.code, r.version, r.attributes, r.respondents, r.summary, r.published_at, r.ended_at,
       r.other_party, r.ended_reason, r.ended_note, o.name AS party, o.zone, o.region, p.state,
       (SELECT fact FROM event e CROSS JOIN LATERAL unnest(e.facts) AS fact
        WHERE e.stream = r.case_file AND e.proceeding = r.proceeding
          AND fact IN ('no_objection', 'objection_raised') AND e.id > coalesce(
              (SELECT max(s.id) FROM event s
               WHERE s.stream = r.case_file AND s.proceeding = r.proceeding
                 AND 'notified' = ANY (s.facts)), 0)
        ORDER BY e.id DESC LIMIT 1) AS answer,
       (SELECT n.code FROM release n
        WHERE n.case_file = r.case_file AND n.organisation = r.organisation
          AND n.version > r.version AND n.published_at <= $1
        ORDER BY n.version LIMIT 1) AS next
FROM release r
JOIN organisation o ON o.id = r.organisation
JOIN proceeding p ON p.id = r.proceeding
WHERE r.published_at <= $1 AND (r.ended_at IS NULL OR r.ended_at > r.published_at)
ORDER BY r.published_at DESC, r.code
"""
# Every event of a release moves the version of its proceeding: its answer, its end, a correction.
_MARK: Final = """
SELECT coalesce(md5(string_agg(
    concat_ws('.', r.id, r.version, p.version, p.state, r.published_at, r.ended_at,
              o.zone, md5(o.name)), ',' ORDER BY r.id)), '')
FROM release r
JOIN organisation o ON o.id = r.organisation
JOIN proceeding p ON p.id = r.proceeding
WHERE r.published_at <= $1
"""
_OPENED: Final = """
SELECT EXISTS (SELECT FROM release WHERE published_at > $1 AND published_at <= $2)
"""


async def published(connection: Connection) -> Published:
    """Return every release that is public by now, as far as the reader sees: the worker sees all.

    One that ended under its embargo was never public.
    """
    rows = await connection.fetch(_PUBLISHED, clock.now())
    told = [(_public(row), about_of(row["attributes"], row["respondents"])) for row in rows]
    found = [release for release, _ in told]
    return Published(
        current=tuple(counted_once(pair for pair in told if pair[0].ending is None)),
        corrected=tuple(one for one in found if one.ending is Ending.CORRECTED),
        withdrawn=tuple(one for one in found if one.ending is Ending.WITHDRAWN),
    )


async def edition_mark(connection: Connection) -> str:
    """Return a text that is another one as soon as `published` may be: short, and quickly found.

    It is made of every published release and of what happened to it, of no event and no sentence.
    """
    mark: str = await connection.fetchval(_MARK, clock.now())
    return mark


async def opened_since(connection: Connection, moment: datetime) -> bool:
    """Say whether an embargo ended after a moment: the log does not grow by that."""
    opened: bool = await connection.fetchval(_OPENED, moment, clock.now())
    return opened


def _public(row: Row) -> PublicRelease:
    ending = Ending(row["state"]) if row["ended_at"] is not None else None
    answered = _answered(row)
    records = stored_records(row["attributes"])
    return PublicRelease(
        code=row["code"],
        party=row["party"],
        region=row["region"],
        version=row["version"],
        published_on=day_of(row["published_at"], row["zone"]),
        published_at=row["published_at"],
        told=records,
        records=records,
        summary=row["summary"],
        answered=words.ANSWERS[answered],
        objection=answered is Answered.OBJECTION,
        ended_on=day_of(row["ended_at"], row["zone"]) if ending else None,
        ended_at=row["ended_at"],
        ending=ending,
        reason=EndReason(row["ended_reason"]) if row["ended_reason"] else None,
        note=row["ended_note"],
        replaced_by=row["next"] if ending is Ending.CORRECTED else None,
    )


def _answered(row: Row) -> Answered:
    if row["answer"] is not None:
        said = row["answer"] == "objection_raised"
        return Answered.OBJECTION if said else Answered.NO_OBJECTION
    return Answered.SILENCE if row["other_party"] is not None else Answered.NOT_ASKED


def stored_records(attributes: dict[str, Any]) -> tuple[ProtectedOutcome, ...]:
    """Return the protected outcomes of a release, those of days before months were kept as well."""
    kept = attributes["outcomes"]
    return tuple(
        coarse_time(msgspec.convert(one, ProtectedOutcome), one.get("days")) for one in kept
    )


def day_of(at: datetime, zone: str) -> date:
    """Return the day of a moment where a zone is."""
    return at.astimezone(Zone(zone).tz).date()
