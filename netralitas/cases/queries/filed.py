"""What hangs on a case in small numbers, read in one statement."""

from datetime import date, datetime
from typing import Any, Final, Literal

import msgspec

from netralitas.audit.domain import Precision
from netralitas.cases.proposal import Proposal
from netralitas.database.connection import Connection


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the case as printed."""

    kind: str
    printed: str


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What a proceeding's row knows beside its lock: since when, and who reads it.

    `precision` is how exactly it is known when the state was entered; `since` is then the latest.
    """

    id: int
    since: datetime
    precision: Precision | None
    readers: tuple[int, ...]


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """A state that a proceeding entered, and on which day, where the day is known."""

    proceeding: int
    state: str
    on: date | None


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that waits for a second person."""

    id: int
    proceeding: int
    actor: int
    actor_name: str
    note: str | None
    name: str
    workflow_version: int | None
    details: Proposal
    precision: Precision
    happened_on: date | None
    happened_at: datetime | None
    zone: str


class Excluded(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who must not see the case."""

    officer: int
    name: str
    ground: str


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """Another case that this one goes on in, took in, was split from or into; its numbers."""

    id: int
    kind: Literal["into", "from", "split_into", "split_from"]
    source: str
    printed: tuple[str, ...]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What an old register said of the case and no field of it holds, as it was written."""

    field: str
    value: Any
    sentence: str

    @property
    def written(self) -> str:
        """Return the value as text: words as they are, anything else as JSON."""
        if isinstance(self.value, str):
            return self.value
        return msgspec.json.encode(self.value).decode()


class File(msgspec.Struct, frozen=True, kw_only=True):
    """The row of the case with everything that hangs on it in small numbers.

    `mailbox`: whoever holds its code can be written to; of their messages `unread` wait.
    """

    id: int
    owner: int
    owner_name: str
    investigator: str
    source: str
    channel: str
    regime: str
    theme: str
    election: str | None
    region: str | None
    place: str | None
    subject: str
    description: str
    act_on: date | None
    act_precision: Precision
    known_on: date | None
    received_at: datetime
    received_precision: Precision | None
    zone: str
    superiors: tuple[int, ...]
    names: tuple[tuple[int, str], ...]
    numbers: tuple[Number, ...]
    courses: tuple[Course, ...]
    passed: tuple[Passed, ...]
    proposals: tuple[Proposed, ...]
    exclusions: tuple[Excluded, ...]
    mailbox: bool
    unread: int
    related: tuple[Related, ...]
    kept: tuple[Kept, ...]

    def organisation(self, identity: int | None) -> str:
        """Return the name of an organisation that reads the case."""
        return dict(self.names).get(identity or 0, "instansi lain")

    def course(self, proceeding: int) -> Course:
        """Return what is known of a proceeding beside its lock."""
        return next(course for course in self.courses if course.id == proceeding)


# OFFSET for the same reason as in the timeline.
_FILE: Final = """
SELECT jsonb_build_object(
    'id', f.id, 'owner', f.owner, 'owner_name', o.name, 'investigator', w.name,
    'source', f.source, 'channel', f.channel, 'regime', f.regime, 'theme', f.theme,
    'election', (SELECT e.name FROM election e WHERE e.id = f.election),
    'region', (SELECT string_agg(r.name, ', ' ORDER BY length(r.code) DESC) FROM region r
               WHERE r.code = ANY (ARRAY(
                   SELECT array_to_string(parts[:depth], '.')
                   FROM string_to_array(f.region, '.') AS parts,
                        generate_series(1, cardinality(parts)) AS depth))),
    'place', f.place, 'subject', f.subject, 'description', f.description,
    'act_on', f.act_on, 'act_precision', f.act_precision, 'known_on', f.known_on,
    'received_at', f.received_at, 'zone', f.zone,
    'received_precision', (SELECT e.precision FROM event e WHERE e.stream = f.id AND e.version = 1),
    'superiors', ARRAY(
        WITH RECURSIVE above (id, superior, place) AS (
            SELECT id, superior, 0 FROM organisation WHERE id = f.owner
            UNION ALL
            SELECT u.id, u.superior, above.place + 1
            FROM organisation u JOIN above ON u.id = above.superior WHERE above.place < 16
        ) SELECT id FROM above WHERE place > 0),
    'names', (SELECT jsonb_agg(jsonb_build_array(n.id, n.name) ORDER BY n.id) FROM organisation n
              WHERE n.id = ANY (f.readers || ARRAY(
                  SELECT p.addressee FROM proceeding p WHERE p.case_file = f.id))),
    'numbers', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'printed', n.printed)
                                          ORDER BY n.id), '[]')
                FROM case_number n WHERE n.case_file = f.id),
    'courses', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'since', p.since,
                    'readers', p.readers,
                    'precision', (SELECT e.precision FROM event e
                                  WHERE e.proceeding = p.id AND e.kind = 'move'
                                    AND e.from_state IS DISTINCT FROM e.to_state
                                  ORDER BY e.id DESC LIMIT 1))), '[]')
                FROM proceeding p WHERE p.case_file = f.id),
    'passed', (SELECT coalesce(jsonb_agg(
                          jsonb_build_object('proceeding', e.proceeding, 'state', e.to_state,
                              'on', CASE WHEN e.precision IN ('time', 'day') THEN e.happened_on END)
                          ORDER BY e.id), '[]')
               FROM event e
               WHERE e.stream = f.id AND e.kind = 'move'
                 AND e.from_state IS DISTINCT FROM e.to_state),
    'proposals', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                      'id', e.id, 'proceeding', e.proceeding, 'actor', e.actor,
                      'actor_name', a.name, 'note', n.text, 'details', e.details,
                      'name', t.name, 'workflow_version', t.workflow_version,
                      'precision', t.precision, 'happened_on', t.happened_on,
                      'happened_at', t.happened_at, 'zone', t.zone) ORDER BY e.id), '[]')
                  FROM event e
                  JOIN officer a ON a.id = e.actor
                  CROSS JOIN LATERAL (
                      SELECT (e.details ->> 'corrects')::bigint AS id OFFSET 0) told
                  JOIN event t ON t.id = told.id
                  LEFT JOIN event_note n ON n.event = e.id
                  WHERE e.stream = f.id AND e.name = 'case.correction_proposed'
                    AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = t.id)),
    'exclusions', (SELECT coalesce(jsonb_agg(jsonb_build_object('officer', x.officer,
                                       'name', a.name, 'ground', x.ground) ORDER BY x.id), '[]')
                   FROM exclusion x JOIN officer a ON a.id = x.officer WHERE x.case_file = f.id),
    'mailbox', EXISTS (SELECT FROM receipt_code k
                       WHERE k.case_file = f.id AND k.mailbox IS NOT NULL),
    'unread', (SELECT count(*) FROM case_message m
               WHERE m.case_file = f.id AND m.officer IS NULL AND m.read_at IS NULL),
    'kept', coalesce(
        (SELECT i.unplaced FROM imported_case i WHERE i.case_file = f.id LIMIT 1), '[]'),
    'related', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'kind', told.kind,
                    'source', g.source,
                    'printed', (SELECT coalesce(jsonb_agg(n.printed ORDER BY n.id), '[]')
                                FROM case_number n WHERE n.case_file = g.id))
                    ORDER BY told.kind, g.id), '[]')
                FROM (
                    SELECT m.into_case AS id, 'into' AS kind FROM merger m
                    WHERE m.case_file = f.id AND m.undone_by IS NULL
                    UNION ALL
                    SELECT m.case_file, 'from' FROM merger m
                    WHERE m.into_case = f.id AND m.undone_by IS NULL
                    UNION ALL
                    SELECT s.id, substr(e.name, 6) FROM event e
                    CROSS JOIN LATERAL (
                        SELECT (coalesce(e.details ->> 'into', e.details ->> 'from'))::bigint AS id
                        OFFSET 0) s
                    WHERE e.stream = f.id AND e.name IN ('case.split_into', 'case.split_from')
                ) told
                JOIN case_file g ON g.id = told.id)
)::text
FROM case_file f JOIN organisation o ON o.id = f.owner JOIN officer w ON w.id = f.investigator
WHERE f.id = $1
"""


async def read_file(connection: Connection, case: int) -> File:
    """Return the file of a case that the reader's organisation reads."""
    return msgspec.json.decode(await connection.fetchval(_FILE, case), type=File)
