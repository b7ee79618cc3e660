"""Releases as they are read: by the public, by the case page, and how to see that they changed."""

from datetime import date, datetime
from typing import Any, Final

import msgspec

from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.publication import words
from netralitas.publication.domain import Answered, Ending, ProtectedOutcome
from netralitas.publication.policy import coarse_time
from netralitas.workflows import workflow


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one respondent, in words: group of the post, stage, level, time.

    `months` is within how many months it was concluded after forwarding, `since` the first day of
    the month from which an answer is waited for; None where that is not known or does not apply.
    """

    year: int
    regime: str
    source: str
    theme: str
    group: str
    stage: str
    became: str
    since: date | None
    months: int | None
    sentence: str


class PublicRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release that was published. Nothing in it leads to its case.

    `records` are the protected outcomes of which `outcomes` are the words: everything else that is
    published of outcomes is made of these. `answered` says what the other party said; an objection
    is always shown. `ended_on` and `ending` are None while it holds; `replaced_by` is the release
    that corrected it, once published.
    """

    id: int
    party: str
    version: int
    published_on: date
    outcomes: tuple[OutcomeLine, ...]
    records: tuple[ProtectedOutcome, ...]
    summary: str | None
    answered: str
    objection: bool
    ended_on: date | None
    ending: str | None
    replaced_by: int | None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was ever published, the newest first; corrections and withdrawals apart."""

    current: tuple[PublicRelease, ...]
    corrected: tuple[PublicRelease, ...]
    withdrawn: tuple[PublicRelease, ...]


class CaseRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release as those who read its case see it."""

    proceeding: int
    version: int
    state: str
    outcomes: tuple[OutcomeLine, ...]
    summary: str | None
    other_party: str | None
    answer_by: date | None
    published_on: date | None
    ended_on: date | None


_PUBLISHED: Final = """
SELECT r.id, r.version, r.attributes, r.summary, r.published_at, r.ended_at, r.other_party,
       o.name AS party, o.zone, p.state,
       (SELECT fact FROM event e CROSS JOIN LATERAL unnest(e.facts) AS fact
        WHERE e.stream = r.case_file AND e.proceeding = r.proceeding
          AND fact IN ('no_objection', 'objection_raised')
        ORDER BY e.id DESC LIMIT 1) AS answer,
       (SELECT n.id FROM release n
        WHERE n.case_file = r.case_file AND n.organisation = r.organisation
          AND n.version > r.version AND n.published_at IS NOT NULL
        ORDER BY n.version LIMIT 1) AS next
FROM release r
JOIN organisation o ON o.id = r.organisation
JOIN proceeding p ON p.id = r.proceeding
WHERE r.published_at IS NOT NULL
ORDER BY r.published_at DESC, r.id DESC
"""
_OF_CASE: Final = """
SELECT r.proceeding, r.version, r.attributes, r.summary, r.answer_by, r.published_at, r.ended_at,
       p.state, p.workflow_version, o.zone, w.name AS other_party
FROM release r
JOIN proceeding p ON p.id = r.proceeding
JOIN organisation o ON o.id = r.organisation
LEFT JOIN organisation w ON w.id = r.other_party
WHERE r.case_file = $1
ORDER BY r.version, r.id
"""
# Every event of a release moves the version of its proceeding: its answer, its end, a correction.
_MARK: Final = """
SELECT coalesce(md5(string_agg(
    concat_ws('.', r.id, r.version, p.version, p.state, r.published_at, r.ended_at,
              o.zone, md5(o.name)), ',' ORDER BY r.id)), '')
FROM release r
JOIN organisation o ON o.id = r.organisation
JOIN proceeding p ON p.id = r.proceeding
WHERE r.published_at IS NOT NULL
"""


async def published(connection: Connection) -> Published:
    """Return every release that was published, as far as the reader sees: the worker sees all."""
    rows = await connection.fetch(_PUBLISHED)
    found = [(row["state"], _public(row)) for row in rows]
    return Published(
        current=tuple(one for _, one in found if one.ending is None),
        corrected=tuple(one for state, one in found if state == Ending.CORRECTED),
        withdrawn=tuple(one for state, one in found if state == Ending.WITHDRAWN),
    )


async def edition_mark(connection: Connection) -> str:
    """Return a text that is another one as soon as `published` may be: short, and quickly found.

    It is made of every published release and of what happened to it, of no event and no sentence.
    """
    mark: str = await connection.fetchval(_MARK)
    return mark


async def releases_of(connection: Connection, case: int) -> tuple[CaseRelease, ...]:
    """Return the releases of a case that the reader sees, in the order of their versions."""
    return tuple(map(_of_case, await connection.fetch(_OF_CASE, case)))


def _public(row: Row) -> PublicRelease:
    ending = Ending(row["state"]) if row["ended_at"] is not None else None
    answered = _answered(row)
    records = stored_records(row["attributes"])
    return PublicRelease(
        id=row["id"],
        party=row["party"],
        version=row["version"],
        published_on=_day(row["published_at"], row["zone"]),
        outcomes=tuple(map(_line, records)),
        records=records,
        summary=row["summary"],
        answered=words.ANSWERS[answered],
        objection=answered is Answered.OBJECTION,
        ended_on=_day(row["ended_at"], row["zone"]) if ending else None,
        ending=words.ENDINGS[ending] if ending else None,
        replaced_by=row["next"] if ending is Ending.CORRECTED else None,
    )


def _of_case(row: Row) -> CaseRelease:
    declared = workflow("publication", row["workflow_version"])
    return CaseRelease(
        proceeding=row["proceeding"],
        version=row["version"],
        state=declared.state(row["state"]).label,
        outcomes=tuple(map(_line, stored_records(row["attributes"]))),
        summary=row["summary"],
        other_party=row["other_party"],
        answer_by=row["answer_by"],
        published_on=_day(row["published_at"], row["zone"]) if row["published_at"] else None,
        ended_on=_day(row["ended_at"], row["zone"]) if row["ended_at"] else None,
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


def _line(one: ProtectedOutcome) -> OutcomeLine:
    return OutcomeLine(
        year=one.year,
        regime=REGIMES[one.regime],
        source=SOURCES[one.source],
        theme=THEMES[one.theme],
        group=words.GROUPS[one.group],
        stage=words.STAGES[one.stage],
        became=words.became(one),
        since=one.since,
        months=one.months,
        sentence=words.sentence(one),
    )


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(Zone(zone).tz).date()
