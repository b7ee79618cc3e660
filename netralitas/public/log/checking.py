"""What the holder of a receipt is shown of the public log: that it is in, unchanged, and stays in.

Everything is proved anew each time, with the salt that follows from the code, against heads that
others keep too: what the database says of itself is not believed.
"""

import base64
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from netralitas.audit import log
from netralitas.audit.log import LogBroken
from netralitas.audit.merkle import leaf_hash
from netralitas.audit.proofs import root_by_inclusion, roots_by_consistency
from netralitas.database.connection import Connection
from netralitas.intake.receipt_seal import Receipt, promise_of, says_the_same
from netralitas.public.log import queries
from netralitas.public.log.queries import DayHead, Entry, Seal
from netralitas.public.reporting.holder import Holder
from netralitas.public.reporting.sending import Report

FORMAT: Final = "netralitas receipt proof 1"


class State(StrEnum):
    """What is known of a receipt in the public log."""

    UNSEALED = "unsealed"
    WAITING = "waiting"
    RIGHT = "right"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A leaf under the newest head: its place, its hash, and the hashes beside it."""

    position: int
    leaf: bytes
    path: tuple[bytes, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the part of a proof."""
        path = [base64.b64encode(digest).decode() for digest in self.path]
        return {"position": self.position, "leaf": self.leaf.hex(), "inclusion": path}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What became of a check; `day` is the first head over the receipt, `case` a leaf of its case.

    `case` is None while the office has not taken the report in, or not long enough ago.
    """

    state: State
    newest: DayHead | None = None
    day: DayHead | None = None
    receipt: Proved | None = None
    case: Proved | None = None
    consistency: tuple[bytes, ...] = ()
    said: str = ""

    @property
    def since(self) -> date | None:
        """The day on which the receipt went into the public log."""
        return self.day.day if self.day else None

    def proof(self, salt: bytes) -> dict[str, Any] | None:
        """Return the proof to take home, None while there is none; it holds no code."""
        if self.receipt is None or self.newest is None or self.day is None:
            return None
        return {
            "format": FORMAT,
            "checkpoint": self.newest.note,
            "day_checkpoint": self.day.note,
            "consistency": [base64.b64encode(one).decode() for one in self.consistency],
            "receipt": {**self.receipt.as_json(), "said": self.said, "salt": salt.hex()},
            "case": None if self.case is None else self.case.as_json(),
        }


BROKEN: Final = Checked(state=State.BROKEN)


async def check(c: Connection, holder: Holder, report: Report | None) -> Checked:
    """Return what the public log proves of a receipt; in the transaction of its code.

    `report` is what the inbox has of it, and must say what was sealed.
    """
    seal = await queries.seal_of(c, holder.digest)
    entries = await queries.entries_of(c, holder.digest)
    entry = entries.get("receipt")
    if seal is None:
        gone = entry or (report and await queries.was_public(c, report.sent_at))
        return BROKEN if gone else Checked(state=State.UNSEALED)
    if not _opens(seal, holder, report):
        return BROKEN
    if entry is None:
        return Checked(state=State.WAITING)
    try:
        return await _proved(c, seal, [entry, *_case(entries)])
    except (LogBroken, ValueError):
        return BROKEN


def _case(entries: dict[str, Entry]) -> list[Entry]:
    return [entries["case"]] if "case" in entries else []


def _opens(seal: Seal, holder: Holder, report: Report | None) -> bool:
    """Say whether the salt opens the promise, and what was promised is the report that is kept."""
    if promise_of(holder.salt, seal.said) != seal.promise:
        return False
    if report is None:
        return True
    kept = Receipt(
        number=report.number,
        office="",
        sent_at=report.sent_at,
        kind=report.confidentiality.value,
        files=[file.sha256 for file in report.files],
    )
    return says_the_same(seal.said, kept)


async def _proved(c: Connection, seal: Seal, entries: list[Entry]) -> Checked:
    """Return the proofs once they lead to the heads; LogBroken or ValueError when they do not."""
    around = await queries.heads_around(c, entries[0].position)
    if around is None or entries[0].leaf != leaf_hash(seal.promise):
        raise LogBroken("the leaf is not that of the receipt, or under no head")
    newest, day = around
    found = await log.inclusions(c, [each.position for each in entries], newest.size, log.PUBLIC)
    proved = []
    for each in entries:
        path = found[each.position]
        if root_by_inclusion(each.leaf, each.position, newest.size, path) != newest.root:
            raise LogBroken("a leaf is not under the newest head")
        proved.append(Proved(position=each.position, leaf=each.leaf, path=tuple(path)))
    return Checked(
        state=State.RIGHT,
        newest=newest,
        day=day,
        receipt=proved[0],
        case=proved[1] if len(proved) > 1 else None,
        consistency=tuple(await _continued(c, day, newest)),
        said=seal.said,
    )


async def _continued(c: Connection, day: DayHead, newest: DayHead) -> list[bytes]:
    """Return the proof that the newest head continues another; LogBroken when it does not."""
    if day.size == newest.size:
        return []
    proof = await log.consistency(c, day.size, newest.size, log.PUBLIC)
    roots = roots_by_consistency(day.size, newest.size, proof, day.root)
    if roots != (day.root, newest.root):
        raise LogBroken("the newest head does not continue that of the day")
    return proof
