"""Members of teams and councils, as they are written and read."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.database.connection import Connection
from netralitas.discipline.examiners.domain import Body, NewExaminer, Part, Represents

_ADD: Final = """
INSERT INTO examiner (case_file, proceeding, event, body, part, represents, name, position,
                      position_class, officer, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
_END: Final = """
UPDATE examiner SET left_by = $3 WHERE id = $1 AND proceeding = $2 AND left_by IS NULL RETURNING id
"""
_PRESENT: Final = """
SELECT e.id, e.body, e.part, e.represents, e.name, e.position, e.position_class, e.officer,
       o.name AS account
FROM examiner e LEFT JOIN officer o ON o.id = e.officer
WHERE e.proceeding = $1 AND e.left_by IS NULL
ORDER BY e.body DESC, array_position('{chair,secretary,member}', e.part), e.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examiner(NewExaminer):
    """A member, with the name of their account."""

    id: int
    account: str | None


async def add(
    connection: Connection,
    case: int,
    proceeding: int,
    event: int,
    member: NewExaminer,
    readers: tuple[int, ...],
) -> None:
    """Hold that the member belongs to the body that examines in the proceeding."""
    await connection.execute(
        _ADD,
        *(case, proceeding, event, member.body, member.part, member.represents, member.name),
        *(member.position, member.position_class, member.officer, list(readers)),
    )


async def end(connection: Connection, examiner: int, proceeding: int, event: int) -> bool:
    """Hold that the membership ended by the event; False where there is none that lasts."""
    return await connection.fetchval(_END, examiner, proceeding, event) is not None


async def present(connection: Connection, proceeding: int) -> list[Examiner]:
    """Return the members of now: the team first, its chair first."""
    return [
        Examiner(
            **{
                **row,
                "body": Body(row["body"]),
                "part": Part(row["part"]),
                "represents": Represents(row["represents"]),
                "position_class": PositionClass(row["position_class"]),
            }
        )
        for row in await connection.fetch(_PRESENT, proceeding)
    ]
