"""What is put beside an activity: speakers, files, posts."""

from typing import Final

from netralitas.prevention import words
from netralitas.prevention.domain import FileUse, NewFile, NewPost, NewSpeaker, Platform
from netralitas.web.forms import (
    MEBIBYTE,
    Choice,
    DateField,
    Form,
    Integer,
    Text,
    Ticked,
    Upload,
    optional,
)

LARGEST: Final = 20 * MEBIBYTE
_MOST_REACHED: Final = 1_000_000_000


class SpeakerForm(Form):
    """Who speaks."""

    name = Text("Nama narasumber", maximum=120)
    capacity = Text("Jabatan dan instansi", hint="Misalnya Anggota Bawaslu Kabupaten.")

    def speaker(self) -> NewSpeaker:
        """Return who speaks; Invalid when the form has errors."""
        return NewSpeaker(name=self.name, capacity=self.capacity)


class FileForm(Form):
    """A file, what it is for, and whether everybody gets it."""

    use = Choice("Kegunaan", [(use.value, said) for use, said in words.USES.items()])
    title = Text("Judul berkas", hint="Tanpa nama orang.", maximum=120)
    file = Upload(
        "Berkas",
        hint="PDF, gambar, DOCX, XLSX, video, atau suara, paling besar 20 MB.",
        missing="Pilih berkasnya.",
        largest=LARGEST,
    )
    shared = Ticked(
        "Bagikan kepada publik",
        hint="Hanya untuk bahan berupa PDF, gambar, DOCX, atau XLSX: siapa pun dapat mengunduhnya"
        " dari halaman Materi. Pastikan tidak memuat data pribadi.",
    )

    def new(self) -> NewFile:
        """Return what the file is; Invalid when the form has errors."""
        return NewFile(use=FileUse(self.use), title=self.title, shared=self.shared)


class PostForm(Form):
    """A post of the own office, and how many it reached as of a day."""

    platform = Choice(
        "Media", [(platform.value, said) for platform, said in words.PLATFORMS.items()]
    )
    address = Text("Alamat unggahan", hint="Lengkap, diawali https://.", maximum=500)
    posted_on = DateField("Tanggal unggahan", missing="Isi tanggal unggahan.")
    reach = optional(
        Integer(
            "Jangkauan",
            hint="Berapa kali dilihat, menurut media itu sendiri.",
            least=-_MOST_REACHED,
            most=_MOST_REACHED,
        )
    )
    reach_on = optional(
        DateField("Jangkauan per tanggal", hint="Hari angka jangkauan itu terlihat.")
    )

    def post(self) -> NewPost:
        """Return the post; Invalid when the form has errors."""
        self.require()
        return NewPost(
            platform=Platform(self.platform),
            address=self.address,
            posted_on=self.posted_on,
            reach=self.reach,
            reach_on=self.reach_on,
        )


class ReachForm(Form):
    """How many a post reached, as of a day."""

    reach = Integer("Jangkauan", least=-_MOST_REACHED, most=_MOST_REACHED)
    reach_on = DateField(
        "Jangkauan per tanggal", missing="Isi tanggal saat jangkauan itu terlihat."
    )
