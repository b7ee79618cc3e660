"""The people of a matter and its evidence: each a form of its own, several on the page."""

from typing import ClassVar

from netralitas.cases.domain import Employment, Person, PositionClass
from netralitas.cases.nip import NipSealer
from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES
from netralitas.intake import words
from netralitas.intake.domain import Confidentiality, Manner, ReporterKind, Sex
from netralitas.intake.forms.fields import pairs
from netralitas.vault.domain import Identity
from netralitas.web.forms import Choice, Email, Form, Nip, Phone, Text, Ticked, optional


class RespondentForm(Form):
    """Somebody a matter is about; perhaps nobody knows yet who it is."""

    details: ClassVar[tuple[str, ...]] = ("position_class", "employer")

    unidentified = Ticked("Terlapor belum teridentifikasi")
    name = Text("Nama terlapor", missing=words.WHO_IS_IT)
    nip = optional(Nip("NIP", hint="18 angka"))
    employment = optional(Choice("Status kepegawaian", pairs(EMPLOYMENTS)))
    position = optional(Text("Jabatan", hint="Misalnya Kepala Bidang Aset"))
    unit = optional(Text("Unit kerja", hint="Misalnya Dinas Perhubungan"))
    position_class = optional(Choice("Kelas jabatan", pairs(POSITION_CLASSES)))
    employer = optional(Text("Instansi", hint="Misalnya Pemerintah Kabupaten Belitung Timur"))

    def check(self) -> None:
        """Hold that there is a name or nobody is known; a NIP belongs to a name."""
        unidentified, name = self.read_value("unidentified"), self.read_value("name")
        if unidentified and self.errors.get("name") == [words.WHO_IS_IT]:
            del self.errors["name"]
        if unidentified and name:
            self.refuse("unidentified", words.BOTH)
        if unidentified and not name and self.read_value("nip"):
            self.refuse("nip", words.NIP_WITHOUT_NAME)

    def person(self, sealer: NipSealer) -> Person:
        """Return the respondent, the NIP sealed; Invalid with errors."""
        return Person(
            name=self.name,
            employment=Employment(self.employment or Employment.UNKNOWN),
            position_class=PositionClass(self.position_class or PositionClass.UNKNOWN),
            position=self.position,
            unit=self.unit,
            employer=self.employer,
            nip=sealer.seal(self.nip) if self.nip else None,
        )


class ReporterForm(Form):
    """Whoever brings a report: who they are, for the vault, and whether they may (INT-8)."""

    details: ClassVar[tuple[str, ...]] = (
        *("reporter_birth", "reporter_sex", "reporter_occupation", "reporter_citizenship"),
        *("reporter_email", "by_proxy"),
    )

    reporter_name = Text("Nama pelapor", missing=words.NAME_NEEDED)
    reporter_address = optional(Text("Alamat pelapor", maximum=500))
    reporter_phone = optional(Phone("Telepon pelapor", hint="Misalnya 0812 3456 7890"))
    confidentiality = optional(Choice("Keterbukaan identitas", pairs(words.OPENNESS)))
    kind = optional(Choice("Pelapor sebagai", pairs(words.REPORTERS), hint=words.WHO_MAY))
    identity_seen = Ticked("Kartu identitas diperlihatkan", hint=words.SEEN)
    reporter_birth = optional(Text("Tempat dan tanggal lahir", hint="Misalnya Manggar, 5 Mei 1984"))
    reporter_sex = optional(Choice("Jenis kelamin", pairs(words.SEXES)))
    reporter_occupation = optional(Text("Pekerjaan"))
    reporter_citizenship = optional(Text("Kewarganegaraan", hint="Misalnya Indonesia"))
    reporter_email = optional(Email("Surel"))
    by_proxy = Ticked("Disampaikan oleh penerima kuasa khusus", hint=words.PROXY)

    def identity(self) -> Identity | None:
        """Return the reporter, for the vault; Invalid with errors."""
        sex = self.reporter_sex
        return Identity(
            name=self.reporter_name,
            address=self.reporter_address,
            telephone=self.reporter_phone,
            email=self.reporter_email,
            birth=self.reporter_birth,
            occupation=self.reporter_occupation,
            sex=words.SEXES[Sex(sex)] if sex else None,
            citizenship=self.reporter_citizenship,
        )

    def manner(self) -> Manner:
        """Return how openly and by whom in law it was brought, and what was seen."""
        return Manner(
            confidentiality=Confidentiality(self.confidentiality or Confidentiality.NAMED),
            kind=ReporterKind(self.kind) if self.kind else None,
            by_proxy=self.by_proxy,
            identity_seen=self.identity_seen,
        )


class InformantForm(Form):
    """Whoever gave first information; they may stay unnamed, and nothing is required of them."""

    details: ClassVar[tuple[str, ...]] = ()

    reporter_name = optional(Text("Nama pemberi informasi"))
    reporter_address = optional(Text("Alamat pemberi informasi", maximum=500))
    reporter_phone = optional(Phone("Telepon pemberi informasi", hint="Misalnya 0812 3456 7890"))

    def check(self) -> None:
        """Hold that there is no address or telephone without a name."""
        told = self.read_value("reporter_address") or self.read_value("reporter_phone")
        if told and not self.read_value("reporter_name"):
            self.refuse("reporter_name", words.NAME_OR_NOTHING)

    def identity(self) -> Identity | None:
        """Return who gave the information, for the vault; None when they stay unnamed."""
        if self.reporter_name is None:
            return None
        return Identity(
            name=self.reporter_name,
            address=self.reporter_address,
            telephone=self.reporter_phone,
        )

    def manner(self) -> Manner:
        """Return that a name is kept in confidence, or that there is none."""
        named = self.reporter_name is not None
        return Manner(
            confidentiality=Confidentiality.CONFIDENTIAL if named else Confidentiality.ANONYMOUS
        )


class WitnessForm(Form):
    """Somebody who saw it; for the vault, so without a name there is nobody."""

    witness_name = Text("Nama saksi", missing="Isi nama saksi, atau hapus saksi ini.")
    witness_address = optional(Text("Alamat saksi", maximum=500))
    witness_phone = optional(Phone("Telepon saksi", hint="Misalnya 0812 3456 7890"))

    def identity(self) -> Identity:
        """Return the witness, for the vault; Invalid with errors."""
        return Identity(
            name=self.witness_name,
            address=self.witness_address,
            telephone=self.witness_phone,
        )


class EvidenceForm(Form):
    """A word about a file that was handed in."""

    title = optional(Text("Keterangan", hint="Misalnya Foto spanduk di depan kantor", maximum=200))
