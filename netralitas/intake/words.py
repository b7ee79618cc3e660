"""The words of the desk: what is taken in, what the receipt says comes next."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import Channel, Source
from netralitas.intake.domain import Confidentiality, ReporterKind, Sex
from netralitas.law import words as law_words
from netralitas.law.domain import Regime
from netralitas.law.explanation import Explanation

KINDS: Final[dict[str, Source]] = {
    "laporan": Source.REPORT,
    "temuan": Source.FINDING,
    "informasi": Source.INFORMATION,
}
"""What can be taken in, by its word in the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How one kind of matter is spoken of at the desk and on its receipt."""

    tab: str
    title: str
    lead: str
    button: str
    receipt: str
    person: str


WORDS: Final[dict[Source, Words]] = {
    Source.REPORT: Words(
        tab="Laporan",
        title="Terima laporan",
        lead=(
            "Laporan disampaikan seseorang yang menyebut namanya. Tanpa nama, catat sebagai"
            " informasi awal."
        ),
        button="Terima laporan",
        receipt="Tanda terima laporan",
        person="Pelapor",
    ),
    Source.FINDING: Words(
        tab="Temuan",
        title="Catat hasil pengawasan",
        lead=(
            "Hasil pengawasan Anda yang memuat dugaan pelanggaran. Rapat pleno menetapkannya"
            " sebagai temuan."
        ),
        button="Catat hasil pengawasan",
        receipt="Tanda catat hasil pengawasan",
        person="Penemu",
    ),
    Source.INFORMATION: Words(
        tab="Informasi awal",
        title="Catat informasi awal",
        lead=(
            "Informasi tanpa nama atau yang belum lengkap. Bawaslu menelusurinya; pemberi informasi"
            " tidak menjadi pihak."
        ),
        button="Catat informasi awal",
        receipt="Tanda terima informasi awal",
        person="Pemberi informasi",
    ),
}

CHANNELS: Final[dict[Channel, str]] = {
    Channel.DESK: "Datang langsung ke kantor",
    Channel.LETTER: "Surat",
    Channel.TELEPHONE: "Telepon",
    Channel.WHATSAPP: "WhatsApp",
    Channel.SIGAPLAPOR: "SigapLapor",
    Channel.TRANSFER: "Pelimpahan dari Bawaslu lain",
}
"""The doors of the desk; supervision and the public page are not chosen here."""

OPENNESS: Final[dict[Confidentiality, str]] = {
    Confidentiality.NAMED: "Bernama: pelapor bersedia disebut dalam penanganan",
    Confidentiality.CONFIDENTIAL: "Rahasia: nama pelapor tidak disebut dalam penanganan",
}
"""How openly a report is made at the desk; without a name it is first information."""

REPORTERS: Final[dict[ReporterKind, str]] = {
    ReporterKind.CITIZEN: "Warga negara yang punya hak pilih",
    ReporterKind.PARTICIPANT: "Peserta Pemilu atau Pemilihan",
    ReporterKind.MONITOR: "Pemantau terakreditasi",
}

SEXES: Final[dict[Sex, str]] = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}

STORY: Final = (
    "Apa, siapa, kapan, di mana, bagaimana. Sertakan alamat unggahan bila ada, satu tiap baris"
)
FILES: Final = (
    "Foto, video, rekaman suara, PDF, DOCX, atau XLSX, paling besar 20 MB tiap berkas. Sidik"
    " digitalnya dicetak di tanda terima"
)
FINDER: Final = "Kosongkan bila Anda sendiri yang menemukan"
SUPERVISION: Final = "Apa yang diawasi, di mana, kapan, dan apa yang dilihat"
WHO_MAY: Final = (
    "Yang berhak melapor. Pemilu: UU 7/2017 Pasal 454 ayat (3) (perlu konfirmasi, sumber kedua)."
    " Pemilihan: UU 1/2015 Pasal 134 ayat (2)"
)
SEEN: Final = (
    "Tanda tangan pada laporan dicocokkan dengan kartu identitas. Pemilu: Perbawaslu 7/2022 Pasal"
    " 15 ayat (3) (perlu konfirmasi, sumber kedua)"
)
PROXY: Final = (
    "Surat kuasa khusus diperlihatkan. Pemilu: Perbawaslu 7/2022 Pasal 8 ayat (5) (perlu"
    " konfirmasi, sumber kedua)"
)

VAULT: Final = (
    "Nama, alamat, dan telepon disimpan terpisah dalam brankas identitas yang terenkripsi. Setelah"
    " formulir ini dikirim, tidak ada halaman yang menampilkannya lagi, juga tidak kepada Anda."
)

NAME_NEEDED: Final = (
    "Isi nama pelapor. Tanpa nama pelapor, catat sebagai informasi awal, bukan laporan."
)
WHO_ASKED: Final = "Pilih instansi yang meminta klarifikasi dengan surat itu."
NAME_OR_NOTHING: Final = (
    "Isi nama pemberi informasi, atau kosongkan alamat dan teleponnya: identitas tanpa nama tidak"
    " dapat disimpan."
)
HOUR_WITHOUT_DAY: Final = "Jam diisi hanya bila tanggalnya diketahui sampai hari."
WHO_IS_IT: Final = "Isi nama terlapor, atau centang “Terlapor belum teridentifikasi”."
BOTH: Final = (
    "Terlapor tidak dapat bernama dan sekaligus belum teridentifikasi. Hapus namanya, atau hapus"
    " centangnya."
)
NIP_WITHOUT_NAME: Final = "NIP hanya diisi untuk terlapor yang namanya diketahui."
OTHER_REGIME: Final = (
    "Pemilihan yang dipilih tidak termasuk rezim yang dipilih. Ubah salah satunya, atau kosongkan."
)

NEXT: Final[dict[Source, tuple[str, ...]]] = {
    Source.REPORT: (
        "Kajian awal memeriksa syarat formal dan materiel laporan.",
        "Bila ada yang belum lengkap, pelapor diberi tahu dan dapat melengkapinya.",
        "Laporan yang memenuhi syarat diregistrasi, lalu ditangani; hasilnya diberitahukan.",
    ),
    Source.FINDING: (
        "Hasil pengawasan diajukan ke rapat pleno.",
        "Bila ditetapkan sebagai temuan, temuan diregistrasi dan ditangani.",
    ),
    Source.INFORMATION: (
        "Informasi ditelusuri.",
        "Bila cukup, hasilnya diajukan sebagai temuan; bila tidak, penelusuran dihentikan.",
    ),
}
"""What happens after the receipt, in order."""

CODE: Final = (
    "Masukkan kode ini di halaman Cek status (/cek-status) pada situs publik kantor ini.",
    "Anda melihat sampai di mana penanganannya, apa langkah berikutnya, dan kapan.",
    "Siapa pun yang memegang kode ini dapat melihat statusnya, tanpa nama siapa pun.",
    "Simpan lembar ini baik-baik.",
)
"""Where the code of a receipt is used, and what whoever holds it sees."""

NO_CODE: Final = (
    "Tanda terima ini tidak memiliki kode status: perkaranya dicatat sebelum kode dipakai.",
    "Tanyakan status kepada kantor dengan menyebutkan nomor di atas.",
)
"""Why an old receipt has no code, and what to do instead."""

CODE_ELSEWHERE: Final = (
    "Kode statusnya dibuat di situs publik dan hanya dimiliki pengirimnya.",
    "Pengirim memakainya di halaman Cek status (/cek-status), juga untuk berkirim pesan.",
)
"""Why a receipt of the public site does not print its code."""


WINDOW: Final = "Batas waktu penyampaian laporan"
CHECK: Final = "Periksa batas waktu"

NOT_YET: Final = "Belum dihitung"
CANNOT: Final = "Tidak dapat dihitung"
NO_WINDOW: Final = "Tidak ada batas waktu"
IN_TIME: Final = "Dalam batas waktu"
LATE: Final = "Lewat batas waktu"
NOT_COMPARED: Final = "Tanggal diterima belum lengkap"
"""How a report stands towards its window, in a word or two."""

WINDOW_NEEDS: Final = (
    "Pilih rezim dan isi tanggal diketahui: batas waktunya dihitung di sini. Bila tidak muncul"
    f" sendiri, tekan “{CHECK}” di akhir formulir."
)
KNOWN_NEEDED: Final = (
    "Isi tanggal diketahui: batas waktu dihitung sejak hari itu. Tanpa tanggal itu laporan tetap"
    " dapat diterima, tetapi tidak dapat dikatakan apakah tepat waktu."
)
RECEIVED_NEEDED: Final = "Isi tanggal diterima sampai harinya untuk membandingkannya."
OUTSIDE: Final = "Di luar tahapan tidak ditemukan aturan batas waktu penyampaian laporan."

_FORMAL: Final[dict[Regime, str]] = {
    Regime.PEMILU: (
        "Waktu penyampaian termasuk syarat formal: Perbawaslu 7/2022 Pasal 15 ayat (3)"
        " (perlu konfirmasi, sumber kedua)."
    ),
    Regime.PEMILIHAN: (
        "Pasal tentang syarat formal laporan Pemilihan belum ditemukan (perlu konfirmasi)."
    ),
}
"""On what it rests that the time of a report is a formal requirement, by regime."""


def until(explained: Explanation) -> str:
    """Return until when a report could be made."""
    return f"Paling lambat {_end(explained)}."


def in_time(explained: Explanation, received: str) -> str:
    """Return that a report came within its window."""
    return (
        f"Laporan ini diterima {received}, sebelum batas waktu penyampaian berakhir pada"
        f" {_end(explained)}."
    )


def late(explained: Explanation, received: str) -> tuple[str, str]:
    """Return that a report came after its window, and what follows: it is taken in all the same."""
    came = (
        f"Laporan ini diterima {received}, setelah batas waktu penyampaian berakhir pada"
        f" {_end(explained)}."
    )
    regime = Regime(explained.rule.code.partition(".")[0])
    follows = "Laporan tetap diterima. Kajian awal menilai akibatnya bagi syarat formal."
    return (came, f"{follows} {_FORMAL[regime]}")


def _end(explained: Explanation) -> str:
    rule = explained.rule
    counted = f"{law_words.amount(rule)} sejak {rule.start_label}; {law_words.basis(rule)}"
    return f"{law_words.day(explained.due.on)} ({counted})"


DRAFTS: Final = "Draf Anda"
SAVE: Final = "Simpan draf"
NO_SUBJECT: Final = "Tanpa perihal"
TOO_LARGE: Final = "Isian terlalu panjang untuk disimpan sebagai draf. Ringkas uraiannya."
KEPT_FOR_DRAFT: Final = "Berkas disimpan bersama draf ini."


def saved_at(hour: str) -> str:
    """Return that a draft was saved, and when."""
    return f"Draf tersimpan pukul {hour}. Hanya Anda yang dapat melanjutkannya."


def file_refused(name: str, reason: str) -> str:
    """Return why a file of the form was not kept."""
    return f"Berkas “{name}”: {reason}"


def still_arriving(name: str) -> str:
    """Return that a file is not whole yet, and what to do."""
    return f"Berkas “{name}” belum selesai diunggah. Pilih lagi berkasnya, atau hapus dari daftar."


def piece_of_evidence(number: int) -> str:
    """Return what a file is called of which nothing was said."""
    return f"Bukti {number}"


CLOSING: Final = (
    "Sebutkan nomor ini bila Anda menghubungi kantor. Nama Anda tidak dicantumkan di lembar ini dan"
    " disimpan terpisah dari perkara."
)
RECEIVER: Final = "Yang menerima"
FORM_A: Final = "Laporan hasil pengawasan"
SUPERVISOR: Final = "Pengawas"
UNIDENTIFIED: Final = "Belum teridentifikasi"
NOT_SAID: Final = "-"


def witnesses(number: int) -> str:
    """Return how many witnesses there are; who they are stays in the vault."""
    if number == 0:
        return "Tidak ada saksi yang dicatat."
    return f"{number} saksi. Identitasnya disimpan terpisah dalam brankas identitas."
