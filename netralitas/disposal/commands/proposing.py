"""What the worker does each night: what is due goes into the open list of its office and class."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection, Row
from netralitas.disposal.domain import Disposable

MOST: Final = 200
"""So many lines a night and class: a list is read by people."""

_RULES: Final = """
SELECT DISTINCT ON (kept) id, kept, months FROM retention_rule
WHERE approved_at IS NOT NULL AND valid_from <= $1 ORDER BY kept, valid_from DESC, id DESC
"""
# Of each class: office, id, case, what it is called, and the day on which its period is over. $1 is
# the months, $2 today, $3 the rule, $4 how many, $5 the class.
_ENDED: Final = """
WITH ended AS (
    SELECT f.id, f.owner,
           greatest(max((p.since AT TIME ZONE f.zone)::date), max(h.handed_on)) AS on_day
    FROM case_file f JOIN proceeding p ON p.case_file = f.id
    JOIN declared_state s ON s.workflow = p.workflow AND s.version = p.workflow_version
                         AND s.state = p.state
    LEFT JOIN archived_case a ON a.case_file = f.id
    LEFT JOIN archive_handover h ON h.id = a.handover
    GROUP BY f.id HAVING bool_and(s.final) AND bool_and(a.id IS NULL OR h.closed_at IS NOT NULL)
), due AS (
    SELECT e.owner AS organisation, e.id AS subject, e.id AS case_file,
           coalesce((SELECT n.printed FROM case_number n WHERE n.case_file = e.id
                     ORDER BY n.kind = 'register' DESC, n.kind = 'receipt' DESC, n.id DESC LIMIT 1),
                    'Perkara ' || e.id) AS said,
           (e.on_day + make_interval(months => $1))::date AS due_on
    FROM ended e
)
"""
# A line that was left out comes again under another rule; what stands in a list that is not carried
# out does not stand in a second one.
_UNLISTED: Final = """
  AND NOT EXISTS (SELECT FROM disposal_item i JOIN disposal d ON d.id = i.disposal
                  WHERE i.subject = due.subject AND d.kept = $5
                    AND (d.state <> 'carried_out' OR (i.left_out IS NOT NULL AND d.rule = $3)))
ORDER BY due_on, subject LIMIT $4
"""
_OF_CASES: Final = """
SELECT * FROM due WHERE due_on <= $2 AND NOT is_held(due.subject)
  AND NOT EXISTS (SELECT FROM erasure x WHERE x.case_file = due.subject AND x.kind = 'case')
"""
_OF_IDENTITIES: Final = """
SELECT * FROM due WHERE due_on <= $2 AND NOT is_held(due.subject)
  AND EXISTS (SELECT FROM vault_entry v WHERE v.case_file = due.subject AND v.erased_by IS NULL)
"""
_ATTENDANCE: Final = """
WITH due AS (
    SELECT a.organisation, a.id AS subject, NULL::bigint AS case_file,
           'Kegiatan ' || a.id || ', ' || to_char(a.held_on, 'DD-MM-YYYY') AS said,
           (a.held_on + make_interval(months => $1))::date AS due_on
    FROM activity a
    WHERE EXISTS (SELECT FROM attendee t WHERE t.activity = a.id)
       OR EXISTS (SELECT FROM activity_file f WHERE f.activity = a.id AND f.use = 'list')
)
SELECT * FROM due WHERE due_on <= $2 AND NOT lists_somebody_held($5, due.subject)
  AND NOT EXISTS (SELECT FROM erasure x WHERE x.kind = $5 AND due.subject = ANY (x.ids))
"""
_STAFF: Final = """
WITH due AS (
    SELECT b.organisation, b.id AS subject, NULL::bigint AS case_file,
           'Daftar pegawai ' || b.id || ', '
               || to_char(b.imported_at AT TIME ZONE o.zone, 'DD-MM-YYYY') AS said,
           ((b.imported_at AT TIME ZONE o.zone)::date + make_interval(months => $1))::date AS due_on
    FROM import_batch b JOIN organisation o ON o.id = b.organisation
    WHERE EXISTS (SELECT FROM staff s WHERE s.batch = b.id)
)
SELECT * FROM due WHERE due_on <= $2 AND NOT lists_somebody_held($5, due.subject)
"""
_COMPLAINTS: Final = """
WITH due AS (
    SELECT s.organisation, s.id AS subject, NULL::bigint AS case_file,
           'Pengaduan pelayanan ' || s.number AS said,
           ((s.closed_at AT TIME ZONE o.zone)::date + make_interval(months => $1))::date AS due_on
    FROM service_complaint s JOIN organisation o ON o.id = s.organisation
    WHERE s.state = 'closed'
)
SELECT * FROM due WHERE due_on <= $2
  AND NOT EXISTS (SELECT FROM erasure x WHERE x.kind = $5 AND due.subject = ANY (x.ids))
