"""Which route fits a respondent: a proposal with its reason, after domain.md 3.5. Pure.

The officer decides; nothing but the page reads this.
"""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import Employment, SanctionLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A route in words, why it fits, where that stands, and how sure the source is.

    `move` is the code of the move that chooses it; None while nothing can be proposed.
    """

    label: str
    why: str
    move: str | None = None
    source: str | None = None
    certainty: str | None = None


_DISCIPLINE: Final = Advice(
    label="Jalur disiplin PNS",
    why="Bagi PNS dan CPNS, pelanggaran netralitas diperiksa sebagai pelanggaran disiplin. Bila ia"
    " bekerja pada instansi vertikal, teruskan kepada pejabat yang membawahinya.",
    move="choose_discipline",
    source="PP 94/2021 Pasal 5 huruf n",
    certainty="S",
)
_ETHICS: Final = Advice(
    label="Jalur kode etik",
    why="Yang direkomendasikan adalah sanksi moral, yang dinyatakan setelah majelis kode etik"
    " memeriksa.",
    move="choose_ethics",
    source="PP 42/2004 Pasal 15",
    certainty="S",
)
_DISMISSAL: Final = Advice(
    label="Jalur pemberhentian",
    why="Yang direkomendasikan adalah pemberhentian karena keanggotaan partai politik, yang bukan"
    " hukuman disiplin.",
    move="choose_dismissal",
    source="UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)",
    certainty="S",
)
_PPPK: Final = Advice(
    label="Jalur PPPK",
    why="Disiplin PPPK mengikuti aturannya sendiri dan perjanjian kerjanya.",
    move="choose_pppk",
    source="PP 49/2018 Pasal 52",
    certainty="S",
)
_UNIT: Final = Advice(
    label="Jalur pegawai bukan ASN",
    why="Pegawai non-ASN ditindaklanjuti unit kerjanya menurut kontrak atau ketentuan unit.",
    move="choose_non_asn",
    source="SE MenPANRB 1/2023",
    certainty="S",
)
_VILLAGE: Final = Advice(
    label="Jalur kepala desa dan perangkat desa",
    why="Kepala desa dan perangkat desa ditindaklanjuti bupati melalui dinas yang membidangi desa"
    " atau camat.",
    move="choose_non_asn",
    source="UU Desa",
    certainty="S",
)
_FORCES: Final = Advice(
    label="Teruskan kepada komandan atau pimpinannya",
    why="Anggota TNI atau Polri tidak berada di bawah Pejabat Pembina Kepegawaian daerah.",
    move="pass_on",
    source="Perbawaslu 6/2018 (judul)",
    certainty="T",
)
_ORGANISER: Final = Advice(
    label="Teruskan kepada Bawaslu atau KPU",
    why="Kode etik penyelenggara ad hoc diperiksa Bawaslu kabupaten/kota atau KPU.",
    move="pass_on",
    source="Perbawaslu 7/2022 Pasal 20",
    certainty="T",
)
_UNKNOWN: Final = Advice(
    label="Pastikan dahulu jenis kepegawaian",
    why="Jalur bergantung pada jenis kepegawaian pada saat kejadian, dan itu belum diketahui.",
)

_BY_EMPLOYMENT: Final = {
    Employment.PNS: _DISCIPLINE,
    Employment.CPNS: _DISCIPLINE,
    Employment.PPPK: _PPPK,
    Employment.CONTRACT: _UNIT,
    Employment.VILLAGE_HEAD: _VILLAGE,
    Employment.VILLAGE_OFFICER: _VILLAGE,
    Employment.MILITARY: _FORCES,
    Employment.POLICE: _FORCES,
    Employment.ORGANISER: _ORGANISER,
}
_MORAL: Final = frozenset({SanctionLevel.MORAL_CLOSED, SanctionLevel.MORAL_OPEN})


def route_for(employment: Employment, recommended: SanctionLevel | None = None) -> Advice:
    """Return the route that fits a respondent so employed.

    Of a PNS the recommendation tells discipline from ethics and dismissal, where there is one.
    """
    advice = _BY_EMPLOYMENT.get(employment, _UNKNOWN)
    if advice is not _DISCIPLINE:
        return advice
    if recommended in _MORAL:
        return _ETHICS
    return _DISMISSAL if recommended is SanctionLevel.DISMISSAL else advice
