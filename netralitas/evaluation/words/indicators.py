"""What each figure is called and what exactly it counts: definitions 1 to 4.

The sentences belong to the definition: whoever changes what is counted writes a new one. What the
public site shows as well is a phrase, in its languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.evaluation.words.parts import (
    ACTIVITY_STATUSES,
    ACTIVITY_THEMES,
    CASE_STATUSES,
    FOLLOW_UP_STATUSES,
    LEVELS,
    REFERRAL_STATUSES,
    RESPONDENT_STATUSES,
    SOURCES,
)
from netralitas.language import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The title of an indicator, its unit, the sentence of what it counts, its parts in words."""

    code: str
    title: str
    unit: str
    sentence: str
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterWords:
    """The words of one register: its title, and what enters and leaves it."""

    title: str
    entered: str
    left: str
    closing: str


_ALL: Final = (
    Definition(
        code="cases_in",
        title="Perkara masuk",
        unit="perkara",
        sentence=(
            "Perkara yang dibuka sejak catatan dimulai, menurut cara masuknya. Laporan yang"
            " kemudian dijadikan informasi awal, atau digabung ke perkara lain, tetap dihitung"
            " sebagai laporan."
        ),
        parts=SOURCES,
    ),
    Definition(
        code="registered",
        title="Diregistrasi",
        unit="perkara",
        sentence="Perkara yang diregistrasi, termasuk yang dilimpahkan dalam keadaan teregistrasi.",
        parts={"report": "Laporan", "finding": "Temuan", "transfer": "Pelimpahan"},
    ),
    Definition(
        code="not_registered",
        title="Tidak diregistrasi",
        unit="perkara",
        sentence=(
            "Perkara yang berstatus tidak diregistrasi; yang dibuka kembali tidak dihitung lagi."
        ),
    ),
    Definition(
        code="stopped",
        title="Penelusuran dihentikan",
        unit="perkara",
        sentence="Perkara yang penelusurannya dihentikan dan tidak dibuka kembali.",
    ),
    Definition(
        code="withdrawn",
        title="Laporan dicabut",
        unit="laporan",
        sentence="Laporan yang dicabut sebelum registrasi dan tidak dibuka kembali.",
    ),
    Definition(
        code="decided",
        title="Keputusan rapat pleno",
        unit="keputusan",
        sentence=(
            "Keputusan rapat pleno atas kajian. Perkara yang dibuka kembali lalu diputuskan lagi"
            " dihitung untuk setiap keputusan."
        ),
        parts={
            "not_violation": "Bukan pelanggaran",
            "other_law": "Pelanggaran hukum lain (netralitas ASN)",
            "administrative": "Pelanggaran administrasi",
            "organiser_ethics": "Pelanggaran kode etik penyelenggara",
            "criminal": "Dugaan tindak pidana",
        },
    ),
    Definition(
        code="case_status",
        title="Perkara menurut status",
        unit="perkara",
        sentence="Setiap perkara dihitung satu kali, pada statusnya sekarang.",
        parts=CASE_STATUSES,
    ),
    Definition(
        code="forwarded",
        title="Terlapor diteruskan",
        unit="penerusan",
        sentence=(
            "Penerusan terlapor kepada instansi, satu untuk setiap terlapor dan instansi."
            " Pengalihan kepada instansi pengganti tidak dihitung lagi."
        ),
    ),
    Definition(
        code="referral_status",
        title="Penerusan menurut status",
        unit="penerusan",
        sentence=(
            "Setiap penerusan seorang terlapor dihitung satu kali, pada statusnya sekarang;"
            " pengalihan membuka penerusan baru pada instansi pengganti."
        ),
        parts=REFERRAL_STATUSES,
    ),
    Definition(
        code="recommended",
        title="Rekomendasi menurut tingkat",
        unit="rekomendasi",
        sentence="Rekomendasi instansi pengawas ASN, satu untuk setiap terlapor dan rekomendasi.",
        parts=LEVELS,
    ),
    Definition(
        code="follow_up_status",
        title="Tindak lanjut menurut status",
        unit="tindak lanjut",
        sentence="Setiap tindak lanjut seorang terlapor dihitung satu kali, pada statusnya kini.",
        parts=FOLLOW_UP_STATUSES,
    ),
    Definition(
        code="imposed",
        title="Sanksi yang dijatuhkan menurut tingkat",
        unit="keputusan",
        sentence=(
            "Keputusan yang menjatuhkan sanksi. Seorang yang dijatuhi sanksi dua kali dihitung dua."
        ),
        parts=LEVELS,
    ),
    Definition(
        code="reported_back",
        title="Hasil dilaporkan kembali",
        unit="tindak lanjut",
        sentence="Tindak lanjut yang hasilnya sudah dilaporkan kepada Bawaslu.",
    ),
    Definition(
        code="pressure",
        title="Tindakan karena tidak ada jawaban",
        unit="tindakan",
        sentence=(
            "Pengingat, teguran, pemblokiran layanan kepegawaian, dan penyampaian kepada gubernur"
            " atau menteri; setiap tindakan satu. Penyampaian dihitung sejak definisi 4."
        ),
        parts={
            "reminded": "Pengingat",
            "warned": "Teguran",
            "blocked": "Pemblokiran (SIASN)",
            "escalated": "Disampaikan kepada gubernur atau menteri",
        },
    ),
    Definition(
        code="recorded_late",
        title="Dicatat terlambat",
        unit="catatan",
        sentence=(
            f"Langkah dan fakta yang dicatat lebih dari {LATE_ENTRY_DAYS} hari sesudah terjadi,"
            " satu untuk setiap proses. Pencatatan yang terlambat tidak membuat tindakannya"
            " terlambat. Tidak dihitung dalam definisi 1."
        ),
        parts={"move": "Langkah", "fact": "Fakta"},
    ),
    Definition(
        code="respondent_status",
        title="Terlapor menurut status",
        unit="terlapor",
        sentence=(
            "Setiap terlapor dihitung satu kali dalam setiap perkaranya. Bila ada beberapa proses,"
            " yang menentukan adalah proses berjalan yang paling jauh; bila tidak ada yang"
            " berjalan, yang paling jauh berakhir. Sejak definisi 4."
        ),
        parts=RESPONDENT_STATUSES,
    ),
    Definition(
        code="respondents_unnamed",
        title="Diteruskan tanpa tercatat masuk",
        unit="terlapor",
        sentence=(
            "Terlapor yang diteruskan, tetapi tidak disebut oleh peristiwa pembukaan perkaranya"
            " (perkara yang dibuka sebelum definisi 4). Sebelum diteruskan, terlapor semacam itu"
            " tidak dihitung."
        ),
    ),
    Definition(
        code="activity_status",
        title="Kegiatan pencegahan menurut status",
        unit="kegiatan",
        sentence=(
            "Setiap kegiatan dihitung satu kali, pada statusnya sekarang; kegiatan yang dipindah"
            " harinya tetap satu. Sejak definisi 4."
        ),
        parts=ACTIVITY_STATUSES,
    ),
    Definition(
        code="activities_held",
        title=phrase("Kegiatan terlaksana menurut tema"),
        unit="kegiatan",
        sentence=phrase("Kegiatan pencegahan yang sudah terlaksana. Sejak definisi 4."),
        parts=ACTIVITY_THEMES,
    ),
    Definition(
        code="people_reached",
        title=phrase("Kehadiran pada kegiatan menurut tema"),
        unit="kehadiran",
        sentence=phrase(
            "Jumlah pegawai yang hadir menurut catatan terakhir setiap kegiatan yang terlaksana."
            " Seorang yang hadir dua kali dihitung dua; tamu dari luar unit tidak dihitung. Sejak"
            " definisi 4."
        ),
        parts=ACTIVITY_THEMES,
    ),
)

DEFINITIONS: Final = {definition.code: definition for definition in _ALL}
"""Every indicator by its code, in the order of the page."""

REGISTERS: Final = {
    "handling": RegisterWords(
        title="Perkara (penanganan)",
        entered="masuk atau dibuka kembali",
        left="selesai",
        closing="masih berjalan",
    ),
    "referral": RegisterWords(
        title="Penerusan",
        entered="diteruskan atau dibuka kembali",
        left="dijawab atau berakhir",
        closing="belum dijawab",
    ),
    "discipline": RegisterWords(
        title="Tindak lanjut",
        entered="masuk atau dibuka kembali",
        left="selesai",
        closing="belum selesai",
    ),
    "respondent": RegisterWords(
        title="Terlapor",
        entered="tercatat dalam perkara, atau diterima dari instansi lain",
        left="selesai, dikurangi yang dibuka kembali",
        closing="belum selesai",
    ),
    "activity": RegisterWords(
        title="Kegiatan pencegahan",
        entered="direncanakan",
        left="terlaksana atau dibatalkan",
        closing="belum terlaksana",
    ),
}

MOVEMENTS: Final = {"entered": "masuk", "left": "keluar", "open": "saldo akhir"}
"""The numbers of a register in words."""
