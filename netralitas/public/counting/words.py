"""The words of the pages with figures: what exactly is counted, and from which source."""

from datetime import date
from typing import Final

from netralitas.law.words import month
from netralitas.publication.policy.totals import FEW, Milestone, Span
from netralitas.web.formats import number

FROM_EVENTS: Final = "Sumber: catatan peristiwa perkara."
FROM_CASES: Final = "Sumber: perkara yang dicatat."
FROM_OUTCOMES: Final = "Sumber: hasil yang diterbitkan."
FROM_ACTIVITIES: Final = "Sumber: catatan kegiatan pencegahan."

AMOUNT: Final = "Jumlah"
MILESTONES: Final[dict[Milestone, str]] = {
    Milestone.CAME_IN: "Masuk",
    Milestone.REGISTERED: "Registrasi",
    Milestone.SETTLED: "Selesai di Bawaslu",
    Milestone.FORWARDED: "Diteruskan",
    Milestone.RECOMMENDED: "Rekomendasi",
    Milestone.DECIDED: "Keputusan",
    Milestone.REPORTED: "Dilaporkan",
}
CAME_IN_COUNT: Final = "Laporan, temuan, dan informasi, pada tahun diterimanya."
MILESTONES_COUNT: Final = (
    "Setiap langkah dihitung satu kali, pada tahun pertama kali langkah itu terjadi; jadi perkara"
    " yang masuk akhir tahun dapat selesai pada tahun berikutnya. Tiga kolom pertama menghitung"
    " perkara, yang lain terlapor, karena satu perkara dapat memuat beberapa terlapor."
)
YEAR_UNKNOWN: Final = "Tahun tidak diketahui"

SPANS: Final[dict[Span, str]] = {
    Span.TO_REGISTER: "Dari masuk sampai diregistrasi",
    Span.TO_SETTLE: "Dari registrasi sampai diteruskan atau diumumkan",
    Span.TO_RECOMMEND: "Dari diteruskan sampai direkomendasikan",
    Span.TO_DECIDE: "Dari diterima instansi sampai diputuskan",
    Span.TO_REPORT: "Dari keputusan sampai dilaporkan kepada Bawaslu",
}
SPANS_COUNT: Final = (
    "Hari kalender antara dua langkah, dari yang kedua harinya diketahui tepat. Separuh selesai"
    " dalam median; sembilan dari sepuluh selesai dalam persentil ke-90. Tidak ditampilkan bila"
    f" kurang dari {FEW}."
)
TOO_FEW: Final = "terlalu sedikit"

RECEIVERS_COUNT: Final = (
    "Setiap terlapor yang diteruskan kepada sebuah instansi dihitung satu kali. Dijawab berarti"
    " instansi merekomendasikan, memutuskan, atau menyatakan selesai; yang dialihkan atau"
    " dibatalkan tidak dihitung. Disebut namanya instansi pengawas ASN, dan instansi yang"
    " memutuskan untuk pegawai sebanyak ambang pelindungan; nama instansi lain dapat menunjuk"
    " orangnya, jadi digabung."
)
LEVELS_COUNT: Final = (
    "Seluruh rekomendasi dan keputusan sejak catatan dimulai, yang terakhir untuk setiap terlapor."
    " Orang yang sama belum tentu ada pada kedua sisi: yang direkomendasikan tahun lalu mungkin"
    " belum diputuskan. Rekomendasi untuk memeriksa lebih dahulu tidak dihitung sebagai"
    " tingkat sanksi."
)
OFFICES_COUNT: Final = "Perkara menurut daerah kantor Bawaslu yang menanganinya."
OTHER_RECEIVERS: Final = "Instansi lain"
OTHER_OFFICES: Final = "Daerah lain"
OUTCOMES_COUNT: Final = (
    "Hanya hasil yang sudah diterbitkan, satu untuk setiap terlapor. Jumlahnya lebih kecil daripada"
    " seluruh perkara: hasil terbit sesudah dua orang menyetujui dan pihak lain diberi waktu."
)
OUTCOMES_TITLE: Final = "Hasil yang diterbitkan dalam angka"
NO_OUTCOMES: Final = (
    "Belum ada hasil yang diterbitkan untuk pilihan ini. Angka menurut tahap, jabatan, dan tema"
    " muncul di sini sesudah hasil diterbitkan."
)
NOTHING: Final = "Belum ada yang dihitung."
ALL: Final = "Semua"


STAGES_COUNT: Final = "Tahap menurut hasil yang terakhir diterbitkan."
ENDS_COUNT: Final = "Hasil akhir dari yang sudah selesai."
THEMES_COUNT: Final = "Tema perkara, yang sama dengan tema kegiatan pencegahan."
MONTHS_COUNT: Final = (
    "Bulan sejak diteruskan sampai selesai, dibulatkan ke atas; hanya yang harinya diketahui tepat."
)


def staff_or_more(threshold: int) -> str:
    """Return what is counted of groups of posts: only those of so many people."""
    return (
        f"Golongan jabatan disebut hanya bila sedikitnya {number(threshold)} orang"
        " bekerja di dalamnya; yang lebih kecil disebut bersama semua golongan di sampingnya."
    )


def districts_count(year: int, threshold: int) -> str:
    """Return what the map counts, and up to when."""
    return (
        f"Perkara yang masuk sampai akhir tahun {year}, menurut kecamatan tempat kejadian; itu"
        " belum tentu tempat terlapor bekerja. Tahun yang berjalan tidak dihitung, supaya peta"
        " tidak menunjukkan dari mana laporan baru datang. Peta hanya tampil bila di setiap"
        f" kecamatan sedikitnya {number(threshold)} pegawai bekerja."
    )


def days(amount: int | None) -> str:
    """Return a number of days, or that there are too few to say it."""
    return TOO_FEW if amount is None else f"{number(amount)} hari"


def slowest(span: str, median: int, ninth: int) -> str:
    """Return in a sentence which span takes longest."""
    return (
        f"Yang paling lama: {span[0].lower()}{span[1:]}, separuh dalam {number(median)} hari dan"
        f" sembilan dari sepuluh dalam {number(ninth)} hari."
    )


def answered(share: int, handed: int, done: int) -> str:
    """Return in a sentence how many were answered."""
    return f"Dari {number(handed)} yang diterima instansi, {number(done)} sudah dijawab ({share}%)."


def waiting(on: date | None, amount: int) -> str:
    """Return since which month the oldest of so many waits, where that is known."""
    if on is None:
        return "tidak ada" if amount == 0 else "tidak diketahui"
    return f"sejak {month(on)}"


def levels_seen(recommended: int, imposed: int) -> str:
    """Return in a sentence how much was recommended and imposed."""
    return f"{number(recommended)} direkomendasikan, {number(imposed)} diputuskan."


def peak(year: str, amount: int, latest: str, now: int) -> str:
    """Return in a sentence which year had most, and how many the latest has."""
    if year == latest:
        return f"Terbanyak pada tahun {year}: {number(amount)} perkara."
    return (
        f"Terbanyak pada tahun {year}: {number(amount)} perkara; tahun {latest}: {number(now)}"
        " perkara."
    )


def months_seen(median: int, ninth: int, amount: int) -> str:
    """Return in a sentence within how many months matters were concluded."""
    return (
        f"Separuh selesai dalam {number(median)} bulan setelah diteruskan, sembilan dari sepuluh"
        f" dalam {number(ninth)} bulan; dihitung dari {number(amount)} hasil."
    )


def outcomes_of(amount: int) -> str:
    """Return how many published outcomes a page counts."""
    return f"{number(amount)} hasil yang diterbitkan, satu untuk setiap terlapor."
