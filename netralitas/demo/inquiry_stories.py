"""The demo's hand-told cases that are investigated in the product, from study to plenary."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.cases.domain import Channel, Employment, PositionClass, Source, Theme
from netralitas.demo import inquiry_texts as texts
from netralitas.demo import recording
from netralitas.demo.clarifying import Clarifying
from netralitas.demo.convening import Plenary
from netralitas.demo.gathering import Piece, gather, use
from netralitas.demo.inquiry import HOUR, Inquiry
from netralitas.demo.papers import example_pdf
from netralitas.demo.photograph import photograph
from netralitas.demo.steps import Steps
from netralitas.evidence.exhibits.domain import Nature, Origin, Purpose, Use
from netralitas.investigation.clarification.domain import Delivery, HeardRole
from netralitas.investigation.study.domain import Finding, Section

_PIECES: Final = "SELECT id FROM document WHERE case_file = $1 AND kind = 'evidence' ORDER BY id"


class InquiryStories(Steps):
    """Cases whose studies, sessions, meetings and papers are real."""

    async def clarification(self) -> None:
        """The reporter was heard, the ward head did not come and is invited for tomorrow."""
        at = self.t.when(3, 9, 30)
        case = await self.take(
            at,
            "Pembagian uang oleh pegawai kelurahan",
            (self.cast.civil_servant(PositionClass.WARD_HEAD),),
            who="bagas",
            theme=Theme.MONEY_POLITICS,
        )
        inquiry = Clarifying(t=self.t, case=case, who="bagas")
        await self._registered(inquiry, at)
        await gather(inquiry, at + timedelta(hours=25), *_OF_THE_WARD)
        reporter = await inquiry.hear(at + timedelta(hours=26), HeardRole.REPORTER)
        head = await inquiry.hear(at + timedelta(hours=26), HeardRole.RESPONDENT, 1)
        first, second = self.t.when(2, 15), self.t.when(1, 9)
        told = await inquiry.invite(at + timedelta(hours=27), reporter, first)
        missed = await inquiry.invite(at + timedelta(hours=27), head, second)
        await inquiry.received(at + timedelta(hours=28), missed, Delivery.HAND)
        await inquiry.held(first + HOUR, told, texts.OF_THE_REPORTER)
        await use(inquiry, first + 2 * HOUR, "bagas", 1, Use.VIEWED, Purpose.CLARIFICATION)
        await inquiry.absent(second + HOUR, missed)
        again = self.t.when(-1, 9)
        await inquiry.invite(second + 2 * HOUR, head, again)

    async def in_plenary(self) -> None:
        """A finding whose study, in two versions, lies on the table of today's meeting."""
        at = self.t.when(5, 9)
        people = (self.cast.civil_servant(PositionClass.FUNCTIONAL), self.cast.unknown())
        case = await self.take(
            *(at, "Pengawas menemukan ASN dalam rapat tim pemenangan", people),
            who="wulan",
            reporter=None,
            source=Source.FINDING,
            channel=Channel.SUPERVISION,
        )
        fixed, next_day = self.t.when(3, 9), self.t.when(2, 9)
        await self.walk(case, fixed, (("fix_finding", 0), ("register_finding", 2)))
        inquiry = Inquiry(t=self.t, case=case, who="rina")
        await gather(inquiry, fixed + 3 * HOUR, *_OF_THE_MEETING)
        await self.walk(case, fixed, (("skip_clarification", 4),))
        await inquiry.write(fixed + 5 * HOUR, texts.FIRST)
        await inquiry.comment(
            *(fixed + 6 * HOUR, "bagas", Section.FACTS),
            "Sebut jam kejadiannya dan dari mana foto diambil.",
        )
        await use(inquiry, fixed + 7 * HOUR, "bagas", 1, Use.VIEWED, Purpose.STUDY)
        pieces = tuple(row["id"] for row in await recording.rows(_PIECES, case.id))
        said = f"{texts.FIRST.facts}\nPukul 10.15; foto diambil dari jalan umum."
        whole = texts.whole(case.respondents, evidence=pieces, facts=said)
        await inquiry.write(next_day, whole)
        await inquiry.approve(next_day + 2 * HOUR, "bagas", settles=("bagas",))
        await inquiry.submit(next_day + 4 * HOUR)
        await use(inquiry, next_day + 5 * HOUR, "sari", 1, Use.DOWNLOADED, Purpose.PLENARY)
        await Plenary(self.t).plan(self.t.when(1, 10), self.t.when(0).date(), case)

    async def decided(self) -> None:
        """Decided in plenary against one voice, to be forwarded today."""
        at = self.t.when(4, 9)
        person = self.cast.employed(Employment.PPPK)
        case = await self.take(
            *(at, "Guru kontrak mengampanyekan pasangan calon", (person,)), who="bagas"
        )
        inquiry = Clarifying(t=self.t, case=case, who="bagas")
        await self._registered(inquiry, at)
        heard, written = self.t.when(3, 15), self.t.when(2, 10)
        teacher = await inquiry.hear(heard - 5 * HOUR, HeardRole.RESPONDENT, 1)
        session = await inquiry.invite(heard - 4 * HOUR, teacher, heard)
        await inquiry.received(heard - 3 * HOUR, session, Delivery.WHATSAPP)
        await inquiry.held(heard + HOUR, session, texts.OF_THE_TEACHER)
        await self.walk(case, written, (("finish_clarification", -2),))
        facts = "Terlapor mengunggah ajakan memilih pasangan calon, lalu menghapusnya."
        await inquiry.write(written, texts.whole(case.respondents, facts=facts))
        await inquiry.approve(written + 3 * HOUR, "rina")
        await inquiry.submit(written + 5 * HOUR)
        plenary, held = Plenary(self.t), self.t.when(1, 13)
        meeting = await plenary.plan(held - 4 * HOUR, held.date(), case)
        await plenary.present(held, meeting, "sari", "tono", "dimas")
        await plenary.decide(
            *(held + HOUR, meeting, case, (Finding.OTHER_LAW,)),
            votes=("sari", "dimas"),
            dissent=("tono", "Unggahan sudah dihapus sebelum laporan masuk; cukup diingatkan."),
        )

    async def next_meeting(self) -> None:
        """A meeting to come, on whose table a preliminary study lies."""
        plenary, at = Plenary(self.t), self.t.when(0, 8, 40)
        meeting = await plenary.plan(at, self.t.workday(3))
        await plenary.table_one(at + timedelta(minutes=5), meeting, "registration_plenary")

    async def _registered(self, inquiry: Inquiry, at: datetime) -> None:
        """Study the report, finish the study, and register it."""
        await self.walk(inquiry.case, at, (("start_preliminary_study", 2),))
        await inquiry.save_preliminary(at + timedelta(hours=3), texts.BEGUN)
        await inquiry.finish_preliminary(at + timedelta(hours=5), texts.COMPLETE)
        await self.walk(inquiry.case, at, (("register", 24),))


_OF_THE_WARD: Final = (
    Piece(
        title="Foto kantor kelurahan pada sore hari",
        nature=Nature.PHOTO,
        origin=Origin.REPORTER,
        description="Diserahkan pelapor dari ponselnya. Gambar rekaan untuk contoh.",
        content=photograph("Kelurahan, pukul 16.05"),
    ),
)
_OF_THE_MEETING: Final = (
    Piece(
        title="Foto rapat dari luar pagar",
        nature=Nature.PHOTO,
        origin=Origin.SUPERVISION,
        description="Diambil pengawas lapangan dari jalan umum. Gambar rekaan untuk contoh.",
        content=photograph("Rapat tim, pukul 10.15"),
    ),
    Piece(
        title="Daftar hadir rapat",
        nature=Nature.DOCUMENT,
        origin=Origin.WITNESS,
        description="Salinan yang diserahkan seorang saksi. Berkas rekaan untuk contoh.",
        content=example_pdf("Daftar hadir rapat"),
    ),
)
