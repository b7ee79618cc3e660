"""What feeds count, one statement for each kind, whatever the number of feeds.

Activities, posts and meetings are read as the reader sees them: both parties see all of those under
their agreement. Cases are counted whole, as figures are: an exclusion of whoever happens to ask
must not change a figure. Nothing of them leaves here but the day and the id of the dossier.
"""

from collections.abc import Collection
from typing import Final

from netralitas import clock
from netralitas.agreements.plan.domain import OF_CASES, Countable, Item, KnownFeed
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import EVERYTHING, reading

# What an office below a party holds, the party holds; what is held together, both hold.
_ACTIVITIES: Final = """
WITH RECURSIVE below (party, office, place) AS (
    SELECT organisation, organisation, 0 FROM agreement_party WHERE agreement = $1
    UNION ALL
    SELECT b.party, o.id, b.place + 1
    FROM organisation o JOIN below b ON o.superior = b.office WHERE b.place < 16
)
SELECT f.id AS feed, a.held_on AS on, a.id::text AS key, a.title, NULL::bigint AS case_file
FROM plan_feed f
JOIN agreement g ON g.id = f.agreement
JOIN activity a ON a.agreement = g.id AND a.state = 'held' AND a.held_on >= g.signed_on
WHERE f.agreement = $1 AND f.id = ANY ($2) AND f.kind = 'activities'
  AND (f.theme IS NULL OR a.theme = f.theme)
  AND (f.activity_kind IS NULL OR a.kind = f.activity_kind)
  AND (f.party IS NULL OR a.together = 'joint'
       OR (f.party, a.organisation) IN (SELECT party, office FROM below))
ORDER BY a.held_on, a.id
"""
_POSTS: Final = """
WITH RECURSIVE below (party, office, place) AS (
    SELECT organisation, organisation, 0 FROM agreement_party WHERE agreement = $1
    UNION ALL
    SELECT b.party, o.id, b.place + 1
    FROM organisation o JOIN below b ON o.superior = b.office WHERE b.place < 16
)
SELECT f.id AS feed, m.posted_on AS on, a.id::text AS key, a.title, NULL::bigint AS case_file
FROM plan_feed f
JOIN agreement g ON g.id = f.agreement
JOIN activity a ON a.agreement = g.id
JOIN media_post m ON m.activity = a.id AND m.posted_on >= g.signed_on
WHERE f.agreement = $1 AND f.id = ANY ($2) AND f.kind = 'posts'
  AND (f.theme IS NULL OR a.theme = f.theme)
  AND (f.activity_kind IS NULL OR a.kind = f.activity_kind)
  AND (f.party IS NULL OR (f.party, m.organisation) IN (SELECT party, office FROM below))
ORDER BY m.posted_on, m.id
"""
_MEETINGS: Final = """
SELECT f.id AS feed, m.held_on AS on, m.id::text AS key, m.title, NULL::bigint AS case_file
FROM plan_feed f
JOIN agreement g ON g.id = f.agreement
JOIN meeting m ON m.agreement = g.id AND m.state = 'held' AND m.held_on >= g.signed_on
WHERE f.agreement = $1 AND f.id = ANY ($2) AND f.kind = 'meetings'
ORDER BY m.held_on, m.id
"""
# Of each respondent the first time that counts. An office that takes over from another forwards
# nothing anew; an event that was corrected counts as its correction says.
_PROCEEDINGS: Final = """
WITH RECURSIVE below (office, place) AS (
    SELECT organisation, 0 FROM agreement_party WHERE agreement = $1
    UNION
    SELECT o.id, b.place + 1
    FROM organisation o JOIN below b ON o.superior = b.office WHERE b.place < 16
), first AS (
    SELECT f.id AS feed, p.respondent, p.case_file, min(e.happened_on) AS on
    FROM plan_feed f
    JOIN case_file d ON d.owner IN (SELECT office FROM below)
    JOIN proceeding p ON p.case_file = d.id
    JOIN event e ON e.proceeding = p.id AND e.precision IN ('time', 'day')
    WHERE f.agreement = $1 AND f.id = ANY ($2)
      AND ((f.kind = 'referrals' AND p.workflow = 'referral' AND 'forwarded' = ANY (e.facts)
            AND e.name <> 'referral.take_over')
           OR (f.kind = 'recommendations' AND p.workflow = 'discipline'
               AND 'handed_on' = ANY (e.facts)
               AND p.addressee IN (SELECT office FROM below)))
      AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
    GROUP BY f.id, p.respondent, p.case_file
)
SELECT feed, first.on, '' AS key, '' AS title, case_file
FROM first JOIN agreement g ON g.id = $1 AND first.on >= g.signed_on
 AND (g.ends_on IS NULL OR first.on <= g.ends_on)
ORDER BY first.on, case_file
"""
# A result that was corrected counts once, from the day it was first public; a withdrawn one not.
_RELEASES: Final = """
WITH RECURSIVE below (party, office, place) AS (
    SELECT organisation, organisation, 0 FROM agreement_party WHERE agreement = $1
    UNION ALL
    SELECT b.party, o.id, b.place + 1
    FROM organisation o JOIN below b ON o.superior = b.office WHERE b.place < 16
), stands AS (
    SELECT r.organisation, (min(r.published_at) AT TIME ZONE o.zone)::date AS on,
           (array_agg(r.code ORDER BY r.version DESC) FILTER (WHERE r.ended_at IS NULL))[1] AS code
    FROM release r JOIN organisation o ON o.id = r.organisation
    WHERE r.published_at <= $3 AND (r.ended_at IS NULL OR r.ended_at > r.published_at)
      AND r.organisation IN (SELECT office FROM below)
    GROUP BY r.case_file, r.organisation, o.zone
)
SELECT f.id AS feed, s.on, s.code AS key, '' AS title, NULL::bigint AS case_file
FROM plan_feed f
JOIN agreement g ON g.id = f.agreement
JOIN stands s ON s.code IS NOT NULL AND s.on >= g.signed_on
 AND (g.ends_on IS NULL OR s.on <= g.ends_on)
WHERE f.agreement = $1 AND f.id = ANY ($2) AND f.kind = 'releases'
  AND (f.party IS NULL OR (f.party, s.organisation) IN (SELECT party, office FROM below))
ORDER BY s.on, s.code
"""
_SEEN: Final = (
    (Countable.ACTIVITIES, _ACTIVITIES),
    (Countable.POSTS, _POSTS),
    (Countable.MEETINGS, _MEETINGS),
)


async def counted(c: Connection, agreement: int, feeds: Collection[KnownFeed]) -> tuple[Item, ...]:
    """Return everything that these feeds of an agreement count, kind by kind, by day.

    The caller has seen the agreement. At the most five statements.
    """
    kinds = {feed.feed.kind for feed in feeds}
    ids = [feed.id for feed in feeds]
    rows: list[Row] = []
    for kind, query in _SEEN:
        if kind in kinds:
            rows += await c.fetch(query, agreement, ids)
    if kinds & OF_CASES:
        async with reading(EVERYTHING) as whole:
            if kinds & (OF_CASES - {Countable.RELEASES}):
                rows += await whole.fetch(_PROCEEDINGS, agreement, ids)
            if Countable.RELEASES in kinds:
                rows += await whole.fetch(_RELEASES, agreement, ids, clock.now())
    return tuple(
        Item(
            feed=row["feed"],
            on=row["on"],
            key=row["key"],
            title=row["title"],
            case_file=row["case_file"],
        )
        for row in rows
    )
