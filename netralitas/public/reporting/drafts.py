"""Drafts in the inbox: begun, found again by their code, changed. Everything in them is sealed.

Every statement runs in a transaction of `receiving`, which sees the rows of one code.
"""

from dataclasses import dataclass, field
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection, Row
from netralitas.intake.door import Answers, read_answers, write_answers
from netralitas.intake.envelope import content_place, new_data_key, open_sealed, seal
from netralitas.public.reporting.holder import Holder

_BEGIN: Final = """
INSERT INTO inbox.draft (digest, wrapped, content, started_at, touched_at)
VALUES ($1, $2, $3, $4, $4)
"""
_FIND: Final = "SELECT wrapped, content, version FROM inbox.draft WHERE digest = $1"
_SAVE: Final = """
UPDATE inbox.draft SET content = $2, version = version + 1, touched_at = $3 WHERE digest = $1
"""
_TOUCH: Final = "UPDATE inbox.draft SET touched_at = $2 WHERE digest = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody has written so far, open."""

    holder: Holder
    data_key: bytes = field(repr=False)
    answers: Answers = field(repr=False)
    version: int


class Sent:
    """A draft that was sent: its code opens it no more."""


SENT: Final = Sent()


async def begin(connection: Connection, holder: Holder, answers: Answers) -> Draft:
    """Hold that there is a draft with these answers; it opens with the code alone."""
    data_key = new_data_key()
    await connection.execute(
        _BEGIN,
        holder.digest,
        holder.keys.wrap(data_key, holder.digest),
        seal(data_key, write_answers(answers), content_place(holder.digest)),
        clock.now(),
    )
    return Draft(holder=holder, data_key=data_key, answers=answers, version=1)


async def find(
    connection: Connection, holder: Holder, *, changing: bool = False
) -> Draft | Sent | None:
    """Return the draft of a code, SENT, or None; while `changing` nobody else changes it."""
    row = await connection.fetchrow(_FIND + (" FOR UPDATE" if changing else ""), holder.digest)
    if row is None:
        return None
    return SENT if row["wrapped"] is None else _opened(holder, row)


def _opened(holder: Holder, row: Row) -> Draft:
    data_key = holder.keys.unwrap(row["wrapped"], holder.digest)
    content = open_sealed(data_key, row["content"], content_place(holder.digest))
    return Draft(
        holder=holder, data_key=data_key, answers=read_answers(content), version=row["version"]
    )


async def save(connection: Connection, draft: Draft, answers: Answers) -> None:
    """Hold that the draft has these answers."""
    digest = draft.holder.digest
    content = seal(draft.data_key, write_answers(answers), content_place(digest))
    await connection.execute(_SAVE, digest, content, clock.now())


async def touch(connection: Connection, draft: Draft) -> None:
    """Hold that the draft was used now: it is kept longer."""
    await connection.execute(_TOUCH, draft.holder.digest, clock.now())
