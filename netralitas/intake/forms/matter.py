"""The matter itself: what it is about, when and where, and by which door it came."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import AuthorityRequest, Channel, NewCase, Person, Source, Theme
from netralitas.cases.words import REGIMES, THEMES
from netralitas.intake import words
from netralitas.intake.domain import Confidentiality, Manner
from netralitas.intake.forms.fields import RoughDay, moment_of, pairs, said
from netralitas.law import words as law_words
from netralitas.law.domain import Regime
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Happened,
    Hidden,
    Paragraph,
    Text,
    TimeField,
    Uploads,
    optional,
)


class MatterForm(Form):
    """What every matter has: what it is about, when, where, and what was brought to prove it."""

    source: ClassVar[Source]
    details: ClassVar[tuple[str, ...]] = ("receipt_number",)
    """Fields that are asked for on demand only."""
    request: ClassVar[tuple[str, ...]] = ()
    """Fields of the letter by which an authority asked, on demand as well."""

    token = optional(Hidden("Tanda formulir"))
    subject = Text("Perihal", hint="Satu kalimat, tanpa nama orang", maximum=200)
    description = Paragraph("Uraian kejadian", hint=words.STORY)
    regime = Choice("Rezim", pairs(REGIMES))
    election = optional(Choice("Pemilu atau Pemilihan"))
    theme = Choice("Tema", pairs(THEMES))
    region = Choice("Wilayah kejadian")
    place = optional(Text("Tempat kejadian", hint="Misalnya Lapangan Desa Lenggang", maximum=300))
    act = optional(
        RoughDay(
            "Tanggal kejadian",
            hint="Kosongkan tanggal atau bulan yang tidak diketahui. Misalnya 31 8 2024",
        )
    )
    known_on = optional(DateField("Tanggal diketahui", past=True, hint="Misalnya 1 9 2024"))
    received_on = RoughDay(
        "Tanggal diterima",
        hint="Misalnya 2 9 2024. Kosongkan tanggal atau bulan yang tidak diketahui",
    )
    received_time = optional(TimeField("Jam diterima", hint="Misalnya 10.20"))
    receipt_number = optional(
        Text("Nomor tanda terima", hint="Kosongkan agar diberikan otomatis", maximum=100)
    )
    evidence = optional(Uploads("Berkas bukti", hint=words.FILES))

    def check(self) -> None:
        """Compare what contradicts itself: the regime and the election, the dates."""
        self._check_dates()
        regime, election = self.read_value("regime"), self.read_value("election")
        if regime and election and not election.startswith(f"{regime}."):
            self.refuse("election", words.OTHER_REGIME)

    def _check_dates(self) -> None:
        act, known = self.read_value("act"), self.read_value("known_on")
        received = self.read_value("received_on")
        self._check_hour(received)
        received_on = received.latest_day if received else None
        begun = act.on if act else None
        if begun and known and known < begun:
            self.refuse(
                "known_on", f"Tanggal diketahui tidak boleh sebelum kejadian ({said(act)})."
            )
        if begun and received_on and received_on < begun:
            self.refuse(
                "received_on", f"Tanggal diterima tidak boleh sebelum kejadian ({said(act)})."
            )
        if known and received_on and known > received_on:
            day = law_words.day(received_on)
            self.refuse(
                "known_on", f"Tanggal diketahui tidak boleh setelah tanggal diterima ({day})."
            )

    def _check_hour(self, received: Happened | None) -> None:
        if (
            received
            and received.precision is not Precision.DAY
            and self.read_value("received_time")
        ):
            self.refuse("received_time", words.HOUR_WITHOUT_DAY)

    def channel_chosen(self) -> Channel:
        """Return by which door it came."""
        return Channel.SUPERVISION

    def new_case(self, zone: str, respondents: tuple[Person, ...]) -> NewCase:
        """Return the matter as it is taken in, in the zone of the office; Invalid with errors."""
        act = self.act
        return NewCase(
            source=self.source,
            channel=self.channel_chosen(),
            regime=Regime(self.regime),
            theme=Theme(self.theme),
            region=self.region,
            place=self.place,
            election=int(self.election.partition(".")[2]) if self.election else None,
            subject=self.subject,
            description=self.description,
            received=moment_of(self.received_on, self.received_time, zone),
            act_on=act.on if act else None,
            act_precision=act.precision if act else Precision.UNKNOWN,
            known_on=self.known_on,
            respondents=respondents,
            receipt_number=self.receipt_number,
        )

    def moment_received(self, zone: str) -> Moment | None:
        """Return when it was received as far as that is typed; None while it cannot be read."""
        received: Happened | None = self.read_value("received_on")
        return moment_of(received, self.read_value("received_time"), zone) if received else None


class FindingForm(MatterForm):
    """A result of supervision: its finder is an officer, and there is a report of it."""

    source = Source.FINDING

    finder = optional(Text("Nama pengawas yang menemukan", hint=words.FINDER))
    finder_position = optional(Text("Jabatan pengawas", hint="Misalnya Pengawas Desa Lenggang"))
    supervision = optional(Paragraph("Hasil pengawasan", hint=words.SUPERVISION))

    def manner(self) -> Manner:
        """Return who found it, in which post, and how; the finder is no secret."""
        return Manner(
            confidentiality=Confidentiality.NAMED,
            finder=self.finder,
            finder_position=self.finder_position,
            supervision=self.supervision,
        )


class ReportForm(MatterForm):
    """A report: somebody brought it, through one of the doors of the office."""

    source = Source.REPORT

    channel = Choice("Cara penyampaian", pairs(words.CHANNELS))

    def channel_chosen(self) -> Channel:
        """Return by which door it came."""
        return Channel(self.channel)


class InformationForm(ReportForm):
    """First information: it comes through the same doors, or as the letter of an authority."""

    source = Source.INFORMATION
    request = ("asked_by", "asked_number", "asked_on", "their_number")

    asked_by = optional(Choice("Instansi yang meminta klarifikasi"))
    asked_number = optional(
        Text("Nomor surat permintaan", hint="Seperti tercetak; kosongkan bila tidak diketahui")
    )
    asked_on = optional(DateField("Tanggal surat permintaan", past=True))
    their_number = optional(Text("Nomor di instansi itu", hint="Misalnya nomor SBT", maximum=120))

    def check(self) -> None:
        """Hold as well that what is said of a letter names who wrote it."""
        super().check()
        told = any(self.read_value(name) for name in self.request[1:])
        if told and not self.read_value("asked_by") and "asked_by" not in self.errors:
            self.refuse("asked_by", words.WHO_ASKED)

    def new_case(self, zone: str, respondents: tuple[Person, ...]) -> NewCase:
        """Return the matter as it is taken in, with the letter that asks for it."""
        new = super().new_case(zone, respondents)
        if not self.asked_by:
            return new
        asked = AuthorityRequest(
            authority=int(self.asked_by),
            printed=self.asked_number or "",
            dated_on=self.asked_on,
            number=self.their_number,
        )
        return replace(new, request=asked)


FORMS: Mapping[Source, type[MatterForm]] = {
    form.source: form for form in (ReportForm, FindingForm, InformationForm)
}
