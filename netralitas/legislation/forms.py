"""What is asked of the register of laws: words, a day, a citation."""

from netralitas.web.forms import Citation, DateField, Form, Text, optional


class LawSearchForm(Form):
    """Words looked for in the register."""

    marks_optional = False

    cari = optional(
        Text("Cari peraturan", hint="Nomor, nama, atau kata dalam judul. Misalnya 94/2021")
    )


class StandingForm(Form):
    """The day on which a law is looked at."""

    tanggal = DateField("Pada tanggal")


class CitationForm(Form):
    """A citation and the day of the act that rests on it."""

    kutipan = Citation(
        "Kutipan",
        hint="Tulis peraturannya saja, tanpa nama orang. Misalnya Pasal 454 UU 7/2017",
        maximum=500,
    )
    tanggal = DateField("Tanggal perbuatan atau surat")
