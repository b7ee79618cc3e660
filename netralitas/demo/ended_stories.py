"""The demo's hand-told cases that came to an end, the oldest first."""

from datetime import date, datetime, timedelta

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import PositionClass, Source
from netralitas.demo.examining import examined_by
from netralitas.demo.inquiry import Inquiry
from netralitas.demo.inquiry_texts import not_registered
from netralitas.demo.pacing import ZONE
from netralitas.demo.scripts import line
from netralitas.demo.steps import APPROVED, DECIDED, ENDED, STUDIED, Steps
from netralitas.demo.telling import CaseTold
from netralitas.discipline.domain import PersonCheck, PersonStanding, Signer, StandingSource

_EXAMINED = (
    *(("receive", 3), ("choose_discipline", 5), ("form_team", 6), ("summon", 7)),
    *(("examine", 16), ("report_exam", 18)),
)
_CARRIED_OUT = (("deliver", 4), ("enter_into_force", 26), ("report_back", 30))


class EndedStories(Steps):
    """Cases that are over: recommended, sent back, refused, withdrawn, punished twice."""

    async def re_routed(self) -> None:
        """An old case from paper: forwarded to KASN, taken over by BKN, known to the month only."""
        at = datetime(2024, 7, 15, 10, tzinfo=ZONE)
        person = self.cast.civil_servant(PositionClass.DISTRICT_HEAD)
        case = await self.take(
            at,
            "Camat hadir dalam deklarasi bakal calon",
            (person,),
            act_on=date(2024, 7, 1),
            act_precision=Precision.MONTH,
            held="tl-pemilihan-2024",
        )
        await self.walk(case, at, APPROVED)
        await self.forward(
            case, at + timedelta(days=2), "kasn", "forward_straight", note="Belum ada calon."
        )
        await self.refer(
            case,
            datetime(2024, 9, 20, 9, tzinfo=ZONE),
            "reroute",
            who="sari",
            note="KASN tidak lagi bertugas; penerusan dialihkan ke BKN.",
            successor="bkn",
            letter_out=self.t.clerk.letter(at + timedelta(days=67), "Pengalihan penerusan"),
        )
        at = datetime(2024, 11, 4, 9, tzinfo=ZONE)
        await self.refer(
            case,
            at,
            "recommend",
            happened=Moment(precision=Precision.MONTH, on=date(2024, 11, 1)),
            recommended="moral_open",
            follow_up_office="bkpsdm",
        )
        await self.walk(case, at, ENDED)
        days = (("receive", 4), ("choose_ethics", 7), ("hear_ethics", 21))
        await self.follow_all(case, at, days)
        await self.follow(case, at + timedelta(days=30), "state_moral", imposed="moral_open")
        await self.follow(case, at + timedelta(days=34), "report_back")

    async def sanctioned_twice(self) -> None:
        """One head of a sub-district, a moral sanction in 2020 and a heavy one in 2024."""
        person = self.cast.civil_servant(PositionClass.DISTRICT_HEAD)
        at = datetime(2020, 10, 5, 9, 30, tzinfo=ZONE)
        case = await self.take(
            *(at, "Camat menyukai unggahan tim pemenangan", (person,)), held="tl-pemilihan-2020"
        )
        at = await self._recommended(case, at, "kasn", "moral_open", days=25)
        await self.follow_all(case, at, (("receive", 4), ("choose_ethics", 6), ("hear_ethics", 20)))
        await self.follow(case, at + timedelta(days=28), "state_moral", imposed="moral_open")
        await self.follow(case, at + timedelta(days=33), "report_back")
        at = datetime(2024, 10, 14, 9, 15, tzinfo=ZONE)
        case = await self.take(
            *(at, "Camat mengajak warga memilih pasangan calon", (person,)),
            held="tl-pemilihan-2024",
        )
        at = await self._recommended(case, at, "bkn", "discipline_heavy", days=20)
        await self.follow_all(case, at, _EXAMINED)
        await self.follow(case, at + timedelta(days=30), "fix_decree", imposed="post_removed")
        await self.follow_all(case, at + timedelta(days=30), _CARRIED_OUT)

    async def reopened_follow_up(self) -> None:
        """Reported as not proven, then opened again on new evidence, and punished after all."""
        at = datetime(2025, 4, 14, 10, tzinfo=ZONE)
        person = self.cast.civil_servant(PositionClass.ADMINISTRATOR)
        case = await self.take(
            at, "Kepala bidang diduga menjadi narasumber tim pemenangan", (person,)
        )
        at = await self._recommended(case, at, "bkn", "discipline_heavy", days=21)
        await self.follow_all(case, at, _EXAMINED)
        await self.follow_all(case, at, (("find_not_proven", 22), ("report_back", 25)))
        await self.follow(
            *(case, at + timedelta(days=70), "reopen"),
            note="Rekaman kegiatan ditemukan setelah hasil dilaporkan.",
        )
        at += timedelta(days=70)
        again = (("choose_discipline", 2), ("summon", 3), ("examine", 12), ("report_exam", 14))
        await self.follow_all(case, at, again)
        await self.follow(
            *(case, at + timedelta(days=24), "fix_decree"),
            imposed="promotion_delayed",
            signed_by=Signer.ADMINISTRATOR,
        )
        await self.follow_all(case, at + timedelta(days=24), _CARRIED_OUT)

    async def moved_and_gone(self) -> None:
        """Four of one report: two moved, one had retired, one is another official's."""
        at = datetime(2025, 6, 9, 9, tzinfo=ZONE)
        posts = (
            *(PositionClass.STAFF, PositionClass.SUPERVISOR, PositionClass.FUNCTIONAL),
            PositionClass.FUNCTIONAL,
        )
        people = tuple(self.cast.civil_servant(post) for post in posts)
        case = await self.take(at, "Empat ASN hadir dalam rapat tim pemenangan", people)
        await self.walk(case, at, DECIDED)
        await self.forward(case, at + timedelta(days=4), "bkn")
        later = at + timedelta(days=10)
        await self.refer(case, later, "receive", several=(1, 2, 3, 4))
        await self.refer(case, later + timedelta(days=3), "respondent_moved")
        await self.refer(case, later + timedelta(days=4), "respondent_retired", respondent=3)
        await self.refer(
            *(case, later + timedelta(days=15), "recommend"),
            several=(2, 4),
            recommended="discipline_medium",
            follow_up_office="bkpsdm",
        )
        at = later + timedelta(days=15)
        await self.follow(case, at + timedelta(days=3), "receive", several=(2, 4))
        note = "Pegawai itu diangkat oleh kementerian, bukan oleh bupati."
        await self.follow(case, at + timedelta(days=6), "pass_on", respondent=4, note=note)
        found = PersonCheck(
            standing=PersonStanding.MOVED,
            source=StandingSource.SYSTEM,
            since=(at + timedelta(days=2)).date(),
        )
        await self.follow(
            *(case, at + timedelta(days=8), "person_checked"),
            fact=True,
            respondent=2,
            person_check=found,
        )
        await self.follow(case, at + timedelta(days=9), "respondent_moved", respondent=2)
        await self.walk(case, at, ENDED)

    async def returned_and_recommended(self) -> None:
        """The ordinary path whole, once returned, with a corrected date."""
        at = self.t.when(95, 9, 20)
        person = self.cast.civil_servant(PositionClass.ADMINISTRATOR)
        case = await self.take(at, "Kepala bidang mengunggah dukungan di media sosial", (person,))
        self.t.shown["laporan yang sudah selesai ditindaklanjuti"] = case
        await self.walk(case, at, DECIDED[:3])
        await self.t.correct(
            case,
            "registered",
            at + timedelta(hours=30),
            at + timedelta(hours=33),
            "Buku register mencatat pukul 15.20, bukan pukul 09.20.",
        )
        await self.walk(case, at + timedelta(hours=12), DECIDED[3:])
        await self.forward(case, at + timedelta(days=5), "bkn")
        at += timedelta(days=8)
        await self.refer(case, at, "receive")
        await self.refer(
            *(case, at + timedelta(days=3), "return"),
            note="Tangkapan layar unggahan belum memuat alamat dan tanggal.",
        )
        await self.refer(case, at + timedelta(days=9), "forward_again", who="rina")
        await self.refer(case, at + timedelta(days=11), "receive")
        await self.refer(
            *(case, at + timedelta(days=25), "recommend"),
            recommended="discipline_heavy",
            follow_up_office="bkpsdm",
        )
        at += timedelta(days=25)
        await self.walk(case, at, ENDED)
        await self.follow_all(case, at, _EXAMINED)
        await self.follow(case, at + timedelta(days=4), "superior_informed", fact=True)
        await examined_by(self.t, case, at + timedelta(days=6, hours=2))
        await self.follow(
            *(case, at + timedelta(days=24), "fix_decree"),
            imposed="post_lowered",
            signed_by=Signer.APPOINTING,
        )
        await self.follow_all(case, at + timedelta(days=24), _CARRIED_OUT)

    async def not_registered(self) -> None:
        """A report without enough to go on: refused with a reason, and the reporter told."""
        at = self.t.when(40, 13)
        person = self.cast.civil_servant(PositionClass.FUNCTIONAL)
        case = await self.take(at, "Guru diduga mengajak memilih di kelas", (person,), who="bagas")
        self.t.shown["laporan yang tidak diregistrasi"] = case
        await self.walk(case, at, STUDIED)
        why = "Syarat materiel tidak terpenuhi: tidak ada bukti dan saksi tidak bersedia."
        await self.walk(case, at, (("refuse_registration", 48),), note=why)
        inquiry = Inquiry(t=self.t, case=case, who="bagas")
        told = at + timedelta(hours=49)
        letter = await inquiry.issue(told, "pemberitahuan-status", not_registered)
        await self.walk(case, told, (("notify_status", 0),), letter_out=letter)

    async def withdrawn_and_sent_on(self) -> None:
        """A report that its reporter withdrew, and one that another office is to handle."""
        at = self.t.when(21, 10)
        person = self.cast.civil_servant(PositionClass.WARD_HEAD)
        case = await self.take(at, "Lurah diduga membagikan kaus", (person,), who="bagas")
        why = "Pelapor mencabut secara tertulis."
        await self.walk(case, at, (("withdraw", 6),), note=why)
        at = self.t.when(18, 9)
        person = self.cast.civil_servant(PositionClass.STAFF)
        case = await self.take(at, "Petugas kecamatan memasang spanduk", (person,), district=1)
        await self.walk(case, at, STUDIED)
        why = "Peristiwa terjadi di wilayah panwascam dan belum ditanganinya."
        await self.walk(case, at, (("transfer", 28),), note=why, addressee="panwascam")

    async def stopped(self) -> None:
        """Information that led nowhere, traced for a week."""
        at = self.t.when(30, 9)
        case = await self.take(
            *(at, "Pesan berantai tentang bantuan sembako", (self.cast.unknown(),)),
            source=Source.INFORMATION,
        )
        await self.walk(case, at, (("start_tracing", 4), ("stop_tracing", 120)))

    async def _recommended(
        self, case: CaseTold, at: datetime, to: str, level: str, *, days: int
    ) -> datetime:
        """Handle a case to its end and let the authority recommend; return when it did."""
        await self.walk(case, at, DECIDED)
        await self.forward(case, at + timedelta(days=4), to)
        await self.walk(case, at + timedelta(days=5), ENDED)
        await self.refer(case, at + timedelta(days=9), "receive")
        later = at + timedelta(days=days)
        await self.t.make(
            case,
            line(
                *(later, "recommend"),
                workflow="referral",
                respondent=1,
                recommended=level,
                follow_up_office="bkpsdm",
            ),
        )
        return later
