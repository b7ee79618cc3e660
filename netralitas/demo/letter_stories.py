"""The demo's hand-told letters: one that came back, a late proof, letters in a line."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases.domain import PositionClass
from netralitas.correspondence.commands.acts import (
    Letterhead,
    Proved,
    add_copies,
    prove_receipt,
    record_place,
    record_return,
)
from netralitas.correspondence.domain import AddressKind, ReceiptProof
from netralitas.correspondence.offices import NewAddress, add_address
from netralitas.demo import recording
from netralitas.demo.steps import DECIDED, Steps
from netralitas.demo.telling import CaseTold
from netralitas.documents.domain import DocumentKind

_SENT: Final = "SELECT max(id) FROM letter WHERE case_file = $1 AND direction = 'out'"
_CAME: Final = "SELECT max(id) FROM letter WHERE case_file = $1 AND direction = 'in'"
_ADDRESSES: Final = (
    ("bkn", AddressKind.POSTAL, "Jalan Contoh Raya 12, Ibu Kota Negara", date(2024, 1, 1)),
    ("bkn", AddressKind.APPLICATION, "Aplikasi pengaduan netralitas BKN", date(2024, 9, 4)),
    ("bkpsdm", AddressKind.POSTAL, "Jalan Pemuda Contoh 3, Tanjung Lestari", date(2023, 1, 1)),
    ("bkpsdm", AddressKind.POSTAL, "Kompleks Perkantoran Contoh Blok B", date(2026, 3, 2)),
)


class LetterStories(Steps):
    """Cases whose letters went a way of their own."""

    async def came_back(self) -> None:
        """Forwarded by post to an old address: the letter came back, and nobody has it."""
        at = self.t.when(58, 9)
        person = self.cast.civil_servant(PositionClass.SUPERVISOR)
        case = await self.take(at, "Kepala seksi membagikan bingkisan bergambar calon", (person,))
        await self.walk(case, at, DECIDED)
        sent = at + timedelta(days=4)
        posted = replace(self.t.clerk.letter(sent, "Penerusan"), method="registered")
        await self.forward(case, sent, "bkn", letter_out=posted)
        back = at + timedelta(days=16)
        with await self.t.at(back):
            actor, on = self.t.actors["rina"], await self._sent(case)
            await record_return(actor, on, back.date(), book=self.t.book)
            await record_place(actor, on, "Lemari arsip 2, map surat kembali", book=self.t.book)

    async def proved_late(self) -> None:
        """Received after four days, and the signed receipt came to light seven weeks later."""
        at = self.t.when(80, 10)
        person = self.cast.civil_servant(PositionClass.ADMINISTRATOR)
        case = await self.take(
            at, "Kepala bidang hadir dalam konsolidasi tim pemenangan", (person,)
        )
        await self.walk(case, at, DECIDED)
        await self.forward(case, at + timedelta(days=4), "bkn")
        received = (at + timedelta(days=8)).date()
        paper = await self.t.clerk.paper(DocumentKind.PROOF, "Tanda terima surat")
        with await self.t.at(self.t.when(23, 14)):
            on = await self._sent(case)
            proved = Proved(
                happened=Moment.day(received),
                proof=ReceiptProof.SIGNED_RECEIPT,
                method="hand",
                paper=paper.stored,
            )
            await prove_receipt(self.t.actors["rina"], on, proved, book=self.t.book)
            copies = ("Inspektorat Kabupaten Tanjung Lestari",)
            await add_copies(self.t.actors["rina"], on, copies, book=self.t.book)

    async def asked_back(self) -> None:
        """The authority asks before it decides, and Bawaslu answers: three letters in a line."""
        at = self.t.when(44, 9)
        person = self.cast.civil_servant(PositionClass.WARD_HEAD)
        case = await self.take(at, "Lurah mengunggah dukungan di grup warga", (person,))
        await self.walk(case, at, DECIDED)
        await self.forward(case, at + timedelta(days=4), "bkn")
        await self.refer(case, at + timedelta(days=7), "receive")
        asked = at + timedelta(days=12)
        await self.refer(case, asked, "clarification_asked", fact=True)
        answer = self.t.clerk.letter(asked + timedelta(days=3), "Jawaban permintaan klarifikasi")
        came = await recording.value(_CAME, case.id)
        await self.refer(
            case,
            asked + timedelta(days=3),
            "clarification_answered",
            fact=True,
            letter_out=replace(answer, reply_to=came),
        )

    async def addresses(self) -> None:
        """Where two offices are reached, of which one has moved."""
        with await self.t.at(self.t.when(60, 8)):
            for office, kind, value, since in _ADDRESSES:
                new = NewAddress(
                    organisation=self.t.offices[office],
                    kind=kind,
                    value=value,
                    valid_from=since,
                    told_on=since,
                    told_by="Surat edaran instansi (rekaan)",
                )
                await add_address(self.t.actors["rina"], new)

    async def _sent(self, case: CaseTold) -> Letterhead:
        return Letterhead(case=case.id, letter=await recording.value(_SENT, case.id))
