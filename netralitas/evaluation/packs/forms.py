"""The form by which a party says that it signed."""

from typing import Final

from netralitas.web.forms import LETTERS, DateField, Form, Text, Upload, optional

LONGEST: Final = 150


class SignatureForm(Form):
    """Who signed, as what, when, and perhaps the paper as it was scanned."""

    name = Text("Nama penanda tangan", missing="Isi nama penanda tangan.", maximum=LONGEST)
    capacity = Text(
        "Jabatan",
        hint="Misalnya: Ketua Bawaslu Kabupaten, Kepala BKPSDM.",
        missing="Isi jabatan penanda tangan.",
        maximum=LONGEST,
    )
    signed_on = DateField("Tanggal tanda tangan", missing="Isi tanggal tanda tangan.", past=True)
    scan = optional(
        Upload("Pindaian", hint="PDF atau gambar kertas yang sudah ditandatangani.", kinds=LETTERS)
    )
