"""The words of the public site: what is said about codes, figures and outcomes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from netralitas.intake import codes
from netralitas.language import ngettext, phrase, say
from netralitas.law.words import day
from netralitas.web.formats import number
from netralitas.web.forms.field import in_sentence

CODE: Final = phrase("Kode tanda terima")
CODE_HINT: Final = phrase(
    "{length} huruf dan angka pada tanda terima Anda. Huruf besar atau kecil, spasi, dan"
    " tanda hubung tidak berpengaruh.",
    length=codes.LENGTH,
)
CODE_MISSING: Final = phrase("Isi kode yang tertulis pada tanda terima Anda.")
OWN_CODE: Final = phrase("Kode Anda")
OWN_CODE_HINT: Final = phrase(
    "{length} huruf dan angka. Huruf besar atau kecil, spasi, dan tanda hubung tidak berpengaruh.",
    length=codes.LENGTH,
)
OWN_CODE_MISSING: Final = phrase("Isi kode yang Anda catat ketika mulai melapor.")
CODE_LONGEST: Final = 100
CODE_MISTYPED: Final = phrase(
    "Satu huruf tampaknya salah ketik, atau dua huruf tertukar. Cocokkan lagi dengan tanda terima"
    " Anda; yang sering tertukar: 8 dan B, 5 dan S, 2 dan Z, V dan W, M dan N."
)


CODE_IS_A_NUMBER: Final = phrase(
    "Yang Anda ketik tampaknya nomor tanda terima atau nomor registrasi. Ketik kodenya, yang"
    " tertulis terpisah pada tanda terima Anda."
)


def never_in_a_code(characters: str) -> str:
    """Return the sentence about characters that no code has, or about a number of the case."""
    if "/" in characters:
        return str(CODE_IS_A_NUMBER)
    listed = ", ".join(f"“{character}”" for character in characters[:5])
    return say(
        "{listed} tidak pernah ada dalam kode. Periksa lagi pada tanda terima Anda.", listed=listed
    )


def code_of_another_length(length: int) -> str:
    """Return the sentence about a code that is too short or too long."""
    if length < codes.LENGTH:
        return say(
            "Kode terdiri atas {length} huruf dan angka; yang Anda ketik {typed}, jadi ada yang"
            " terlewat.",
            length=codes.LENGTH,
            typed=length,
        )
    return say(
        "Kode terdiri atas {length} huruf dan angka; yang Anda ketik {typed}, jadi ada yang"
        " berlebih.",
        length=codes.LENGTH,
        typed=length,
    )


def too_often(seconds: int) -> str:
    """Return the sentence for whoever tries too many codes."""
    return ngettext(
        "Terlalu banyak kode dicoba dari jaringan Anda dalam waktu singkat. Tunggu"
        " {seconds} detik, lalu coba lagi. Perkara Anda tidak terpengaruh.",
        "Terlalu banyak kode dicoba dari jaringan Anda dalam waktu singkat. Tunggu"
        " {seconds} detik, lalu coba lagi. Perkara Anda tidak terpengaruh.",
        seconds,
    ).format(seconds=seconds)


def next_due(on: date, today: date) -> str:
    """Return by when the next thing is due, or for how many days that day is over."""
    late = (today - on).days
    if late > 0:
        return ngettext(
            "Seharusnya paling lambat {day}; sudah lewat {late} hari.",
            "Seharusnya paling lambat {day}; sudah lewat {late} hari.",
            late,
        ).format(day=day(on), late=number(late))
    if late == 0:
        return say("Tenggat terdekat: {day}, hari ini.", day=day(on))
    return say("Tenggat terdekat: {day}.", day=day(on))


FLOW_OF_CASES: Final = phrase(
    "Satu perkara dapat memuat beberapa terlapor, dan tidak setiap perkara melewati setiap tahap:"
    " sebagian diteruskan sesudah kajian awal, sebagian dibuka kembali dan diputuskan lagi."
)
FLOW_OF_RESPONDENTS: Final = phrase(
    "Dihitung per terlapor, bukan per perkara. Seorang terlapor dapat diteruskan kepada lebih dari"
    " satu instansi, atau dijatuhi sanksi lebih dari sekali."
)


def seen(total: int, parts: Sequence[tuple[str, int]]) -> str:
    """Return in a sentence what a chart of these parts shows."""
    if not total:
        return say("Belum ada yang dihitung.")
    present = [(amount, label) for label, amount in parts if amount > 0]
    if not present:
        return say("Jumlahnya {total}.", total=number(total))
    amount, label = max(present, key=lambda part: part[0])
    return say(
        "Dari {total}, yang terbanyak: {label} ({amount}).",
        total=number(total),
        label=label,
        amount=number(amount),
    )


OUTCOMES: Final = phrase("Hasil yang diterbitkan")
OUTCOMES_LEAD: Final = phrase(
    "Apa yang dilaporkan, sampai di mana, dan apa hasilnya. Tanpa nama dan tanpa jabatan yang"
    " menunjuk orang tertentu. Yang belum dijawab juga diterbitkan."
)
NO_OUTCOMES: Final = phrase("Belum ada hasil yang diterbitkan.")
HOW_OUTCOMES_COME: Final = phrase(
    "Hasil muncul di sini sesudah dua orang dari pihak yang menerbitkan menyetujuinya dan pihak"
    " lain diberi waktu menanggapi."
)
CORRECTIONS: Final = phrase("Koreksi dan penarikan")
CORRECTIONS_LEAD: Final = phrase(
    "Hasil yang diganti dengan versi baru karena keliru, dan hasil yang ditarik, masing-masing"
    " dengan alasannya. Tidak ada yang dihapus diam-diam."
)
NO_CORRECTIONS: Final = phrase("Belum ada hasil yang dikoreksi atau ditarik.")
HOW_CORRECTIONS_COME: Final = phrase(
    "Hasil yang keliru masuk ke sini begitu diganti atau ditarik, dengan alasannya, dan tetap di"
    " sini."
)


def older_outcomes(number: int) -> str:
    """Return the title of an older list."""
    return say("Hasil yang diterbitkan, daftar {number}", number=number)


def list_number(number: int) -> str:
    """Return what an older list is called among the steps that lead to it."""
    return say("Daftar {number}", number=number)


RELEASE: Final = phrase("Hasil")
DETAILS: Final = phrase("Rincian")
RELEASE_GONE: Final = phrase("Hasil yang tidak berlaku lagi")


def release_about(theme: str, year: int, respondents: int) -> str:
    """Return the title of a release: "Netralitas ASN, 2024: 3 terlapor"."""
    return ngettext(
        "{theme}, {year}: {amount} terlapor", "{theme}, {year}: {amount} terlapor", respondents
    ).format(theme=theme, year=year, amount=number(respondents))


def what_became(became: Mapping[str, int]) -> str:
    """Return what became of the respondents of a release, the most frequent first."""
    if not became:
        return say("Hasilnya hanya dihitung dalam angka.")
    ordered = sorted(became.items(), key=lambda found: (-found[1], found[0]))
    if len(ordered) == 1:
        return f"{ordered[0][0]}."
    return "; ".join(_respondents(amount, what) for what, amount in ordered) + "."


def _respondents(amount: int, what: str) -> str:
    said = ngettext("{amount} terlapor {what}", "{amount} terlapor {what}", amount)
    return said.format(amount=number(amount), what=in_sentence(what))


OBJECTED: Final = phrase("Ada keberatan")


def ended(ending: str, on: date | None, reason: str) -> str:
    """Return the sentences about a release that holds no longer: when and why."""
    said = say("{ending} pada {day}.", ending=ending, day=day(on)) if on else f"{ending}."
    why = say("Alasan: {reason}.", reason=in_sentence(reason))
    return f"{said} {why}"
