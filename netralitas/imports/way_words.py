"""What the pages of an import say, and where they lie, for each kind of table."""

from typing import Final, Self

import msgspec

from netralitas.imports import addresses
from netralitas.web.parts import Crumb


class WayWords(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of table as its pages speak of it; `home` is above all of them.

    `told` is the word in the address of `home` by which it is told what was done.
    """

    home: str
    title: str
    importing: str
    uploading: str
    shape: tuple[str, ...]
    changed: str
    repeated: str
    told: str = "kabar"

    def at(self, home: str) -> Self:
        """Return the same words for a table that comes in elsewhere."""
        return msgspec.structs.replace(self, home=home)

    @property
    def upload(self) -> str:
        """Return where a file is sent."""
        return addresses.upload(self.home)

    def crumbs(self, *here: str) -> tuple[Crumb, ...]:
        """Return the way to a page below the list of imports."""
        return addresses.crumbs(self.title, self.home, *here)


class ListedWords(WayWords, frozen=True, kw_only=True):
    """The words of a kind whose imports are listed, and can be taken back as a whole."""

    back: str
    undone: str
    done: str
    taken_back: str


STAFF_WORDS: Final = ListedWords(
    home=addresses.LISTS,
    title="Daftar pegawai",
    importing="Impor",
    uploading="Impor daftar pegawai",
    shape=(
        (
            "Satu baris untuk satu orang, dengan nama kolom di atasnya. Judul surat di atas nama"
            " kolom boleh ada."
        ),
        (
            "Nama wajib ada. NIP, status kepegawaian, jenis jabatan, jabatan, unit kerja,"
            " instansi, dan golongan dibaca bila ada."
        ),
        (
            "NIP harus berupa teks. NIP yang tersimpan sebagai angka ditolak, karena angka"
            " terakhirnya dapat sudah hilang."
        ),
        "Orang yang NIP-nya sudah ada pada daftar kantor Anda tidak diimpor dua kali.",
    ),
    changed="Daftar pegawai kantor Anda berubah sejak Anda membuka halaman ini.",
    repeated="baris yang sudah diimpor akan dikenali dari NIP-nya.",
    back="Kembali ke daftar pegawai",
    undone=(
        "Seluruh baris impor ini dihapus dari daftar pegawai. Catatan bahwa impor pernah dilakukan"
        " dan dibatalkan tetap ada."
    ),
    done="Daftar pegawai sudah diimpor.",
    taken_back="Impor sudah dibatalkan. Datanya dihapus dari daftar pegawai.",
)
EXTERNAL_WORDS: Final = ListedWords(
    home=addresses.EXTERNAL,
    title="Impor catatan sistem lain",
    importing="Berkas",
    uploading="Impor catatan sistem lain",
    shape=(
        "Satu baris untuk satu catatan tentang satu terlapor, dengan nama kolom di atasnya.",
        (
            "Nomor perkara (registrasi atau tanda terima), terlapor (nomor urut, nama, atau NIP),"
            " dan sistem wajib ada."
        ),
        (
            "Nomor di sistem, status, keterangan, tanggal status, dan menurut siapa dibaca bila"
            " ada. Tanggal boleh hanya bulan atau tahun, atau kosong."
        ),
        (
            "Baris yang menyebut perkara atau orang yang tidak dikenal ditolak dan dilaporkan;"
            " tidak ada yang dibuat baru."
        ),
        "Catatan yang sudah ada dengan isi yang sama tidak dicatat dua kali.",
    ),
    changed="Perkara yang disebut berkas ini berubah sejak Anda membuka halaman ini.",
    repeated="catatan yang sudah ada dikenali dari isinya.",
    back="Kembali ke impor catatan sistem lain",
    undone=(
        "Seluruh catatan dari impor ini ditarik dari perkaranya. Kronologi perkara tetap memuat"
        " bahwa catatan itu pernah ditulis dan ditarik."
    ),
    done="Catatan sistem lain sudah diimpor. Kronologi setiap perkara memuatnya.",
    taken_back="Impor sudah dibatalkan. Catatannya ditarik dari setiap perkara.",
)
ATTENDANCE_WORDS: Final = WayWords(
    home="",
    title="Kehadiran",
    importing="Impor",
    uploading="Impor daftar hadir",
    shape=(
        "Satu baris untuk satu orang, dengan nama kolom di atasnya. Judul di atasnya boleh ada.",
        (
            "Nama dan unit kerja wajib ada. Unit kerja ditulis seperti pada daftar unit; tamu"
            " ditulis “Tamu”. Jabatan, NIP, dan asal tamu dibaca bila ada."
        ),
        (
            "NIP harus berupa teks. NIP yang tersimpan sebagai angka ditolak, karena angka"
            " terakhirnya dapat sudah hilang."
        ),
        "Sel yang digabung ditolak: satu baris harus satu orang.",
        "Orang yang sudah ada pada daftar hadir kegiatan ini tidak dicatat dua kali.",
    ),
    changed="Daftar hadir kegiatan ini berubah sejak Anda membuka halaman ini.",
    repeated="orang yang sudah ada pada daftar hadir akan dikenali.",
    told="tercatat",
)
