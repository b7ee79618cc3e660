"""What the parties of the demo asked of each other, and who works for them: all invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from netralitas.agreements.commands import Step, enter_agreement, move_agreement
from netralitas.demo.exchange_paper import (
    ANSWER_WORKDAYS,
    ASKED_AT,
    FACILITY_AT,
    PERIOD_AT,
    paper,
)
from netralitas.demo.force_stories import Forces
from netralitas.demo.telling import Teller, type_story
from netralitas.exchange.commands import Target, ask, decide, deliver
from netralitas.exchange.domain import (
    Decision,
    Delivery,
    Ending,
    Item,
    Kind,
    Label,
    NewRequest,
    Outcome,
    Use,
)

_SIGNED: Final = 370
_DIGEST: Final = bytes.fromhex("9f" * 32)


class ExchangeStories:
    """An agreement on exchange from its first draft, three requests, a task force, a roster."""

    def __init__(self, teller: Teller, parent: Callable[[], int]) -> None:
        """`parent` gives the agreement on which it rests, once it is signed."""
        self._t = teller
        self._parent = parent
        self._agreement = 0

    def all(self) -> list[type_story]:
        """Return the story, not yet begun."""
        return [self.told()]

    async def told(self) -> None:
        """Tell it from the draft to the request that waits today."""
        await self._sign()
        forces = Forces(self._t, self._agreement)
        await forces.form()
        await self._granted()
        await self._refused()
        await forces.fill()
        await self._waiting()

    async def _sign(self) -> None:
        actors, text = self._t.actors, paper(self._t.offices, self._t.when(_SIGNED).year)
        with await self._t.at(self._t.when(400, 10)):
            self._agreement = await enter_agreement(actors["seno"], text, self._parent())
        for ago, who, move in (
            (396, "seno", "perumusan"),
            (392, "seno", "penyusunan"),
            (386, "seno", "pengajuan"),
            (380, "tono", "persetujuan"),
            (_SIGNED, "seno", "penandatanganan"),
        ):
            at = self._t.when(ago, 11)
            signed = (1, 2) if ago == _SIGNED else ()
            step = Step(move=move, version=1, on=at.date(), signed=signed)
            with await self._t.at(at):
                await move_agreement(actors[who], self._agreement, step, book=self._t.book)

    async def _granted(self) -> None:
        """Data for a map of risks: two fields given under a condition, the NIK not."""
        items = (
            Item(name="Jumlah pegawai per unit kerja", basis=f"{ASKED_AT} perjanjian ini"),
            Item(name="Jenis jabatan per unit kerja", basis=f"{ASKED_AT} perjanjian ini"),
            Item(name="NIK pegawai", basis="Tugas pengawasan menurut UU 7/2017"),
        )
        letter = replace(
            self._letter(120, "bkpsdm", "041/PM.04/K.TL-01"),
            subject="Susunan pegawai per unit kerja",
            purpose="Menentukan unit yang didahulukan dalam sosialisasi netralitas.",
            items=items,
            label=Label.LIMITED,
        )
        one = await self._asked(120, "rina", letter)
        decision = Decision(
            outcome=Outcome.PARTIAL,
            on=self._t.when(113).date(),
            number="800.1/077/BKPSDM",
            signed_as="Kepala BKPSDM",
            conditions="Hanya angka per unit; tidak diteruskan, dimusnahkan sesudah dipakai.",
            granted=(1, 2),
            ending=Ending.ERASED,
            return_by=self._t.when(-30).date(),
        )
        with await self._t.at(self._t.when(113, 14)):
            await decide(self._t.actors["ratih"], self._target(one, 1), decision)
        given = Delivery(
            on=self._t.when(108).date(),
            label=Label.LIMITED,
            what="Satu tabel angka per unit kerja, tanpa nama pegawai",
            number="800.1/081/BKPSDM",
            digest=_DIGEST,
        )
        with await self._t.at(self._t.when(108, 10)):
            await deliver(self._t.actors["dewa"], self._target(one, 2), given)

    async def _refused(self) -> None:
        """A hall that was taken on that day."""
        letter = replace(
            self._letter(60, "bkpsdm", "063/PM.04/K.TL-01"),
            kind=Kind.FACILITY,
            subject="Aula untuk sosialisasi",
            purpose="Sosialisasi netralitas bagi pegawai kecamatan.",
            items=(Item(name="Aula untuk 80 orang dengan pengeras suara"),),
            article=FACILITY_AT,
            use=self._use(46, "Aula BKPSDM", 1),
        )
        one = await self._asked(60, "seno", letter)
        decision = Decision(
            outcome=Outcome.REFUSED,
            on=self._t.when(55).date(),
            number="000.2/131/BKPSDM",
            signed_as="Kepala BKPSDM",
            reason="Aula dipakai untuk seleksi pegawai pada hari itu; hari lain tersedia.",
        )
        with await self._t.at(self._t.when(55, 9)):
            await decide(self._t.actors["ratih"], self._target(one, 1), decision)

    async def _waiting(self) -> None:
        """A speaker whom the local government asked for; the answer is due by Pasal 3."""
        asked_on = self._t.workday(-5)
        ago = (self._t.today - asked_on).days
        due = self._t.book.calendar().workday_after(asked_on, ANSWER_WORKDAYS)
        letter = replace(
            self._letter(ago, "kab", "800.1/214/BKPSDM"),
            kind=Kind.SPEAKER,
            subject="Narasumber pembekalan pegawai baru",
            purpose="Pembekalan netralitas bagi pegawai yang baru diangkat.",
            items=(Item(name="Satu narasumber selama dua jam"),),
            article="Pasal 2 ayat (2)",
            use=self._use(-21, "Aula BKPSDM", 1),
            signed_as="Kepala BKPSDM",
            answer_by=due,
            answer_at=PERIOD_AT,
        )
        await self._asked(ago, "dewa", letter)

    def _use(self, ago: int, place: str, amount: int) -> Use:
        return Use(on=self._t.today - timedelta(days=ago), until=None, place=place, amount=amount)

    def _letter(self, ago: int, to: str, number: str) -> NewRequest:
        """Return a letter of Bawaslu to an office, still without what it asks for."""
        on = self._t.when(ago, 9)
        return NewRequest(
            agreement=self._agreement,
            kind=Kind.DATA,
            label=Label.PLAIN,
            addressee=self._t.offices[to],
            number=f"{number}/{on.year}",
            asked_on=on.date(),
            signed_as="Ketua Bawaslu Kabupaten Tanjung Lestari",
            article=ASKED_AT,
            subject="",
            purpose="",
            items=(),
        )

    async def _asked(self, ago: int, who: str, new: NewRequest) -> int:
        with await self._t.at(self._t.when(ago, 9)):
            return await ask(self._t.actors[who], new)

    def _target(self, request: int, version: int) -> Target:
        return Target(agreement=self._agreement, request=request, version=version)
