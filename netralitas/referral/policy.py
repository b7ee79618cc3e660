"""Which receiver fits a respondent: a proposal with its reason (domain.md 3.5, 3.6). Pure.

The officer decides; nothing but a page reads this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.accounts.domain import ReceiverRole
from netralitas.cases.domain import Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """To whom a respondent is best referred, and why; no roles: first find out who they are."""

    roles: tuple[ReceiverRole, ...]
    why: str
    source: str
    certainty: str


_OVERSIGHT: Final = Proposal(
    roles=(ReceiverRole.OVERSIGHT,),
    why="ASN: instansi yang mengawasi netralitas ASN pada hari penerusan.",
    source="Perpres 92/2024; sebelumnya UU 5/2014",
    certainty="S",
)
_OFFICE: Final = Proposal(
    roles=(ReceiverRole.STAFF_OFFICE, ReceiverRole.UNIT),
    why="Bukan ASN: langsung kepada BKPSDM atau perangkat daerah tempatnya bekerja.",
    source="SE MenPANRB 1/2023; Belitung Timur 2020",
    certainty="S",
)
_VILLAGE: Final = Proposal(
    roles=(ReceiverRole.VILLAGE_AFFAIRS, ReceiverRole.APPOINTING),
    why="Kepala desa dan perangkat desa: bupati melalui dinas yang membidangi desa atau camat.",
    source="UU Desa",
    certainty="S",
)
_MILITARY: Final = Proposal(
    roles=(ReceiverRole.MILITARY,),
    why="Anggota TNI: komandan satuannya.",
    source="Perbawaslu 6/2018 (judul)",
    certainty="T",
)
_POLICE: Final = Proposal(
    roles=(ReceiverRole.POLICE,),
    why="Anggota Polri: pimpinan satuannya atau Propam.",
    source="Perbawaslu 6/2018 (judul)",
    certainty="T",
)
_ORGANISER: Final = Proposal(
    roles=(ReceiverRole.ORGANISER, ReceiverRole.HONOUR_COUNCIL),
    why="Penyelenggara: kode etik ad hoc ditangani Bawaslu kabupaten/kota atau KPU.",
    source="Perbawaslu 7/2022 Pasal 20",
    certainty="T",
)
_UNKNOWN: Final = Proposal(
    roles=(),
    why="Jenis kepegawaian belum diketahui: pastikan dahulu, karena penerima bergantung padanya.",
    source="Alur SBT BKN",
    certainty="S",
)

PROPOSALS: Final[Mapping[Employment, Proposal]] = {
    Employment.PNS: _OVERSIGHT,
    Employment.CPNS: _OVERSIGHT,
    Employment.PPPK: _OVERSIGHT,
    Employment.CONTRACT: _OFFICE,
    Employment.VILLAGE_HEAD: _VILLAGE,
    Employment.VILLAGE_OFFICER: _VILLAGE,
    Employment.MILITARY: _MILITARY,
    Employment.POLICE: _POLICE,
    Employment.ORGANISER: _ORGANISER,
    Employment.OTHER: _UNKNOWN,
    Employment.UNKNOWN: _UNKNOWN,
}

_TAKEN_ON: Final = frozenset({"verification", "validation", "validated"})
"""States in which the authority that ended had already worked on what it received."""


def successor_for(state: str) -> Proposal:
    """Return who takes over a referral in this state from KASN, as SE MenPANRB 4/2024 parts them.

    What KASN had processed went to the ministry, what it had only received to BKN.
    """
    if state in _TAKEN_ON:
        return Proposal(
            roles=(ReceiverRole.POLICY,),
            why="Sudah diproses KASN: diserahkan kepada Kementerian PANRB.",
            source="SE MenPANRB 4/2024",
            certainty="S",
        )
    return Proposal(
        roles=(ReceiverRole.OVERSIGHT,),
        why="Sudah diterima KASN tetapi belum diproses: diserahkan kepada BKN.",
        source="SE MenPANRB 4/2024",
        certainty="S",
    )
