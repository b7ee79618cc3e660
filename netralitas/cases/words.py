"""The Indonesian words of cases: labels of every closed list, and each event as a sentence."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import (
    Channel,
    Employment,
    ExclusionGround,
    NumberKind,
    PositionClass,
    SanctionLevel,
    Source,
    Theme,
)
from netralitas.cases.event_words import EVENTS
from netralitas.documents.domain import DocumentKind
from netralitas.language import phrase
from netralitas.law import words as law_words
from netralitas.law.domain import Regime, Zone
from netralitas.workflow.replay import AS_FOUND
from netralitas.workflows import workflow

SOURCES: Final[dict[Source, str]] = {
    Source.INFORMATION: phrase("Informasi awal"),
    Source.REPORT: phrase("Laporan"),
    Source.FINDING: phrase("Temuan"),
    Source.UNKNOWN: phrase("Sumber tidak diketahui"),
}

CHANNELS: Final[dict[Channel, str]] = {
    Channel.DESK: "penyampaian langsung",
    Channel.LETTER: "surat",
    Channel.TELEPHONE: "telepon",
    Channel.WHATSAPP: "WhatsApp",
    Channel.SIGAPLAPOR: "SigapLapor",
    Channel.TRANSFER: "pelimpahan Bawaslu lain",
    Channel.SUPERVISION: "hasil pengawasan",
    Channel.WEB: "laman pelaporan",
    Channel.UNKNOWN: "jalur yang tidak diketahui",
}
"""By which door it came, as it stands in a sentence: "lewat …"."""

REGIMES: Final[dict[Regime, str]] = {
    Regime.PEMILU: phrase("Pemilu"),
    Regime.PEMILIHAN: phrase("Pemilihan (Pilkada)"),
    Regime.OUTSIDE: phrase("Di luar tahapan"),
}

THEMES: Final[dict[Theme, str]] = {
    Theme.NEUTRALITY: phrase("Netralitas ASN"),
    Theme.MONEY_POLITICS: phrase("Politik uang"),
    Theme.BLACK_CAMPAIGN: phrase("Kampanye hitam"),
}

EMPLOYMENTS: Final[dict[Employment, str]] = {
    Employment.PNS: "PNS",
    Employment.CPNS: "CPNS",
    Employment.PPPK: "PPPK",
    Employment.CONTRACT: "Pegawai non-ASN (honorer atau kontrak)",
    Employment.VILLAGE_HEAD: "Kepala desa",
    Employment.VILLAGE_OFFICER: "Perangkat desa",
    Employment.MILITARY: "TNI",
    Employment.POLICE: "Polri",
    Employment.ORGANISER: "Penyelenggara pemilu",
    Employment.OTHER: "Lainnya",
    Employment.UNKNOWN: "Belum diketahui",
}

POSITION_CLASSES: Final[dict[PositionClass, str]] = {
    PositionClass.JPT_MADYA: "Pimpinan tinggi madya",
    PositionClass.JPT_PRATAMA: "Pimpinan tinggi pratama",
    PositionClass.ADMINISTRATOR: "Administrator",
    PositionClass.SUPERVISOR: "Pengawas",
    PositionClass.STAFF: "Pelaksana",
    PositionClass.FUNCTIONAL: "Fungsional",
    PositionClass.DISTRICT_HEAD: "Camat",
    PositionClass.WARD_HEAD: "Lurah",
    PositionClass.VILLAGE_HEAD: "Kepala desa",
    PositionClass.OTHER: "Lainnya",
    PositionClass.UNKNOWN: "Belum diketahui",
}

NUMBER_KINDS: Final[dict[NumberKind, str]] = {
    NumberKind.RECEIPT: "Nomor penerimaan",
    NumberKind.REGISTER: "Nomor registrasi",
    NumberKind.PREVIOUS: "Nomor terdahulu",
    NumberKind.FOREIGN: "Nomor di instansi lain",
}

EXCLUSION_GROUNDS: Final[dict[ExclusionGround, str]] = {
    ExclusionGround.NAMED: "disebut dalam perkara",
    ExclusionGround.RELATED: "berhubungan dengan pihak dalam perkara",
    ExclusionGround.OWN_REQUEST: "atas permintaan sendiri",
    ExclusionGround.EXAMINED: "memeriksa terlapor dalam perkara ini",
}

PAPERS: Final[dict[DocumentKind, str]] = {
    DocumentKind.STUDY_DRAFT: "Rancangan kajian",
    DocumentKind.PRELIMINARY_STUDY: "Kajian awal",
    DocumentKind.STUDY: "Kajian",
    DocumentKind.MINUTES: "Berita acara",
    DocumentKind.EVIDENCE_LIST: "Daftar bukti",
    DocumentKind.TEAM_DECREE: "Surat keputusan tim pemeriksa",
    DocumentKind.EXAM_MINUTES: "Berita acara pemeriksaan",
    DocumentKind.EXAM_REPORT: "Laporan hasil pemeriksaan",
    DocumentKind.DECREE: "Surat keputusan",
    DocumentKind.DELIVERY_RECEIPT: "Tanda terima penyampaian",
    DocumentKind.LETTER: "Surat",
    DocumentKind.EVIDENCE: "Bukti",
    DocumentKind.PROOF: "Tanda bukti",
    DocumentKind.OTHER: "Dokumen lain",
}

SANCTIONS: Final[dict[SanctionLevel, str]] = {
    SanctionLevel.NONE: "Tanpa sanksi",
    SanctionLevel.MORAL_CLOSED: "Sanksi moral, pernyataan tertutup",
    SanctionLevel.MORAL_OPEN: "Sanksi moral, pernyataan terbuka",
    SanctionLevel.LIGHT: "Hukuman disiplin ringan",
    SanctionLevel.MEDIUM: "Hukuman disiplin sedang",
    SanctionLevel.HEAVY: "Hukuman disiplin berat",
    SanctionLevel.DISMISSAL: "Pemberhentian tidak dengan hormat (PTDH)",
    SanctionLevel.CONTRACT_ENDED: "Pengakhiran perjanjian kerja",
    SanctionLevel.OTHER: "Lainnya",
    SanctionLevel.EXAMINE: "Periksa dahulu (bukan sanksi)",
}

RECOMMENDATIONS: Final[dict[str, str]] = {
    **{level.value: said for level, said in SANCTIONS.items() if level is not SanctionLevel.NONE},
    SanctionLevel.OTHER.value: "Lainnya, sesuai rekomendasi",
}
"""Kind and level of what an authority recommends (domain.md 3)."""

LETTER_DEADLINES: Final[dict[str, str]] = {
    "default": "Surat tidak menyebut tenggat",
    "exam_final": "Laporan pemeriksaan 14 hari dan hasil akhir 2 bulan",
    "fixed": "Surat menyebut tanggal tertentu",
}
"""What the authority's letter says of its deadline (domain.md 3.7); codes of DeadlineKind."""

