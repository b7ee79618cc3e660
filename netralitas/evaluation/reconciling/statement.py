"""The statement behind the reconciliation: one row for each respondent, with what differs."""

from typing import Final

from netralitas.evaluation.reconciling.domain import Gap

# $1 are both parties: listed is of whom both read anything. What is told of them is what the reader
# reads, by row security; $2 and $3 are what the reader's office follows: see `sight`.
# A system says that it ended only by its latest word; a word without a day displaces none.
_PERSONS: Final = f"""
WITH shared AS (
    SELECT DISTINCT p.respondent FROM proceeding p
    WHERE p.workflow IN ('referral', 'discipline') AND p.readers @> $1::integer[]
), person AS (
    SELECT p.respondent,
           min(p.id) FILTER (WHERE p.workflow = 'referral') AS sent,
           max(p.id) FILTER (WHERE p.workflow = 'referral') AS referral,
           max(p.id) FILTER (WHERE p.workflow = 'discipline') AS discipline
    FROM shared JOIN proceeding p USING (respondent) GROUP BY p.respondent
), recommended AS (
    SELECT DISTINCT ON (s.respondent) s.respondent, s.kind, s.level, s.decided_on, s.event
    FROM sanction s WHERE s.side = 'recommended'
    ORDER BY s.respondent, s.event DESC
), imposed AS (
    SELECT DISTINCT ON (s.proceeding) s.proceeding, s.kind, s.level, s.decided_on
    FROM sanction s WHERE s.side = 'imposed'
    ORDER BY s.proceeding, s.event DESC
), word AS (
    SELECT DISTINCT ON (x.respondent, x.system) x.respondent, x.system, x.number, x.standing
    FROM external_record x
    WHERE x.standing NOT IN ('blocked', 'unblocked')
    ORDER BY x.respondent, x.system, x.as_of DESC NULLS LAST, x.id DESC
), told AS (
    SELECT respondent,
           array_agg(ROW(system, number, standing) ORDER BY system) AS systems,
           bool_or(standing IN ('gone', 'rejected', 'cancelled', 'not_proven')) AS ended,
           bool_or(standing = 'sanctioned') AS sanctioned
    FROM word GROUP BY respondent
), everybody AS (
    SELECT r.id AS respondent, r.case_file, r.ordinal, r.name, f.owner,
           person.sent, recommended.event AS recommended_event,
           coalesce(d.workflow, q.workflow) AS workflow,
           coalesce(d.workflow_version, q.workflow_version) AS workflow_version,
           coalesce(d.state, q.state) AS state, coalesce(d.addressee, q.addressee) AS addressee,
           q.state AS referral_state, q.workflow_version AS referral_version,
           d.state AS discipline_state, d.workflow_version AS discipline_version,
           coalesce(recommended.kind, recommended.level) AS recommended,
           recommended.decided_on AS recommended_on,
           imposed.kind AS imposed_kind, imposed.level AS imposed,
           imposed.decided_on AS imposed_on, told.systems,
           array_remove(ARRAY[
               CASE WHEN recommended.level <> 'none' AND d.id IS NULL
                    THEN '{Gap.NOT_FOLLOWED}' END,
               CASE WHEN d.id IS NOT NULL AND recommended.level IS NULL
                         AND q.state IS DISTINCT FROM 'taken_up'
                    THEN '{Gap.NOT_RECOMMENDED}' END,
               CASE WHEN imposed.level <> recommended.level THEN '{Gap.OTHER_LEVEL}' END,
               CASE WHEN d.state IN ('in_force', 'moral_stated', 'not_proven', 'annulled')
                    THEN '{Gap.NOT_REPORTED}' END,
               CASE WHEN told.ended AND (d.id IS NOT NULL OR recommended.level IS NOT NULL)
                    THEN '{Gap.SYSTEM_SAYS_ENDED}' END,
               CASE WHEN told.sanctioned AND imposed.level IS NULL
                    THEN '{Gap.SYSTEM_SAYS_SANCTIONED}' END
           ], NULL) AS gaps
    FROM person
    JOIN respondent r ON r.id = person.respondent
    JOIN case_file f ON f.id = r.case_file
    LEFT JOIN proceeding q ON q.id = person.referral
    LEFT JOIN proceeding d ON d.id = person.discipline
    LEFT JOIN recommended ON recommended.respondent = r.id
    LEFT JOIN imposed ON imposed.proceeding = d.id
    LEFT JOIN told ON told.respondent = r.id
), row AS (
    SELECT * FROM everybody
    WHERE CASE WHEN owner = $3 THEN 'owner' WHEN addressee = $3 THEN 'addressee'
               ELSE 'further' END || '.' || workflow || '.' || state = ANY ($2::text[])
)
"""  # noqa: S608 - constant text

PERSONS: Final = f"""
{_PERSONS}, picked AS (
    SELECT * FROM row
    WHERE (cardinality(gaps) = 0, case_file, respondent) > ($4, $5, $6)
    ORDER BY cardinality(gaps) = 0, case_file, respondent LIMIT $7
)
SELECT picked.*, n.printed, went.happened_on AS sent_on, letter.printed AS sent_by,
       answer.printed AS recommended_by, answer.dated_on AS answered_on
FROM picked
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = picked.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
LEFT JOIN LATERAL (
    SELECT e.id, e.happened_on FROM event e WHERE e.proceeding = picked.sent ORDER BY e.id LIMIT 1
) went ON true
LEFT JOIN LATERAL (
    SELECT l.printed FROM letter l
    WHERE l.case_file = picked.case_file AND l.direction = 'out' AND l.event <= went.id
    ORDER BY l.event DESC, l.id DESC LIMIT 1
) letter ON true
LEFT JOIN LATERAL (
    SELECT l.printed, l.dated_on FROM letter l
    JOIN event first ON first.id = l.event
    JOIN event e ON e.id = picked.recommended_event AND e.name = first.name
    WHERE l.case_file = picked.case_file AND l.direction = 'in'
      AND l.event <= picked.recommended_event
    ORDER BY l.event DESC, l.id DESC LIMIT 1
) answer ON true
ORDER BY cardinality(gaps) = 0, case_file, respondent
"""  # noqa: S608 - constant text
AMOUNTS: Final = f"""
{_PERSONS} SELECT count(*) AS people, count(*) FILTER (WHERE cardinality(gaps) > 0) AS differing
FROM row
"""  # noqa: S608 - constant text
