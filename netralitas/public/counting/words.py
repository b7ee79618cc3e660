"""The words of the pages with figures: what exactly is counted, and from which source."""

from datetime import date
from typing import Final

from netralitas.language import ngettext, phrase, say
from netralitas.law.words import month
from netralitas.publication.policy.totals import FEW, Milestone, Span
from netralitas.web.formats import number

FROM_EVENTS: Final = phrase("Sumber: catatan peristiwa perkara.")
FROM_CASES: Final = phrase("Sumber: perkara yang dicatat.")
FROM_ACTIVITIES: Final = phrase("Sumber: catatan kegiatan pencegahan.")

AMOUNT: Final = phrase("Jumlah")
MILESTONES: Final[dict[Milestone, str]] = {
    Milestone.CAME_IN: phrase("Masuk"),
    Milestone.REGISTERED: phrase("Registrasi"),
    Milestone.SETTLED: phrase("Selesai di Bawaslu"),
    Milestone.FORWARDED: phrase("Diteruskan"),
    Milestone.RECOMMENDED: phrase("Rekomendasi"),
    Milestone.DECIDED: phrase("Keputusan"),
    Milestone.REPORTED: phrase("Dilaporkan"),
}
CAME_IN_COUNT: Final = phrase("Laporan, temuan, dan informasi, pada tahun diterimanya.")
MILESTONES_COUNT: Final = phrase(
    "Setiap langkah dihitung satu kali, pada tahun pertama kali langkah itu terjadi; jadi perkara"
    " yang masuk akhir tahun dapat selesai pada tahun berikutnya. Tiga kolom pertama menghitung"
    " perkara, yang lain terlapor, karena satu perkara dapat memuat beberapa terlapor."
)
YEAR_UNKNOWN: Final = phrase("Tahun tidak diketahui")

SPANS: Final[dict[Span, str]] = {
    Span.TO_REGISTER: phrase("Dari masuk sampai diregistrasi"),
    Span.TO_SETTLE: phrase("Dari registrasi sampai diteruskan atau diumumkan"),
    Span.TO_RECOMMEND: phrase("Dari diteruskan sampai direkomendasikan"),
    Span.TO_DECIDE: phrase("Dari diterima instansi sampai diputuskan"),
    Span.TO_REPORT: phrase("Dari keputusan sampai dilaporkan kepada Bawaslu"),
}
SPANS_COUNT: Final = phrase(
    "Hari kalender antara dua langkah, dari yang kedua harinya diketahui tepat. Separuh selesai"
    " dalam median; sembilan dari sepuluh selesai dalam persentil ke-90. Tidak ditampilkan bila"
    " kurang dari {few}.",
    few=FEW,
)
TOO_FEW: Final = phrase("terlalu sedikit")

RECEIVERS_COUNT: Final = phrase(
    "Setiap terlapor yang diteruskan kepada sebuah instansi dihitung satu kali. Dijawab berarti"
    " instansi merekomendasikan, memutuskan, atau menyatakan selesai; yang dialihkan atau"
    " dibatalkan tidak dihitung. Disebut namanya instansi pengawas ASN, dan instansi yang"
    " memutuskan untuk pegawai sebanyak ambang pelindungan; nama instansi lain dapat menunjuk"
    " orangnya, jadi digabung."
)
LEVELS_COUNT: Final = phrase(
    "Seluruh rekomendasi dan keputusan sejak catatan dimulai, yang terakhir untuk setiap terlapor."
    " Orang yang sama belum tentu ada pada kedua sisi: yang direkomendasikan tahun lalu mungkin"
    " belum diputuskan. Rekomendasi untuk memeriksa lebih dahulu tidak dihitung sebagai"
    " tingkat sanksi."
)
OFFICES_COUNT: Final = phrase("Perkara menurut daerah kantor Bawaslu yang menanganinya.")
OTHER_RECEIVERS: Final = phrase("Instansi lain")
OTHER_OFFICES: Final = phrase("Daerah lain")
NOTHING: Final = phrase("Belum ada yang dihitung.")


def districts_count(year: int, threshold: int) -> str:
    """Return what the map counts, and up to when."""
    return say(
        "Perkara yang masuk sampai akhir tahun {year}, menurut kecamatan tempat kejadian; itu"
        " belum tentu tempat terlapor bekerja. Tahun yang berjalan tidak dihitung, supaya peta"
        " tidak menunjukkan dari mana laporan baru datang. Peta hanya tampil bila di setiap"
        " kecamatan sedikitnya {threshold} pegawai bekerja.",
        year=year,
        threshold=number(threshold),
    )


def days(amount: int | None) -> str:
    """Return a number of days, or that there are too few to say it."""
    if amount is None:
        return str(TOO_FEW)
    return ngettext("{days} hari", "{days} hari", amount).format(days=number(amount))


def cases(amount: int) -> str:
    """Return how so many cases are called, without their number: "perkara"."""
    return ngettext("{amount} perkara", "{amount} perkara", amount).format(amount="").strip()


def respondents(amount: int) -> str:
    """Return how so many respondents are called, without their number: "terlapor"."""
    return ngettext("{amount} terlapor", "{amount} terlapor", amount).format(amount="").strip()


def slowest(span: str, median: int, ninth: int) -> str:
    """Return in a sentence which span takes longest."""
    return say(
        "Yang paling lama: {span}, separuh dalam {median} dan sembilan dari sepuluh dalam {ninth}.",
        span=_within(span),
        median=days(median),
        ninth=days(ninth),
    )


def answered(share: int, handed: int, done: int) -> str:
    """Return in a sentence how many were answered."""
    return say(
        "Dari {handed} yang diterima instansi, {done} sudah dijawab ({share}%).",
        handed=number(handed),
        done=number(done),
        share=share,
    )


def waiting(on: date | None, amount: int) -> str:
    """Return since which month the oldest of so many waits, where that is known."""
    if on is None:
        return say("tidak ada") if amount == 0 else say("tidak diketahui")
    return say("sejak {month}", month=month(on))


def levels_seen(recommended: int, imposed: int) -> str:
    """Return in a sentence how much was recommended and imposed."""
    return say(
        "{recommended} direkomendasikan, {imposed} diputuskan.",
        recommended=number(recommended),
        imposed=number(imposed),
    )


def peak(year: str, amount: int, latest: str, now: int) -> str:
    """Return in a sentence which year had most, and how many the latest has."""
    most = ngettext(
        "Terbanyak pada tahun {year}: {amount} perkara",
        "Terbanyak pada tahun {year}: {amount} perkara",
        amount,
    ).format(year=year, amount=number(amount))
    if year == latest:
        return f"{most}."
    said = ngettext("tahun {year}: {amount} perkara", "tahun {year}: {amount} perkara", now)
    return f"{most}; {said.format(year=latest, amount=number(now))}."


def begun(words: str) -> str:
    """Return words as a label: with a capital letter."""
    said = str(words)
    return f"{said[0].upper()}{said[1:]}"


def _within(words: str) -> str:
    """Return words as they stand in a sentence."""
    said = str(words)
    return f"{said[0].lower()}{said[1:]}"
