"""The invented respondents: names put together by chance, posts and units of the regency."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from netralitas.cases.domain import Employment, Person, PositionClass
from netralitas.cases.nip import NipSealer
from netralitas.demo.regency import DISTRICTS, EMPLOYER, UNITS

_FIRST: Final = (
    *("Adinda", "Ardi", "Bima", "Candra", "Danang", "Dian", "Eko", "Fajar", "Gita", "Hesti"),
    *("Intan", "Jaka", "Kartika", "Lukman", "Mega", "Nanda", "Olla", "Pandu", "Ratna", "Surya"),
    *("Tirta", "Utari", "Vina", "Wira", "Yanti", "Zaki", "Bayu", "Cahya", "Dewi", "Elang"),
)
_LAST: Final = (
    *("Adikusuma", "Baskoro", "Cendrawati", "Dharmawan", "Ekasari", "Firdausi", "Gunadarma"),
    *("Hapsari", "Iswanto", "Jatmika", "Kusumaningrum", "Larasati", "Mandala", "Nirwana"),
    *("Oktaviani", "Pranata", "Rahmawan", "Santoso", "Tanujaya", "Umbara", "Wicaksana"),
)

type_post = tuple[str, str]
"""A post and the unit it belongs to."""

_DINAS: Final = tuple(unit.name for unit in UNITS if unit.name.startswith(("Dinas", "Badan")))
_SCHOOLS: Final = tuple(f"SMP Negeri {number} Tanjung Lestari" for number in range(1, 9))
_CLINICS: Final = tuple(f"Puskesmas {name}" for _, name in DISTRICTS)
_DISTRICTS: Final = tuple(f"Kecamatan {name}" for _, name in DISTRICTS)
_WARDS: Final = tuple(
    f"Kelurahan {name}" for name in ("Embun Pagi", "Kirana Jaya", "Seroja Indah", "Cendana Wangi")
)
_VILLAGES: Final = tuple(
    f"Desa {name}" for name in ("Rimba Asri", "Pasir Cendana", "Tirta Kencana", "Batu Kirana")
)


def _leader(rng: Random) -> type_post:
    unit = rng.choice(_DINAS)
    return f"Kepala {unit}", unit


def _administrator(rng: Random) -> type_post:
    duty = rng.choice(("Sarana", "Program", "Pembinaan", "Pelayanan", "Pengembangan"))
    return f"Kepala Bidang {duty}", rng.choice(_DINAS)


def _supervisor(rng: Random) -> type_post:
    duty = rng.choice(("Umum", "Keuangan", "Perencanaan", "Kepegawaian"))
    return f"Kepala Subbagian {duty}", rng.choice((*_DINAS, *_DISTRICTS))


def _staff(rng: Random) -> type_post:
    post = rng.choice(("Pengadministrasi Umum", "Pengelola Data", "Pengelola Keuangan"))
    return post, rng.choice((*_DINAS, *_DISTRICTS))


def _functional(rng: Random) -> type_post:
    found = rng.random()
    if found < 0.6:
        return rng.choice(("Guru Ahli Pertama", "Guru Ahli Muda")), rng.choice(_SCHOOLS)
    if found < 0.9:
        return rng.choice(("Perawat Terampil", "Bidan Terampil")), rng.choice(_CLINICS)
    return "Penyuluh Pertanian Ahli Muda", "Dinas Pertanian"


def _district_head(rng: Random) -> type_post:
    unit = rng.choice(_DISTRICTS)
    return f"Camat {unit.removeprefix('Kecamatan ')}", unit


def _ward_head(rng: Random) -> type_post:
    unit = rng.choice(_WARDS)
    return f"Lurah {unit.removeprefix('Kelurahan ')}", unit


def _village_head(rng: Random) -> type_post:
    unit = rng.choice(_VILLAGES)
    return f"Kepala {unit}", unit


POSTS: Final[dict[PositionClass, Callable[[Random], type_post]]] = {
    PositionClass.JPT_PRATAMA: _leader,
    PositionClass.ADMINISTRATOR: _administrator,
    PositionClass.SUPERVISOR: _supervisor,
    PositionClass.STAFF: _staff,
    PositionClass.FUNCTIONAL: _functional,
    PositionClass.DISTRICT_HEAD: _district_head,
    PositionClass.WARD_HEAD: _ward_head,
    PositionClass.VILLAGE_HEAD: _village_head,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A civil servant as a staff list has them: the number can be read."""

    person: Person
    nip: str


class Cast:
    """Invents respondents; the same chance makes the same people.

    `listed` are the civil servants so far, as the personnel office knows them.
    """

    def __init__(self, sealer: NipSealer, rng: Random) -> None:
        """`sealer` seals their numbers, `rng` decides who they are."""
        self._sealer = sealer
        self._rng = rng
        self._called: set[str] = set()
        self._serial = 0
        self.listed: list[Listed] = []

    def civil_servant(self, position_class: PositionClass, *, grade: str | None = None) -> Person:
        """Return a civil servant of the regency with a post of this class."""
        position, unit = POSTS[position_class](self._rng)
        nip = self._nip()
        person = Person(
            name=self._name(),
            employment=Employment.PNS,
            position_class=position_class,
            position=position,
            unit=unit,
            employer=EMPLOYER,
            grade=grade,
            nip=self._sealer.seal(nip),
        )
        self.listed.append(Listed(person=person, nip=nip))
        return person

    def employed(self, employment: Employment) -> Person:
        """Return somebody who is no civil servant but works beside them."""
        position_class, position, unit, employer = _OTHERS[employment]
        return Person(
            name=self._name(),
            employment=employment,
            position_class=position_class,
            position=position,
            unit=unit,
            employer=employer,
        )

    def unknown(self) -> Person:
        """Return somebody seen in a picture whom nobody has named yet."""
        return Person(employment=Employment.UNKNOWN, position="Berseragam dinas, belum dikenali")

    def _name(self) -> str:
        while True:
            name = f"{self._rng.choice(_FIRST)} {self._rng.choice(_LAST)}"
            if name not in self._called:
                self._called.add(name)
                return name

    def _nip(self) -> str:
        # Appointed in a year that has not come: no living person has such a number.
        self._serial += 1
        return f"1980{1 + self._serial % 9:02}15209902{1 + self._serial % 2}{self._serial:03}"


_OTHERS: Final[dict[Employment, tuple[PositionClass, str, str, str]]] = {
    Employment.PPPK: (
        *(PositionClass.FUNCTIONAL, "Guru Ahli Pertama", "SMP Negeri 3 Tanjung Lestari"),
        EMPLOYER,
    ),
    Employment.CONTRACT: (
        *(PositionClass.OTHER, "Tenaga kontrak kebersihan", "Dinas Pekerjaan Umum"),
        EMPLOYER,
    ),
    Employment.VILLAGE_HEAD: (
        *(PositionClass.VILLAGE_HEAD, "Kepala Desa Rimba Asri", "Desa Rimba Asri"),
        "Pemerintah Desa Rimba Asri",
    ),
    Employment.MILITARY: (
        *(PositionClass.OTHER, "Bintara pembina desa", "Koramil Muara Embun"),
        "Komando Distrik Militer (rekaan)",
    ),
    Employment.ORGANISER: (
        *(PositionClass.OTHER, "Anggota panitia pemilihan", "Panitia Pemilihan Teluk Kirana"),
        "KPU Kabupaten Tanjung Lestari (rekaan)",
    ),
}
"""Class, post, unit and employer of those who are no civil servants."""
