"""The words of the public site: what is said about codes, figures and outcomes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from netralitas.intake import codes
from netralitas.law.words import day
from netralitas.web.formats import number

CODE: Final = "Kode tanda terima"
CODE_HINT: Final = (
    f"{codes.LENGTH} huruf dan angka pada tanda terima Anda. Huruf besar atau kecil, spasi, dan"
    " tanda hubung tidak berpengaruh."
)
CODE_MISSING: Final = "Isi kode yang tertulis pada tanda terima Anda."
OWN_CODE: Final = "Kode Anda"
OWN_CODE_HINT: Final = (
    f"{codes.LENGTH} huruf dan angka. Huruf besar atau kecil, spasi, dan tanda hubung tidak"
    " berpengaruh."
)
OWN_CODE_MISSING: Final = "Isi kode yang Anda catat ketika mulai melapor."
CODE_LONGEST: Final = 100
CODE_MISTYPED: Final = (
    "Satu huruf tampaknya salah ketik, atau dua huruf tertukar. Cocokkan lagi dengan tanda terima"
    " Anda; yang sering tertukar: 8 dan B, 5 dan S, 2 dan Z, V dan W, M dan N."
)


CODE_IS_A_NUMBER: Final = (
    "Yang Anda ketik tampaknya nomor tanda terima atau nomor registrasi. Ketik kodenya, yang"
    " tertulis terpisah pada tanda terima Anda."
)


def never_in_a_code(characters: str) -> str:
    """Return the sentence about characters that no code has, or about a number of the case."""
    if "/" in characters:
        return CODE_IS_A_NUMBER
    listed = ", ".join(f"“{character}”" for character in characters[:5])
    return f"{listed} tidak pernah ada dalam kode. Periksa lagi pada tanda terima Anda."


def code_of_another_length(length: int) -> str:
    """Return the sentence about a code that is too short or too long."""
    wrong = "ada yang terlewat" if length < codes.LENGTH else "ada yang berlebih"
    return (
        f"Kode terdiri atas {codes.LENGTH} huruf dan angka; yang Anda ketik {length}, jadi {wrong}."
    )


def too_often(seconds: int) -> str:
    """Return the sentence for whoever tries too many codes."""
    return (
        "Terlalu banyak kode dicoba dari jaringan Anda dalam waktu singkat. Tunggu"
        f" {seconds} detik, lalu coba lagi. Perkara Anda tidak terpengaruh."
    )


def next_due(on: date, today: date) -> str:
    """Return by when the next thing is due, or for how many days that day is over."""
    late = (today - on).days
    if late > 0:
        return f"Seharusnya paling lambat {day(on)}; sudah lewat {number(late)} hari."
    return f"Tenggat terdekat: {day(on)}{', hari ini' if late == 0 else ''}."


FLOW_OF_CASES: Final = (
    "Satu perkara dapat memuat beberapa terlapor, dan tidak setiap perkara melewati setiap tahap:"
    " sebagian diteruskan sesudah kajian awal, sebagian dibuka kembali dan diputuskan lagi."
)
FLOW_OF_RESPONDENTS: Final = (
    "Dihitung per terlapor, bukan per perkara. Seorang terlapor dapat diteruskan kepada lebih dari"
    " satu instansi, atau dijatuhi sanksi lebih dari sekali."
)


def seen(total: int, parts: Sequence[tuple[str, int]]) -> str:
    """Return in a sentence what a chart of these parts shows."""
    if not total:
        return "Belum ada yang dihitung."
    present = [(amount, label) for label, amount in parts if amount > 0]
    if not present:
        return f"Jumlahnya {number(total)}."
    amount, label = max(present, key=lambda part: part[0])
    return f"Dari {number(total)}, yang terbanyak: {label} ({number(amount)})."


OUTCOMES: Final = "Hasil yang diterbitkan"
OUTCOMES_LEAD: Final = (
    "Apa yang dilaporkan, sampai di mana, dan apa hasilnya. Tanpa nama dan tanpa jabatan yang"
    " menunjuk orang tertentu. Yang belum dijawab juga diterbitkan."
)
NO_OUTCOMES: Final = "Belum ada hasil yang diterbitkan."
HOW_OUTCOMES_COME: Final = (
    "Hasil muncul di sini sesudah dua orang dari pihak yang menerbitkan menyetujuinya dan pihak"
    " lain diberi waktu menanggapi."
)
CORRECTIONS: Final = "Koreksi dan penarikan"
CORRECTIONS_LEAD: Final = (
    "Hasil yang diganti dengan versi baru karena keliru, dan hasil yang ditarik, masing-masing"
    " dengan alasannya. Tidak ada yang dihapus diam-diam."
)
NO_CORRECTIONS: Final = "Belum ada hasil yang dikoreksi atau ditarik."
HOW_CORRECTIONS_COME: Final = (
    "Hasil yang keliru masuk ke sini begitu diganti atau ditarik, dengan alasannya, dan tetap di"
    " sini."
)


def older_outcomes(number: int) -> str:
    """Return the title of an older list."""
    return f"{OUTCOMES}, daftar {number}"


RELEASE: Final = "Hasil"
RELEASE_GONE: Final = "Hasil yang tidak berlaku lagi"


def release_about(theme: str, year: int, respondents: int) -> str:
    """Return the title of a release: "Netralitas ASN, 2024: 3 terlapor"."""
    return f"{theme}, {year}: {number(respondents)} terlapor"


def what_became(became: Mapping[str, int]) -> str:
    """Return what became of the respondents of a release, the most frequent first."""
    if not became:
        return "Hasilnya hanya dihitung dalam angka."
    ordered = sorted(became.items(), key=lambda found: (-found[1], found[0]))
    if len(ordered) == 1:
        return f"{ordered[0][0]}."
    return (
        "; ".join(
            f"{number(amount)} terlapor {what[0].lower()}{what[1:]}" for what, amount in ordered
        )
        + "."
    )


def ended(ending: str, on: date | None, reason: str, note: str | None) -> str:
    """Return the sentences about a release that holds no longer: when, why, and in whose words."""
    said = [f"{ending} pada {day(on)}." if on else f"{ending}."]
    said.append(f"Alasan: {reason[0].lower()}{reason[1:]}.")
    return " ".join([*said, *([note] if note else [])])
