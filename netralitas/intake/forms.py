"""The forms of the desk: one page, three kinds of matter, at most 25 fields."""

from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from typing import ClassVar, TypeVar
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.nip import NipSealer
from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES, REGIMES, THEMES
from netralitas.intake import words
from netralitas.law import words as law_words
from netralitas.law.domain import Regime
from netralitas.vault.domain import Identity
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Happened,
    HappenedField,
    Nip,
    Paragraph,
    Phone,
    Text,
    Ticked,
    TimeField,
    optional,
)

Listed = TypeVar("Listed", bound=StrEnum)


def pairs(labels: Mapping[Listed, str]) -> list[tuple[str, str]]:
    """Return a closed list with its words, as the options of a choice."""
    return [(value.value, label) for value, label in labels.items()]


class RoughDay(HappenedField):
    """A day of which perhaps only the month or the year is known; no hour is asked for."""

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")


class MatterForm(Form):
    """What every matter has: what it is about, when, where, and one respondent."""

    source: ClassVar[Source]

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
    subject = Text("Perihal", hint="Satu kalimat, tanpa nama orang", maximum=200)
    description = Paragraph("Uraian kejadian", hint="Apa, siapa, kapan, di mana, bagaimana")
    unidentified = Ticked("Terlapor belum teridentifikasi")
    name = Text("Nama terlapor", missing=words.WHO_IS_IT)
    nip = optional(Nip("NIP", hint="18 angka"))
    employment = optional(Choice("Status kepegawaian", pairs(EMPLOYMENTS)))
    position_class = optional(Choice("Kelas jabatan", pairs(POSITION_CLASSES)))
    position = optional(Text("Jabatan", hint="Misalnya Kepala Bidang Aset"))
    unit = optional(Text("Unit kerja", hint="Misalnya Dinas Perhubungan"))
    employer = optional(Text("Instansi", hint="Misalnya Pemerintah Kabupaten Belitung Timur"))
    receipt_number = optional(
        Text("Nomor tanda terima", hint="Kosongkan agar diberikan otomatis", maximum=100)
    )

    def check(self) -> None:
        """Compare what contradicts itself: the respondent, the regime, the dates."""
        self._check_respondent()
        self._check_dates()
        regime, election = self.read_value("regime"), self.read_value("election")
        if regime and election and not election.startswith(f"{regime}."):
            self.refuse("election", words.OTHER_REGIME)

    def _check_respondent(self) -> None:
        unidentified, name = self.read_value("unidentified"), self.read_value("name")
        if unidentified and self.errors.get("name") == [words.WHO_IS_IT]:
            del self.errors["name"]
        if unidentified and name:
            self.refuse("unidentified", words.BOTH)
        if unidentified and not name and self.read_value("nip"):
            self.refuse("nip", words.NIP_WITHOUT_NAME)

    def _check_dates(self) -> None:
        act, known = self.read_value("act"), self.read_value("known_on")
        received = self.read_value("received_on")
        self._check_hour(received)
        received_on = received.latest_day if received else None
        begun = act.on if act else None
        if begun and known and known < begun:
            self.refuse(
                "known_on", f"Tanggal diketahui tidak boleh sebelum kejadian ({_said(act)})."
            )
        if begun and received_on and received_on < begun:
            self.refuse(
                "received_on", f"Tanggal diterima tidak boleh sebelum kejadian ({_said(act)})."
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

    def reporter(self) -> Identity | None:
        """Return whose name goes to the vault; a finding has nobody but the officer."""
        return None

    def new_case(self, zone: str, sealer: NipSealer) -> NewCase:
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
            received=_moment(self.received_on, self.received_time, zone),
            act_on=act.on if act else None,
            act_precision=act.precision if act else Precision.UNKNOWN,
            known_on=self.known_on,
            respondents=(self._respondent(sealer),),
            receipt_number=self.receipt_number,
        )

    def moment_received(self, zone: str) -> Moment | None:
        """Return when it was received as far as that is typed; None while it cannot be read."""
        received: Happened | None = self.read_value("received_on")
        return _moment(received, self.read_value("received_time"), zone) if received else None

    def _respondent(self, sealer: NipSealer) -> Person:
        return Person(
            name=self.name,
            employment=Employment(self.employment or Employment.UNKNOWN),
            position_class=PositionClass(self.position_class or PositionClass.UNKNOWN),
            position=self.position,
            unit=self.unit,
            employer=self.employer,
            nip=sealer.seal(self.nip) if self.nip else None,
        )


class FindingForm(MatterForm):
    """A result of supervision: the officer who files it is its finder."""

    source = Source.FINDING


class ReportForm(MatterForm):
    """A report: its reporter has a name."""

    source = Source.REPORT

    channel = Choice("Cara penyampaian", pairs(words.CHANNELS))
    reporter_name = Text("Nama pelapor", missing=words.NAME_NEEDED)
    reporter_address = optional(Text("Alamat pelapor", maximum=500))
    reporter_phone = optional(Phone("Telepon pelapor", hint="Misalnya 0812 3456 7890"))

    def channel_chosen(self) -> Channel:
        """Return by which door it came."""
        return Channel(self.channel)

    def reporter(self) -> Identity | None:
        """Return the reporter, for the vault."""
        return Identity(
            name=self.reporter_name,
            address=self.reporter_address,
            telephone=self.reporter_phone,
        )


class InformationForm(MatterForm):
    """First information: whoever gave it may stay unnamed."""

    source = Source.INFORMATION

    channel = Choice("Cara penyampaian", pairs(words.CHANNELS))
    reporter_name = optional(Text("Nama pemberi informasi"))
    reporter_address = optional(Text("Alamat pemberi informasi", maximum=500))
    reporter_phone = optional(Phone("Telepon pemberi informasi", hint="Misalnya 0812 3456 7890"))

    def check(self) -> None:
        """Beside everything else: no address or telephone without a name."""
        super().check()
        told = self.read_value("reporter_address") or self.read_value("reporter_phone")
        if told and not self.read_value("reporter_name"):
            self.refuse("reporter_name", words.NAME_OR_NOTHING)

    def channel_chosen(self) -> Channel:
        """Return by which door it came."""
        return Channel(self.channel)

    def reporter(self) -> Identity | None:
        """Return who gave the information, for the vault; None when they stay unnamed."""
        if self.reporter_name is None:
            return None
        return Identity(
            name=self.reporter_name,
            address=self.reporter_address,
            telephone=self.reporter_phone,
        )


FORMS: Mapping[Source, type[MatterForm]] = {
    form.source: form for form in (ReportForm, FindingForm, InformationForm)
}


def _moment(received: Happened, hour: time | None, zone: str) -> Moment:
    """Return the day with its hour; an hour of a day that is not known is none."""
    if hour is None or received.on is None or received.precision is not Precision.DAY:
        return received.moment(zone)
    return Moment.time(datetime.combine(received.on, hour, ZoneInfo(zone)), zone)


def _said(act: Happened) -> str:
    """Return the day of the act as exactly as it is known."""
    if act.on is None:
        return ""
    day = law_words.day(act.on)
    if act.precision is Precision.YEAR:
        return str(act.on.year)
    return " ".join(day.split()[2:]) if act.precision is Precision.MONTH else day
