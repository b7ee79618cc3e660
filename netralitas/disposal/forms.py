"""Forms of retention, holds and disposal."""

from typing import Final

from netralitas.disposal import words
from netralitas.disposal.domain import Certainty, Consent, Disposable, NewRule
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Integer,
    Nip,
    Paragraph,
    Text,
    Version,
    optional,
)

NO_NAME: Final = "Jangan menulis nama atau hal lain yang mengenalkan orangnya."
_LONGEST: Final = 1200  # months


class RuleForm(Form):
    """How long a class is kept."""

    kept = Choice("Yang disimpan", [(each.value, said) for each, said in words.CLASSES.items()])
    months = Integer("Lama simpan (bulan)", least=1, most=_LONGEST)
    basis = Text("Dasarnya", hint="Peraturan atau jadwal retensi arsip, dengan pasalnya.")
    certainty = Choice(
        "Kepastian dasarnya", [(each.value, said) for each, said in words.CERTAINTIES.items()]
    )
    valid_from = DateField("Berlaku mulai")

    def rule(self) -> NewRule:
        """Return what is proposed; Invalid when the form has errors."""
        self.require()
        return NewRule(
            kept=Disposable(self.kept),
            months=self.months,
            basis=self.basis,
            certainty=Certainty(self.certainty),
            valid_from=self.valid_from,
        )


class NothingForm(Form):
    """A step that needs no words."""


class HoldForm(Form):
    """What is held, and why."""

    case_file = optional(Integer("Nomor perkara di alamat halamannya", least=1, most=2**31))
    respondent = optional(
        Integer("Urutan terlapor", hint="Kosongkan untuk seluruh perkara.", least=1, most=999)
    )
    nip = optional(Nip("NIP", hint="Semua perkara orang ini ditahan."))
    reason = Paragraph("Alasan penahanan", hint=NO_NAME, maximum=2000)
    basis = Text("Dasarnya", hint="Misalnya perkara di pengadilan, dengan nomornya.")

    def check(self) -> None:
        """Hold that it is about a case or a person, not both."""
        asked = self.read_value("case_file"), self.read_value("nip")
        if not self.errors and (asked[0] is None) == (asked[1] is None):
            self.refuse("case_file", words.ONE_OF)


class LiftForm(Form):
    """Why a hold is lifted."""

    reason = Paragraph("Alasan pencabutan", hint=NO_NAME, maximum=2000)


class LeaveOutForm(Form):
    """Why a line stays as it is."""

    reason = Paragraph("Alasan dikeluarkan", hint=NO_NAME, maximum=2000)


class SubmitForm(Form):
    """The list as it was read."""

    version = Version()


class ApproveForm(Form):
    """The consent to destroy archives, where the list is of dossiers."""

    consent = optional(
        Text("Nomor surat persetujuan", hint=f"Wajib untuk berkas perkara. {words.CONSENT_BASIS}.")
    )
    consent_on = optional(DateField("Tanggal surat persetujuan", past=True))

    def check(self) -> None:
        """Hold that a letter has its number and its day."""
        given = self.read_value("consent"), self.read_value("consent_on")
        if not self.errors and (given[0] is None) != (given[1] is None):
            self.refuse("consent", "Isi nomor dan tanggal suratnya, keduanya.")

    def letter(self) -> Consent | None:
        """Return the letter; Invalid when the form has errors."""
        self.require()
        number, on = self.consent, self.consent_on
        return None if number is None or on is None else Consent(number=number, on=on)
