"""The invented regency: its regions, offices, elections, work units, and how many work there."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.accounts.domain import (
    Ending,
    Level,
    NewOrganisation,
    OrganisationKind,
    ReceiverRole,
)
from netralitas.cases.domain import PositionClass
from netralitas.law.domain import Regime

REGENCY: Final = "99.01"
REGENCY_NAME: Final = "Kabupaten Tanjung Lestari"
EMPLOYER: Final = f"Pemerintah {REGENCY_NAME}"
KASN_ENDS: Final = date(2024, 8, 24)
"""From this day on BKN receives what went to KASN (domain.md 3.6)."""

DISTRICTS: Final = (
    ("99.01.01", "Muara Embun"),
    ("99.01.02", "Teluk Kirana"),
    ("99.01.03", "Bukit Seroja"),
    ("99.01.04", "Rawa Cendana"),
    ("99.01.05", "Pulau Anggrekan"),
    ("99.01.06", "Tanjung Meluran"),
    ("99.01.07", "Hulu Pandanwangi"),
    ("99.01.08", "Sungai Kemuninga"),
)
"""No real province has the number 99, and no real district one of these names."""

REGIONS: Final = (
    ("99", "Provinsi Samudra Lestari", "province"),
    (REGENCY, REGENCY_NAME, "regency"),
    *((code, f"Kecamatan {name}", "district") for code, name in DISTRICTS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of the demo by its key; `above` is the key of its superior."""

    key: str
    name: str
    kind: OrganisationKind
    above: str | None = None
    level: Level | None = None
    region: str | None = None
    first_day: date | None = None
    role: ReceiverRole | None = None
    employer: str | None = None
    certainty: str | None = None
    source: str | None = None

    def organisation(self, superior: int | None) -> NewOrganisation:
        """Return the office as it is to be added."""
        return NewOrganisation(
            code=self.key,
            name=self.name,
            kind=self.kind,
            level=self.level,
            region=self.region,
            superior=superior,
            active_from=self.first_day,
            role=self.role,
            employer=self.employer,
            certainty=self.certainty,
            source=self.source,
        )


_BAWASLU: Final = OrganisationKind.BAWASLU
_AUTHORITY: Final = OrganisationKind.AUTHORITY
_GOVERNMENT: Final = OrganisationKind.GOVERNMENT
_OTHER: Final = OrganisationKind.OTHER
_ROLE: Final = ReceiverRole
_OLD_LAW: Final = "UU 5/2014 Pasal 30-33"

OFFICES: Final = (
    Office(key="ri", name="Bawaslu Pusat (rekaan)", kind=_BAWASLU, level=Level.NATION),
    Office(
        key="prov",
        name="Bawaslu Provinsi Samudra Lestari",
        kind=_BAWASLU,
        above="ri",
        level=Level.PROVINCE,
        region="99",
    ),
    Office(
        key="kab",
        name="Bawaslu Kabupaten Tanjung Lestari",
        kind=_BAWASLU,
        above="prov",
        level=Level.REGENCY,
        region=REGENCY,
    ),
    Office(
        key="panwascam",
        name="Panwascam Teluk Kirana",
        kind=_BAWASLU,
        above="kab",
        level=Level.DISTRICT,
        region="99.01.02",
    ),
    Office(
        key="kasn", name="KASN (rekaan)", kind=_AUTHORITY, role=_ROLE.OVERSIGHT, source=_OLD_LAW
    ),
    Office(
        key="bkn",
        name="BKN (rekaan)",
        kind=_AUTHORITY,
        role=_ROLE.OVERSIGHT,
        first_day=KASN_ENDS,
        certainty="S",
        source="Perpres 92/2024 Pasal 3-4; Deputi Bidang Pengawasan dan Pengendalian",
    ),
    Office(
        key="kanreg",
        name="Kantor Regional BKN (rekaan)",
        kind=_AUTHORITY,
        role=_ROLE.OVERSIGHT,
        certainty="S",
        source="Surat Kantor Regional sejak sebelum Agustus 2024",
    ),
    Office(
        key="panrb",
        name="Kementerian PANRB (rekaan)",
        kind=_AUTHORITY,
        role=_ROLE.POLICY,
        certainty="S",
        source="SE MenPANRB 4/2024: yang sudah diproses KASN",
    ),
    Office(
        key="kemendagri",
        name="Kementerian Dalam Negeri (rekaan)",
        kind=_OTHER,
        role=_ROLE.HOME_AFFAIRS,
    ),
    Office(
        key="pemkab",
        name=EMPLOYER,
        kind=_GOVERNMENT,
        region=REGENCY,
        role=_ROLE.APPOINTING,
        employer=EMPLOYER,
    ),
    Office(
        key="bkpsdm",
        name="BKPSDM Kabupaten Tanjung Lestari",
        kind=_GOVERNMENT,
        above="pemkab",
        region=REGENCY,
        role=_ROLE.STAFF_OFFICE,
        employer=EMPLOYER,
    ),
    Office(
        key="dpmd",
        name="Dinas Pemberdayaan Masyarakat dan Desa Tanjung Lestari",
        kind=_GOVERNMENT,
        above="pemkab",
        region=REGENCY,
        role=_ROLE.VILLAGE_AFFAIRS,
    ),
    Office(
        key="inspektorat",
        name="Inspektorat Kabupaten Tanjung Lestari",
        kind=_GOVERNMENT,
        above="pemkab",
        region=REGENCY,
    ),
    Office(
        key="setda",
        name="Sekretariat Daerah Tanjung Lestari",
        kind=_GOVERNMENT,
        above="pemkab",
        region=REGENCY,
        role=_ROLE.UNIT,
    ),
    Office(key="kodim", name="Komando Distrik Militer (rekaan)", kind=_OTHER, role=_ROLE.MILITARY),
    Office(key="polres", name="Kepolisian Resor (rekaan)", kind=_OTHER, role=_ROLE.POLICE),
    Office(
        key="gakkumdu", name="Sentra Gakkumdu (rekaan)", kind=_OTHER, role=_ROLE.CRIMINAL_CENTRE
    ),
    Office(
        key="kpu",
        name="KPU Kabupaten Tanjung Lestari (rekaan)",
        kind=_OTHER,
        role=_ROLE.ORGANISER,
    ),
    Office(key="dkpp", name="DKPP (rekaan)", kind=_OTHER, role=_ROLE.HONOUR_COUNCIL),
)
"""Superiors stand before those below them."""