"""
# What became a case goes with its case.
_WEB_REPORTS: Final = """
WITH due AS (
    SELECT r.office AS organisation, r.id AS subject, NULL::bigint AS case_file,
           'Laporan web ' || r.number AS said,
           ((r.refused_at AT TIME ZONE o.zone)::date + make_interval(months => $1))::date AS due_on
    FROM inbox.report r JOIN organisation o ON o.id = r.office
    WHERE r.refused_at IS NOT NULL
)
SELECT * FROM due WHERE due_on <= $2
  AND NOT EXISTS (SELECT FROM erasure x WHERE x.kind = $5 AND due.subject = ANY (x.ids))
"""
# What became a finding stays with its case.
_WEB_ADDRESSES: Final = """
WITH due AS (
    SELECT a.organisation, a.id AS subject, NULL::bigint AS case_file,
           'Alamat ' || a.id || ', ' || to_char(a.seen_on, 'DD-MM-YYYY') AS said,
           (greatest(a.seen_on, a.asked_on, a.done_on) + make_interval(months => $1))::date
               AS due_on
    FROM web_address a
    WHERE a.case_file IS NULL AND NOT EXISTS (
        SELECT FROM capture k WHERE k.web_address = a.id AND k.state = 'waiting')
)
SELECT * FROM due WHERE due_on <= $2
  AND NOT EXISTS (SELECT FROM erasure x WHERE x.kind = $5 AND due.subject = ANY (x.ids))
"""
_FIND: Final[Mapping[Disposable, str]] = {
    Disposable.CASE: _ENDED + _OF_CASES + _UNLISTED,
    Disposable.IDENTITY: _ENDED + _OF_IDENTITIES + _UNLISTED,
    Disposable.ATTENDANCE: _ATTENDANCE + _UNLISTED,
    Disposable.STAFF_LIST: _STAFF + _UNLISTED,
    Disposable.COMPLAINT: _COMPLAINTS + _UNLISTED,
    Disposable.WEB_REPORT: _WEB_REPORTS + _UNLISTED,
    Disposable.WEB_ADDRESS: _WEB_ADDRESSES + _UNLISTED,
}
_OPEN: Final = """
INSERT INTO disposal (organisation, kept, rule, state, proposed_at, readers)
SELECT $1, $2, $3, 'proposed', $4, $5 WHERE NOT EXISTS (
    SELECT FROM disposal WHERE organisation = $1 AND kept = $2 AND state = 'proposed')
"""
_THE_OPEN: Final = """
SELECT id FROM disposal WHERE organisation = $1 AND kept = $2 AND rule = $3 AND state = 'proposed'
FOR UPDATE
"""
_ADD: Final = """
INSERT INTO disposal_item (disposal, case_file, subject, said, due_on, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_GROWN: Final = "UPDATE disposal SET lines = lines + $2 WHERE id = $1"


async def propose_due(c: Connection) -> int:
    """Return how many lines were added to lists; nothing is, of a class without a period in force.

    For the worker, which sees every row.
    """
    today = clock.today(ZoneInfo("Asia/Jakarta"))
    added = 0
    for rule in await c.fetch(_RULES, today):  # one of a class
        added += await _propose(c, rule, today)
    return added


async def _propose(c: Connection, rule: Row, today: date) -> int:
    kept = Disposable(rule["kept"])
    found: dict[int, list[Row]] = defaultdict(list)
    asked = (rule["months"], today, rule["id"], MOST, kept.value)
    for row in await c.fetch(_FIND[kept], *asked):
        found[row["organisation"]].append(row)
    added = 0
    for organisation, rows in found.items():  # offices with something due
        readers = list(await readers_for(c, organisation))
        key = (organisation, kept.value, rule["id"])
        await c.execute(_OPEN, *key, clock.now(), readers)
        disposal = await c.fetchval(_THE_OPEN, *key)
        if disposal is None:  # one of an older period is open still: it goes first
            continue
        lines = [
            (disposal, row["case_file"], row["subject"], row["said"], row["due_on"], readers)
            for row in rows
        ]
        await c.executemany(_ADD, lines)
        await c.execute(_GROWN, disposal, len(lines))
        added += len(lines)
    return added
