"""What is typed of a decision, a hand-over, a return, a withdrawal."""

from typing import Final

from netralitas.exchange.domain import Decision, Delivery, Ending, Label, Outcome
from netralitas.exchange.words import ENDINGS, LABEL_CHOICES, OUTCOMES
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Form,
    Paragraph,
    Text,
    Upload,
    Version,
    optional,
)

NOTHING: Final = "nothing"
"""What is chosen where nothing comes back."""

_LONG: Final = 500
_OUTCOMES: Final = [(outcome.value, said) for outcome, said in OUTCOMES.items()]
_ENDINGS: Final = [
    (NOTHING, "Tidak ada yang dikembalikan"),
    *((ending.value, said) for ending, said in ENDINGS.items()),
]


class DecisionForm(Form):
    """The decision of the party that was asked."""

    outcome = Choice("Keputusan", _OUTCOMES)
    on = DateField("Tanggal keputusan", past=True)
    number = Text("Nomor surat jawaban")
    signed_as = Text("Jabatan penanda tangan jawaban", hint="Jabatannya saja, tanpa nama.")
    granted = optional(
        Choices("Isian yang dikabulkan", hint="Bila dikabulkan sebagian: hanya yang dicentang.")
    )
    conditions = optional(Paragraph("Syarat", hint="Tanpa nama orang.", maximum=2000))
    reason = optional(Paragraph("Alasan penolakan", hint="Wajib bila ditolak.", maximum=2000))
    ending = Choice("Sesudah dipakai", _ENDINGS)
    return_by = optional(DateField("Paling lambat", hint="Bila pengembalian disepakati."))
    version = Version()

    def decision(self) -> Decision:
        """Return the decision; Invalid when the form has errors."""
        self.require()
        partly = self.outcome == Outcome.PARTIAL
        return Decision(
            outcome=Outcome(self.outcome),
            on=self.on,
            number=self.number,
            signed_as=self.signed_as,
            reason=self.reason,
            conditions=self.conditions,
            granted=tuple(map(int, self.granted or ())) if partly else (),
            ending=Ending(self.ending) if self.ending != NOTHING else None,
            return_by=self.return_by,
        )


class DeliveryForm(Form):
    """What was handed over."""

    on = DateField("Tanggal penyerahan", past=True)
    what = Paragraph(
        "Yang diserahkan",
        hint="Misalnya: satu berkas daftar jumlah pegawai per unit. Tanpa nama orang.",
        maximum=2000,
    )
    number = optional(Text("Nomor surat pengantar atau berita acara"))
    file = optional(
        Upload(
            "Berkas yang diserahkan",
            hint="Dipakai menghitung sidik jarinya (SHA-256) saja; berkasnya tidak disimpan di"
            " sini. Diserahkan lewat jalan yang disepakati.",
        )
    )
    note = optional(Text("Catatan", maximum=_LONG))
    label = Choice("Label", LABEL_CHOICES)
    version = Version()

    def delivery(self) -> Delivery:
        """Return what was handed over; Invalid when the form has errors."""
        self.require()
        digest = None
        for received in self.file or ():
            digest = received.digest()
        return Delivery(
            on=self.on,
            label=Label(self.label),
            what=self.what,
            number=self.number,
            note=self.note,
            digest=digest,
        )


class ReturnForm(Form):
    """The day on which something was returned or erased."""

    on = DateField("Tanggal pengembalian atau pemusnahan", past=True)
    version = Version()


class WithdrawForm(Form):
    """Nothing but that it is withdrawn."""

    version = Version()
