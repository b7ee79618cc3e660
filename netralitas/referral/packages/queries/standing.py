"""How a package stands: the deadlines that both sides see, and by what its receipt is proved."""

from datetime import datetime
from typing import Final

from netralitas.access.policy import Field
from netralitas.cases import words as case_words
from netralitas.cases.queries import CaseView
from netralitas.correspondence.words import PROOFS
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.law.words import day
from netralitas.referral.packages import words
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.pages import Running

_CLOCKS: Final = """
SELECT DISTINCT ON (rule, due_at) rule, due_at, problem FROM clock
WHERE proceeding = ANY ($1) AND ended_by IS NULL AND superseded_by IS NULL
  AND paused_by IS NULL
ORDER BY rule, due_at
"""
_LETTER: Final = "SELECT received_on, proof FROM letter WHERE id = $1"
_CONFIRMED_BY: Final = """
SELECT n.text FROM event e JOIN event_note n ON n.event = e.id
WHERE e.stream = $1 AND e.name = 'case.package_confirmed' AND e.details ->> 'package_id' = $2
ORDER BY e.id DESC LIMIT 1
"""


async def running_for(
    connection: Connection, view: CaseView, package: Package
) -> tuple[Running, ...]:
    """Return the deadlines that run at the receiver, the nearest first."""
    rows = await connection.fetch(_CLOCKS, list(package.proceedings))
    return tuple(
        Running(label=_rule(view, row["rule"]), sentence=_due(view, row), late=_late(view, row))
        for row in sorted(rows, key=lambda row: (row["due_at"] is None, row["due_at"]))
    )


def _rule(view: CaseView, code: str) -> str:
    return view.book.versions(code)[-1].label if code in view.book.codes() else code


def _due(view: CaseView, row: Row) -> str:
    if row["due_at"] is None:
        return row["problem"] or "Tanggalnya belum dapat dihitung."
    on = row["due_at"].astimezone(Zone(view.dossier.zone).tz).date()
    left = (on - view.today).days
    if left < 0:
        return f"{day(on)}, terlambat {case_words.days(-left)}"
    return f"{day(on)}, {'hari ini' if left == 0 else f'{case_words.days(left)} lagi'}"


def _late(view: CaseView, row: Row) -> bool:
    due: datetime | None = row["due_at"]
    return due is not None and due < view.now


async def receipt_of(connection: Connection, view: CaseView, package: Package) -> str | None:
    """Return by what the receipt of its letter is proved, if it is."""
    row = await connection.fetchrow(_LETTER, package.letter) if package.letter else None
    if row is None or not (row["received_on"] or row["proof"]) or Field.LETTERS not in view.seen:
        return None
    on = day(row["received_on"]) if row["received_on"] else words.NO_DATE
    proof = PROOFS.get(row["proof"] or "")
    return f"{on}. {proof}." if proof else f"{on}."


async def confirmed_by(connection: Connection, view: CaseView, package: Package) -> str | None:
    """Return the note that names who confirmed by code, for those who read notes."""
    if package.confirmed_at is None or Field.NOTES not in view.seen:
        return None
    found: str | None = await connection.fetchval(_CONFIRMED_BY, view.dossier.id, str(package.id))
    return found
