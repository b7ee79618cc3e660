"""What is asked to read cases back: one statement for each kind of row, for a chunk of cases."""

from typing import Final, get_args

from netralitas.imports.cases.line import HANDLING, WorkflowCode

_WORKFLOWS: Final = ", ".join(f"'{code}'" for code in (HANDLING, *get_args(WorkflowCode)))

REGION: Final = "SELECT region FROM organisation WHERE id = $1"
CASES: Final = """
SELECT f.*, i.key, i.line, i.unplaced FROM case_file f
LEFT JOIN imported_case i ON i.case_file = f.id AND i.organisation = $1
WHERE f.owner = $1 AND f.id > $2 ORDER BY f.id LIMIT $3
"""
HANGING: Final = {
    "numbers": """
SELECT case_file, kind, printed, issued_on FROM case_number
WHERE case_file = ANY ($1) ORDER BY id
""",
    "respondents": """
SELECT case_file, id, name, employment, position_class, position, unit, employer, grade
FROM respondent WHERE case_file = ANY ($1) ORDER BY ordinal
""",
    "proceedings": f"""
SELECT case_file, id, workflow, respondent, addressee FROM proceeding
WHERE case_file = ANY ($1) AND workflow IN ({_WORKFLOWS})
""",  # noqa: S608 - constant text
    "events": f"""
SELECT e.stream AS case_file, e.id, e.proceeding, e.corrects, e.from_state, e.to_state, e.facts,
       e.details, e.precision, e.happened_on, e.happened_at, n.text AS note
FROM event e LEFT JOIN event_note n ON n.event = e.id
WHERE e.stream = ANY ($1) AND e.workflow IN ({_WORKFLOWS}) AND (
    e.kind = 'correction' OR e.from_state IS DISTINCT FROM e.to_state
    OR starts_with(e.name, e.workflow || '.'))
ORDER BY e.stream, e.version
""",  # noqa: S608 - constant text
    "letters": """
SELECT l.*, ARRAY(SELECT name FROM letter_copy k WHERE k.letter = l.id ORDER BY k.id) AS copies
FROM letter l WHERE l.case_file = ANY ($1) ORDER BY l.id
""",
    "sanctions": """
SELECT case_file, event, side, level, kind FROM sanction
WHERE case_file = ANY ($1) ORDER BY id
""",
    "external": """
SELECT case_file, respondent, system, number, standing, said, as_of, as_of_precision, according_to
FROM external_record WHERE case_file = ANY ($1) ORDER BY id
""",
    "related": """
SELECT told.case_file, told.kind, told.other, i.key FROM (
    SELECT case_file, 'merged_into' AS kind, into_case AS other, event FROM merger
    WHERE case_file = ANY ($1) AND undone_by IS NULL
    UNION ALL
    SELECT e.stream, 'split_from', (e.details ->> 'from')::bigint, e.id FROM event e
    WHERE e.stream = ANY ($1) AND e.name = 'case.split_from'
) told
LEFT JOIN imported_case i ON i.case_file = told.other
ORDER BY told.case_file, told.event
""",
}
"""By the field of a chunk; each gives the id of its case."""
