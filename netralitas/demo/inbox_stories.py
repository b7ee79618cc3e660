"""What came in through the public door: three reports wait, one is a case by now, one was refused.

Sent by the functions of the public site as its role, answered by the commands of the inbox.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases.domain import NewCase, Person, PositionClass, Source
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import letterbox, recording
from netralitas.demo.posting import Citizens, Posted
from netralitas.demo.receipts import Sample
from netralitas.demo.steps import DECIDED, Steps
from netralitas.demo.telling import CaseTold, type_story
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.collecting import collect
from netralitas.intake.inbox.messages import write_message
from netralitas.intake.inbox.refusing import refuse_report
from netralitas.intake.inbox.taking import Means, take_report_in

_REPORT: Final = "SELECT id FROM inbox.report WHERE digest = $1"
_RESPONDENTS: Final = "SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal"
_SAID: Final = "Kepala subbagian diduga memasang spanduk tim pemenangan di kantor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Both sides of the public door: who writes, and the keys with which the office opens it."""

    citizens: Citizens
    keys: OfficeKeys


class InboxStories:
    """Tells what the public sent, and what officers did with it; `samples` are its receipts."""

    def __init__(self, steps: Steps, counter: Counter) -> None:
        """`steps` are those of the cases, among which one of the reports comes to stand."""
        self._steps = steps
        self._t = steps.t
        self._counter = counter
        self.samples: list[Sample] = []

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [
            *(self.unnamed(), self.in_confidence(), self.by_name()),
            *(self.refused(), self.taken_up()),
        ]

    async def unnamed(self) -> None:
        """Anonymous, the day before yesterday, with a photograph."""
        with await self._t.at(self._t.when(2, 19, 40)):
            posted = await self._counter.citizens.send(letterbox.UNNAMED)
        self._show(posted, "laporan tanpa nama yang menunggu di kotak masuk")

    async def in_confidence(self) -> None:
        """Confidential, yesterday evening; the witness is as little to be seen as the reporter."""
        with await self._t.at(self._t.when(1, 20, 15)):
            posted = await self._counter.citizens.send(letterbox.IN_CONFIDENCE)
        self._show(posted, "laporan rahasia yang menunggu di kotak masuk")

    async def by_name(self) -> None:
        """In the open, this morning."""
        with await self._t.at(self._t.when(0, 6, 50)):
            posted = await self._counter.citizens.send(letterbox.BY_NAME)
        self._show(posted, "laporan dengan nama yang menunggu di kotak masuk")

    async def refused(self) -> None:
        """A matter of others: Bagas says so, and its sender reads it."""
        at = self._t.when(9, 16, 5)
        with await self._t.at(at):
            posted = await self._counter.citizens.send(letterbox.NO_REPORT)
        with await self._t.at(at + timedelta(hours=17)):
            report = await self._report(posted)
            await refuse_report(self._t.actors["bagas"], report, letterbox.REFUSAL)
        self._show(posted, "laporan yang ditolak, dengan alasannya")

    async def taken_up(self) -> None:
        """Taken in by Bagas the next morning, asked about, answered, decided and forwarded."""
        at = self._t.when(16, 20, 30)
        person = self._steps.cast.civil_servant(PositionClass.SUPERVISOR)
        with await self._t.at(at):
            posted = await self._counter.citizens.send(letterbox.TAKEN_UP)
        at = self._t.when(15, 9, 10)
        with await self._t.at(at):
            case = await self._taken_in(posted, person)
        self._show(posted, "laporan lewat situs yang sudah diteruskan, dengan dua pesan")
        with await self._t.at(at + timedelta(hours=3)):
            await write_message(
                *(self._t.actors["bagas"], case.id, letterbox.QUESTION),
                book=self._t.book,
                keys=self._counter.keys,
            )
        await self._answered(posted, case)

    async def _answered(self, posted: Posted, case: CaseTold) -> None:
        at = self._t.when(15, 9, 10)
        await self._steps.walk(case, at, DECIDED[:3])
        with await self._t.at(at + timedelta(hours=26)):
            await self._counter.citizens.write(posted, letterbox.ANSWER)
            async with writing(EVERYTHING) as connection:
                await collect(connection)
        await self._steps.walk(case, at, DECIDED[3:])
        await self._steps.forward(case, at + timedelta(days=4), "bkn")
        await self._steps.refer(case, at + timedelta(days=11), "receive")

    async def _taken_in(self, posted: Posted, person: Person) -> CaseTold:
        means = Means(
            book=self._t.book,
            vault=self._t.keys,
            office=self._counter.keys,
            storage=self._t.clerk.storage,
        )
        new = self._matter(person)
        opened = await take_report_in(
            self._t.actors["bagas"], await self._report(posted), new, means
        )
        rows = await recording.rows(_RESPONDENTS, opened.id)
        return CaseTold(
            id=opened.id,
            keeper="bagas",
            respondents=tuple(row["id"] for row in rows),
            receipt=opened.receipt,
        )

    def _matter(self, person: Person) -> NewCase:
        """Return the matter as Bagas confirms it; kind, channel and number are the report's."""
        written = letterbox.TAKEN_UP
        at = self._t.when(16, 20, 30)
        return self._steps.matter(
            *(at, _SAID, (person,)),
            source=Source.INFORMATION,
            received=Moment.time(at),
            act_on=at.date() - timedelta(days=written.acted),
            known_on=at.date(),
            region=written.region,
            place=written.place,
            description=written.story,
        )

    async def _report(self, posted: Posted) -> int:
        report: int = await recording.value(_REPORT, posted.holder.digest)
        return report

    def _show(self, posted: Posted, about: str) -> None:
        self.samples.append(Sample(number=posted.number, code=posted.holder.code, about=about))
