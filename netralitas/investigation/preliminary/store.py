"""Versions of preliminary studies, as they are written and read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from netralitas.database.connection import Connection, Row
from netralitas.investigation.preliminary.domain import (
    Answer,
    Handled,
    Handler,
    Item,
    Judgement,
    Result,
    Study,
    Suspicion,
)

_ADD: Final = """
INSERT INTO preliminary_study (case_file, version, content, officer, event, finished, written_at,
                               readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_VERSIONS: Final = """
SELECT s.version, s.content, s.written_at, s.finished IS NOT NULL AS finished,
       s.officer, o.name AS officer_name
FROM preliminary_study s JOIN officer o ON o.id = s.officer
WHERE s.case_file = $1 ORDER BY s.version DESC LIMIT $2
"""
MOST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A version as it was saved, by whom and when."""

    version: int
    study: Study
    officer: int
    officer_name: str
    written_at: datetime
    finished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A version about to be saved by an event; `finished` says that the event finished it."""

    case: int
    version: int
    study: Study
    officer: int
    event: int
    finished: bool
    at: datetime
    readers: Sequence[int]


async def add(connection: Connection, new: New) -> None:
    """Hold that the version stands, beside all before it."""
    await connection.execute(
        _ADD,
        *(new.case, new.version, _written(new.study), new.officer, new.event),
        *(new.event if new.finished else None, new.at, list(new.readers)),
    )


async def versions(connection: Connection, case: int, most: int = MOST) -> list[Saved]:
    """Return the versions of a case that the actor reads, the latest first."""
    return [_saved(row) for row in await connection.fetch(_VERSIONS, case, most)]


def _saved(row: Row) -> Saved:
    return Saved(
        version=row["version"],
        study=_read(row["content"]),
        officer=row["officer"],
        officer_name=row["officer_name"],
        written_at=row["written_at"],
        finished=row["finished"],
    )


def _written(study: Study) -> dict[str, object]:
    return {
        "answers": {
            item.value: {"judgement": answer.judgement, "reason": answer.reason}
            for item, answer in study.answers.items()
        },
        "result": study.result,
        "suspicion": study.suspicion,
        "handler": study.handler,
        "handled": study.handled,
        "handled_where": study.handled_where,
        "conclusion": study.conclusion,
    }


def _read(content: Mapping[str, Any]) -> Study:
    return Study(
        answers={
            Item(item): Answer(
                judgement=Judgement(said["judgement"]) if said["judgement"] else None,
                reason=said["reason"],
            )
            for item, said in content["answers"].items()
        },
        result=Result(content["result"]) if content["result"] else None,
        suspicion=Suspicion(content["suspicion"]) if content["suspicion"] else None,
        handler=Handler(content["handler"]) if content["handler"] else None,
        handled=Handled(content["handled"]) if content["handled"] else None,
        handled_where=content["handled_where"],
        conclusion=content["conclusion"],
    )
