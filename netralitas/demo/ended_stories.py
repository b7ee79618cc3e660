"""The demo's cases that came to an end, the oldest first."""

from datetime import date, datetime, timedelta

from netralitas.audit.domain import Moment, Precision
from netralitas.demo.matters import REPORTER, matter
from netralitas.demo.steps import Steps
from netralitas.demo.telling import ZONE


class EndedStories(Steps):
    """Cases that are over: recommended, sent back, refused, withdrawn."""

    async def re_routed(self) -> None:
        """An old case from paper: forwarded to KASN, taken over by BKN, known to the month only."""
        at = datetime(2024, 7, 15, 10, tzinfo=ZONE)
        new = matter(
            received=at,
            subject="Camat hadir dalam deklarasi bakal calon",
            description="Berkas lama: menghadiri deklarasi dan memberi dukungan aktif.",
            act_on=date(2024, 7, 1),
            act_precision=Precision.MONTH,
            people=(self.cast.district_head(),),
            election=self.t.elections["pemilihan-2024"],
        )
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.study_straight(case, at + timedelta(days=1))
        await self.forward(
            case, "forward_straight", at + timedelta(days=3), "kasn", note="Belum ada calon."
        )
        at = datetime(2024, 9, 20, 9, tzinfo=ZONE)
        await self.t.move(
            "sari",
            case,
            "reroute",
            at,
            workflow="referral",
            note="KASN tidak lagi bertugas; penerusan dialihkan ke BKN.",
            successor=self.t.offices["bkn"],
            letter_out=self.t.letter(at, "Pengalihan penerusan"),
        )
        at = datetime(2024, 11, 4, 9, tzinfo=ZONE)
        await self.t.move(
            "maya",
            case,
            "recommend",
            at,
            workflow="referral",
            happened=Moment(precision=Precision.MONTH, on=date(2024, 11, 1)),
            recommended="moral_open",
            letter_in=self.t.letter(at, "Rekomendasi atas dugaan pelanggaran", "SD/F"),
        )
        await self.t.move("rina", case, "announce_status", at + timedelta(days=2))
        await self.t.move("rina", case, "close", at + timedelta(days=3))

    async def part_ways(self) -> None:
        """Three respondents forwarded straight part ways: recommended, not proven, returned."""
        at = self.t.when(34, 9)
        people = (self.cast.ward_head(), self.cast.teacher(), self.cast.nurse())
        new = self.matter(at, "Tiga ASN berfoto bersama dengan simbol bakal calon", people)
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.study_straight(case, at + timedelta(hours=5))
        await self.forward(
            case,
            "forward_straight",
            at + timedelta(days=2),
            "bkn",
            note="Di luar tahapan; diteruskan berdasarkan kajian awal.",
        )
        first, second, third = await self.t.respondents(case)
        at += timedelta(days=3)
        await self.t.move("maya", case, "receive", at, workflow="referral")
        later = at + timedelta(days=9)
        await self.t.move(
            "maya",
            case,
            "recommend",
            later,
            workflow="referral",
            respondents=(first,),
            recommended="discipline_heavy",
            letter_in=self.t.letter(later, "Rekomendasi atas dugaan pelanggaran", "SD/F"),
        )
        await self.t.move(
            "maya",
            case,
            "find_not_proven",
            later + timedelta(days=1),
            workflow="referral",
            respondents=(second,),
            letter_in=self.t.letter(later, "Hasil klarifikasi", "SD/F"),
        )
        await self.t.move(
            "maya",
            case,
            "return",
            later + timedelta(days=2),
            workflow="referral",
            respondents=(third,),
            note="Surat perjanjian kerja belum dilampirkan.",
        )

    async def returned_and_recommended(self) -> None:
        """The ordinary path whole, once returned, with a corrected date."""
        at = self.t.when(60, 9, 20)
        new = self.matter(
            at, "Kepala bidang mengunggah dukungan di media sosial", (self.cast.head_of_section(),)
        )
        case = (await self.t.open("rina", new, REPORTER)).id
        await self.study(case, at + timedelta(hours=3))
        await self.register(case, at + timedelta(days=1))
        wrong = at + timedelta(days=1)
        await self.t.correct(
            case,
            "registered",
            wrong + timedelta(hours=6),
            wrong + timedelta(hours=8),
            "Buku register mencatat pukul 15.20, bukan pukul 09.20.",
        )
        await self.to_plenary(case, at + timedelta(days=2))
        await self.decide(case, at + timedelta(days=4))
        await self.forward(case, "forward", at + timedelta(days=5), "bkn")
        await self._there_and_back(case, at + timedelta(days=8))

    async def _there_and_back(self, case: int, at: datetime) -> None:
        """Received, returned for completion, forwarded again, and recommended."""
        await self.t.move("maya", case, "receive", at, workflow="referral")
        await self.t.move(
            "maya",
            case,
            "return",
            at + timedelta(days=3),
            workflow="referral",
            note="Tangkapan layar unggahan belum memuat alamat dan tanggal.",
        )
        at += timedelta(days=6)
        await self.t.move(
            "rina",
            case,
            "forward_again",
            at,
            workflow="referral",
            letter_out=self.t.letter(at, "Penerusan kembali setelah dilengkapi"),
        )
        await self.t.move("maya", case, "receive", at + timedelta(days=2), workflow="referral")
        at += timedelta(days=14)
        await self.t.move(
            "maya",
            case,
            "recommend",
            at,
            workflow="referral",
            recommended="discipline_heavy",
            letter_in=self.t.letter(at, "Rekomendasi atas dugaan pelanggaran", "SD/F"),
        )
        await self.t.move("rina", case, "announce_status", at + timedelta(days=1))
        await self.t.move("rina", case, "close", at + timedelta(days=1, hours=2))

    async def not_registered(self) -> None:
        """A report without enough to go on: refused with a reason, and the reporter told."""
        at = self.t.when(40, 13)
        new = self.matter(at, "Guru diduga mengajak memilih di kelas", (self.cast.teacher(),))
        case = (await self.t.open("bagas", new, REPORTER)).id
        await self.study(case, at + timedelta(hours=2), "bagas")
        at += timedelta(days=2)
        why = "Syarat materiel tidak terpenuhi: tidak ada bukti dan saksi tidak bersedia."
        await self.t.move("bagas", case, "refuse_registration", at, note=why)
        await self.t.move(
            "bagas",
            case,
            "notify_status",
            at + timedelta(hours=1),
            letter_out=self.t.letter(at, "Pemberitahuan status laporan"),
        )

    async def withdrawn(self) -> None:
        """A report that its reporter withdrew before registration."""
        at = self.t.when(21, 10)
        new = self.matter(at, "Lurah diduga membagikan kaus", (self.cast.ward_head(),))
        case = (await self.t.open("bagas", new, REPORTER)).id
        at += timedelta(hours=6)
        await self.t.move(
            "bagas",
            case,
            "withdraw",
            at,
            note="Pelapor mencabut secara tertulis.",
            letter_in=self.t.letter(at, "Pencabutan laporan", "P"),
        )
