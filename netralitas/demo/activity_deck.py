"""The activities of the demo: what was planned, announced, moved, held, and not held."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.prevention.domain import ActivityKind, Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity of the demo, so many days after the signing, or from today on; or before today.

    `ended` None: it is still planned. `announced`: the public is told of it; `moved` is by how many
    days it was put off after that. `notice` is what the public is told beside.
    """

    title: str
    theme: Theme | None
    days: int
    ended: str | None = "held"
    kind: ActivityKind = ActivityKind.SOCIALIZATION
    together: Together = Together.JOINT
    who: str = "wulan"
    announced: bool = False
    moved: int = 0
    notice: str | None = None


_NEUTRAL: Final = Theme.NEUTRALITY
_MONEY: Final = Theme.MONEY_POLITICS
_BLACK: Final = Theme.BLACK_CAMPAIGN
_ALONE: Final = Together.ALONE
_ONLINE: Final = ActivityKind.DISSEMINATION
_OPEN: Final = "Terbuka untuk seluruh ASN kecamatan. Bawa tanda pengenal pegawai."
_HOURS: Final = (
    "Loket pelayanan yang biasanya tutup pukul 15.30 WIB tutup pukul 13.00 WIB pada hari itu,"
    " supaya pegawai dapat mengikuti ikrar netralitas. Hari berikutnya kembali seperti biasa."
)

FIRST: Final = (
    Activity(title="Pembukaan kerja sama bagi pimpinan perangkat daerah", theme=_NEUTRAL, days=15),
    Activity(title="Netralitas bagi guru sekolah menengah", theme=_NEUTRAL, days=51),
    Activity(title="Menolak politik uang di kecamatan", theme=_MONEY, days=79),
    Activity(title="Bijak bermedia sosial", theme=_BLACK, days=100, kind=ActivityKind.LITERACY),
    Activity(title="Pembekalan pejabat pengawas", theme=_NEUTRAL, days=127, who="dewa"),
    Activity(title="Netralitas bagi tenaga kesehatan", theme=_NEUTRAL, days=150),
    Activity(
        title="Apel dan ikrar bersama menjelang penetapan calon",
        theme=_NEUTRAL,
        days=196,
        kind=ActivityKind.PLEDGE,
    ),
    Activity(title="Unggahan bersama sebelum kampanye", theme=_BLACK, days=205, kind=_ONLINE),
    Activity(title="Mengenali politik uang di kelurahan", theme=_MONEY, days=219),
    Activity(
        title="Bahaya kabar bohong bagi pegawai",
        theme=_BLACK,
        days=234,
        kind=ActivityKind.WORKSHOP,
    ),
    Activity(title="Rapat kerja camat dan lurah", theme=_NEUTRAL, days=241, ended="postponed"),
    Activity(title="Netralitas pada masa tenang", theme=_NEUTRAL, days=264, together=_ALONE),
    Activity(
        title="Pelatihan pengawasan partisipatif",
        theme=_NEUTRAL,
        days=366,
        kind=ActivityKind.TRAINING,
    ),
    Activity(title="Politik uang dan pelayanan publik", theme=_MONEY, days=430, who="dewa"),
    Activity(title="Literasi pemilih muda di kantor", theme=_BLACK, days=505),
    Activity(title="Disiplin pegawai dan netralitas", theme=_NEUTRAL, days=590, who="dewa"),
)
"""Counted from the signing."""

RECENT: Final = (
    Activity(title="Netralitas bagi pegawai kontrak", theme=_NEUTRAL, days=-205),
    Activity(title="Politik uang: belajar dari perkara", theme=_MONEY, days=-161),
    Activity(
        title="Kampanye hitam di grup percakapan",
        theme=_BLACK,
        days=-133,
        kind=ActivityKind.DISCUSSION,
    ),
    Activity(
        title="Imbauan netralitas menjelang pendaftaran calon",
        theme=_NEUTRAL,
        days=-110,
        kind=ActivityKind.APPEAL,
    ),
    Activity(title="Netralitas bagi penyuluh dan pendamping", theme=_NEUTRAL, days=-96),
    Activity(title="Kunjungan ke empat kecamatan", theme=_MONEY, days=-68, ended="budget"),
    Activity(title="Unggahan bersama: netral itu keren", theme=_NEUTRAL, days=-47, kind=_ONLINE),
    Activity(
        title="Netralitas menjelang pemilihan ulang",
        theme=_NEUTRAL,
        days=-19,
        kind=ActivityKind.GUIDANCE,
        announced=True,
        notice=_OPEN,
    ),
    Activity(title="Menangkal politik uang di desa", theme=_MONEY, days=-6, ended=None),
    Activity(
        title="Pelayanan tutup lebih awal untuk ikrar netralitas",
        theme=None,
        days=7,
        ended=None,
        kind=ActivityKind.HOURS_CHANGE,
        together=_ALONE,
        who="dewa",
        announced=True,
        notice=_HOURS,
    ),
    Activity(
        title="Netralitas bagi perangkat kecamatan",
        theme=_NEUTRAL,
        days=12,
        ended=None,
        announced=True,
        moved=3,
        notice=_OPEN,
    ),
    Activity(
        title="Lawan kampanye hitam",
        theme=_BLACK,
        days=33,
        ended=None,
        who="dewa",
        announced=True,
    ),
    Activity(
        title="Menolak uang dan barang bagi lurah",
        theme=_MONEY,
        days=47,
        ended=None,
        kind=ActivityKind.WORKSHOP,
    ),
)
"""Counted from today: one that was to be held is not, and four lie ahead."""
