"""The forms of evidence: what it is, why it is used, and files that come with words about them."""

from typing import Final

from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.domain import Facts, Nature, Origin, Purpose
from netralitas.web.forms import (
    EVIDENCE,
    Choice,
    DateField,
    Form,
    Paragraph,
    Text,
    Uploads,
    optional,
)

MOST: Final = 50
"""Files in one form."""

_NATURES = tuple((code.value, said) for code, said in words.NATURES.items())
_ORIGINS = tuple((code.value, said) for code, said in words.ORIGINS.items())
_PURPOSES = tuple((code.value, said) for code, said in words.PURPOSES.items())
_ORIGIN_HINT = "Sebut asalnya, bukan orangnya."
_DAY_HINT = "Hari bukti sampai di tangan Bawaslu; kosongkan bila tidak diketahui."
_TELLING_HINT = "Apa yang tampak atau terdengar, tanpa nama pelapor atau saksi."


class DescribeForm(Form):
    """What is said of a piece of evidence."""

    nature = Choice("Bentuk bukti", _NATURES)
    origin = Choice("Asal bukti", _ORIGINS, hint=_ORIGIN_HINT)
    obtained_on = optional(DateField("Tanggal diperoleh", hint=_DAY_HINT))
    description = optional(Paragraph("Keterangan", hint=_TELLING_HINT, maximum=4000))


class UseForm(Form):
    """For what somebody uses a piece of evidence."""

    purpose = Choice("Keperluan", _PURPOSES, missing="Pilih untuk keperluan apa bukti ini dipakai.")
    note = optional(
        Paragraph("Penjelasan", hint="Wajib bila memilih “Keperluan lain”.", maximum=1000)
    )

    def check(self) -> None:
        """Hold that another purpose is told in words."""
        if self.read_value("purpose") == Purpose.OTHER and not self.read_value("note"):
            self.refuse("note", "Jelaskan keperluannya dalam satu kalimat.")


class AddForm(Form):
    """What is said of all that is uploaded at once, and files that come with the form itself."""

    title = Text(
        "Judul",
        hint="Isi bukti dalam beberapa kata, tanpa nama orang. Beberapa berkas diberi nomor urut.",
        minimum=3,
        maximum=140,
    )
    origin = Choice("Asal bukti", _ORIGINS, hint=_ORIGIN_HINT)
    obtained_on = optional(DateField("Tanggal diperoleh", hint=_DAY_HINT))
    description = optional(Paragraph("Keterangan", hint=_TELLING_HINT, maximum=4000))
    files = optional(
        Uploads(
            "Pilih berkas",
            hint="Foto, video, rekaman suara, PDF, DOCX, atau XLSX; boleh beberapa sekaligus.",
            kinds=EVIDENCE,
            largest=2**40,  # the limit of the installation holds where the file is kept
            most=MOST,
        )
    )
    camera = optional(
        Uploads(
            "Ambil dengan kamera",
            hint="Di ponsel, kamera dibuka langsung.",
            kinds=EVIDENCE,
            largest=2**40,
            most=MOST,
        )
    )


def facts_in(form: DescribeForm) -> Facts:
    """Return what a valid form says."""
    return Facts(
        nature=Nature(form.nature),
        origin=Origin(form.origin),
        obtained_on=form.obtained_on,
        description=form.description,
    )


def limit_words(megabytes: int) -> str:
    """Return how large a file may be, in a sentence."""
    return f"Setiap berkas paling besar {megabytes} MB."
