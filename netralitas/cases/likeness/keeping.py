"""The keys of a case follow the case: names of its respondents, posts that its text names."""

from typing import Final

from netralitas.cases.domain import KeyKind
from netralitas.cases.likeness.keys import links_in, name_keys
from netralitas.database.connection import Connection, Row

# Whoever reads the handling finds the case by them, nobody else: a receiver searches for nobody.
_CASE: Final = """
SELECT p.readers, concat_ws(' ', f.subject, f.place, f.description) AS said,
       ARRAY(SELECT ROW(r.id, r.name) FROM respondent r
             WHERE r.case_file = f.id AND r.name IS NOT NULL) AS named,
       ARRAY(SELECT ROW(k.respondent, k.kind, k.key) FROM case_key k
             WHERE k.case_file = f.id) AS kept
FROM case_file f JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
WHERE f.id = $1
"""
_FORGET: Final = "DELETE FROM case_key WHERE case_file = $1"
_KEEP: Final = """
INSERT INTO case_key (case_file, respondent, kind, key, readers)
SELECT $1, n.respondent, n.kind, n.key, $5
FROM unnest($2::bigint[], $3::text[], $4::text[]) AS n (respondent, kind, key)
"""
_SHOW: Final = "UPDATE case_key SET readers = $2 WHERE case_file = $1 AND readers <> $2"

type_key = tuple[int | None, str, str]


async def keep_keys(connection: Connection, case: int) -> None:
    """Make the keys of a case what its respondents and its text give now; for the worker."""
    row = await connection.fetchrow(_CASE, case)
    if row is None:
        return
    wanted = sorted(_keys(row), key=str)
    if {tuple(kept) for kept in row["kept"]} != set(wanted):
        await connection.execute(_FORGET, case)
        columns = [list(column) for column in zip(*wanted, strict=True)] or [[], [], []]
        await connection.execute(_KEEP, case, *columns, row["readers"])
    await connection.execute(_SHOW, case, row["readers"])


def _keys(row: Row) -> set[type_key]:
    named: set[type_key] = {
        (respondent, KeyKind.NAME.value, key)
        for respondent, name in row["named"]
        for key in name_keys(name)
    }
    return named | {(None, KeyKind.LINK.value, key) for key in links_in(row["said"])}
