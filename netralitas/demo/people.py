"""Who is in the demo: offices and officers, all invented."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.domain import Level, NewOrganisation, OrganisationKind

REGENCY: Final = "99.01"
REGIONS: Final = (
    ("99", "Provinsi Contoh", "province"),
    (REGENCY, "Kabupaten Contoh", "regency"),
    ("99.01.01", "Kecamatan Melati", "district"),
    ("99.01.02", "Kecamatan Kenanga", "district"),
    ("99.01.03", "Kecamatan Cempaka", "district"),
)
ELECTION: Final = "pemilihan-contoh"
PASSWORD: Final = "contoh netralitas"  # noqa: S105 - printed in the README, for invented people

_KASN_ENDS = date(2024, 8, 24)

OFFICES: Final = (
    ("ri", None, "Bawaslu Republik Contoh", OrganisationKind.BAWASLU, Level.NATION),
    ("prov", "ri", "Bawaslu Provinsi Contoh", OrganisationKind.BAWASLU, Level.PROVINCE),
    ("kab", "prov", "Bawaslu Kabupaten Contoh", OrganisationKind.BAWASLU, Level.REGENCY),
    ("kasn", None, "KASN (contoh)", OrganisationKind.AUTHORITY, None),
    ("bkn", None, "BKN (contoh)", OrganisationKind.AUTHORITY, None),
    ("bkpsdm", None, "BKPSDM Kabupaten Contoh", OrganisationKind.GOVERNMENT, None),
)
"""Key, key of the superior, name, kind, level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An invented officer: key and login, where they sit, as what."""

    key: str
    name: str
    office: str
    title: str
    roles: tuple[Role, ...]


OFFICERS: Final = (
    Officer(
        key="rina",
        name="Rina Paramita",
        office="kab",
        title="Staf",
        roles=(Role.INVESTIGATOR,),
    ),
    Officer(
        key="bagas",
        name="Bagas Wiratama",
        office="kab",
        title="Staf",
        roles=(Role.INVESTIGATOR,),
    ),
    Officer(
        key="sari",
        name="Sari Kusumawati",
        office="kab",
        title="Ketua",
        roles=(Role.COMMISSIONER,),
    ),
    Officer(
        key="tono",
        name="Tono Adiputra",
        office="kab",
        title="Anggota",
        roles=(Role.COMMISSIONER,),
    ),
    Officer(
        key="wulan",
        name="Wulan Maheswari",
        office="kab",
        title="Pengawas",
        roles=(Role.SUPERVISOR,),
    ),
    Officer(
        key="galih",
        name="Galih Pranowo",
        office="prov",
        title="Anggota Provinsi",
        roles=(Role.COMMISSIONER,),
    ),
    Officer(
        key="maya",
        name="Maya Larasati",
        office="bkn",
        title="Penghubung BKN",
        roles=(Role.LIAISON,),
    ),
    Officer(
        key="dewa",
        name="Dewa Santika",
        office="bkpsdm",
        title="BKPSDM",
        roles=(Role.FOLLOW_UP,),
    ),
    Officer(
        key="nita",
        name="Nita Rahmadani",
        office="kab",
        title="Auditor",
        roles=(Role.AUDITOR,),
    ),
    Officer(
        key="admin",
        name="Hadi Nugraha",
        office="ri",
        title="Administrator",
        roles=(Role.ADMINISTRATOR,),
    ),
)


def organisation(key: str, superior: int | None) -> NewOrganisation:
    """Return the office of `key` as it is to be added."""
    _, _, name, kind, level = next(office for office in OFFICES if office[0] == key)
    return NewOrganisation(
        code=key,
        name=name,
        kind=kind,
        level=level,
        region=REGENCY if key in {"kab", "bkpsdm"} else None,
        superior=superior,
        active_from=_KASN_ENDS if key == "bkn" else None,
        active_to=_KASN_ENDS if key == "kasn" else None,
    )
