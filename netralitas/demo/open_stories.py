"""The demo's cases that somebody has to act on, the oldest first."""

from datetime import timedelta

from netralitas.cases.domain import Channel, Source, Theme
from netralitas.demo.matters import INFORMANT, REPORTER
from netralitas.demo.steps import Steps
from netralitas.documents.domain import DocumentKind as Kind


class OpenStories(Steps):
    """Cases under way: late, due today, due tomorrow, fresh."""

    async def with_authority(self) -> None:
        """Forwarded, received, and then silence: the verification is late."""
        at = self.t.when(26, 9)
        new = self.matter(at, "Camat mengarahkan perangkat kelurahan", (self.cast.district_head(),))
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.study(case, at + timedelta(hours=2))
        await self.register(case, at + timedelta(days=1))
        await self.t.exclude(
            "tono",
            case,
            "related",
            at + timedelta(days=1, hours=4),
            "Terlapor adalah saudara kandung istri.",
        )
        await self.to_plenary(case, at + timedelta(days=2))
        await self.decide(case, at + timedelta(days=3))
        await self.forward(case, "forward", at + timedelta(days=4), "bkn")
        await self.t.move("maya", case, "receive", at + timedelta(days=9), workflow="referral")

    async def traced(self) -> None:
        """Information from somebody who does not want to be a reporter, being traced."""
        at = self.t.when(3, 14)
        new = self.matter(
            at,
            "Mobil dinas terlihat di lokasi kampanye",
            (self.cast.unknown(),),
            source=Source.INFORMATION,
            channel=Channel.TELEPHONE,
        )
        case = (await self.t.open("bagas", new, INFORMANT)).id
        await self.t.move("bagas", case, "start_tracing", at + timedelta(hours=20))

    async def incomplete(self) -> None:
        """A report that waits for its reporter, and the time is over."""
        at = self.t.when(6, 10)
        new = self.matter(at, "ASN menjadi pengurus tim pemenangan", (self.cast.head_of_section(),))
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.t.move("rina", case, "start_preliminary_study", at + timedelta(hours=1))
        await self.t.move(
            "rina",
            case,
            "find_incomplete",
            at + timedelta(days=1),
            papers=(await self.t.paper(Kind.PRELIMINARY_STUDY, "Kajian awal"),),
        )
        at += timedelta(days=1, hours=2)
        await self.t.move(
            "rina",
            case,
            "notify_completeness",
            at,
            letter_out=self.t.letter(at, "Pemberitahuan kelengkapan laporan"),
        )

    async def in_plenary(self) -> None:
        """A finding whose study lies before the plenary."""
        at = self.t.when(5, 9)
        new = self.matter(
            at,
            "Pengawas menemukan ASN dalam rapat tim pemenangan",
            (self.cast.teacher(), self.cast.unknown()),
            source=Source.FINDING,
            channel=Channel.SUPERVISION,
        )
        case = (await self.t.open("wulan", new, None)).id
        at += timedelta(days=1)
        await self.t.move("sari", case, "fix_finding", at, papers=(await self.minutes(),))
        await self.t.move("rina", case, "register_finding", at + timedelta(days=1))
        await self.to_plenary(case, at + timedelta(days=2))

    async def decided(self) -> None:
        """Decided in plenary, to be forwarded today."""
        at = self.t.when(4, 9)
        new = self.matter(at, "Perawat mengampanyekan pasangan calon", (self.cast.nurse(),))
        case = (await self.t.open("bagas", new, REPORTER)).id
        await self.study(case, at + timedelta(hours=2), "bagas")
        await self.register(case, at + timedelta(days=1), "bagas")
        await self.to_plenary(case, at + timedelta(days=2), "bagas")
        await self.decide(case, at + timedelta(days=3))

    async def clarification(self) -> None:
        """Registered the day before yesterday: the handling is due tomorrow."""
        at = self.t.when(3, 9, 30)
        new = self.matter(
            at,
            "Pembagian uang oleh pegawai kelurahan",
            (self.cast.ward_head(),),
            theme=Theme.MONEY_POLITICS,
        )
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.study(case, at + timedelta(hours=3))
        await self.register(case, at + timedelta(days=1))
        await self.t.move("rina", case, "start_clarification", at + timedelta(days=1, hours=3))
        await self.t.fact(
            "rina",
            case,
            "no_show",
            at + timedelta(days=2),
            note="Undangan diterima keluarga; yang diundang sedang di luar kota.",
        )

    async def fresh(self) -> None:
        """Two reports of today and yesterday, at the beginning of everything."""
        at = self.t.when(1, 11)
        new = self.matter(at, "Unggahan dukungan oleh kepala sekolah", (self.cast.teacher(),))
        case = (await self.t.open("bagas", new, REPORTER)).id
        await self.t.move("bagas", case, "start_preliminary_study", at + timedelta(hours=1))
        at = self.t.when(0, 8, 15)
        new = self.matter(
            at, "Baliho bakal calon di halaman kantor camat", (self.cast.district_head(),)
        )
        await self.t.open("rina", new, REPORTER)
