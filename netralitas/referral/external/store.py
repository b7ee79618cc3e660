"""The statements of what other systems say; each runs on the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.referral.external.domain import ExternalWord

_ADD: Final = """
INSERT INTO external_record (case_file, respondent, event, system, number, standing, said, as_of,
                             as_of_precision, according_to, document, batch, readers)
SELECT r.case_file, r.id, line.event, line.system, line.number, line.standing, line.said,
       line.as_of, line.precision, line.according_to,
       (SELECT d.id FROM document d WHERE d.event = line.event ORDER BY d.id LIMIT 1), $1, r.readers
FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
            $9::text[], $10::text[]) WITH ORDINALITY
     AS line (respondent, event, system, number, standing, said, as_of, precision, according_to,
              place)
JOIN respondent r ON r.id = line.respondent ORDER BY line.place
"""
_RESPONDENTS: Final = """
SELECT id, case_file, readers FROM respondent WHERE id = ANY ($1)
"""
_OF_BATCH: Final = """
SELECT id, case_file, respondent, readers FROM external_record WHERE batch = $1 ORDER BY id
"""
_REMOVE: Final = "DELETE FROM external_record WHERE batch = $1"
# The same as `jobs.queue.enqueue` says for one case, for many at once.
_FOLLOW: Final = """
INSERT INTO job (kind, payload, due_at, tries)
SELECT 'index_case', jsonb_build_object('case_file', of), now(), 0 FROM unnest($1::bigint[]) AS of
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """What a system says of a respondent, by which event that was told."""

    respondent: int
    event: int
    word: ExternalWord


async def add(c: Connection, records: Sequence[NewRecord], batch: int | None = None) -> None:
    """Add the records, read by whoever reads the respondent; one round trip."""
    words = [record.word for record in records]
    await c.execute(
        _ADD,
        *(batch, [record.respondent for record in records], [record.event for record in records]),
        *([word.system.value for word in words], [word.number for word in words]),
        *([word.standing.value for word in words], [word.said for word in words]),
        *([word.as_of.on for word in words], [word.as_of.precision.value for word in words]),
        [word.according_to for word in words],
    )


async def respondents(c: Connection, ids: Sequence[int]) -> dict[int, Row]:
    """Return the case and the readers of those of the respondents that the actor sees."""
    rows = await c.fetch(_RESPONDENTS, list(ids))
    return {row["id"]: row for row in rows}


async def of_batch(c: Connection, batch: int) -> Sequence[Row]:
    """Return the records of an import that the actor sees, with their cases and readers."""
    rows: Sequence[Row] = await c.fetch(_OF_BATCH, batch)
    return rows


async def remove(c: Connection, batch: int) -> None:
    """Remove the records of an import that the actor sees."""
    await c.execute(_REMOVE, batch)


async def follow(c: Connection, cases: Sequence[int]) -> None:
    """Have the searches follow these cases."""
    await c.execute(_FOLLOW, list(cases))
