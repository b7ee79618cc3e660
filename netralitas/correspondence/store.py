"""Letters as the commands of this feature need them: under the lock of their case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from netralitas.access.domain import Actor
from netralitas.audit.record import lock
from netralitas.correspondence.domain import Direction, ReceiptProof
from netralitas.correspondence.words import NOT_A_PARTY, NOT_OURS
from netralitas.database.connection import Connection
from netralitas.refusals import NotAllowed, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedLetter:
    """A letter of a case that nobody else changes until the transaction ends; `now` is recorded."""

    id: int
    case_file: int
    event: int
    direction: Direction
    printed: str
    dated_on: date | None
    sent_on: date | None
    received_on: date | None
    proof: ReceiptProof | None
    came_back_on: date | None
    reply_to: int | None
    organisation: int
    correspondent: int
    readers: tuple[int, ...]
    now: datetime

    @property
    def proved(self) -> bool:
        """Say whether its receipt is proved, on a known day or not."""
        return self.received_on is not None or self.proof is not None

    @property
    def named(self) -> Mapping[str, object]:
        """Return how an event refers to the letter: by its id, way, number and date."""
        dated = self.dated_on.isoformat() if self.dated_on else None
        said = {"direction": self.direction.value, "printed": self.printed, "dated": dated}
        return {"letter": self.id, "letters": [said]}


async def locked_letter(connection: Connection, letter: int) -> LockedLetter:
    """Return the letter with its case locked; NotVisible when the actor does not see it."""
    case = await connection.fetchval("SELECT case_file FROM letter WHERE id = $1", letter)
    if case is None:
        raise NotVisible
    head = await lock(connection, case)
    row = await connection.fetchrow(_LETTER, letter)
    if row is None:
        raise NotVisible
    values = dict(row)
    values["direction"] = Direction(values["direction"])
    values["proof"] = ReceiptProof(values["proof"]) if values["proof"] else None
    values["readers"] = tuple(values["readers"])
    return LockedLetter(**values, now=head.now)


def hold_party(actor: Actor, letter: LockedLetter) -> None:
    """Hold that the letter is of the actor's office, sent or got by it; NotAllowed otherwise."""
    if actor.organisation not in {letter.organisation, letter.correspondent} and (
        not actor.everything
    ):
        raise NotAllowed(NOT_A_PARTY)


def hold_own(actor: Actor, letter: LockedLetter) -> None:
    """Hold that the letter is in the record of the actor's office; NotAllowed otherwise."""
    if actor.organisation != letter.organisation:
        raise NotAllowed(NOT_OURS)


_LETTER = """
SELECT id, case_file, event, direction, printed, dated_on, sent_on, received_on, proof,
       came_back_on, reply_to, organisation, correspondent, readers
FROM letter WHERE id = $1
"""
