"""The form of the search: one line."""

from netralitas.web.forms import Form, Text
from netralitas.worklist.wanted import LONGEST, looks_like_a_wrong_nip


class SearchForm(Form):
    """What is looked for: a number, a NIP, a name, an office, words."""

    cari = Text(
        "Kata yang dicari",
        hint="Nomor perkara atau surat, NIP (18 angka), nama, unit kerja, atau kata dalam perihal",
        maximum=LONGEST,
        missing="Isi nomor, NIP, nama, unit kerja, atau kata yang dicari.",
    )

    def check(self) -> None:
        """Refuse a NIP with too few or too many digits: it would be found nowhere."""
        typed = self.read_value("cari")
        if typed and looks_like_a_wrong_nip(typed):
            self.refuse("cari", "NIP terdiri atas 18 angka. Periksa kembali angkanya.")
