"""The statements that write notices and addresses of calendars, on the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.queries import HELD_DESK
from netralitas.database.connection import Connection
from netralitas.discipline.workflow.clocks import WINDOWS
from netralitas.notices.domain import Window
from netralitas.workflow.domain import Holder

MOST: Final = 1000
"""So many notices are made in one round; the next one goes on."""


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(codes))


_HOLDERS: Final = (Holder.AUTHORITY, Holder.FOLLOW_UP, Holder.APPOINTING)

# A deadline that an office holds is the work of those who keep its follow-up; where nobody there
# has an account, and for all others, that of the investigator. Whoever no longer has a desk there
# is not told. $2 is now.
_RESPONSIBLE: Final = f"""
WITH seat AS MATERIALIZED (
    SELECT d.officer, d.organisation, o.zone, f.superior,
           d.roles && ARRAY[{_listed((Role.FOLLOW_UP, Role.LIAISON))}] AS keeps
    FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
    WHERE {HELD_DESK}
), running AS (
    SELECT c.id AS clock, c.case_file, c.proceeding, c.rule, c.due_at, c.readers, k.owner,
           k.investigator,
           CASE WHEN p.holder IN ({_listed(_HOLDERS)}) THEN p.addressee END AS office
    FROM clock c
    JOIN proceeding p ON p.id = c.proceeding
    JOIN case_file k ON k.id = c.case_file
    WHERE c.ended_by IS NULL AND c.superseded_by IS NULL AND c.paused_by IS NULL
      AND c.rule NOT IN ({_listed(WINDOWS)})
      AND EXISTS (SELECT FROM worklist_item w WHERE w.proceeding = c.proceeding)
      AND {{which}}
), responsible AS (
    SELECT r.*, s.officer, s.organisation, s.zone, s.superior
    FROM running r JOIN seat s ON s.organisation = r.office AND s.keeps
    UNION ALL
    SELECT r.*, s.officer, s.organisation, s.zone, s.superior
    FROM running r JOIN seat s ON s.organisation = r.owner AND s.officer = r.investigator
    WHERE NOT EXISTS (SELECT FROM seat t WHERE t.organisation = r.office AND t.keeps)
)
"""  # noqa: S608 - constant text

_NOT_EXCLUDED: Final = """
NOT EXISTS (SELECT FROM exclusion e WHERE e.case_file = n.case_file AND e.officer = n.officer)
"""

# Respondents who stand alike are told of as one: the key names the case, not the proceeding. A
# superior is told at an office that reads the proceeding. What is most urgent is made last, and so
# stands first. $1 is how many at most, $3 the end of the last window, $4 to $7 the windows.
_TELL_DUE: Final = f"""
{_RESPONSIBLE.format(which="c.due_at < $3")}
, told AS (
    SELECT case_file, proceeding, rule, due_at, officer, organisation, zone, false AS above
    FROM responsible
    UNION ALL
    SELECT r.case_file, r.proceeding, r.rule, r.due_at, s.officer, s.organisation, s.zone, true
    FROM responsible r
    JOIN seat s ON s.officer = r.superior AND s.organisation = ANY (r.readers)
), due AS (
    SELECT t.*, v.kind, concat_ws(':', v.kind, t.case_file, t.rule,
           to_char(t.due_at AT TIME ZONE t.zone, 'YYYY-MM-DD'), t.officer) AS natural_key
    FROM told t
    JOIN unnest($4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
        AS v (kind, zone, begins, ends)
        ON v.zone = t.zone AND (v.kind = 'escalated') = t.above
        AND t.due_at >= coalesce(v.begins, '-infinity') AND t.due_at < v.ends
), made AS (
    INSERT INTO notice (officer, case_file, proceeding, kind, rule, due_at, made_at, natural_key,
                        readers)
    SELECT officer, case_file, proceeding, kind, rule, due_at, $2, natural_key, ARRAY[organisation]
    FROM (
        SELECT DISTINCT ON (natural_key) * FROM due n
        WHERE NOT EXISTS (SELECT FROM notice x WHERE x.natural_key = n.natural_key)
          AND {_NOT_EXCLUDED}
        ORDER BY natural_key, proceeding, organisation
    ) AS new
    ORDER BY due_at DESC, natural_key LIMIT $1
    ON CONFLICT (natural_key) DO NOTHING RETURNING id, officer
)
SELECT made.id FROM made JOIN officer f ON f.id = made.officer
WHERE f.email IS NOT NULL ORDER BY made.id
"""  # noqa: S608 - constant text

_TELL_MOVED: Final = f"""
{_RESPONSIBLE.format(which="c.id = ANY ($1) AND c.due_at IS NOT NULL")}
INSERT INTO notice (officer, case_file, proceeding, kind, rule, due_at, made_at, natural_key,
                    readers)
SELECT DISTINCT ON (case_file, rule, due_at, officer) officer, case_file, proceeding, 'moved', rule,
       due_at, $2, concat_ws(':', 'moved', clock, officer), ARRAY[organisation]
FROM responsible n WHERE {_NOT_EXCLUDED}
ORDER BY case_file, rule, due_at, officer, clock
ON CONFLICT (natural_key) DO NOTHING
"""  # noqa: S608 - constant text

_SEE: Final = """
UPDATE notice SET seen_at = $3 WHERE officer = $1 AND id = ANY ($2) AND seen_at IS NULL
"""
_BEGIN_SENDING: Final = """
UPDATE notice SET sending_at = $2 WHERE id = $1 AND sending_at IS NULL RETURNING id
"""
_NOT_SENT: Final = "UPDATE notice SET sending_at = NULL WHERE id = $1 AND sent_at IS NULL"
_SENT: Final = "UPDATE notice SET sent_at = $2 WHERE id = $1"

# Two requests at once must not both find that there is no address yet.
_HOLD_DESK: Final = "SELECT id FROM desk WHERE id = $1 FOR NO KEY UPDATE"
_END_FEED: Final = "UPDATE calendar_feed SET ended_at = $2 WHERE desk = $1 AND ended_at IS NULL"
_BEGIN_FEED: Final = "INSERT INTO calendar_feed (desk, digest, made_at) VALUES ($1, $2, $3)"


async def tell_due(c: Connection, now: datetime, due: Sequence[Window]) -> list[int]:
    """Make the notices that are due and were not made, MOST at once; return those to be mailed."""
    rows = await c.fetch(
        _TELL_DUE,
        *(MOST, now, max(window.ends for window in due)),
        *([window.kind.value for window in due], [window.zone for window in due]),
        *([window.begins for window in due], [window.ends for window in due]),
    )
    return [row["id"] for row in rows]


async def tell_moved(c: Connection, clocks: Sequence[int], now: datetime) -> None:
    """Make the notices of deadlines that have another date; each clock is told of once."""
    await c.execute(_TELL_MOVED, list(clocks), now)


async def see(c: Connection, officer: int, notices: Sequence[int], now: datetime) -> None:
    """Note when an officer first saw their notices."""
    await c.execute(_SEE, officer, list(notices), now)


async def begin_sending(c: Connection, notice: int, now: datetime) -> bool:
    """Return whether this call may send the notice: nobody began before."""
    return await c.fetchval(_BEGIN_SENDING, notice, now) is not None


async def not_sent(c: Connection, notice: int) -> None:
    """Hold that the notice may be sent: the server certainly did not take it."""
    await c.execute(_NOT_SENT, notice)


async def sent(c: Connection, notice: int, now: datetime) -> None:
    """Hold that the server took the notice."""
    await c.execute(_SENT, notice, now)


async def replace_feed(c: Connection, desk: int, digest: bytes, now: datetime) -> None:
    """Give a desk the calendar's address of this digest; an earlier one ends."""
    await c.fetchval(_HOLD_DESK, desk)
    await c.execute(_END_FEED, desk, now)
    await c.execute(_BEGIN_FEED, desk, digest, now)


async def end_feed(c: Connection, desk: int, now: datetime) -> None:
    """End the calendar's address of a desk, if there is one."""
    await c.execute(_END_FEED, desk, now)
