"""Forms of a hand-over of static archives."""

from typing import Final

from netralitas.cases.archive.domain import NewHandover
from netralitas.web.forms import LETTERS, MEBIBYTE, Choices, DateField, Form, Text, Upload

LARGEST_SCAN: Final = 20 * MEBIBYTE
_MOST: Final = 20


class HandoverForm(Form):
    """Who hands over to whom, and how the archives were verified."""

    receiver = Text("Lembaga kearsipan yang menerima", maximum=200)
    verification = Text(
        "Surat verifikasi", hint="Nomor dan tanggal surat lembaga kearsipan.", maximum=300
    )
    giver = Text("Nama yang menyerahkan", maximum=120)
    giver_post = Text("Jabatan yang menyerahkan", maximum=200)
    taker = Text("Nama yang menerima", maximum=120)
    taker_post = Text("Jabatan yang menerima", maximum=200)

    def handover(self) -> NewHandover:
        """Return what was filled in."""
        return NewHandover(
            receiver=self.receiver,
            verification=self.verification,
            giver=self.giver,
            giver_post=self.giver_post,
            taker=self.taker,
            taker_post=self.taker_post,
        )


class AddForm(Form):
    """Which closed cases go along."""

    cases = Choices("Perkara", hint=f"Paling banyak {_MOST} sekali tambah.")

    def check(self) -> None:
        """Hold that not more are bundled at once than one answer can wait for."""
        if len(self.read_value("cases") or ()) > _MOST:
            self.refuse("cases", f"Pilih paling banyak {_MOST} perkara, lalu ulangi.")


class CloseForm(Form):
    """The day on which the archives change hands."""

    on = DateField("Tanggal penyerahan", past=True)


class ScanForm(Form):
    """The signed minutes."""

    scan = Upload("Pindaian", kinds=LETTERS, largest=LARGEST_SCAN)