def kasn_ending(successor: int) -> Ending:
    """Return how KASN ended, and the days of which nobody knows who had authority."""
    return Ending(
        on=KASN_ENDS,
        successor=successor,
        doubtful_to=date(2024, 9, 4),
        certainty="M",
        source="Hari berakhirnya disebut per 24 Agustus 2024, SE MenPANRB 4/2024 bertanggal 4"
        " September 2024",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionHeld:
    """An election of the regency; `voting_on` None: it lies ahead of the day of the telling."""

    code: str
    name: str
    regime: Regime
    register: str
    voting_on: date | None


ELECTIONS: Final = (
    ElectionHeld(
        code="tl-pemilu-2019",
        name="Pemilu 2019 di Tanjung Lestari",
        regime=Regime.PEMILU,
        register="PL",
        voting_on=date(2019, 4, 17),
    ),
    ElectionHeld(
        code="tl-pemilihan-2020",
        name="Pemilihan Bupati Tanjung Lestari 2020",
        regime=Regime.PEMILIHAN,
        register="PB",
        voting_on=date(2020, 12, 9),
    ),
    ElectionHeld(
        code="tl-pemilu-2024",
        name="Pemilu 2024 di Tanjung Lestari",
        regime=Regime.PEMILU,
        register="PL",
        voting_on=date(2024, 2, 14),
    ),
    ElectionHeld(
        code="tl-pemilihan-2024",
        name="Pemilihan Bupati Tanjung Lestari 2024",
        regime=Regime.PEMILIHAN,
        register="PB",
        voting_on=date(2024, 11, 27),
    ),
    ElectionHeld(
        code="tl-pemilihan-ulang",
        name="Pemilihan Ulang Bupati Tanjung Lestari",
        regime=Regime.PEMILIHAN,
        register="PB",
        voting_on=None,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkUnit:
    """A work unit: its key, its name, the district it lies in, and how many work there."""

    key: str
    name: str
    district: str
    staff: int


UNITS: Final = (
    WorkUnit(key="disdik", name="Dinas Pendidikan", district="99.01.01", staff=1184),
    WorkUnit(key="dinkes", name="Dinas Kesehatan", district="99.01.01", staff=612),
    WorkUnit(key="rsud", name="RSUD Lestari Husada", district="99.01.01", staff=388),
    WorkUnit(key="dpupr", name="Dinas Pekerjaan Umum", district="99.01.01", staff=164),
    WorkUnit(key="dinsos", name="Dinas Sosial", district="99.01.01", staff=58),
    WorkUnit(key="dishub", name="Dinas Perhubungan", district="99.01.01", staff=92),
    WorkUnit(key="dispertan", name="Dinas Pertanian", district="99.01.03", staff=137),
    WorkUnit(key="diskan", name="Dinas Perikanan", district="99.01.02", staff=74),
    WorkUnit(key="disdukcapil", name="Dinas Kependudukan", district="99.01.01", staff=51),
    WorkUnit(key="satpolpp", name="Satuan Polisi Pamong Praja", district="99.01.01", staff=126),
    WorkUnit(key="bapenda", name="Badan Pendapatan Daerah", district="99.01.01", staff=66),
    WorkUnit(key="setwan", name="Sekretariat DPRD", district="99.01.01", staff=43),
    *(
        WorkUnit(key=f"kec-{code[-2:]}", name=f"Kecamatan {name}", district=code, staff=staff)
        for (code, name), staff in zip(DISTRICTS, (57, 49, 44, 41, 36, 39, 33, 31), strict=True)
    ),
)

STAFF_GROUPS: Final = (
    (PositionClass.JPT_PRATAMA, 29),
    (PositionClass.ADMINISTRATOR, 121),
    (PositionClass.SUPERVISOR, 296),
    (PositionClass.STAFF, 718),
    (PositionClass.FUNCTIONAL, 2139),
    (PositionClass.DISTRICT_HEAD, 8),
    (PositionClass.WARD_HEAD, 14),
)
"""How many civil servants hold a post of each class; together they are those of the units."""

COUNTED_ON: Final = date(2026, 1, 5)
