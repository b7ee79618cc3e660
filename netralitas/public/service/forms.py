"""What is asked of whoever complains about the service: one question that must be answered."""

from netralitas.language import phrase
from netralitas.public.service import words
from netralitas.web.forms import Choice, Form, Paragraph, Text, optional


class ComplaintForm(Form):
    """A complaint. The office is asked for only where there are several."""

    what = Paragraph(
        phrase("Apa yang terjadi?"),
        hint=phrase(
            "Misalnya kantor tutup pada jam pelayanan, dimintai uang, tidak dilayani, atau"
            " halaman yang tidak dapat dipakai."
        ),
        missing=phrase("Tulis apa yang terjadi, dengan kata-kata Anda sendiri."),
        minimum=10,
        maximum=4000,
    )
    office = Choice(phrase("Kantor yang Anda adukan"), missing=phrase("Pilih kantornya."))
    when = optional(Text(phrase("Kapan?"), hint=phrase("Sejauh Anda ingat"), maximum=120))
    officer = optional(
        Text(
            phrase("Petugas yang Anda adukan"),
            hint=phrase(
                "Nama lengkapnya, bila Anda tahu: dengan itu ia tidak dapat melihat pengaduan ini."
            ),
            maximum=200,
        )
    )
    contact = optional(
        Text(
            phrase("Cara menghubungi Anda"),
            hint=phrase("Tidak wajib: jawabannya dapat dibaca dengan kode."),
            maximum=200,
        )
    )
    situs = optional(Text(phrase("Biarkan kosong"), maximum=200))

    def check(self) -> None:
        """Refuse what only a machine fills in."""
        if self.read_value("situs"):
            self.refuse("situs", words.TRAP)