METHODS: Final[dict[str, str]] = {
    "hand": "Diantar langsung",
    "registered": "Pos tercatat",
    "post": "Pos atau kurir",
    "email": "Surat elektronik",
    "application": "Diunggah di aplikasi instansi",
    "carried": "Salinan dibawa sendiri",
    "other": "Cara lain",
}
"""How a letter went; the record keeps the code."""

TOLD_BY: Final[dict[str, str]] = {
    "hand": "Surat diserahkan langsung",
    "post": "Surat melalui pos atau kurir",
    "telephone": "Telepon",
    "whatsapp": "WhatsApp",
    "email": "Surat elektronik",
    "code": "Pesan melalui kode tanda terima",
}
"""How a reporter was told; the record keeps the code."""

UNIDENTIFIED: Final = "Belum teridentifikasi"

FOUND: Final = "Keadaan menurut register lama dicatat."


def sentence(name: str, version: int | None) -> str:
    """Return the event `name` ("handling.register") as the sentence its declaration gives it.

    `version` is that of the workflow it ran on. KeyError for an event that has no words.
    """
    known = EVENTS.get(name)
    if known is not None:
        return known
    code, _, happened = name.partition(".")
    declared = workflow(code, version or 1)
    if happened == AS_FOUND:
        return FOUND
    said = {move.code: move.done for move in declared.moves}
    said |= {fact.code: fact.done for fact in declared.facts}
    return said[happened]


def when(happened: Moment) -> str:
    """Return when it happened as exactly as it is known: "September 2024", "tidak diketahui"."""
    if happened.on is None:
        return "Tanggal tidak diketahui"
    if happened.precision is Precision.TIME and happened.at is not None:
        return law_words.moment(happened.at, Zone(happened.zone))
    if happened.precision is Precision.YEAR:
        return f"Tahun {happened.on.year}"
    day = law_words.day(happened.on)
    if happened.precision is Precision.MONTH:
        return " ".join(day.split()[2:])  # "Senin, 2 September 2024" without weekday and day
    return f"Keadaan per {day}" if happened.precision is Precision.AS_OF else day


ROUGHLY: Final = frozenset({Precision.MONTH, Precision.YEAR, Precision.AS_OF})
"""Of what is known so exactly, the last day is counted from: it has been so at least since then."""


def since(on: date, precision: Precision | None) -> str:
    """Return since when something is so, as exactly as that is known; `on` is the latest day."""
    match precision:
        case Precision.MONTH:
            return f"sejak {law_words.month(on)}"
        case Precision.YEAR:
            return f"sejak tahun {on.year}"
        case Precision.AS_OF:
            return f"paling lambat sejak {law_words.plain_day(on)}"
        case Precision.UNKNOWN:
            return "sejak tanggal yang tidak diketahui"
        case _:
            return f"sejak {law_words.plain_day(on)}"


def waiting_since(on: date, precision: Precision | None, today: date) -> str:
    """Return since when something waits and for how long: "sejak … (sedikitnya 3 hari)".

    Of an unknown day no length is said; `on` is the latest day that it can have been.
    """
    told = since(on, precision)
    if precision is Precision.UNKNOWN:
        return told
    least = "sedikitnya " if precision in ROUGHLY else ""
    return f"{told} ({least}{days((today - on).days)})"


def received_in_words(at: datetime, precision: Precision, zone: Zone) -> str:
    """Return when a case was received, as exactly as that is known: `at` is then the latest."""
    exact = at if precision is Precision.TIME else None
    on = None if precision is Precision.UNKNOWN else at.astimezone(zone.tz).date()
    return when(Moment(precision=precision, on=on, at=exact, zone=zone.value))


def ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers with their runs drawn together: "1-3, 5, 7, 8"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}\N{EN DASH}{run[-1]}"
        if len(run) > 2
        else ", ".join(str(number) for number in run)
        for run in runs
    )


def days(amount: int) -> str:
    """Return how long something has lasted: "hari ini", "1 hari", "1.374 hari"."""
    return "hari ini" if amount <= 0 else f"{amount:,} hari".replace(",", ".")
