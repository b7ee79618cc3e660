"""The statements of the totals. Every event of a proceeding tells at the most one of its steps."""

from typing import Final

ROOM: Final = "SET LOCAL work_mem = '64MB'"
"""A line for each proceeding, hundreds of thousands of them, is kept in memory."""

# `told` has one line for each proceeding: when it was opened, and when it came to the two steps
# that are told of it for the first time. A step whose day is not known happened "infinity": it
# counts, but in no year. With a plain `id` the planner would take the index to every event. What
# was corrected happened when its correction says.
TOLD: Final = """
WITH told AS MATERIALIZED (
    SELECT e.proceeding, e.workflow, min(e.stream) AS stream,
           min(coalesce(k.happened_on, e.happened_on, 'infinity'))
               FILTER (WHERE e.from_state IS NULL) AS opened,
           min(coalesce(k.happened_on, e.happened_on, 'infinity'))
               FILTER (WHERE s.step = 1) AS first,
           min(coalesce(k.happened_on, e.happened_on, 'infinity'))
               FILTER (WHERE s.step = 2) AS second,
           bool_and(coalesce(k.precision, e.precision) IN ('time', 'day')) AS exact,
           max(e.id * 32 + array_position($2::text[], e.details ->> 'recommended')) % 32
               AS recommended,
           max(e.id * 32 + array_position($2::text[], e.details -> 'imposed' ->> 'level')) % 32
               AS imposed
    FROM event e
    LEFT JOIN unnest($3::text[], $4::text[], $5::integer[]) AS s (workflow, state, step)
        ON s.workflow = e.workflow AND s.state = e.to_state
    LEFT JOIN (SELECT DISTINCT ON (corrects) corrects, happened_on, precision FROM event
               WHERE corrects IS NOT NULL ORDER BY corrects, id DESC) k ON k.corrects = e.id
    WHERE e.id + 0 <= (SELECT event FROM log_leaf WHERE position < $1 AND event IS NOT NULL
                       ORDER BY event DESC LIMIT 1)
      AND e.workflow IN ('handling', 'referral', 'discipline')
      AND ((e.from_state IS NULL AND e.to_state IS NOT NULL)
           OR (s.step IS NOT NULL AND e.to_state <> e.from_state)
           OR (e.workflow <> 'handling' AND e.details ?| ARRAY['recommended', 'imposed']))
    GROUP BY 1, 2
), years AS (
    SELECT workflow, 0 AS step, opened AS happened, count(*) AS amount FROM told GROUP BY 1, 3
    UNION ALL
    SELECT workflow, 1, first, count(*) FROM told GROUP BY 1, 3
    UNION ALL
    SELECT workflow, 2, second, count(*) FROM told GROUP BY 1, 3
), yearly AS (
    SELECT workflow, step,
           CASE WHEN isfinite(happened) THEN extract(year FROM happened)::integer END AS year,
           sum(amount)::integer AS amount
    FROM years WHERE happened IS NOT NULL GROUP BY 1, 2, 3
), took AS (
    SELECT workflow, 1 AS step, count(*) AS amount,
           percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY first - opened) AS days
    FROM told WHERE exact AND first >= opened AND isfinite(first) GROUP BY 1
    UNION ALL
    SELECT workflow, 2, count(*),
           percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY second - first)
    FROM told WHERE exact AND second >= first AND isfinite(second) GROUP BY 1
), levelled AS (
    SELECT 'recommended' AS side, recommended AS rank, count(*) AS amount
    FROM told WHERE recommended IS NOT NULL GROUP BY 2
    UNION ALL
    SELECT 'imposed', imposed, count(*) FROM told WHERE imposed IS NOT NULL GROUP BY 2
), handed AS (
    SELECT p.addressee, t.opened, coalesce(t.first, t.second) AS told_on,
           t.first IS NOT NULL OR t.second IS NOT NULL OR d.final AS answered, t.exact
    FROM told t
    JOIN proceeding p ON p.id = t.proceeding
    JOIN declared_state d
        ON d.workflow = p.workflow AND d.version = p.workflow_version AND d.state = p.state
    WHERE t.workflow IN ('referral', 'discipline')
      AND NOT (p.workflow = 'referral' AND p.state IN ('taken_up', 'rerouted', 'cancelled'))
), counted AS (
    SELECT w.region, sum(s.staff)::integer AS staff
    FROM staff_group s JOIN organisation w ON w.id = s.organisation
    WHERE w.kind = 'government' GROUP BY w.region
), receiver AS (
    SELECT o.name, coalesce(o.role IN ('oversight', 'policy'), false) AS of_everybody,
           coalesce(max(g.staff) FILTER (WHERE o.role IN ('appointing', 'staff_office')), 0)
               AS staff,
           count(*) AS handed, count(*) FILTER (WHERE h.answered) AS answered,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY h.told_on - h.opened)
               FILTER (WHERE h.exact AND h.told_on >= h.opened AND isfinite(h.told_on)) AS median,
           min(h.opened)
               FILTER (WHERE NOT h.answered AND h.exact AND isfinite(h.opened)) AS waiting_since
    FROM handed h
    JOIN organisation o ON o.id = h.addressee
    LEFT JOIN counted g ON g.region = o.region AND o.kind = 'government'
    GROUP BY o.id, o.name ORDER BY handed DESC, o.name
)
SELECT (SELECT max(stream) FROM told) AS newest,
       (SELECT jsonb_agg(to_jsonb(yearly)) FROM yearly) AS years,
       (SELECT jsonb_agg(to_jsonb(took)) FROM took) AS took,
       (SELECT jsonb_agg(to_jsonb(levelled)) FROM levelled) AS levels,
       (SELECT jsonb_agg(to_jsonb(receiver)) FROM receiver) AS receivers
"""

# Cases get their ids in the order in which they come in: those up to the newest of which the log
# tells are counted, and none of which it does not tell yet.
OFFICES: Final = """
SELECT coalesce(o.region, '') AS code, coalesce(r.name, o.name) AS name,
       sum(f.cases)::integer AS cases, 0 AS staff
FROM (SELECT owner, count(*) AS cases FROM case_file WHERE id <= $1 GROUP BY owner) f
JOIN organisation o ON o.id = f.owner
LEFT JOIN region r ON r.code = o.region
GROUP BY 1, 2 ORDER BY 3 DESC, 2
"""

DISTRICTS: Final = """
SELECT r.code, r.name, coalesce(u.staff, 0)::integer AS staff,
       coalesce(f.cases, 0)::integer AS cases
FROM region r
LEFT JOIN (SELECT region, sum(staff) AS staff FROM unit GROUP BY region) u ON u.region = r.code
LEFT JOIN (SELECT region, count(*) AS cases FROM case_file
           WHERE received_at < $2 AND id <= $3 GROUP BY region) f ON f.region = r.code
WHERE r.code LIKE $1 || '.__'
ORDER BY r.name
"""
