"""The demo's task force and liaison officers, and who is on duty this month: all invented."""

from datetime import date, time, timedelta
from typing import Final

from netralitas.demo.telling import Teller
from netralitas.exchange.forces.commands import Place, form_force, name_member, set_duty
from netralitas.exchange.forces.domain import (
    ForceKind,
    NewDuty,
    NewForce,
    NewMember,
    Post,
)

_PEOPLE: Final = (
    ("Kartika Mandala", "bkpsdm", "Kepala Bidang Disiplin", Post.LEADER, None),
    ("Rina Paramita", "kab", "Staf penanganan pelanggaran", Post.DEPUTY, None),
    ("Surya Hapsari", "bkpsdm", "Analis kepegawaian", Post.MEMBER, None),
    ("Gita Oktaviani", "kab", "Staf pencegahan", Post.MEMBER, 18),
)
_TASKS: Final = (
    "Menerima dan memilah permintaan data dan fasilitas\n"
    "Menyiapkan tabel data sesuai keputusan\n"
    "Menyiapkan evaluasi tahunan"
)
_HOURS: Final = (time(8), time(15, 30))


class Forces:
    """A task force of both parties with a roster, and the liaison officers of one."""

    def __init__(self, teller: Teller, agreement: int) -> None:
        """`agreement` is the one on exchange."""
        self._t = teller
        self._agreement = agreement
        self._place = Place(agreement=agreement, force=0)
        self._members: list[int] = []

    async def form(self) -> None:
        """Form both, half a year ago, and name their people."""
        with await self._t.at(self._t.when(180, 10)):
            self._place = await self._formed(
                *(ForceKind.TASK_FORCE, "Satgas pertukaran data", "188.4/027", None), _TASKS
            )
            for name, office, capacity, post, left in _PEOPLE:
                until = None if left is None else self._t.today + timedelta(days=left)
                new = self._named(name, office, capacity, post, until)
                self._members.append(await name_member(self._t.actors["dewa"], self._place, new))
            liaison = await self._formed(
                *(ForceKind.LIAISON, "Narahubung Pemda", "800.1/019", "pemkab"),
                "Menerima surat dan meneruskannya kepada unit yang berwenang",
            )
            new = self._named("Ardi Santoso", "setda", "Kepala Subbagian Umum", Post.LIAISON, None)
            await name_member(self._t.actors["dewa"], liaison, new)

    async def fill(self) -> None:
        """Put those who stay on the roster of this month, a week each in turn."""
        first = self._t.today.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        stay = [
            member for member, (*_, left) in zip(self._members, _PEOPLE, strict=True) if not left
        ]
        with await self._t.at(self._t.when((self._t.today - first).days + 3, 13)):
            for place, (begin, end) in enumerate(self._weeks(first, last)):
                duty = NewDuty(
                    member=stay[place % len(stay)],
                    first=begin,
                    last=end,
                    begins_at=_HOURS[0],
                    ends_at=_HOURS[1],
                    place="Ruang layanan BKPSDM",
                    workdays=True,
                )
                calendar = self._t.book.calendar()
                await set_duty(self._t.actors["dewa"], self._place, duty, calendar=calendar)

    async def _formed(
        self, kind: ForceKind, name: str, decree: str, by: str | None, tasks: str
    ) -> Place:
        on = self._t.when(180).date()
        new = NewForce(
            agreement=self._agreement,
            kind=kind,
            name=name,
            decree_number=f"{decree}/{on.year}",
            decree_on=on,
            decreed_by=self._t.offices[by] if by else None,
            since=on,
            until=on + timedelta(days=364),
            tasks=tasks,
        )
        force = await form_force(self._t.actors["dewa"], new)
        return Place(agreement=self._agreement, force=force)

    def _named(
        self, name: str, office: str, capacity: str, post: Post, until: date | None
    ) -> NewMember:
        return NewMember(
            name=name,
            organisation=self._t.offices[office],
            capacity=capacity,
            post=post,
            since=self._t.when(180).date(),
            until=until,
            contact="(0999) 555-0117",
        )

    def _weeks(self, first: date, last: date) -> list[tuple[date, date]]:
        """Return the weeks of a month that have a working day."""
        calendar = self._t.book.calendar()
        found, begin = [], first
        while begin <= last:
            end = min(begin + timedelta(days=6 - begin.weekday()), last)
            days = (begin + timedelta(days=each) for each in range((end - begin).days + 1))
            if any(calendar.is_workday(day) for day in days):
                found.append((begin, end))
            begin = end + timedelta(days=1)
        return found
