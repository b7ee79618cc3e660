"""The demo's hand-told cases that somebody has to act on, the oldest first."""

from datetime import datetime, timedelta

from netralitas.cases.domain import Channel, Employment, PositionClass, Source
from netralitas.demo.inquiry import HOUR, Inquiry
from netralitas.demo.inquiry_texts import BEGUN, INCOMPLETE, forwarding
from netralitas.demo.matters import INFORMANT
from netralitas.demo.pacing import ZONE
from netralitas.demo.steps import (
    APPROVED,
    DECIDED,
    ENDED,
    REGISTERED,
    STUDIED_WHOLE,
    Steps,
)


class OpenStories(Steps):
    """Cases under way: late, due today, due tomorrow, fresh."""

    async def reopened(self) -> None:
        """Closed in 2025 as no violation, and opened again this month on a new recording."""
        at = datetime(2025, 9, 15, 9, 40, tzinfo=ZONE)
        person = self.cast.civil_servant(PositionClass.SUPERVISOR)
        case = await self.take(at, "Kepala subbagian diduga memakai mobil dinas", (person,))
        await self.walk(case, at, (*STUDIED_WHOLE, ("decide_not_violation", 72)))
        await self.walk(case, at + timedelta(days=4), ENDED)
        why = "Rekaman kamera jalan diserahkan setelah penanganan ditutup."
        await self.walk(case, self.t.when(4, 10), (("reopen", 0),), note=why)

    async def part_ways(self) -> None:
        """Three respondents forwarded straight part ways: recommended, not proven, returned."""
        at = self.t.when(34, 9)
        people = (
            self.cast.civil_servant(PositionClass.WARD_HEAD),
            self.cast.civil_servant(PositionClass.FUNCTIONAL),
            self.cast.employed(Employment.PPPK),
        )
        case = await self.take(at, "Tiga ASN berfoto bersama dengan simbol bakal calon", people)
        await self.walk(case, at, APPROVED)
        why = "Di luar tahapan; diteruskan berdasarkan kajian awal."
        await self.forward(case, at + timedelta(days=2), "bkn", "forward_straight", note=why)
        at += timedelta(days=3)
        await self.refer(case, at, "receive", several=(1, 2, 3))
        at += timedelta(days=20)
        await self.refer(
            *(case, at, "recommend"), recommended="moral_open", follow_up_office="bkpsdm"
        )
        await self.refer(case, at + timedelta(days=1), "find_not_proven", respondent=2)
        await self.refer(
            *(case, at + timedelta(days=2), "return"),
            respondent=3,
            note="Surat perjanjian kerja belum dilampirkan.",
        )

    async def with_authority(self) -> None:
        """Forwarded, received, and then silence: the verification is late."""
        at = self.t.when(26, 9)
        person = self.cast.civil_servant(PositionClass.DISTRICT_HEAD)
        case = await self.take(at, "Camat mengarahkan perangkat kelurahan", (person,))
        self.t.shown["laporan yang baru diteruskan"] = case
        await self.walk(case, at, REGISTERED)
        why = "Terlapor adalah saudara kandung istri."
        await self.t.exclude("tono", case, at + timedelta(hours=26), why)
        await self.walk(case, at, DECIDED[3:])
        sent = at + timedelta(days=4)
        inquiry = Inquiry(t=self.t, case=case, who="rina")
        letter = await inquiry.issue(sent - HOUR, "surat-penerusan", forwarding)
        await self.forward(case, sent, "bkn", letter_out=letter)
        await self.refer(case, at + timedelta(days=9), "receive")

    async def traced(self) -> None:
        """Information from somebody who does not want to be a reporter, being traced."""
        at = self.t.when(3, 14)
        case = await self.take(
            *(at, "Mobil dinas terlihat di lokasi kampanye", (self.cast.unknown(),)),
            who="bagas",
            reporter=INFORMANT,
            source=Source.INFORMATION,
            channel=Channel.TELEPHONE,
        )
        await self.walk(case, at, (("start_tracing", 20),))

    async def incomplete(self) -> None:
        """A report that waits for its reporter, and the time is over."""
        at = self.t.when(6, 10)
        person = self.cast.civil_servant(PositionClass.ADMINISTRATOR)
        case = await self.take(at, "ASN menjadi pengurus tim pemenangan", (person,))
        await self.walk(case, at, (("start_preliminary_study", 1),))
        inquiry = Inquiry(t=self.t, case=case, who="rina")
        await inquiry.finish_preliminary(at + timedelta(hours=24), INCOMPLETE)
        await inquiry.tell_reporter(at + timedelta(hours=26))

    async def fresh(self) -> None:
        """Two reports of today and yesterday, at the beginning of everything."""
        at = self.t.when(1, 11)
        person = self.cast.civil_servant(PositionClass.FUNCTIONAL)
        case = await self.take(
            *(at, "Unggahan dukungan oleh kepala sekolah", (person,)), who="bagas"
        )
        await self.walk(case, at, (("start_preliminary_study", 1),))
        inquiry = Inquiry(t=self.t, case=case, who="bagas")
        await inquiry.save_preliminary(at + timedelta(hours=2), BEGUN)
        at = self.t.when(0, 8, 15)
        person = self.cast.civil_servant(PositionClass.DISTRICT_HEAD)
        await self.take(at, "Baliho bakal calon di halaman kantor camat", (person,))
