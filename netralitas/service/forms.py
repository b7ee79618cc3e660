"""The forms of staff about the service: an answer, who must keep out, what an office says."""

from netralitas.service.domain import Profile
from netralitas.web.forms import Choice, Form, Paragraph, Text, optional


class AnswerForm(Form):
    """An answer to a complaint; its code alone opens it."""

    text = Paragraph(
        "Jawaban",
        hint="Hanya pemegang kode yang membacanya. Tulis apa yang ditemukan dan apa yang diubah.",
        minimum=10,
        maximum=4000,
    )


class KeepOutForm(Form):
    """An officer whom a complaint is about."""

    officer = Choice(
        "Petugas yang diadukan",
        hint="Ia tidak melihat pengaduan ini lagi, juga bila ia Anda sendiri.",
    )


class ProfileForm(Form):
    """Where an office is reached, and how it manages its service."""

    address = optional(Paragraph("Alamat kantor", maximum=500))
    telephone = optional(Text("Telepon atau WhatsApp kantor", maximum=80))
    email = optional(Text("Surel kantor", maximum=120))
    competence = optional(
        Paragraph(
            "Kompetensi pelaksana",
            hint="Pengetahuan dan keterampilan petugas pelayanan. Jangan menulis nama.",
            maximum=500,
        )
    )
    supervision = optional(
        Paragraph("Pengawas internal", hint="Siapa yang mengawasi pelayanan ini.", maximum=500)
    )
    evaluation = optional(
        Paragraph(
            "Evaluasi kinerja",
            hint="Seberapa sering pelayanan dievaluasi, dan apa tindak lanjutnya.",
            maximum=500,
        )
    )

    @property
    def told(self) -> Profile:
        """Return what the office says; Invalid when the form has errors."""
        return Profile(**{name: getattr(self, name) or "" for name in self.fields})


class DutyForm(Form):
    """A line of the roster."""

    post = Text(
        "Tugas atau jabatan",
        hint="Misalnya: Petugas penerimaan laporan. Jangan menulis nama.",
        maximum=120,
    )
    hours = Text("Waktu", hint="Misalnya: Senin sampai Kamis pukul 08.00 sampai 12.00", maximum=120)
    officer = optional(
        Choice(
            "Sebut namanya kepada umum",
            hint="Kosongkan bila cukup “petugas piket”.",
        )
    )
