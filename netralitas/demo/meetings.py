"""The demo's evaluation meetings: two held with frozen figures and decisions, one planned."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from netralitas.audit.sequencer import sequence
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo.pacing import ZONE
from netralitas.demo.telling import Teller, type_story
from netralitas.evaluation.commands import (
    NewDecision,
    NewMeeting,
    NewPresence,
    Plan,
    add_item,
    add_presence,
    decide,
    finish_decision,
    freeze,
    hold,
    plan,
)
from netralitas.evaluation.domain import MeetingKind

_PLANNED_BEFORE: Final = timedelta(days=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision of a meeting: which office does it within how many days, and when it was done."""

    text: str
    office: str
    within: int
    done_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting so many days before today, or after it where the number is negative."""

    title: str
    days_ago: int
    items: tuple[str, ...]
    presence: tuple[tuple[str, int, str], ...] = ()
    decisions: tuple[Decided, ...] = ()


MEETINGS: Final = (
    Meeting(
        title="Evaluasi pertama tahun ini",
        days_ago=212,
        items=(
            "Perkara tahun lalu dan tindak lanjutnya",
            "Jadwal sosialisasi tahun ini",
        ),
        presence=(
            ("kab", 4, "ketua, anggota, dan staf penanganan"),
            ("bkpsdm", 3, "kepala bidang disiplin dan staf"),
            ("inspektorat", 1, "inspektur pembantu"),
        ),
        decisions=(
            Decided(
                text="Menyerahkan daftar pejabat yang berwenang menghukum per jenis jabatan",
                office="bkpsdm",
                within=45,
                done_after=38,
            ),
            Decided(
                text="Mengirim kajian lengkap bersama setiap penerusan",
                office="kab",
                within=30,
                done_after=21,
            ),
        ),
    ),
    Meeting(
        title="Evaluasi menjelang pemilihan ulang",
        days_ago=58,
        items=(
            "Rekomendasi yang melewati tenggat",
            "Unit kerja yang belum terjangkau sosialisasi",
            "Publikasi tindak lanjut",
        ),
        presence=(
            ("kab", 5, "ketua, anggota, PPID, dan staf"),
            ("bkpsdm", 2, "kepala bidang disiplin dan PPID"),
        ),
        decisions=(
            Decided(
                text="Menyelesaikan pemeriksaan atas rekomendasi yang melewati tenggat",
                office="bkpsdm",
                within=30,
            ),
            Decided(
                text="Mengadakan sosialisasi di tiga unit kerja yang belum terjangkau",
                office="kab",
                within=90,
            ),
        ),
    ),
    Meeting(
        title="Evaluasi akhir tahun",
        days_ago=-21,
        items=("Perpanjangan nota kesepakatan", "Rencana tahun depan"),
    ),
)


class Meetings:
    """Tells the meetings; the secretary keeps them."""

    def __init__(self, teller: Teller) -> None:
        """`teller` knows the people and the offices."""
        self._teller = teller
        self._secretary = teller.actors["seno"]

    def stories(self, agreement: Callable[[], int]) -> Iterator[type_story]:
        """Yield each meeting as a story, under the agreement that asks for it once it is signed."""
        for meeting in MEETINGS:
            yield self._tell(meeting, agreement)

    async def _tell(self, meeting: Meeting, agreement: Callable[[], int]) -> None:
        on = self._teller.workday(-meeting.days_ago)
        day = datetime.combine(on, time(9), ZONE)
        with await self._teller.at(day - _PLANNED_BEFORE):
            identity = await plan(
                self._secretary,
                NewMeeting(
                    kind=MeetingKind.PERIODIC,
                    other_party=self._teller.offices["bkpsdm"],
                    plan=Plan(title=meeting.title, planned_on=on, place="Aula Bawaslu"),
                    agreement=agreement(),
                ),
            )
            for item in meeting.items:
                await add_item(self._secretary, identity, item)
        if meeting.days_ago > 0:
            await self._hold(meeting, identity, day)

    async def _hold(self, meeting: Meeting, identity: int, day: datetime) -> None:
        with await self._teller.at(day):
            await put_in_order()
            await freeze(self._secretary, identity)
        with await self._teller.at(day + timedelta(hours=4)):
            await hold(self._secretary, identity, day.date())
            for office, persons, capacity in meeting.presence:
                present = NewPresence(
                    organisation=self._teller.offices[office], persons=persons, capacity=capacity
                )
                await add_presence(self._secretary, identity, present)
            decided = [(one, await self._decide(identity, day, one)) for one in meeting.decisions]
        for one, decision in sorted(decided, key=lambda pair: pair[0].done_after or 0):
            if one.done_after is not None:
                done = day + timedelta(days=one.done_after)
                with await self._teller.at(done):
                    await finish_decision(self._secretary, identity, decision, done.date())

    async def _decide(self, identity: int, day: datetime, decided: Decided) -> int:
        return await decide(
            self._secretary,
            identity,
            NewDecision(
                text=decided.text,
                organisation=self._teller.offices[decided.office],
                due_on=(day + timedelta(days=decided.within)).date(),
            ),
        )


async def put_in_order() -> None:
    """Put every event so far into the log: figures are counted up to a place in it."""
    async with writing(EVERYTHING) as connection:
        while await sequence(connection):
            pass
