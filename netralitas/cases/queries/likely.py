"""Cases that resemble one: the same person, the same post, the same event; for who may see them.

Keys narrow in SQL below row security, the words of the rows decide. So nobody is told of a case of
another office, nor of one from which they are excluded.
"""

from datetime import date
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Relation, fields_visible, phase_of
from netralitas.audit.domain import Precision
from netralitas.cases.domain import NewCase
from netralitas.cases.likeness.keys import links_in
from netralitas.cases.likeness.ranking import MOST, NEARBY, Asked, Candidate, Likeness, likeness
from netralitas.database.connection import Connection, Row
from netralitas.law.words import day
from netralitas.workflow.domain import State
from netralitas.workflows import workflow

__all__ = ["Asked", "Like", "asked_about", "asked_of", "likely"]

_REASONS: Final = {
    "post": "alamat unggahan sama",
    "nip": "NIP terlapor sama",
    "name": "nama terlapor mirip",
    "event": "kejadian sama",
}
_NEEDED: Final = frozenset({Field.SUMMARY, Field.RESPONDENTS})
# A case with more words of the name in common comes before one with fewer, so that a common word
# does not crowd out the name; of a key that many share the newest 2,000 are looked at. The regions
# are the place itself and those it lies in.
_CANDIDATES: Final = """
WITH named AS (
    SELECT k.case_file, count(DISTINCT wanted.key) AS shared
    FROM unnest($1::text[]) AS wanted (key)
    CROSS JOIN LATERAL (
        SELECT case_file FROM case_key WHERE kind = 'name' AND key = wanted.key
        ORDER BY case_file DESC LIMIT 2000
    ) k
    WHERE k.case_file IS DISTINCT FROM $7
    GROUP BY 1 ORDER BY 2 DESC, 1 DESC LIMIT 100
), linked AS (
    SELECT DISTINCT case_file FROM case_key WHERE kind = 'link' AND key = ANY ($2::text[]) LIMIT 100
), numbered AS (
    SELECT DISTINCT case_file FROM respondent WHERE nip_digest = ANY ($3::bytea[]) LIMIT 100
), happened AS (
    SELECT id AS case_file FROM case_file
    WHERE region = ANY ($4::text[]) AND act_on BETWEEN $5 AND $6 AND act_precision = 'day'
    ORDER BY id DESC LIMIT 100
), found AS (
    SELECT case_file FROM named UNION SELECT case_file FROM linked
    UNION SELECT case_file FROM numbered UNION SELECT case_file FROM happened
)
SELECT f.id, f.subject, f.place, f.owner, f.act_on, f.act_precision, p.workflow_version, p.state,
       f.id IN (SELECT case_file FROM linked) AS same_post,
       f.id IN (SELECT case_file FROM numbered) AS same_nip,
       f.id IN (SELECT case_file FROM happened) AS same_days,
       ARRAY(SELECT r.name FROM respondent r
             WHERE r.case_file = f.id AND r.name IS NOT NULL) AS names,
       (SELECT printed FROM case_number WHERE case_file = f.id AND kind <> 'foreign'
        ORDER BY array_position('{register,receipt,previous}', kind), id DESC LIMIT 1) AS printed
FROM found
JOIN case_file f ON f.id = found.case_file
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
WHERE f.id IS DISTINCT FROM $7
"""
_ABOUT: Final = """
SELECT f.region, f.subject, f.place, f.description, f.act_on, f.act_precision,
       ARRAY(SELECT ROW(r.name, r.nip_digest) FROM respondent r WHERE r.case_file = f.id) AS people
FROM case_file f WHERE f.id = $1
"""


class Like(msgspec.Struct, frozen=True, kw_only=True):
    """A case that may be about the same: what is shown of it, and by what it is alike."""

    case: int
    href: str
    number: str
    subject: str
    stage: str
    happened: str | None
    reasons: tuple[str, ...]


async def likely(connection: Connection, actor: Actor, asked: Asked) -> tuple[Like, ...]:
    """Return the likest cases that the actor may read, the likest first; MOST at most.

    One statement; nothing is asked where nothing is known yet.
    """
    if not (asked.names or asked.nips or asked.links or (asked.region and asked.act_on)):
        return ()
    rows = await connection.fetch(
        _CANDIDATES,
        sorted(asked.keys),
        sorted(asked.links),
        list(asked.nips),
        _places(asked.region),
        asked.act_on and asked.act_on - NEARBY,
        asked.act_on and asked.act_on + NEARBY,
        asked.case,
    )
    judged = [(row, likeness(asked, _candidate(row))) for row in rows if _may_see(actor, row)]
    alike = [(row, found) for row, found in judged if found is not None]
    alike.sort(key=lambda pair: (-pair[1].score, -pair[0]["id"]))
    return tuple(_like(row, found) for row, found in alike[:MOST])


async def asked_about(connection: Connection, case: int) -> Asked:
    """Return what is asked about to find the likes of a case that the actor reads."""
    row = await connection.fetchrow(_ABOUT, case)
    if row is None:
        return Asked(case=case)
    return Asked(
        names=tuple(name for name, _ in row["people"] if name),
        nips=tuple(digest for _, digest in row["people"] if digest),
        links=links_in(" ".join((row["subject"], row["place"] or "", row["description"]))),
        region=row["region"],
        act_on=row["act_on"] if row["act_precision"] == Precision.DAY else None,
        subject=row["subject"],
        place=row["place"] or "",
        case=case,
    )


def asked_of(new: NewCase) -> Asked:
    """Return what is asked about to find the likes of a matter that is no case yet."""
    return Asked(
        names=tuple(person.name for person in new.respondents if person.name),
        nips=tuple(person.nip.digest for person in new.respondents if person.nip),
        links=links_in(" ".join((new.subject, new.place or "", new.description))),
        region=new.region,
        act_on=new.act_on if new.act_precision is Precision.DAY else None,
        subject=new.subject,
        place=new.place or "",
    )


def _places(region: str | None) -> list[str]:
    """Return the codes of a region and of what it lies in, down from the regency."""
    parts = (region or "").split(".")
    return [".".join(parts[:depth]) for depth in range(2, len(parts) + 1)]


def _candidate(row: Row) -> Candidate:
    return Candidate(
        names=tuple(row["names"]),
        subject=row["subject"],
        place=row["place"] or "",
        same_post=row["same_post"],
        same_nip=row["same_nip"],
        same_days=row["same_days"],
    )


def _may_see(actor: Actor, row: Row) -> bool:
    """Say whether the actor may read of whom and of what the case is."""
    towards = Relation.OWNER if row["owner"] == actor.organisation else Relation.SUPERIOR
    phase = phase_of(_state(row).phase, referred=False)
    return fields_visible(actor, towards, phase) >= _NEEDED


def _state(row: Row) -> State:
    return workflow("handling", row["workflow_version"]).state(row["state"])


def _like(row: Row, found: Likeness) -> Like:
    on: date | None = row["act_on"]
    return Like(
        case=row["id"],
        href=f"/perkara/{row['id']}",
        number=row["printed"] or f"Perkara {row['id']}",
        subject=row["subject"],
        stage=_state(row).label,
        happened=day(on) if on and row["act_precision"] == Precision.DAY else None,
        reasons=tuple(_REASONS[reason] for reason in found.reasons),
    )
