"""The demo's agreement on internet content: signed, changed, and worked under."""

from typing import Final

from netralitas.agreements.commands import (
    Keeping,
    Step,
    enter_agreement,
    keep_record,
    move_agreement,
    share_page,
)
from netralitas.agreements.records.values import (
    Addendum,
    Change,
    Entry,
    Initials,
    Letter,
    Official,
    PageStep,
    Question,
    Receipt,
    Settlement,
    Talk,
    WebPage,
)
from netralitas.demo.oversight_text import paper
from netralitas.demo.telling import Teller, type_story

_PAGE: Final = "https://media-warga.example/akun/unggahan/6093"


class Oversight:
    """Tells how the agreement came to be, and what happened under it."""

    def __init__(self, teller: Teller) -> None:
        """Take the people and the moments of the demo."""
        self._t = teller
        self._agreement = 0

    async def story(self) -> None:
        """Tell it from the first talk to a page that waits for an answer."""
        with await self._t.at(self._t.when(400)):
            self._agreement = await enter_agreement(self._t.actors["sari"], paper(self._t))
        for ago, who, move in (
            (395, "sari", "perumusan"),
            (390, "sari", "penyusunan"),
            (380, "sari", "pengajuan"),
            (375, "tono", "persetujuan"),
            (370, "sari", "penandatanganan"),
        ):
            await self._move(ago, who, move)
        for party, name, capacity in (
            (1, "Tono Adiputra", "Anggota"),
            (2, "Sekar Larasati", "Sekretaris dinas"),
        ):
            entry = Initials(party=party, name=name, capacity=capacity, pages="1 sampai 4")
            await self._keep(371, entry)
        await self._happened()

    async def _happened(self) -> None:
        """Tell of the addendum, another official, a question, a letter and a page."""
        change = Change(
            at="Pasal 2 ayat (2)",
            how="replace",
            text="Pihak kedua meminta penurunan paling lambat 2 (dua) hari setelah diberi tahu.",
        )
        numbers = ("021/PM.04/K.TL-01/2025", "011/PKS/TL/2025")
        await self._keep(150, Addendum(numbers=numbers, signed=(1, 2), changes=(change,)))
        capacity = "Kepala Dinas Komunikasi dan Informatika"
        await self._keep(120, Official(party=2, name="Baskara Wening", capacity=capacity))
        asked = await self._keep(
            90, Question(at="Pasal 2 ayat (1)", text="Siapa menangkap halaman pada hari libur?")
        )
        await self._keep(80, Talk(text="Dibahas bersama di ruang rapat."), asked)
        settled = Settlement(text="Pihak kesatu menangkap setiap hari.", agreed=(1, 2))
        await self._keep(79, settled, asked)
        letter = Letter(
            sender=1, receiver=2, number="057/PM.04/2026", subject="Daftar halaman", way="direct"
        )
        sent = await self._keep(12, letter)
        await self._keep(12, Receipt(proof="signature"), sent)
        await self._page()

    async def _page(self) -> None:
        at = self._t.when(7, 10)
        page = WebPage(party=1, url=_PAGE, platform="instagram", category="asn_support")
        with await self._t.at(at):
            shared = await share_page(
                *(self._t.actors["sari"], self._agreement, page, at.date()), book=self._t.book
            )
        await self._keep(6, PageStep(step="captured", party=1), shared)
        await self._keep(5, PageStep(step="asked", party=2), shared)
        answer = PageStep(step="answered", party=2, due_on=self._t.workday(2))
        await self._keep(4, answer, shared)

    async def _move(self, ago: int, who: str, move: str) -> None:
        at = self._t.when(ago, 11)
        step = Step(move=move, version=1, on=at.date(), signed=(1, 2))
        with await self._t.at(at):
            await move_agreement(self._t.actors[who], self._agreement, step, book=self._t.book)

    async def _keep(self, ago: int, entry: Entry, about: int | None = None) -> int:
        at = self._t.when(ago, 14)
        new = Keeping(entry=entry, on=at.date(), about=about)
        with await self._t.at(at):
            return await keep_record(
                self._t.actors["sari"], self._agreement, new, book=self._t.book
            )

    def all(self) -> list[type_story]:
        """Return the story, not yet begun."""
        return [self.story()]
