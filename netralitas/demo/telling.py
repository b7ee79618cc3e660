"""How the demo's cases are told: through the product's own commands, at moments of the past."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, LetterAnswer, Paper
from netralitas.cases.commands import make_move
from netralitas.cases.corrections import CorrectionRequest, confirm_correction, propose_correction
from netralitas.cases.domain import ExclusionGround, NewCase, OpenedCase
from netralitas.cases.exclusions import exclude
from netralitas.cases.facts import FactRequest, record_fact
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.demo.papers import example_pdf
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.intake.commands import take_in
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.vault.domain import Identity

ZONE: Final = ZoneInfo("Asia/Jakarta")
MEGABYTE: Final = 1024 * 1024

_PROCEEDINGS = """
SELECT id, version, workflow, respondent, state FROM proceeding WHERE case_file = $1 ORDER BY id
"""
_RESPONDENTS = "SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal"
_LAST_EVENT = """
SELECT max(id) FROM event WHERE stream = $1 AND $2 = ANY (facts)
"""


@dataclass(slots=True, kw_only=True)
class Teller:
    """Tells cases as the officers would have made them; `today` is the day they are told on."""

    actors: Mapping[str, Actor]
    offices: Mapping[str, int]
    elections: Mapping[str, int]
    book: RuleBook
    keys: Keys
    storage: Storage
    today: date
    letters: int = field(default=100)

    def when(self, days_ago: int, hour: int = 9, minute: int = 0) -> datetime:
        """Return a moment so many days before today, never later than now."""
        on = self.today - timedelta(days=days_ago)
        return min(datetime.combine(on, time(hour, minute), ZONE), clock.now())

    async def open(self, who: str, new: NewCase, reporter: Identity | None) -> OpenedCase:
        """Take a case in at its moment of receipt."""
        async with _recording(new.received.at or clock.now()):
            return await take_in(self.actors[who], new, reporter, book=self.book, keys=self.keys)

    async def move(  # noqa: PLR0913 - one line of a story
        self,
        who: str,
        case: int,
        move: str,
        at: datetime,
        *,
        workflow: str = "handling",
        respondents: tuple[int, ...] = (),
        note: str | None = None,
        happened: Moment | None = None,
        chosen: tuple[int, ...] = (),
        **answers: Any,  # noqa: ANN401 - fields of Answers by name
    ) -> None:
        """Make a move at its moment: on the handling, or on the referrals of these respondents.

        `chosen` are the respondents that a hand-over names.
        """
        targets = await self._targets(case, workflow, respondents)
        request = MoveRequest(
            case=case,
            targets=targets,
            move=move,
            happened=happened or Moment.time(at),
            note=note,
            answers=Answers(respondents=chosen, **answers),
        )
        async with _recording(at):
            await make_move(self.actors[who], request, book=self.book)

    async def fact(
        self, who: str, case: int, fact: str, at: datetime, note: str | None = None
    ) -> None:
        """Record a fact of the handling at its moment."""
        (target,) = await self._targets(case, "handling", ())
        request = FactRequest(
            case=case, target=target, fact=fact, happened=Moment.time(at), note=note
        )
        async with _recording(at):
            await record_fact(self.actors[who], request, book=self.book)

    async def correct(self, case: int, fact: str, to: datetime, at: datetime, why: str) -> None:
        """Let Rina propose another moment for a fact, and Bagas agree ten minutes later."""
        (target,) = await self._targets(case, "handling", ())
        async with reading(EVERYTHING) as connection:
            event = await connection.fetchval(_LAST_EVENT, case, fact)
        request = CorrectionRequest(
            case=case, target=target, event=event, happened=Moment.time(to), reason=why
        )
        async with _recording(at):
            proposed = await propose_correction(self.actors["rina"], request)
        (target,) = await self._targets(case, "handling", ())
        async with _recording(at + timedelta(minutes=10)):
            await confirm_correction(self.actors["bagas"], case, target, proposed, book=self.book)

    async def exclude(self, who: str, case: int, ground: str, at: datetime, why: str) -> None:
        """Exclude an officer from a case."""
        async with _recording(at):
            await exclude(
                self.actors["sari"], case, self.actors[who].officer, ExclusionGround(ground), why
            )

    async def respondents(self, case: int) -> tuple[int, ...]:
        """Return the respondents of a case in their order."""
        async with reading(EVERYTHING) as connection:
            return tuple(row["id"] for row in await connection.fetch(_RESPONDENTS, case))

    async def paper(self, kind: DocumentKind, title: str) -> Paper:
        """Return an uploaded example paper."""
        stored = await self.storage.keep(example_pdf(title), MEGABYTE)
        return Paper(kind=kind, title=title, stored=stored)

    def letter(self, on: datetime, subject: str, office: str = "K.KC-01") -> LetterAnswer:
        """Return a letter of that day with the next invented number."""
        self.letters += 1
        printed = f"{self.letters:03}/PP.01/{office}/{on:%m}/{on:%Y}"
        return LetterAnswer(
            printed=printed,
            dated_on=on.date(),
            subject=subject,
            method="kurir",
            sent_on=on.date(),
        )

    async def _targets(
        self, case: int, workflow: str, respondents: tuple[int, ...]
    ) -> tuple[Target, ...]:
        async with reading(EVERYTHING) as connection:
            rows = await connection.fetch(_PROCEEDINGS, case)
        return tuple(
            Target(id=row["id"], version=row["version"])
            for row in rows
            if row["workflow"] == workflow
            and (not respondents or row["respondent"] in respondents)
            and row["state"] != "rerouted"
        )


@asynccontextmanager
async def _recording(moment: datetime) -> AsyncIterator[None]:
    """Make the database record what is done inside at `moment`: the owner alone may do this."""
    await _set_recording_time(moment.isoformat())
    try:
        with clock.at(moment):
            yield
    finally:
        await _set_recording_time("")


async def _set_recording_time(text: str) -> None:
    """Say it to the session: the seeding engine has one connection only."""
    connection = await ENGINE.take()
    try:
        await connection.fetchval("SELECT set_config('netralitas.recording_time', $1, false)", text)
    finally:
        await ENGINE.give_back(connection)
